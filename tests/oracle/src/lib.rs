//! Workbooks as calamine reads them, and which texts of Reflet's say the same.

mod cell;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Range, Reader, Sheets};

pub use cell::Cell;

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// As the workbook calls it.
    pub name: String,
    /// By their numbers in the sheet: the cells from the first column that is used.
    pub rows: BTreeMap<usize, Vec<Cell>>,
}

/// All sheets.
///
/// # Errors
/// What calamine says where it reads no workbook.
pub fn read(bytes: Vec<u8>) -> Result<Vec<Sheet>, calamine::Error> {
    let mut book: Sheets<_> = calamine::open_workbook_auto_from_rs(Cursor::new(bytes))?;
    let names = book.sheet_names();
    names.into_iter().map(|name| Ok(Sheet { rows: rows(&book.worksheet_range(&name)?), name })).collect()
}

fn rows(range: &Range<Data>) -> BTreeMap<usize, Vec<Cell>> {
    let first = range.start().map_or(0, |(row, _)| row as usize);
    (first + 1..).zip(range.rows().map(|row| row.iter().cloned().map(Cell).collect())).collect()
}
