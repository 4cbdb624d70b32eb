//! ODS, as `LibreOffice`, Excel and Google Sheets write it.
//!
//! We read it ourselves, because libraries for workbooks do not report what is hidden, and allocate a string per cell.

mod cell;
mod paragraph;
mod sheet;

use std::collections::BTreeMap;

use super::SheetError;
use super::book::Book;
use super::xml::{self, Element, Piece, Xml};
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

/// Whether the list of parts has an encrypted one.
fn is_encrypted(archive: &mut Archive) -> Result<bool, SheetError> {
    let Some(entry) = archive.entry("META-INF/manifest.xml")? else { return Ok(false) };
    let mut xml = Xml::new(entry);
    loop {
        match xml.next()? {
            Piece::Start(element) if element.name() == b"encryption-data" => return Ok(true),
            Piece::Over => return Ok(false),
            _ => {}
        }
    }
}

fn read_content(mut xml: Xml, book: &mut Book) -> Result<(), SheetError> {
    let mut hidden = BTreeMap::new();
    let mut style = String::new();
    let mut is_spreadsheet = false;
    loop {
        match xml.next()? {
            Piece::Start(element) => match element.name() {
                b"style" => style = xml::attribute(&element, "name")?.unwrap_or_default(),
                b"table-properties" => {
                    let display = xml::attribute(&element, "display")?;
                    hidden.insert(style.clone(), display.as_deref() == Some("false"));
                }
                b"spreadsheet" => is_spreadsheet = true,
                // Copies of other files, and deleted content.
                b"dde-links" | b"tracked-changes" => xml.skip()?,
                b"table" if is_spreadsheet => match name(&element)? {
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
            Piece::Over if is_spreadsheet => return Ok(()),
            Piece::Over => return Err(SheetError::OtherArchive),
            _ => {}
        }
    }
}

/// The name and the style of a sheet, unless it is a copy from another file.
fn name(element: &Element) -> Result<Option<(String, String)>, SheetError> {
    let name = xml::attribute(element, "name")?.unwrap_or_default();
    let style = xml::attribute(element, "style-name")?.unwrap_or_default();
    let is_copy = name.starts_with('\'') && name.contains("'#");
    Ok((!is_copy).then_some((name, style)))
}
