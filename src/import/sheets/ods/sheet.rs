//! A sheet of an ODS workbook. Rows and cells have a repeat count, and blank ones repeat up to the end of the sheet.

use super::super::SheetError;
use super::super::book::{Book, Span};
use super::super::xml::{Element, Piece, Xml};
use super::cell;
use crate::import::grid::MAX_COLUMNS;

/// Reads the current sheet element.
pub fn read(xml: &mut Xml, book: &mut Book) -> Result<(), SheetError> {
    let (mut row, mut column) = (1_usize, 0_usize);
    let mut depth = 1_usize;
    while depth > 0 {
        match xml.next()? {
            Piece::Start(element) => match element.name() {
                b"table-row" => {
                    let repeated = Repeated::of(&element, "number-rows-repeated")?;
                    read_row(xml, row, &repeated, book)?;
                    row = row.saturating_add(repeated.count);
                }
                b"table-column" => {
                    let repeated = Repeated::of(&element, "number-columns-repeated")?;
                    let next = column.saturating_add(repeated.count);
                    if repeated.is_hidden && next > column {
                        book.sheet()?.hidden_columns.push((column, next - 1));
                    }
                    column = next;
                    depth += 1;
                }
                // Drawings, which have texts of their own.
                b"shapes" => xml.skip()?,
                _ => depth += 1,
            },
            Piece::End(_) => depth -= 1,
            Piece::Over => return Err(SheetError::Damaged),
            _ => {}
        }
    }
    Ok(())
}

/// The repeat count of a row or a column, and whether it is hidden.
struct Repeated {
    count: usize,
    is_hidden: bool,
}

impl Repeated {
    fn of(element: &Element, name: &str) -> Result<Self, SheetError> {
        let mut repeated = Self { count: 1, is_hidden: false };
        for attribute in element.attributes() {
            let (found, value) = attribute?;
            match found {
                // Collapsed, or filtered out.
                b"visibility" => repeated.is_hidden = value != "visible",
                found if found == name.as_bytes() => repeated.count = cell::count(value),
                _ => {}
            }
        }
        Ok(repeated)
    }
}

/// Reads the current row element, as often as it is repeated.
fn read_row(xml: &mut Xml, number: usize, repeated: &Repeated, book: &mut Book) -> Result<(), SheetError> {
    let mut cells: Vec<(usize, Span)> = Vec::new();
    let mut column = 0_usize;
    loop {
        match xml.next()? {
            Piece::Start(element) => {
                let cell = cell::Cell::of(&element)?;
                let repeated = cell.repeated;
                let span = cell::read(xml, cell, book)?;
                let next = column.saturating_add(repeated);
                if span.0 < span.1 {
                    if next > MAX_COLUMNS {
                        return Err(SheetError::PlaceOutside);
                    }
                    cells.extend((column..next).map(|column| (column, span)));
                }
                column = next;
            }
            Piece::End(_) => break,
            Piece::Over => return Err(SheetError::Damaged),
            _ => {}
        }
    }
    if cells.is_empty() {
        return Ok(());
    }
    for number in number..number.saturating_add(repeated.count) {
        book.row(number, repeated.is_hidden)?;
        for &(column, span) in &cells {
            book.put(column, span)?;
        }
    }
    Ok(())
}
