//! The part with the styles of cells, of which only the formats of numbers are read.

use std::collections::BTreeMap;

use super::super::SheetError;
use super::super::format::Format;
use super::super::xml::{self, Piece, Xml};

/// The format of each style that a cell may have.
pub fn read(mut xml: Xml) -> Result<Vec<Format>, SheetError> {
    let mut own = BTreeMap::new();
    let mut formats = Vec::new();
    let mut is_inside = false;
    loop {
        match xml.next()? {
            Piece::Start(element) => match element.name() {
                b"numFmt" => {
                    if let (Some(id), Some(code)) =
                        (xml::attribute(&element, "numFmtId")?, xml::attribute(&element, "formatCode")?)
                    {
                        own.insert(id, Format::of_code(&code));
                    }
                }
                b"cellXfs" => is_inside = true,
                b"xf" if is_inside => {
                    let id = xml::attribute(&element, "numFmtId")?.unwrap_or_default();
                    let built_in = || Format::built_in(id.parse().unwrap_or(0));
                    formats.push(own.get(&id).copied().unwrap_or_else(built_in));
                }
                _ => {}
            },
            Piece::End(b"cellXfs") => is_inside = false,
            Piece::Over => return Ok(formats),
            _ => {}
        }
    }
}
