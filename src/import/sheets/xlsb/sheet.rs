//! The part that holds the cells of a sheet of an XLSB workbook.

use std::io::Read;

use super::super::SheetError;
use super::super::binary::{Bytes, push_boolean, push_error};
use super::super::book::{Book, Span};
use super::super::format::Format;
use super::super::number::{self, Epoch};
use super::record::{Records, push_text};

const ROW: u32 = 0;
const SHORT_NUMBER: u32 = 2;
const ERROR: u32 = 3;
const BOOLEAN: u32 = 4;
const NUMBER: u32 = 5;
const TEXT: u32 = 6;
const SHARED: u32 = 7;
const FORMULA_TEXT: u32 = 8;
const FORMULA_NUMBER: u32 = 9;
const FORMULA_BOOLEAN: u32 = 10;
const FORMULA_ERROR: u32 = 11;
const RICH_TEXT: u32 = 62;
const COLUMNS: u32 = 60;
const MERGED: u32 = 176;

/// The data that the cells of all sheets refer to.
pub struct Shared {
    pub strings: Vec<Span>,
    pub formats: Vec<Format>,
    pub epoch: Epoch,
}

/// Reads a sheet into the current one of the book.
pub fn read(mut records: Records<impl Read>, shared: &Shared, book: &mut Book) -> Result<(), SheetError> {
    while let Some((kind, mut record)) = records.next()? {
        match kind {
            ROW => {
                let number = place(record.u32()?)?.saturating_add(1);
                record.take(7)?;
                book.row(number, record.u8()? & 0x10 != 0)?;
            }
            SHORT_NUMBER..=FORMULA_ERROR | RICH_TEXT => cell(kind, &mut record, shared, book)?,
            COLUMNS => {
                let range = (place(record.u32()?)?, place(record.u32()?)?);
                record.take(8)?;
                if record.u16()? & 1 == 1 {
                    book.sheet()?.hidden_columns.push(range);
                }
            }
            MERGED => book.sheet()?.merged += 1,
            _ => {}
        }
    }
    Ok(())
}

fn cell(kind: u32, record: &mut Bytes, shared: &Shared, book: &mut Book) -> Result<(), SheetError> {
    let column = place(record.u32()?)?;
    // Three bytes; the fourth is about phonetics.
    let style = place(record.u32()? & 0x00ff_ffff)?;
    let start = book.text.len();
    let mut push_number = |value| {
        let format = shared.formats.get(style).copied().unwrap_or_default();
        number::push(&mut book.text, value, format, shared.epoch);
    };
    match kind {
        SHORT_NUMBER => push_number(record.short_number()?),
        NUMBER | FORMULA_NUMBER => push_number(record.f64()?),
        TEXT | FORMULA_TEXT => push_text(&mut book.text, record)?,
        RICH_TEXT => {
            record.u8()?;
            push_text(&mut book.text, record)?;
        }
        SHARED => {
            let span = shared.strings.get(place(record.u32()?)?).copied();
            return book.put(column, span.ok_or(SheetError::Damaged)?);
        }
        BOOLEAN | FORMULA_BOOLEAN => push_boolean(book, record.u8()?),
        ERROR | FORMULA_ERROR => push_error(book, record.u8()?)?,
        _ => {}
    }
    book.put_since(column, start)
}

fn place(number: u32) -> Result<usize, SheetError> {
    usize::try_from(number).map_err(|_| SheetError::PlaceOutside)
}
