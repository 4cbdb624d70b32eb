//! Finds texts that a separator inside them has torn into several cells, because they were not quoted: `4,Nice staff,
//! slow till,Lyon` below three headers. The evidence is the cells behind the text, which fit their columns once it is
//! joined, and the beginnings of the torn parts. Only the user decides that they are joined.

use std::collections::HashSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::grid::Grid;
use super::layout::Layout;
use super::profile::is_numeric;

/// The most rows that are read.
const ROWS: usize = 2000;
const CELLS: usize = 200_000;
/// The most examples.
const EXAMPLES: usize = 3;

/// Rows with more cells than the header, and the column of texts in which joined cells restore the width.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Torn {
    /// The column.
    pub column: usize,
    /// The number of rows that joining makes as wide as the header.
    pub count: usize,
    /// Number of the first one.
    pub first: usize,
    /// The first ones.
    pub examples: Vec<Example>,
}

/// A text before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Its cells, or their beginning.
    pub before: Vec<String>,
    /// The joined cell.
    pub after: String,
}

/// The usual cells of a column, in rows as wide as the header.
enum UsualCells<'g> {
    Numbers,
    /// A few values, repeated often.
    Known(HashSet<&'g str>),
    /// Words without a space: a code, an address.
    Word,
    Text,
    Other,
}

/// The rows of a grid compared with the width of its header.
struct Width<'g> {
    grid: &'g Grid,
    /// The first row below the headers.
    first: usize,
    columns: usize,
    /// Whether rows end in empty cells beyond the header.
    padded: bool,
}

/// The torn column; `None` if no row is longer than the header, or if the column is not certain.
pub(super) fn find(grid: &Grid, layout: Layout, separator: char) -> Option<Torn> {
    let width = Width::of(grid, layout)?;
    let long: Vec<usize> = width.long().take(ROWS).collect();
    if long.is_empty() {
        return None;
    }
    if let Some(column) = width.decimals().filter(|_| separator == ',') {
        return torn(grid, separator, column, &width.pairs(column));
    }
    let usual = width.usual_cells()?;
    let mut mended = vec![0_usize; usual.len()];
    for row in &long {
        width.torn(&usual, *row).into_iter().for_each(|column| mended[column] += 1);
    }
    let found: Vec<usize> = (0..usual.len()).filter(|column| mended[*column] * 5 >= long.len() * 4).collect();
    let [column] = found[..] else { return None };
    torn(grid, separator, column, &width.joins(&usual, column))
}

fn torn(grid: &Grid, separator: char, column: usize, joins: &[(usize, Range<usize>)]) -> Option<Torn> {
    let first = grid.number(joins.first()?.0);
    let example = |(row, part): &(usize, Range<usize>)| {
        let before: Vec<String> = part.clone().map(|at| shortened(grid.cell(*row, at))).collect();
        Example { after: shortened(&before.join(&separator.to_string())), before }
    };
    let examples = joins.iter().take(EXAMPLES).map(example).collect();
    Some(Torn { column, count: joins.len(), first, examples })
}

/// The rows and cells to join for whole texts in that column.
pub(super) fn joins(grid: &Grid, layout: Layout, column: usize) -> Vec<(usize, Range<usize>)> {
    let Some(width) = Width::of(grid, layout) else { return Vec::new() };
    if width.decimals() == Some(column) {
        return width.pairs(column);
    }
    width.usual_cells().map_or_else(Vec::new, |usual| width.joins(&usual, column))
}

fn shortened(cell: &str) -> String {
    const LONGEST: usize = 160;
    cell.chars().take(LONGEST).collect()
}

impl<'g> Width<'g> {
    fn of(grid: &'g Grid, layout: Layout) -> Option<Self> {
        let first = (layout.skipped + layout.header_rows).min(grid.rows());
        let headers = layout.skipped.min(first)..first;
        let columns =
            headers.clone().map(|row| filled(grid, row)).max().or_else(|| usual_width(grid, first))?;
        let behind_nothing = |row: usize| grid.width(row) > columns && filled(grid, row) <= columns;
        let padded = headers.into_iter().any(|row| grid.width(row) > columns)
            || (first..grid.rows()).take(ROWS).filter(|row| behind_nothing(*row)).count() * 2
                >= (grid.rows() - first).clamp(1, ROWS);
        // A text needs another column beside it.
        (columns >= 2).then_some(Self { grid, first, columns, padded })
    }

    fn width(&self, row: usize) -> usize {
        if self.padded { filled(self.grid, row) } else { self.grid.width(row) }
    }

    /// The rows that are longer than the header.
    fn long(&self) -> impl Iterator<Item = usize> {
        (self.first..self.grid.rows())
            .filter(|row| self.grid.width(*row) > self.columns && self.width(*row) > self.columns)
    }

    /// The usual cells of each column in rows of the right width; `None` for too few such rows.
    fn usual_cells(&self) -> Option<Vec<UsualCells<'g>>> {
        let fits = |row: &usize| {
            let width = self.width(*row);
            width == self.columns || self.padded && (1..self.columns).contains(&width)
        };
        // Fewer rows are read of a very wide table.
        let enough = (CELLS / self.columns.max(1)).clamp(20, ROWS);
        let rows: Vec<usize> = (self.first..self.grid.rows()).filter(fits).take(enough).collect();
        let wide = rows.len() >= 3;
        wide.then(|| (0..self.columns).map(|column| self.usual_cells_of(&rows, column)).collect())
    }

    fn usual_cells_of(&self, rows: &[usize], column: usize) -> UsualCells<'g> {
        const VALUES: usize = 50;
        let cells =
            rows.iter().map(|row| self.grid.cell(*row, column).trim()).filter(|cell| !cell.is_empty());
        let (mut filled, mut numbers, mut words) = (0, 0, 0);
        let mut known = HashSet::new();
        for cell in cells {
            filled += 1;
            numbers += usize::from(is_numeric(cell));
            words += cell.split_whitespace().count();
            if known.len() <= VALUES {
                known.insert(cell);
            }
        }
        if filled == 0 {
            UsualCells::Other
        } else if numbers * 20 >= filled * 19 {
            UsualCells::Numbers
        } else if known.len() <= VALUES && known.len() * 2 <= filled && words < filled * 3 {
            UsualCells::Known(known)
        } else if words == filled {
            UsualCells::Word
        } else if words >= filled * 2 {
            UsualCells::Text
        } else {
            UsualCells::Other
        }
    }

    /// The only column of numbers divided by their decimal comma: nearly all rows have one cell more than the header,
    /// and the cell behind that column has one or two digits. `None` for several such columns.
    fn decimals(&self) -> Option<usize> {
        const FEW: usize = 5;
        let rows = self.grid.rows() - self.first;
        let long: Vec<usize> =
            self.long().filter(|row| self.width(*row) == self.columns + 1).take(ROWS).collect();
        if long.len() < FEW || long.len() * 20 < rows.min(ROWS) * 19 {
            return None;
        }
        let is_whole = |cell: &str, most: usize| {
            (1..=most).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_divided = |column: usize| {
            let fits = |row: &&usize| {
                is_whole(self.grid.cell(**row, column).trim(), 3)
                    && is_whole(self.grid.cell(**row, column + 1), 2)
            };
            long.iter().filter(fits).count() * 20 >= long.len() * 19
        };
        let divided: Vec<usize> = (0..self.columns).filter(|column| is_divided(*column)).collect();
        if let [column] = divided[..] { Some(column) } else { None }
    }

    /// The two cells of each number in that column.
    fn pairs(&self, column: usize) -> Vec<(usize, Range<usize>)> {
        self.long()
            .filter(|row| self.width(*row) == self.columns + 1)
            .map(|row| (row, column..column + 2))
            .collect()
    }

    fn joins(&self, usual: &[UsualCells], column: usize) -> Vec<(usize, Range<usize>)> {
        let torn = self.long().filter(|row| self.torn(usual, *row).contains(&column));
        torn.map(|row| (row, column..column + self.width(row) - self.columns + 1)).collect()
    }

    /// The columns that may be torn in a row: the cells before and behind fit their columns once the text is joined,
    /// and either they did not fit before, or the torn parts read on from each other. Columns whose parts read on
    /// exclude the others.
    fn torn(&self, usual: &[UsualCells], row: usize) -> Vec<usize> {
        /// The most separators inside a text.
        const PARTS: usize = 50;
        let extra = self.width(row).saturating_sub(self.columns);
        if extra == 0 || extra > PARTS {
            return Vec::new();
        }
        let cells: Vec<&str> = self.grid.row(row).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or("");
        let columns = || 0..usual.len();
        let fits_here = |at: &usize| usual[*at].fits(cell(*at));
        let fits_moved = |at: &usize| usual[*at].fits(cell(at + extra));
        // Cells before the torn column fit in place, cells behind it fit once they have moved.
        let last = columns().find(|at| !fits_here(at)).unwrap_or(usual.len());
        let first = columns().rev().find(|at| !fits_moved(at)).unwrap_or(0);
        let confirmed = columns().rev().find(|at| usual[*at].confirms(cell(at + extra))).unwrap_or(0);
        let out_of_place = columns().rev().find(|at| !fits_here(at)).unwrap_or(0);
        let reads_on =
            |column: usize| (column + 1..=column + extra).all(|at| goes_on(cell(at - 1), cell(at)));
        let texts = columns().filter(|at| (first..=last).contains(at) && usual[*at].may_be_torn());
        let may = texts.map(|column| (column, reads_on(column)));
        let torn: Vec<(usize, bool)> =
            may.filter(|&(column, on)| on || column < confirmed && column < out_of_place).collect();
        let any_reads_on = torn.iter().any(|(_, on)| *on);
        torn.into_iter().filter(|(_, on)| *on || !any_reads_on).map(|(column, _)| column).collect()
    }
}

impl UsualCells<'_> {
    /// Whether cells have several words, so that a separator may be inside; short answers may be repeated like names.
    fn may_be_torn(&self) -> bool {
        match self {
            Self::Text => true,
            Self::Known(values) => values.iter().any(|value| value.contains(' ')),
            Self::Numbers | Self::Word | Self::Other => false,
        }
    }

    /// Whether a cell fits such a column.
    fn fits(&self, cell: &str) -> bool {
        let cell = cell.trim();
        cell.is_empty()
            || match self {
                Self::Numbers => is_numeric(cell),
                Self::Known(values) => values.contains(cell),
                Self::Word => !cell.contains(char::is_whitespace),
                Self::Text | Self::Other => true,
            }
    }

    /// Whether a cell is evidence that its column is the right one.
    fn confirms(&self, cell: &str) -> bool {
        !matches!(self, Self::Text | Self::Other) && !cell.trim().is_empty() && self.fits(cell)
    }
}

/// Whether a cell reads like the rest of the one before: it begins with a space or a small letter, or a number goes on.
fn goes_on(before: &str, cell: &str) -> bool {
    let digits =
        || before.ends_with(|c: char| c.is_ascii_digit()) && cell.starts_with(|c: char| c.is_ascii_digit());
    cell.starts_with(|c: char| c.is_whitespace() || c.is_lowercase()) && !cell.trim().is_empty() || digits()
}

/// The number of cells of a row up to the last one that is not blank.
fn filled(grid: &Grid, row: usize) -> usize {
    (0..grid.width(row)).rev().find(|at| !grid.cell(row, *at).trim().is_empty()).map_or(0, |at| at + 1)
}

/// The width of most rows.
fn usual_width(grid: &Grid, first: usize) -> Option<usize> {
    let mut widths: Vec<usize> = (first..grid.rows()).take(ROWS).map(|row| grid.width(row)).collect();
    widths.sort_unstable();
    widths
        .chunk_by(|one, other| one == other)
        .max_by_key(|same| same.len())
        .and_then(|same| same.first().copied())
}
