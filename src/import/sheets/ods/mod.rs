//! ODS, as `LibreOffice`, Excel and Google Sheets write it.
//!
//! Read here, because the libraries that read workbooks do not tell what is hidden, and make a string of each cell.

mod cell;
mod paragraph;
mod sheet;

use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::SheetError;
use super::book::Book;
use super::xml::{self, Xml};
use crate::import::archive::Archive;

/// The part that holds all sheets.
pub const CONTENT: &str = "content.xml";

/// Reads all sheets.
pub fn read(archive: &mut Archive, book: &mut Book) -> Result<(), SheetError> {
    if is_encrypted(archive)? {
        return Err(SheetError::Encrypted);
    }
    let entry = archive.entry(CONTENT)?.ok_or(SheetError::OtherArchive)?;
    read_content(Xml::new(entry), book)
}

/// Whether the list of parts says how one was encrypted.
fn is_encrypted(archive: &mut Archive) -> Result<bool, SheetError> {
    let Some(entry) = archive.entry("META-INF/manifest.xml")? else { return Ok(false) };
    let mut xml = Xml::new(entry);
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "encryption-data" => return Ok(true),
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

fn read_content(mut xml: Xml<impl Read>, book: &mut Book) -> Result<(), SheetError> {
    let mut hidden = BTreeMap::new();
    let mut style = String::new();
    let mut is_spreadsheet = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = xml::attribute(&element, "name")?.unwrap_or_default(),
                "table-properties" => {
                    let display = xml::attribute(&element, "display")?;
                    hidden.insert(style.clone(), display.as_deref() == Some("false"));
                }
                "spreadsheet" => is_spreadsheet = true,
                // Copies of what other files hold, and what was deleted.
                "dde-links" | "tracked-changes" => xml.skip()?,
                "table" if is_spreadsheet => match name(&element)? {
                    Some((name, style)) => {
                        let is_hidden = hidden.get(&style).copied().unwrap_or(false);
                        book.begin(name, is_hidden);
                        sheet::read(&mut xml, book)?;
                        book.end()?;
                    }
                    None => xml.skip()?,
                },
                _ => {}
            },
            Event::Eof if is_spreadsheet => return Ok(()),
            Event::Eof => return Err(SheetError::OtherArchive),
            _ => {}
        }
    }
}

/// The name and the style of a sheet, unless it is the copy of another file's.
fn name(element: &BytesStart) -> Result<Option<(String, String)>, SheetError> {
    let name = xml::attribute(element, "name")?.unwrap_or_default();
    let style = xml::attribute(element, "style-name")?.unwrap_or_default();
    let is_copy = name.starts_with('\'') && name.contains("'#");
    Ok((!is_copy).then_some((name, style)))
}
