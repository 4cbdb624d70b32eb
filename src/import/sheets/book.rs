//! Sheets while they are read: the readers of all formats put their cells here.
//!
//! All texts are in one buffer, shared ones once, and a cell is its start and end there. So a cell costs eight bytes
//! beside its text, and a repeated row costs no text.

use std::ops::Range;

use super::{MAX_TEXT, SheetError};
use crate::import::grid::{Grid, GridError, MAX_CELLS, MAX_COLUMNS};
use crate::import::table::Note;

/// The most rows of a sheet, more than any spreadsheet has.
pub const MAX_ROWS: usize = 1_048_576;
/// The number of rows between two reports of progress.
const STEP: usize = 1000;

/// The start and the end of a text in the buffer, in bytes.
pub type Span = (u32, u32);

/// The sheets of a workbook so far.
pub struct Book<'a> {
    /// The text of all cells, and unused text between them.
    pub text: String,
    pub sheets: Vec<Content>,
    line: Line,
    cells: usize,
    rows: usize,
    progress: &'a mut dyn FnMut(usize),
}

/// A sheet.
#[derive(Default)]
pub struct Content {
    pub name: String,
    pub is_hidden: bool,
    /// The number of merged ranges.
    pub merged: usize,
    /// Ranges of hidden columns, both ends included, from 0.
    pub hidden_columns: Vec<(usize, usize)>,
    /// The number of formulas without a stored value.
    pub valueless: usize,
    /// The number of cells that show an error.
    pub errors: usize,
    hidden_rows: usize,
    cells: Vec<Span>,
    /// The end of the cells of each row, and its number.
    rows: Vec<(usize, usize)>,
    /// The first column with content.
    first: Option<usize>,
    width: usize,
}

/// The current row.
#[derive(Default)]
struct Line {
    number: usize,
    is_hidden: bool,
    cells: Vec<(usize, Span)>,
}

impl<'a> Book<'a> {
    pub fn new(progress: &'a mut dyn FnMut(usize)) -> Self {
        Self { text: String::new(), sheets: Vec::new(), line: Line::default(), cells: 0, rows: 0, progress }
    }

    /// Begins a sheet.
    pub fn begin(&mut self, name: String, is_hidden: bool) {
        self.line = Line::default();
        self.sheets.push(Content { name, is_hidden, ..Content::default() });
    }

    /// The current sheet.
    pub fn sheet(&mut self) -> Result<&mut Content, SheetError> {
        self.sheets.last_mut().ok_or(SheetError::Damaged)
    }

    /// Begins a row. Its number, from 1, must be larger than that of the row before.
    pub fn row(&mut self, number: usize, is_hidden: bool) -> Result<(), SheetError> {
        self.end_row()?;
        if number > MAX_ROWS {
            return Err(SheetError::PlaceOutside);
        }
        if number <= self.line.number {
            return Err(SheetError::RowsOutOfOrder { row_number: number });
        }
        self.line.number = number;
        self.line.is_hidden = is_hidden;
        Ok(())
    }

    /// Puts a text of the buffer into a column, from 0, of the current row.
    pub fn put(&mut self, column: usize, span: Span) -> Result<(), SheetError> {
        if column >= MAX_COLUMNS {
            return Err(SheetError::PlaceOutside);
        }
        if (span.1.saturating_sub(span.0)) as usize > MAX_TEXT {
            return Err(SheetError::CellTooLong { row_number: self.line.number });
        }
        // A row that repeats the same cell must not grow without end.
        if self.line.cells.len() > 2 * MAX_COLUMNS {
            return Err(GridError::TooManyColumns { row_number: self.line.number }.into());
        }
        if span.0 < span.1 {
            self.line.cells.push((column, span));
        }
        Ok(())
    }

    /// The place of the text that was added to the buffer from the byte `start` on.
    pub fn since(&self, start: usize) -> Result<Span, SheetError> {
        Ok((offset(start)?, offset(self.text.len())?))
    }

    /// Puts the text that was added to the buffer from the byte `start` on into a column.
    pub fn put_since(&mut self, column: usize, start: usize) -> Result<(), SheetError> {
        let span = self.since(start)?;
        self.put(column, span)
    }

    /// Ends the sheet.
    pub fn end(&mut self) -> Result<(), SheetError> {
        self.end_row()
    }

    fn end_row(&mut self) -> Result<(), SheetError> {
        let line = &mut self.line;
        if line.cells.is_empty() {
            return Ok(());
        }
        // Nearly all files write cells in order; the others are sorted here.
        line.cells.sort_by_key(|&(column, _)| column);
        let text = &self.text;
        let is_blank = line.cells.iter().all(|&(_, span)| slice(text, span).trim().is_empty());
        let (Some(&(first, _)), Some(&(last, _)), false) = (line.cells.first(), line.cells.last(), is_blank)
        else {
            line.cells.clear();
            return Ok(());
        };
        self.cells += last + 1;
        if self.cells > MAX_CELLS {
            return Err(GridError::TooManyCells { row_number: line.number }.into());
        }
        let sheet = self.sheets.last_mut().ok_or(SheetError::Damaged)?;
        let start = sheet.cells.len();
        for (column, span) in line.cells.drain(..) {
            sheet.cells.resize(start + column, (0, 0));
            sheet.cells.push(span);
        }
        sheet.rows.push((sheet.cells.len(), line.number));
        sheet.hidden_rows += usize::from(line.is_hidden);
        sheet.first = Some(sheet.first.map_or(first, |before| before.min(first)));
        sheet.width = sheet.width.max(last + 1);
        self.rows += 1;
        if self.rows.is_multiple_of(STEP) {
            (self.progress)(self.rows);
        }
        Ok(())
    }
}

impl Content {
    /// The number of rows with content.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The number of cells, empty ones between others included.
    pub fn cells(&self) -> usize {
        self.cells.len().saturating_sub(self.rows.len() * self.first.unwrap_or(0))
    }

    /// The cells, without the columns in front that are empty in all rows.
    pub fn grid(&self, text: String) -> Result<Grid, GridError> {
        let mut grid = Grid::over(text)?;
        let mut start = self.first.unwrap_or(0);
        for &(end, number) in &self.rows {
            for &span in self.cells.get(start..end).unwrap_or_default() {
                grid.take(bytes(span), number)?;
            }
            grid.end_row(number);
            start = end + self.first.unwrap_or(0);
        }
        Ok(grid)
    }

    /// The first rows, at most `rows`, and at most `cells` cells.
    pub fn beginning(&self, text: &str, rows: usize, cells: usize) -> Result<Grid, GridError> {
        let mut grid = Grid::default();
        let first = self.first.unwrap_or(0);
        let mut start = first;
        for &(end, number) in self.rows.iter().take(rows).take_while(|&&(end, _)| end <= cells) {
            let row = self.cells.get(start..end).unwrap_or_default();
            grid.push(number, row.iter().map(|&span| slice(text, span)))?;
            start = end + first;
        }
        Ok(grid)
    }

    /// Notes about this sheet for the user.
    pub fn notes(&self) -> Vec<Note> {
        let used = self.first.unwrap_or(0)..self.width;
        let is_hidden = |column: &usize| {
            self.hidden_columns.iter().any(|&(first, last)| first <= *column && *column <= last)
        };
        let counts = [
            (self.hidden_rows, (|count| Note::HiddenRows { count }) as fn(usize) -> Note),
            (used.filter(is_hidden).count(), |count| Note::HiddenColumns { count }),
            (self.merged, |count| Note::MergedCells { count }),
            (self.valueless, |count| Note::FormulasWithoutValue { count }),
            (self.errors, |count| Note::ErrorCells { count }),
        ];
        counts.into_iter().filter(|&(count, _)| count > 0).map(|(count, note)| note(count)).collect()
    }
}

/// The part of a text at that span.
fn slice(text: &str, span: Span) -> &str {
    text.get(bytes(span)).unwrap_or("")
}

fn bytes((start, end): Span) -> Range<usize> {
    start as usize..end as usize
}

fn offset(place: usize) -> Result<u32, SheetError> {
    u32::try_from(place).map_err(|_| GridError::TooLong.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(book: &mut Book, column: usize, cell: &str) -> Result<(), SheetError> {
        let start = book.text.len();
        book.text.push_str(cell);
        book.put_since(column, start)
    }

    #[test]
    fn columns_in_front_are_left_out_only_if_no_row_has_them() -> Result<(), SheetError> {
        let mut progress = |_| {};
        let mut book = Book::new(&mut progress);
        book.begin("Avis".to_owned(), false);
        book.row(2, false)?;
        put(&mut book, 4, "e")?;
        put(&mut book, 2, "c")?;
        book.row(3, false)?;
        put(&mut book, 0, " ")?;
        book.row(7, true)?;
        put(&mut book, 1, "b")?;
        put(&mut book, 6, "")?;
        book.end()?;
        let sheet = book.sheet()?;
        sheet.hidden_columns = vec![(0, 1), (9, 16_383)];
        assert_eq!(sheet.notes(), [Note::HiddenRows { count: 1 }, Note::HiddenColumns { count: 1 }]);
        let grid = book.sheets[0].grid(book.text)?;
        assert_eq!(grid.row(0).collect::<Vec<_>>(), ["", "c", "", "e"]);
        assert_eq!(grid.row(1).collect::<Vec<_>>(), ["b"]);
        assert_eq!((grid.rows(), grid.number(0), grid.number(1)), (2, 2, 7));
        Ok(())
    }

    #[test]
    fn cells_outside_a_sheet_are_refused() -> Result<(), SheetError> {
        let mut progress = |_| {};
        let mut book = Book::new(&mut progress);
        book.begin(String::new(), false);
        book.row(3, false)?;
        assert_eq!(book.row(3, false), Err(SheetError::RowsOutOfOrder { row_number: 3 }));
        assert_eq!(book.row(MAX_ROWS + 1, false), Err(SheetError::PlaceOutside));
        assert_eq!(put(&mut book, MAX_COLUMNS, "a"), Err(SheetError::PlaceOutside));
        let long = put(&mut book, 0, &"a".repeat(MAX_TEXT + 1));
        assert_eq!(long, Err(SheetError::CellTooLong { row_number: 3 }));
        let full = (4..MAX_ROWS).try_for_each(|number| {
            book.row(number, false)?;
            put(&mut book, MAX_COLUMNS - 1, "a")
        });
        assert!(matches!(full, Err(SheetError::Grid(GridError::TooManyCells { .. }))), "{full:?}");
        Ok(())
    }
}
