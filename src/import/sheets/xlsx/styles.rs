//! The part that says how cells look, of which only the formats of numbers matter.

use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::events::Event;

use super::super::SheetError;
use super::super::format::Format;
use super::super::xml::{self, Xml};

/// The format of each style that a cell may have.
pub fn read(mut xml: Xml<impl Read>) -> Result<Vec<Format>, SheetError> {
    let mut own = BTreeMap::new();
    let mut formats = Vec::new();
    let mut is_inside = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (xml::attribute(&element, "numFmtId")?, xml::attribute(&element, "formatCode")?)
                    {
                        own.insert(id, Format::of_code(&code));
                    }
                }
                "cellXfs" => is_inside = true,
                "xf" if is_inside => {
                    let id = xml::attribute(&element, "numFmtId")?.unwrap_or_default();
                    let built_in = || Format::built_in(id.parse().unwrap_or(0));
                    formats.push(own.get(&id).copied().unwrap_or_else(built_in));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => is_inside = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
