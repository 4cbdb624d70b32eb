//! The place of the headers of a grid: lines above them that are no part of the table, and the number of header rows.

use super::grid::Grid;
use super::header;

/// The layout of the first rows of a grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The number of rows at the top that are no part of the table: a title, a date, a contact.
    pub skipped: usize,
    /// The number of header rows below them; their cells are joined per column.
    pub header_rows: usize,
}

impl Layout {
    /// The first rows that are read.
    const ROWS: usize = 200;
    /// The most lines above a table.
    const DEEPEST: usize = 12;

    /// The likeliest layout; values that the user has decided are taken as they are.
    pub fn guess(grid: &Grid, skipped: Option<usize>, header_rows: Option<usize>) -> Self {
        let rows = first_rows(grid);
        let skipped = skipped.unwrap_or_else(|| preamble(&rows));
        let header_rows =
            header_rows.unwrap_or_else(|| header::guess(rows.get(skipped..).unwrap_or_default()));
        Self { skipped, header_rows }
    }

    /// The other possible number of header rows; `None` if the likeliest is beyond doubt.
    pub(super) fn otherwise(self, grid: &Grid) -> Option<usize> {
        let rows = first_rows(grid);
        let rows = rows.get(self.skipped..).unwrap_or_default();
        let (other, likeliest) = (header::otherwise(rows)?, header::guess(rows));
        Some(if self.header_rows == other { likeliest } else { other })
    }
}

fn first_rows(grid: &Grid) -> Vec<Vec<&str>> {
    (0..grid.rows().min(Layout::ROWS)).map(|row| grid.row(row).collect()).collect()
}

/// The number of rows above the table: rows of one or two cells, above a wider row that names columns.
fn preamble(rows: &[Vec<&str>]) -> usize {
    let filled = |row: &Vec<&str>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let mut counts: Vec<usize> = rows.iter().map(filled).collect();
    counts.sort_unstable();
    let usual = counts.get(counts.len() / 2).copied().unwrap_or(0);
    // For a short table, the widest row gives the width.
    let usual = if rows.len() < 6 { counts.last().copied().unwrap_or(0) } else { usual };
    let is_above = |row: &Vec<&str>| filled(row) == 1 && usual >= 2 || filled(row) == 2 && usual >= 4;
    let above = rows.iter().take(Layout::DEEPEST).take_while(|row| is_above(row)).count();
    let below = rows.get(above..).unwrap_or_default();
    let is_table =
        below.len() >= 2 && header::is_sure(below) || below.len() == 1 && header::is_all_names(&below[0]);
    if above > 0 && is_table { above } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reflet_grid::{GridError, Separator, cut};

    #[test]
    fn lines_above_a_table_are_found() -> Result<(), GridError> {
        for (text, skipped, header_rows) in [
            ("id;texte\n1;Bon\n", 0, 1),
            ("Export du 12/03\nid;texte\n1;Bon\n2;Bien\n", 1, 1),
            ("Enquête clients;;;\nPériode;2025;;\n\nid;note;texte;canal\n1;8;Bon;Web\n2;3;Long;Tel\n", 2, 1),
            ("Titre\nSous-titre\n8;Bon\n9;Bien\n", 0, 0),
            // An answer without a rating is no title.
            ("Bien;\nRAS;8\nLong;3\n", 0, 0),
            ("texte;note\nBien;\nRAS;8\n", 0, 1),
            ("Export\nid;texte\n", 1, 1),
        ] {
            let grid = cut(text.into(), 0, Separator::Semicolon, &mut |_| {})?.grid;
            assert_eq!(Layout::guess(&grid, None, None), Layout { skipped, header_rows }, "{text:?}");
        }
        Ok(())
    }
}
