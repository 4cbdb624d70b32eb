//! The part that holds the cells of a sheet.

use super::super::SheetError;
use super::super::book::Book;
use super::super::number;
use super::super::reference::place;
use super::super::xml::{self, Element, Piece, Xml};
use super::{Shared, escape, strings};

/// Reads a sheet into the current one of the book.
pub fn read(mut xml: Xml, shared: &Shared, book: &mut Book) -> Result<(), SheetError> {
    let mut row = 0;
    let mut column = 0;
    loop {
        match xml.next()? {
            Piece::Start(element) => match element.name() {
                b"c" => {
                    let cell = Cell::of(&element, row, column)?;
                    column = cell.column + 1;
                    read_cell(&mut xml, &cell, shared, book)?;
                }
                b"row" => {
                    row = begin_row(&element, row, book)?;
                    column = 0;
                }
                b"col" => hide_columns(&element, book)?,
                b"mergeCell" => book.sheet()?.merged += 1,
                _ => {}
            },
            Piece::Over => return Ok(()),
            _ => {}
        }
    }
}

/// Begins a row and returns its number. A row without number is the next one.
fn begin_row(element: &Element, before: usize, book: &mut Book) -> Result<usize, SheetError> {
    let mut number = before + 1;
    let mut is_hidden = false;
    for attribute in element.attributes() {
        match attribute? {
            // A number too large for its type is outside of every sheet.
            (b"r", value) => number = value.trim().parse().map_err(|_| SheetError::PlaceOutside)?,
            (b"hidden", value) => is_hidden = xml::is_true(value),
            _ => {}
        }
    }
    book.row(number, is_hidden)?;
    Ok(number)
}

fn hide_columns(element: &Element, book: &mut Book) -> Result<(), SheetError> {
    if !xml::attribute(element, "hidden")?.is_some_and(|value| xml::is_true(&value)) {
        return Ok(());
    }
    let place = |name| -> Result<usize, SheetError> {
        let written = xml::attribute(element, name)?.ok_or(SheetError::Damaged)?;
        let number: usize = written.parse().map_err(|_| SheetError::PlaceOutside)?;
        number.checked_sub(1).ok_or(SheetError::PlaceOutside)
    };
    let range = (place("min")?, place("max")?);
    book.sheet()?.hidden_columns.push(range);
    Ok(())
}

/// The attributes of a cell.
struct Cell {
    column: usize,
    kind: CellType,
    style: usize,
}

/// The type of the value of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellType {
    Number,
    Shared,
    Text,
    Boolean,
    Error,
    Date,
}

impl Cell {
    fn of(element: &Element, row: usize, next_column: usize) -> Result<Self, SheetError> {
        let mut cell = Self { column: next_column, kind: CellType::Number, style: 0 };
        for attribute in element.attributes() {
            match attribute? {
                (b"r", reference) => {
                    let (column, own_row) = place(reference)?;
                    if own_row != row {
                        return Err(SheetError::Damaged);
                    }
                    cell.column = column;
                }
                (b"s", style) => cell.style = style.parse().unwrap_or(0),
                (b"t", kind) => {
                    cell.kind = match kind {
                        "s" => CellType::Shared,
                        "str" | "inlineStr" => CellType::Text,
                        "b" => CellType::Boolean,
                        "e" => CellType::Error,
                        "d" => CellType::Date,
                        _ => CellType::Number,
                    }
                }
                _ => {}
            }
        }
        Ok(cell)
    }
}

/// Reads the value of the current cell and puts it into the book.
fn read_cell(xml: &mut Xml, cell: &Cell, shared: &Shared, book: &mut Book) -> Result<(), SheetError> {
    let start = book.text.len();
    let (mut is_value, mut is_formula, mut has_value, mut is_decoded) = (false, false, false, false);
    loop {
        let piece = xml.next()?;
        match &piece {
            Piece::Start(element) => match element.name() {
                b"v" => (is_value, has_value) = (true, true),
                b"is" => {
                    (has_value, is_decoded) = (true, true);
                    strings::runs(xml, &mut book.text)?;
                }
                b"f" => {
                    is_formula = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Piece::End(_) if is_value => is_value = false,
            Piece::End(_) => break,
            Piece::Over => return Err(SheetError::Damaged),
            piece if is_value => xml::push(&mut book.text, piece)?,
            _ => {}
        }
    }
    // An empty text is a value, an empty number is none.
    let has_value = has_value && (cell.kind == CellType::Text || book.text.len() > start);
    if is_formula && !has_value {
        book.sheet()?.valueless += 1;
    }
    match has_value {
        // The escapes of an inline text are decoded already, and must not be decoded twice.
        true if is_decoded && cell.kind == CellType::Text => book.put_since(cell.column, start),
        true => put(cell, start, shared, book),
        false => Ok(()),
    }
}

/// Puts a value into the book that was added to the buffer as written.
fn put(cell: &Cell, start: usize, shared: &Shared, book: &mut Book) -> Result<(), SheetError> {
    let written = book.text.get(start..).unwrap_or_default();
    match cell.kind {
        CellType::Text => escape::decode(&mut book.text, start),
        CellType::Shared => {
            let index: usize = written.trim().parse().map_err(|_| SheetError::Damaged)?;
            book.text.truncate(start);
            let span = shared.strings.get(index).copied().ok_or(SheetError::Damaged)?;
            return book.put(cell.column, span);
        }
        CellType::Boolean => {
            let value = if xml::is_true(written.trim()) { "TRUE" } else { "FALSE" };
            book.text.truncate(start);
            book.text.push_str(value);
        }
        CellType::Error => book.sheet()?.errors += 1,
        CellType::Date => {
            let value = number::moment(written);
            book.text.truncate(start);
            book.text.push_str(&value);
        }
        CellType::Number => {
            let format = shared.formats.get(cell.style).copied().unwrap_or_default();
            number::reformat(&mut book.text, start, format, shared.epoch);
        }
    }
    book.put_since(cell.column, start)
}
