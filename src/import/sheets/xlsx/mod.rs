//! XLSX, as Excel since 2007, `LibreOffice` and Google Sheets write it, and its strict variant.
//!
//! We read it ourselves, because libraries for workbooks report neither what is hidden nor numbers as they are shown,
//! and allocate a string per cell.

mod escape;
mod sheet;
mod strings;
mod styles;
mod workbook;

use super::SheetError;
use super::book::Book;
use super::book::Span;
use super::format::Format;
use super::number::Epoch;
use super::package::{self, relations};
use super::xml::Xml;
use crate::import::archive::Archive;

/// The data that the cells of all sheets refer to.
struct Shared {
    strings: Vec<Span>,
    formats: Vec<Format>,
    epoch: Epoch,
}

/// Reads all sheets of the workbook in that part of the archive.
pub fn read(archive: &mut Archive, part: &str, book: &mut Book) -> Result<(), SheetError> {
    let relations = relations(archive, part)?;
    let entry = archive.entry(part)?.ok_or(SheetError::OtherArchive)?;
    let workbook = workbook::read(Xml::new(entry))?;
    let strings = package::target(&relations, "sharedStrings").unwrap_or("xl/sharedStrings.xml");
    let strings = match archive.entry(strings)? {
        Some(entry) => strings::read(Xml::new(entry), &mut book.text)?,
        None => Vec::new(),
    };
    let styles = package::target(&relations, "styles").unwrap_or("xl/styles.xml");
    let formats = match archive.entry(styles)? {
        Some(entry) => styles::read(Xml::new(entry))?,
        None => Vec::new(),
    };
    let shared = Shared { strings, formats, epoch: workbook.epoch };
    for named in workbook.sheets {
        let relation = relations.iter().find(|relation| relation.id == named.id);
        let relation = relation.ok_or(SheetError::SheetMissing)?;
        // Sheets of a chart or a dialogue have no cells.
        if relation.kind == "worksheet" {
            let entry = archive.entry(&relation.target)?.ok_or(SheetError::SheetMissing)?;
            book.begin(named.name, named.is_hidden);
            sheet::read(Xml::new(entry), &shared, book)?;
            book.end()?;
        }
    }
    Ok(())
}
