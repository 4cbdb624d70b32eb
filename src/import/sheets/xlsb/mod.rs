//! XLSB: the parts of XLSX with binary records in place of markup.
//!
//! We read it ourselves like XLSX, with which it shares everything but the records.

mod record;
mod sheet;
mod tables;

use super::SheetError;
use super::book::Book;
use super::package::{self, relations};
use crate::import::archive::Archive;
use record::Records;

/// Reads all sheets of the workbook in that part of the archive.
pub fn read(archive: &mut Archive, part: &str, book: &mut Book) -> Result<(), SheetError> {
    let relations = relations(archive, part)?;
    let entry = archive.entry(part)?.ok_or(SheetError::OtherArchive)?;
    let workbook = tables::workbook(Records::new(entry))?;
    let strings = package::target(&relations, "sharedStrings").unwrap_or("xl/sharedStrings.bin");
    let strings = match archive.entry(strings)? {
        Some(entry) => tables::strings(Records::new(entry), book)?,
        None => Vec::new(),
    };
    let styles = package::target(&relations, "styles").unwrap_or("xl/styles.bin");
    let formats = match archive.entry(styles)? {
        Some(entry) => tables::formats(Records::new(entry))?,
        None => Vec::new(),
    };
    let shared = sheet::Shared { strings, formats, epoch: workbook.epoch };
    for named in workbook.sheets {
        let relation = relations.iter().find(|relation| relation.id == named.id);
        let relation = relation.ok_or(SheetError::SheetMissing)?;
        if relation.kind == "worksheet" {
            let entry = archive.entry(&relation.target)?.ok_or(SheetError::SheetMissing)?;
            book.begin(named.name, named.is_hidden);
            sheet::read(Records::new(entry), &shared, book)?;
            book.end()?;
        }
    }
    Ok(())
}
