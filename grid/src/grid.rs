//! The cells of a source row by row, before headers are found.
//!
//! A grid keeps the text that it was cut from and the place of each cell in it: a hundred thousand rows take four
//! allocations, and a cell costs eight bytes beside its letters.

use serde::{Deserialize, Serialize};

use super::text::Text;

/// More columns than any spreadsheet has.
pub const MAX_COLUMNS: usize = 16_384;
/// More cells than a browser's memory should be asked for.
pub const MAX_CELLS: usize = 16_000_000;
/// More bytes than any answer has: a spreadsheet holds 32,767 characters in a cell.
pub const MAX_CELL: usize = 4_000_000;

/// The bit that marks the start of a cell whose value is not a part of the text.
const ASIDE: u32 = 1 << 31;

/// Rows of cells. Rows may differ in length; a cell beyond the end of its row is empty.
///
/// Its four parts are plain numbers, so that they can be handed over between two memories piece by piece. Each cell is
/// valid UTF-8.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The text that the cells point into.
    text: Vec<u8>,
    /// The values of cells that are not parts of the text, one after the other.
    aside: Vec<u8>,
    /// The start and the end of each cell, in bytes of the text or, marked with [`ASIDE`], of `aside`.
    cells: Vec<[u32; 2]>,
    /// For each row, the end of its cells and its number in the source.
    rows: Vec<[u32; 2]>,
}

/// The parts of a grid: bytes of text, and pairs of places in them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts<Bytes, Pairs> {
    /// The text that the cells point into.
    pub text: Bytes,
    /// The values of cells that are not parts of the text.
    pub aside: Bytes,
    /// The start and the end of each cell.
    pub cells: Pairs,
    /// The end and the number of each row.
    pub rows: Pairs,
}

/// Why a grid has no room for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum GridError {
    /// A row of more cells than [`MAX_COLUMNS`].
    #[error("row {row_number} has more than {MAX_COLUMNS} columns")]
    TooManyColumns {
        /// Number of the row.
        row_number: usize,
    },
    /// More cells than [`MAX_CELLS`] in all.
    #[error("more than {MAX_CELLS} cells, from row {row_number} on")]
    TooManyCells {
        /// Number of the first row without room.
        row_number: usize,
    },
    /// A cell of more bytes than [`MAX_CELL`].
    #[error("a cell of row {row_number} has more than {MAX_CELL} bytes")]
    CellTooLong {
        /// Number of the row.
        row_number: usize,
    },
    /// More text than a grid can point into, 2 GiB.
    #[error("more than 2 GiB of text")]
    TooLong,
}

impl Grid {
    /// An empty grid over a text, whose cells are added one by one.
    ///
    /// # Errors
    /// If a place in it does not fit 31 bits.
    pub fn over(text: impl Into<Text>) -> Result<Self, GridError> {
        let text = text.into().into_bytes();
        if text.len() >= ASIDE as usize {
            return Err(GridError::TooLong);
        }
        Ok(Self { text, ..Self::default() })
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The number of cells of the longest row.
    pub fn columns(&self) -> usize {
        (0..self.rows()).map(|row| self.width(row)).max().unwrap_or(0)
    }

    /// The number of cells of a row.
    pub fn width(&self, row: usize) -> usize {
        self.range(row).map_or(0, |range| range.len())
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

    /// The number of that row as a spreadsheet shows it: from 1, blank rows counted.
    pub fn number(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |[_, number]| *number as usize)
    }

    /// Adds a row of cells that are not parts of the text. Row numbers must grow.
    ///
    /// # Errors
    /// If there is no room; the grid then keeps its earlier rows.
    pub fn push<'a>(
        &mut self,
        number: usize,
        cells: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), GridError> {
        for cell in cells {
            let start = self.aside.len();
            if start + cell.len() >= ASIDE as usize {
                return Err(GridError::TooLong);
            }
            self.aside.extend_from_slice(cell.as_bytes());
            self.put([offset(start) | ASIDE, offset(self.aside.len())], number)?;
        }
        self.end_row(number);
        Ok(())
    }

    /// The parts of the grid, for a handover to another memory.
    pub fn parts(&self) -> Parts<&[u8], &[[u32; 2]]> {
        Parts { text: &self.text, aside: &self.aside, cells: &self.cells, rows: &self.rows }
    }

    /// A grid of such parts.
    pub fn from_parts(parts: Parts<Vec<u8>, Vec<[u32; 2]>>) -> Self {
        let Parts { text, aside, cells, rows } = parts;
        Self { text, aside, cells, rows }
    }

    /// The grid with neighbouring cells joined into one: `joins` gives, in order, a row and the cells to join. The
    /// joined cell contains the text between them, or the separator for cells that are not parts of the text. Ranges
    /// that a row does not have are left out.
    #[must_use]
    pub fn joined(mut self, joins: &[(usize, std::ops::Range<usize>)], separator: u8) -> Self {
        let (mut cells, mut rows) =
            (Vec::with_capacity(self.cells.len()), Vec::with_capacity(self.rows.len()));
        let mut joins = joins.iter().peekable();
        for row in 0..self.rows() {
            let own = self.range(row).unwrap_or_default();
            let join = joins.next_if(|(at, _)| *at == row).map(|(_, columns)| columns.clone());
            let join = join.filter(|columns| columns.start < columns.end && columns.end <= own.len());
            if let Some(columns) = join {
                let (start, end) = (own.start + columns.start, own.start + columns.end);
                cells.extend_from_slice(&self.cells[own.start..start]);
                cells.push(self.as_one(start..end, separator));
                cells.extend_from_slice(&self.cells[end..own.end]);
            } else {
                cells.extend_from_slice(&self.cells[own]);
            }
            rows.push([offset(cells.len()), self.rows[row][1]]);
        }
        Self { cells, rows, ..self }
    }

    /// The place of neighbouring cells as one cell.
    fn as_one(&mut self, range: std::ops::Range<usize>, separator: u8) -> [u32; 2] {
        let spans = &self.cells[range.clone()];
        // A cell without quotation marks ends at its separator, and the next one begins behind it.
        let follow = |pair: &[[u32; 2]]| {
            pair.iter().all(|[start, _]| start & ASIDE == 0) && pair[1][0] == pair[0][1] + 1
        };
        if let (Some([start, _]), Some([_, end])) = (spans.first(), spans.last())
            && spans.windows(2).all(follow)
        {
            return [*start, *end];
        }
        let mut bytes = Vec::new();
        for (at, index) in range.enumerate() {
            bytes.extend((at > 0).then_some(separator));
            bytes.extend_from_slice(self.nth(index).as_bytes());
        }
        self.put_aside(&bytes)
    }

    /// The grid with the cells that `other` replaces.
    ///
    /// # Errors
    /// If there is no room.
    pub fn mapped(mut self, other: &mut dyn FnMut(&str) -> Option<String>) -> Result<Self, GridError> {
        for index in 0..self.cells.len() {
            if let Some(cell) = other(self.nth(index)) {
                if self.aside.len() + cell.len() >= ASIDE as usize {
                    return Err(GridError::TooLong);
                }
                self.cells[index] = self.put_aside(cell.as_bytes());
            }
        }
        Ok(self)
    }

    fn put_aside(&mut self, cell: &[u8]) -> [u32; 2] {
        let start = self.aside.len();
        self.aside.extend_from_slice(cell);
        [offset(start) | ASIDE, offset(self.aside.len())]
    }

    /// Replaces one ASCII letter by another in every cell.
    pub fn replace(&mut self, letter: u8, by: u8) {
        if letter.is_ascii() && by.is_ascii() {
            for bytes in [&mut self.text, &mut self.aside] {
                bytes.iter_mut().filter(|byte| **byte == letter).for_each(|byte| *byte = by);
            }
        }
    }

    /// The text that the grid is over.
    pub(crate) fn text(&self) -> &[u8] {
        &self.text
    }

    /// Adds to the current row the cell at that place of the text. A place outside the text reads as empty.
    ///
    /// # Errors
    /// If there is no room.
    pub fn take(&mut self, span: std::ops::Range<usize>, number: usize) -> Result<(), GridError> {
        self.put([offset(span.start), offset(span.end)], number)
    }

    /// Adds to the current row the cell at that place of the text, with each two quotation marks as one.
    pub(crate) fn take_doubled(
        &mut self,
        span: std::ops::Range<usize>,
        number: usize,
    ) -> Result<(), GridError> {
        let start = self.aside.len();
        let mut bytes = self.text[span].iter();
        while let Some(byte) = bytes.next() {
            self.aside.push(*byte);
            if *byte == b'"' {
                bytes.next();
            }
        }
        self.put([offset(start) | ASIDE, offset(self.aside.len())], number)
    }

    /// Ends the current row.
    pub fn end_row(&mut self, number: usize) {
        self.rows.push([offset(self.cells.len()), offset(number)]);
    }

    /// Whether all cells of the current row are blank.
    pub(crate) fn is_blank(&self) -> bool {
        let start = self.last_end();
        (start..self.cells.len()).all(|index| self.nth(index).trim().is_empty())
    }

    /// Drops the cells of the current row.
    pub(crate) fn drop_row(&mut self) {
        self.cells.truncate(self.last_end());
    }

    fn put(&mut self, [start, end]: [u32; 2], row_number: usize) -> Result<(), GridError> {
        if (end - (start & !ASIDE)) as usize > MAX_CELL {
            return Err(GridError::CellTooLong { row_number });
        }
        if self.cells.len() >= MAX_CELLS {
            return Err(GridError::TooManyCells { row_number });
        }
        if self.cells.len() - self.last_end() >= MAX_COLUMNS {
            return Err(GridError::TooManyColumns { row_number });
        }
        self.cells.push([start, end]);
        Ok(())
    }

    /// The end of the cells of the last whole row.
    fn last_end(&self) -> usize {
        self.rows.last().map_or(0, |[end, _]| *end as usize)
    }

    fn range(&self, row: usize) -> Option<std::ops::Range<usize>> {
        let end = self.rows.get(row)?[0] as usize;
        let before = row.checked_sub(1).and_then(|before| self.rows.get(before));
        Some(before.map_or(0, |[end, _]| *end as usize)..end)
    }

    /// Only a damaged handover makes a cell outside the text, or one that is no UTF-8: it reads as empty.
    fn nth(&self, index: usize) -> &str {
        let Some([start, end]) = self.cells.get(index).copied() else { return "" };
        let buffer = if start & ASIDE == 0 { &self.text } else { &self.aside };
        let bytes = buffer.get((start & !ASIDE) as usize..end as usize).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// Every place is below [`ASIDE`]: the text by [`Grid::over`], the cells by [`MAX_CELLS`]; and so are numbers of rows,
/// each of which has a byte.
fn offset(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_length_and_cells_beyond_are_empty() -> Result<(), GridError> {
        let mut grid = Grid::over("a,\"b\"\"c\"\n")?;
        grid.take(0..1, 1)?;
        grid.take_doubled(3..7, 1)?;
        grid.end_row(1);
        grid.push(4, ["é", "", "c"])?;
        assert_eq!((grid.rows(), grid.columns(), grid.width(0)), (2, 3, 2));
        assert_eq!(grid.row(0).collect::<Vec<_>>(), ["a", "b\"c"]);
        assert_eq!((grid.cell(1, 0), grid.cell(1, 2), grid.cell(0, 2), grid.cell(9, 0)), ("é", "c", "", ""));
        assert_eq!((grid.number(0), grid.number(1)), (1, 4));
        Ok(())
    }

    #[test]
    fn cells_are_joined_changed_and_the_others_stay() -> Result<(), GridError> {
        let mut grid = Grid::over("1,a, b,x\n2,\"c\",d,y\n3,e,z\n")?;
        for span in [0..1, 2..3, 4..6, 7..8] {
            grid.take(span, 1)?;
        }
        grid.end_row(1);
        for span in [9..10, 12..13, 15..16, 17..18] {
            grid.take(span, 2)?;
        }
        grid.end_row(2);
        grid.push(7, ["3", "e", "z"])?;
        let grid = grid.joined(&[(0, 1..3), (1, 1..3), (2, 1..9)], b',');
        let rows: Vec<Vec<&str>> = (0..grid.rows()).map(|row| grid.row(row).collect()).collect();
        assert_eq!(rows, [["1", "a, b", "x"], ["2", "c,d", "y"], ["3", "e", "z"]]);
        assert_eq!((grid.number(1), grid.number(2)), (2, 7));
        let mut grid = grid.mapped(&mut |cell| (cell == "x").then(|| "é;x".to_owned()))?;
        grid.replace(b';', b'-');
        assert_eq!((grid.cell(0, 2), grid.cell(0, 1), grid.cell(1, 2)), ("é-x", "a, b", "y"));
        Ok(())
    }

    #[test]
    fn a_damaged_handover_reads_as_empty() {
        let cells = vec![[0, 1], [1, 2], [0, 9], [7, 3], [ASIDE, ASIDE]];
        let rows = vec![[5, 1], [9, 2]];
        let grid =
            Grid::from_parts(Parts { text: "é!".as_bytes().to_vec(), aside: Vec::new(), cells, rows });
        assert_eq!(grid.row(0).collect::<Vec<_>>(), ["", "", "", "", ""]);
        assert_eq!((grid.rows(), grid.cell(1, 3)), (2, ""));
    }

    #[test]
    fn cells_without_room_are_refused() {
        let mut grid = Grid::default();
        let wide = grid.push(1, std::iter::repeat_n("", MAX_COLUMNS + 1));
        assert_eq!(wide, Err(GridError::TooManyColumns { row_number: 1 }));
        let mut grid = Grid::default();
        let long = grid.push(3, ["x".repeat(MAX_CELL + 1).as_str()]);
        assert_eq!(long, Err(GridError::CellTooLong { row_number: 3 }));
    }
}
