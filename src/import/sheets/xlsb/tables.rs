//! The parts of an XLSB workbook that its sheets refer to.

use std::collections::BTreeMap;
use std::io::Read;

use super::super::SheetError;
use super::super::book::{Book, Span};
use super::super::format::Format;
use super::super::number::Epoch;
use super::record::{Records, push_text, text};
use crate::import::grid::MAX_CELLS;

const SHARED_STRING: u32 = 19;
const NUMBER_FORMAT: u32 = 44;
const STYLE: u32 = 47;
const WORKBOOK: u32 = 153;
const SHEET: u32 = 156;
const BEGIN_STYLES: u32 = 617;
const END_STYLES: u32 = 618;

/// The list of sheets in the workbook.
#[derive(Default)]
pub struct Named {
    pub sheets: Vec<NamedSheet>,
    pub epoch: Epoch,
}

/// A sheet in the list of sheets.
pub struct NamedSheet {
    pub name: String,
    pub is_hidden: bool,
    /// The pointer to its part.
    pub id: String,
}

/// Reads the part with the list of sheets.
pub fn workbook(mut records: Records<impl Read>) -> Result<Named, SheetError> {
    let mut named = Named::default();
    while let Some((kind, mut record)) = records.next()? {
        match kind {
            WORKBOOK if record.u32()? & 1 == 1 => named.epoch = Epoch::Y1904,
            SHEET => {
                let is_hidden = record.u32()? != 0;
                record.u32()?;
                let id = text(&mut record)?;
                named.sheets.push(NamedSheet { id, name: text(&mut record)?, is_hidden });
            }
            _ => {}
        }
    }
    Ok(named)
}

/// Adds the shared texts to the buffer, and returns the place of each.
pub fn strings(mut records: Records<impl Read>, book: &mut Book) -> Result<Vec<Span>, SheetError> {
    let mut spans = Vec::new();
    while let Some((kind, mut record)) = records.next()? {
        if kind == SHARED_STRING {
            let start = book.text.len();
            // The flags for runs and phonetics behind the text.
            record.u8()?;
            push_text(&mut book.text, &mut record)?;
            if spans.len() == MAX_CELLS {
                return Err(SheetError::TooManyTexts);
            }
            spans.push(book.since(start)?);
        }
    }
    Ok(spans)
}

/// The format of each style that a cell may have.
pub fn formats(mut records: Records<impl Read>) -> Result<Vec<Format>, SheetError> {
    let mut own = BTreeMap::new();
    let mut formats = Vec::new();
    let mut is_inside = false;
    while let Some((kind, mut record)) = records.next()? {
        match kind {
            NUMBER_FORMAT => {
                let id = record.u16()?;
                own.insert(id, Format::of_code(&text(&mut record)?));
            }
            BEGIN_STYLES => is_inside = true,
            END_STYLES => is_inside = false,
            STYLE if is_inside => {
                record.u16()?;
                let id = record.u16()?;
                let built_in = || Format::built_in(u32::from(id));
                formats.push(own.get(&id).copied().unwrap_or_else(built_in));
            }
            _ => {}
        }
    }
    Ok(formats)
}
