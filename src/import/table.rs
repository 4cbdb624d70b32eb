//! A table of strings, as it was read: no cell is changed, none is lost.

/// Rows of strings. Rows may differ in length; a cell beyond the end of its row is empty.
///
/// All cells stand in one buffer, so that a hundred thousand rows are three allocations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    headers: Vec<String>,
    names: Vec<String>,
    cells: String,
    /// End of each cell in `cells`.
    ends: Vec<usize>,
    rows: Vec<Row>,
    notes: Vec<Note>,
}

/// Where a row's cells end in `Table::ends`, and which row of the source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    end: usize,
    number: usize,
}

/// Something about the source that the user should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Rows with fewer cells than the header or, without header, than the longest row.
    ShortRows {
        /// How many.
        count: usize,
        /// Number of the first one.
        first: usize,
    },
    /// Rows with more cells than the header; their last cells are in columns without header.
    LongRows {
        /// How many.
        count: usize,
        /// Number of the first one.
        first: usize,
    },
    /// Rows of separators and spaces alone, left out.
    BlankRows {
        /// How many.
        count: usize,
    },
    /// Cells that begin with a quotation mark which does not close: read as they stand.
    StrayQuotes {
        /// How many.
        count: usize,
    },
    /// Sheets that the workbook does not show.
    HiddenSheets {
        /// How many.
        count: usize,
    },
    /// Rows with something in them that the sheet does not show; they are read.
    HiddenRows {
        /// How many.
        count: usize,
    },
    /// Columns that the sheet does not show, among those with something in them; they are read.
    HiddenColumns {
        /// How many.
        count: usize,
    },
    /// Ranges of cells that are shown as one: what they hold is in the first one.
    MergedCells {
        /// How many.
        count: usize,
    },
    /// Formulas without the value that they had last: read as empty cells.
    FormulasWithoutValue {
        /// How many.
        count: usize,
    },
    /// Cells that show an error, such as `#N/A`.
    ErrorCells {
        /// How many.
        count: usize,
    },
}

impl Table {
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
        self.rows.len()
    }

    /// What the user should know about the source.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The cell of that row and column, as it was written; empty beyond the end of its row.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let Some(range) = self.range(row) else { return "" };
        let index = range.start.saturating_add(column);
        if index < range.end { self.nth(index) } else { "" }
    }

    /// The cells of that row, as many as the source has.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        self.range(row).into_iter().flatten().map(|index| self.nth(index))
    }

    /// The number of that row as a spreadsheet shows it: from 1, headers and blank rows counted.
    pub fn row_number(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.number)
    }

    fn range(&self, row: usize) -> Option<std::ops::Range<usize>> {
        let end = self.rows.get(row)?.end;
        let start = row.checked_sub(1).and_then(|before| self.rows.get(before)).map_or(0, |row| row.end);
        Some(start..end)
    }

    fn nth(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.cells[start..self.ends[index]]
    }

    /// Adds a row.
    pub(super) fn push<'a>(&mut self, number: usize, cells: impl Iterator<Item = &'a str>) {
        for cell in cells {
            self.cells.push_str(cell);
            self.ends.push(self.cells.len());
        }
        self.rows.push(Row { end: self.ends.len(), number });
    }

    /// Adds a note.
    pub(super) fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// Sets the headers, after the last row: as many as the widest row has cells.
    pub(super) fn finish(&mut self, headers: Vec<String>) {
        let widths: Vec<usize> = (0..self.rows()).map(|row| self.range(row).map_or(0, |r| r.len())).collect();
        let widest = widths.iter().copied().max().unwrap_or(0);
        let expected = if headers.is_empty() { widest } else { headers.len() };
        let rows_where = |odd: fn(&usize, &usize) -> bool| {
            let mut rows = widths.iter().enumerate().filter(|(_, width)| odd(width, &expected));
            let first = rows.next().map(|(row, _)| self.row_number(row))?;
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

/// Headers made different and never empty.
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

/// A, B … Z, AA: the name of a column in a spreadsheet.
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

    #[test]
    fn rows_keep_their_length_and_cells_beyond_are_empty() {
        let mut table = Table::default();
        table.push(2, ["a", "", "c"].into_iter());
        table.push(5, ["d"].into_iter());
        table.push(6, ["1", "2", "3", "4"].into_iter());
        table.finish(vec!["x".into(), "y".into(), "x".into()]);
        assert_eq!((table.rows(), table.columns()), (3, 4));
        assert_eq!(table.row(0).collect::<Vec<_>>(), ["a", "", "c"]);
        assert_eq!(
            (table.cell(1, 0), table.cell(1, 1), table.cell(2, 3), table.cell(9, 0)),
            ("d", "", "4", "")
        );
        assert_eq!(table.names(), ["x", "y", "x (2)", "D"]);
        assert_eq!(table.row_number(1), 5);
        let notes = [Note::ShortRows { count: 1, first: 5 }, Note::LongRows { count: 1, first: 6 }];
        assert_eq!(table.notes(), notes);
    }

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
