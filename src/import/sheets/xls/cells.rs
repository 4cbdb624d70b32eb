//! The records of a sheet.

use std::collections::BTreeSet;

use super::super::SheetError;
use super::super::binary::{Bytes, push_boolean, push_error};
use super::super::book::{Book, Span};
use super::super::number;
use super::Records;
use super::globals::{BEGIN, END, Globals};
use super::letters::{Letters, Pieces};

const FORMULA: u16 = 0x06;
const COLUMNS: u16 = 0x7d;
const SHORT_NUMBERS: u16 = 0xbd;
const RICH_TEXT: u16 = 0xd6;
const MERGED: u16 = 0xe5;
const SHARED: u16 = 0xfd;
const NUMBER: u16 = 0x203;
const TEXT: u16 = 0x204;
const BOOLEAN_OR_ERROR: u16 = 0x205;
const FORMULA_TEXT: u16 = 0x207;
const ROW: u16 = 0x208;
const SHORT_NUMBER: u16 = 0x27e;

/// Reads a sheet into the current one of the book.
pub fn read(records: &mut Records, globals: &Globals, book: &mut Book) -> Result<(), SheetError> {
    let mut sheet = Cells { globals, found: Vec::new(), hidden: BTreeSet::new(), waiting: None };
    // A chart in a sheet is a block of records within those of the sheet.
    let mut depth = 0_usize;
    while let Some((kind, record)) = records.next()? {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            FORMULA_TEXT if depth == 1 => {
                let pieces = Pieces::new(record, records.continued()?);
                sheet.formula_text(pieces, book)?;
            }
            _ if depth == 1 => sheet.record(kind, record, book)?,
            _ => {}
        }
    }
    sheet.put(book)
}

/// Cells in the order of the file, which may not be row by row.
struct Cells<'a> {
    globals: &'a Globals,
    found: Vec<(u16, u16, Span)>,
    hidden: BTreeSet<u16>,
    /// The row and column of the last formula, if its text comes in a record of its own.
    waiting: Option<(u16, u16)>,
}

impl Cells<'_> {
    fn record(&mut self, kind: u16, mut record: Bytes, book: &mut Book) -> Result<(), SheetError> {
        match kind {
            ROW => {
                let row = record.u16()?;
                record.take(10)?;
                if record.u16()? & 0x20 != 0 {
                    self.hidden.insert(row);
                }
            }
            COLUMNS => {
                let range = (usize::from(record.u16()?), usize::from(record.u16()?));
                record.take(4)?;
                if record.u16()? & 1 == 1 {
                    book.sheet()?.hidden_columns.push(range);
                }
            }
            MERGED => book.sheet()?.merged += usize::from(record.u16()?),
            SHORT_NUMBERS => {
                let (row, mut column) = (record.u16()?, record.u16()?);
                // The last two bytes are the number of the last column.
                while record.0.len() > 2 {
                    let start = book.text.len();
                    let style = record.u16()?;
                    self.push_number(style, record.short_number()?, book);
                    self.found.push((row, column, book.since(start)?));
                    column = column.saturating_add(1);
                }
            }
            FORMULA | RICH_TEXT | SHARED | NUMBER | TEXT | BOOLEAN_OR_ERROR | SHORT_NUMBER => {
                let place = (record.u16()?, record.u16()?);
                let span = self.cell(kind, place, record, book)?;
                self.found.push((place.0, place.1, span));
            }
            _ => {}
        }
        Ok(())
    }

    /// Adds a cell with its value, which is put into the buffer unless it is a shared text there.
    fn cell(
        &mut self,
        kind: u16,
        place: (u16, u16),
        mut record: Bytes,
        book: &mut Book,
    ) -> Result<Span, SheetError> {
        let start = book.text.len();
        let style = record.u16()?;
        match kind {
            NUMBER => self.push_number(style, record.f64()?, book),
            SHORT_NUMBER => self.push_number(style, record.short_number()?, book),
            SHARED => {
                let index = usize::try_from(record.u32()?).unwrap_or(usize::MAX);
                return self.globals.strings.get(index).copied().ok_or(SheetError::Damaged);
            }
            BOOLEAN_OR_ERROR => {
                let value = record.u8()?;
                if record.u8()? == 0 { push_boolean(book, value) } else { push_error(book, value)? }
            }
            FORMULA => self.formula(style, place, record, book)?,
            _ => self.push_text(Pieces::new(record, Vec::new()), book)?,
        }
        book.since(start)
    }

    /// Adds a formula by its stored value in eight bytes: a number, or a mark for another type.
    fn formula(
        &mut self,
        style: u16,
        place: (u16, u16),
        mut record: Bytes,
        book: &mut Book,
    ) -> Result<(), SheetError> {
        let value: [u8; 8] = record.array()?;
        match value {
            [0, .., 0xff, 0xff] => self.waiting = Some(place),
            [1, _, value, .., 0xff, 0xff] => push_boolean(book, value),
            [2, _, value, .., 0xff, 0xff] => push_error(book, value)?,
            [.., 0xff, 0xff] => {}
            _ => self.push_number(style, f64::from_le_bytes(value), book),
        }
        Ok(())
    }

    /// Adds the text of the last formula.
    fn formula_text(&mut self, pieces: Pieces, book: &mut Book) -> Result<(), SheetError> {
        let Some((row, column)) = self.waiting.take() else { return Ok(()) };
        let start = book.text.len();
        self.push_text(pieces, book)?;
        self.found.push((row, column, book.since(start)?));
        Ok(())
    }

    /// Adds a text with its length in front.
    fn push_text(&self, mut pieces: Pieces, book: &mut Book) -> Result<(), SheetError> {
        let count = usize::from(pieces.current.u16()?);
        if count == 0 && self.globals.letters == Letters::Unicode {
            return Ok(());
        }
        self.globals.letters.push(&mut book.text, &mut pieces, count)
    }

    fn push_number(&self, style: u16, value: f64, book: &mut Book) {
        let format = self.globals.formats.get(usize::from(style)).copied().unwrap_or_default();
        number::push(&mut book.text, value, format, self.globals.epoch);
    }

    fn put(mut self, book: &mut Book) -> Result<(), SheetError> {
        // A stable sort: of two values for a cell the later one counts.
        self.found.sort_by_key(|&(row, column, _)| (row, column));
        for of_row in self.found.chunk_by(|before, cell| before.0 == cell.0) {
            let Some(&(row, ..)) = of_row.first() else { continue };
            book.row(usize::from(row) + 1, self.hidden.contains(&row))?;
            for &(_, column, span) in of_row {
                book.put(usize::from(column), span)?;
            }
        }
        Ok(())
    }
}
