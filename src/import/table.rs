//! A table of strings as read: no cell is changed or lost.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::grid::Grid;
use super::layout::Layout;
use super::profile::Profile;
use super::{codebook, coded, header, json, qda, torn};

/// Rows of strings under headers. Rows may differ in length; a cell beyond the end of its row is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    grid: Arc<Grid>,
    layout: Layout,
    /// The first row below the headers in the grid.
    first: usize,
    headers: Vec<String>,
    names: Vec<String>,
    notes: Vec<Note>,
    profiles: Profiles,
}

/// The profiles of the columns of a table, computed on first use. They follow from the rows, so that they do not count
/// for the equality of tables.
#[derive(Clone, Debug, Default)]
struct Profiles(Arc<OnceLock<Vec<Profile>>>);

impl PartialEq for Profiles {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Profiles {}

/// A note about the source for the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// Rows with fewer cells than the header or, without header, than the longest row.
    ShortRows {
        /// Their number.
        count: usize,
        /// Number of the first one.
        first: usize,
    },
    /// Rows with more cells than the header; their last cells are in columns without header.
    LongRows {
        /// Their number.
        count: usize,
        /// Number of the first one.
        first: usize,
    },
    /// Rows of separators and spaces alone, left out.
    BlankRows {
        /// Their number.
        count: usize,
    },
    /// Cells that begin with a quotation mark which does not close: read as written.
    StrayQuotes {
        /// Their number.
        count: usize,
    },
    /// Control characters that no text needs: read as written.
    Controls {
        /// Their number.
        count: usize,
    },
    /// Characters that another program has read in the wrong encoding, which [`super::repair`] can undo.
    Misread {
        /// Their number.
        count: usize,
    },
    /// Texts that separators inside them have torn, and that can be joined in one column.
    Torn(torn::Torn),
    /// Cells with remains of another program's markup.
    Markup {
        /// Their number.
        count: usize,
        /// The first such cell, or its beginning.
        before: String,
        /// The same put right.
        after: String,
    },
    /// Hidden sheets of the workbook.
    HiddenSheets {
        /// Their number.
        count: usize,
    },
    /// Hidden rows with content; they are read.
    HiddenRows {
        /// Their number.
        count: usize,
    },
    /// Hidden columns with content; they are read.
    HiddenColumns {
        /// Their number.
        count: usize,
    },
    /// Merged ranges of cells: their content is in the first cell.
    MergedCells {
        /// Their number.
        count: usize,
    },
    /// Formulas without a stored value: read as empty cells.
    FormulasWithoutValue {
        /// Their number.
        count: usize,
    },
    /// Cells that show an error, such as `#N/A`.
    ErrorCells {
        /// Their number.
        count: usize,
    },
    /// Codings of another program, several in a cell: each becomes a row.
    Codings {
        /// The program that wrote them.
        program: coded::Program,
        /// Their number.
        count: usize,
        /// The number of rows of the original table.
        rows: usize,
        /// The number of columns about the annotation itself, which are left out.
        left_out: usize,
    },
    /// A note about a JSON text.
    Json(json::Note),
    /// A note about a REFI-QDA project.
    Qda(qda::Note),
    /// A note about a codebook.
    Codes(codebook::Note),
}

impl Table {
    /// The rows of a grid below the headers of a layout, with notes on how the grid was read.
    pub fn of(grid: Arc<Grid>, layout: Layout, notes: Vec<Note>) -> Self {
        let skipped = layout.skipped.min(grid.rows());
        let first = (skipped + layout.header_rows).min(grid.rows());
        let titles = titles(&grid, skipped..first);
        let (headers, names, profiles) = (Vec::new(), Vec::new(), Profiles::default());
        let mut table = Self { grid, layout, first, headers, names, notes, profiles };
        table.finish(titles);
        table
    }

    /// The grid of the table.
    pub fn grid(&self) -> &Arc<Grid> {
        &self.grid
    }

    /// The layout of its first rows.
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// One header per column, outer white space removed; empty where the source has none.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// One name per column, all different: its header, else its letter as in a spreadsheet.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// How many columns.
    pub fn columns(&self) -> usize {
        self.headers.len()
    }

    /// How many rows, without headers and blank rows.
    pub fn rows(&self) -> usize {
        self.grid.rows() - self.first
    }

    /// Notes about the source for the user.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The profile of each column.
    pub(super) fn profiles(&self) -> &[Profile] {
        let profile = |column| Profile::of(self, column);
        self.profiles.0.get_or_init(|| (0..self.columns()).map(profile).collect())
    }

    /// The cell of that row and column, as it was written; empty beyond the end of its row.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.grid.cell(self.first.saturating_add(row), column)
    }

    /// The cells of that row, as many as the source has.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        self.grid.row(self.first.saturating_add(row))
    }

    /// The number of that row as a spreadsheet shows it: from 1, headers and blank rows counted.
    pub fn row_number(&self, row: usize) -> usize {
        self.grid.number(self.first.saturating_add(row))
    }

    /// Sets the headers, as many as the widest row has cells, and notes the rows of another width.
    fn finish(&mut self, headers: Vec<String>) {
        let widths = || (self.first..self.grid.rows()).map(|row| (row, self.grid.width(row)));
        let widest = widths().map(|(_, width)| width).max().unwrap_or(0);
        let expected = if headers.is_empty() { widest } else { headers.len() };
        let rows_where = |odd: fn(usize, usize) -> bool| {
            let mut rows = widths().filter(|(_, width)| odd(*width, expected));
            let first = rows.next().map(|(row, _)| self.grid.number(row))?;
            Some((rows.count() + 1, first))
        };
        let short = rows_where(|width, expected| width < expected);
        let long = rows_where(|width, expected| width > expected);
        self.notes.extend(short.map(|(count, first)| Note::ShortRows { count, first }));
        self.notes.extend(long.map(|(count, first)| Note::LongRows { count, first }));
        self.headers = headers;
        self.headers.resize(expected.max(widest), String::new());
        self.names = names(&self.headers);
    }
}

/// The header rows as one: the cells of a column joined, without empty and repeated ones.
fn titles(grid: &Grid, rows: std::ops::Range<usize>) -> Vec<String> {
    let width = rows.clone().map(|row| grid.width(row)).max().unwrap_or(0);
    let title = |column: usize| {
        let mut cells: Vec<String> = Vec::new();
        for cell in rows.clone().map(|row| grid.cell(row, column)).filter(|cell| !header::is_identifier(cell))
        {
            let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            if !cell.is_empty() && !cells.contains(&cell) {
                cells.push(cell);
            }
        }
        cells.join(" / ")
    };
    (0..width).map(title).collect()
}

/// Names made of the headers: all different, none empty.
fn names(headers: &[String]) -> Vec<String> {
    let mut taken = std::collections::BTreeSet::new();
    let mut names = Vec::with_capacity(headers.len());
    for (column, header) in headers.iter().enumerate() {
        let wanted = if header.is_empty() { letters(column) } else { header.clone() };
        let mut name = wanted.clone();
        let mut again = 1;
        while !taken.insert(name.clone()) {
            again += 1;
            name = format!("{wanted} ({again})");
        }
        names.push(name);
    }
    names
}

/// The name of a column in a spreadsheet: A, B … Z, AA.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from_digit(u32::try_from((rest - 1) % 26 + 10).unwrap_or(10), 36).unwrap_or('a'));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(char::to_ascii_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::grid::GridError;

    #[test]
    fn headers_are_joined_named_and_different() -> Result<(), GridError> {
        let mut grid = Grid::default();
        grid.push(1, ["Titre"])?;
        grid.push(2, ["x", "y", "x", "{\"ImportId\":\"a\"}"])?;
        grid.push(3, ["x", "why ?", "x", ""])?;
        grid.push(5, ["d"])?;
        grid.push(6, ["1", "2", "3", "4", "5"])?;
        let table = Table::of(Arc::new(grid), Layout { skipped: 1, header_rows: 2 }, Vec::new());
        assert_eq!((table.rows(), table.columns()), (2, 5));
        assert_eq!(table.headers(), ["x", "y / why ?", "x", "", ""]);
        assert_eq!(table.names(), ["x", "y / why ?", "x (2)", "D", "E"]);
        assert_eq!(
            (table.cell(0, 0), table.cell(0, 1), table.cell(1, 4), table.cell(9, 0)),
            ("d", "", "5", "")
        );
        assert_eq!((table.row_number(0), table.row_number(1)), (5, 6));
        let notes = [Note::ShortRows { count: 1, first: 5 }, Note::LongRows { count: 1, first: 6 }];
        assert_eq!(table.notes(), notes);
        Ok(())
    }

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
