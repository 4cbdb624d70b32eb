//! Profiles of columns: counts over their cells, as the guesses need them.

use std::collections::BTreeMap;

use super::cells;
use super::nothing::is_without_content;
use super::table::Table;
use super::values;

/// Counts over the first rows of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Rows that were read.
    pub rows: usize,
    /// Cells that are not blank.
    pub filled: usize,
    /// Different values among them.
    pub distinct: usize,
    /// For each different value, in alphabetical order: the first row that holds it, and the number of rows.
    values: Vec<(usize, usize)>,
    /// Cells that are numbers, dates or addresses of pages.
    pub numeric: usize,
    /// Characters of the longest.
    pub longest: usize,
    /// The cells with content, which identify a text, however many others are "RAS".
    pub content: ContentCounts,
}

/// Counts over the cells of a column that have content.
#[derive(Clone, Debug, Default)]
pub(super) struct ContentCounts {
    /// Their number.
    pub cells: usize,
    /// Different values among them.
    pub distinct: usize,
    /// Values that come once.
    pub once: usize,
    /// Characters in them.
    pub characters: usize,
    /// Words in them.
    pub words: usize,
    /// Characters of the longest.
    pub longest: usize,
    /// Cells without words: numbers, links, identifiers, durations.
    pub bare: usize,
    /// Cells that read like proper names.
    pub named: usize,
    /// Identifiers that a spreadsheet has rounded.
    pub damaged: usize,
    /// Long numbers, whole or rounded.
    pub long_numbers: usize,
}

impl ContentCounts {
    fn take(&mut self, cell: &str, length: usize, times: usize) {
        self.cells += times;
        self.characters += times * length;
        self.longest = self.longest.max(length);
        self.words += times * cell.split_whitespace().count();
        self.bare += times * usize::from(cells::is_bare(cell));
        self.named += times * usize::from(cells::is_proper_name(cell));
        self.damaged += times * usize::from(cells::is_damaged(cell));
        self.long_numbers += times * usize::from(cells::is_exponent(cell) || cells::is_long_number(cell));
    }

    /// Whether nearly all cells are without words, written by a machine or ticked.
    pub(super) fn is_bare(&self) -> bool {
        self.cells > 0 && self.bare * 10 >= self.cells * 8
    }

    /// Whether nearly all cells are proper names.
    pub(super) fn is_of_names(&self) -> bool {
        self.cells > 0 && self.named * 10 >= self.cells * 7
    }

    /// Whether a spreadsheet has rounded its identifiers, so that several of them may have become one.
    pub(super) fn is_damaged(&self) -> bool {
        self.damaged > 0 && self.damaged == self.long_numbers && self.damaged * 2 >= self.cells
    }

    /// The mean number of words per cell, times ten.
    pub(super) fn tenths_of_words(&self) -> usize {
        self.words * 10 / self.cells.max(1)
    }

    /// Whether the cells are sentences, or at least several words each.
    pub(super) fn is_worded(&self) -> bool {
        self.cells > 0 && (self.tenths_of_words() >= 25 || self.longest >= 30)
    }

    /// Whether the cells are sentences and hardly any is repeated.
    pub(super) fn is_narrative(&self) -> bool {
        self.cells >= 5
            && self.distinct * 10 >= self.cells * 8
            && self.characters >= self.cells * 25
            && self.tenths_of_words() >= 40
    }

    /// Whether half of the values occur once, however often the others do: they were written, not chosen.
    pub(super) fn is_own(&self) -> bool {
        self.once >= 2 && self.once * 2 >= self.distinct
    }

    /// Whether few different answers, of any length, are repeated often.
    pub(super) fn is_repeated(&self) -> bool {
        self.cells >= 10 && self.distinct * 4 <= self.cells
    }

    /// Whether few short answers are repeated often, as if chosen from a list.
    pub(super) fn is_chosen(&self) -> bool {
        self.distinct <= 12
            && self.cells >= self.distinct * 3
            && self.longest <= 60
            && self.tenths_of_words() < 40
    }
}

impl Profile {
    /// The most rows that are read; fewer for a very wide table, so that the guess stays quick.
    const ROWS: usize = 1000;
    const CELLS: usize = 50_000;

    pub(super) fn of(table: &Table, column: usize) -> Self {
        let rows = (Self::CELLS / table.columns().max(1)).clamp(20, Self::ROWS);
        let mut profile = Self { rows: table.rows().min(rows), ..Self::default() };
        // Each different value is examined once.
        let mut values: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let cells = (0..profile.rows).map(|row| (row, table.cell(row, column).trim()));
        for (row, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
            values.entry(cell).or_insert((row, 0)).1 += 1;
        }
        profile.distinct = values.len();
        profile.values = values.values().copied().collect();
        for (cell, (_, times)) in values {
            let length = cell.chars().count();
            profile.filled += times;
            profile.longest = profile.longest.max(length);
            profile.numeric += times * usize::from(is_numeric(cell));
            if !is_without_content(cell) {
                profile.content.take(cell, length, times);
                profile.content.distinct += 1;
                profile.content.once += usize::from(times == 1);
            }
        }
        profile
    }

    /// The different values of the profiled column, each with its number of rows.
    pub(super) fn values<'t>(
        &self,
        table: &'t Table,
        column: usize,
    ) -> impl Iterator<Item = (&'t str, usize)> + use<'t, '_> {
        self.values.iter().map(move |(row, times)| (table.cell(*row, column).trim(), *times))
    }

    /// Whether the cells read like answers in people's own words.
    pub(super) fn is_prose(&self) -> bool {
        let content = &self.content;
        content.cells > 0
            && self.numeric * 2 < self.filled
            && content.words >= content.cells * 3
            && content.characters >= content.cells * 15
            && content.distinct * 10 >= content.cells * 4
    }

    /// Whether all filled cells are equal.
    pub(super) fn is_constant(&self) -> bool {
        self.distinct == 1 && self.filled > 1
    }

    /// Whether nearly all its cells are numbers.
    pub(super) fn is_numeric(&self) -> bool {
        self.filled > 0 && self.numeric * 10 >= self.filled * 8
    }

    /// Whether the column divides the rows into few groups: 2 to 20 short values, or up to 7 long ones, each repeated
    /// on average.
    pub(super) fn is_grouping(&self) -> bool {
        (2..=20).contains(&self.distinct)
            && self.distinct * 2 <= self.filled
            && self.filled * 2 >= self.rows
            && (self.longest <= 60 || self.distinct <= 7 && self.longest <= 120)
            && self.numeric * 2 < self.filled
    }
}

/// Whether a cell is a number or a date rather than words.
pub(super) fn is_numeric(cell: &str) -> bool {
    let cell = cell.trim();
    let part = |word: &str| {
        word.bytes().all(|b| b.is_ascii_digit() || b"-/.:,TZ+".contains(&b) || b"APMapm".contains(&b))
            || cell.contains(':') && is_time_zone(word)
    };
    let date = || {
        cell.starts_with(|c: char| c.is_ascii_digit())
            && cell.len() <= 32
            && !is_range(cell)
            && cell.split(' ').all(part)
    };
    !cell.is_empty() && (values::is_number(cell) || date())
}

/// Whether a cell is a group of ages or of sizes: `18-24`.
fn is_range(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.trim().bytes().all(|b| b.is_ascii_digit());
    cell.split_once('-').is_some_and(|(low, high)| digits(low) && digits(high))
}

/// Whether a word is a time zone as form tools write it: `UTC+1`, `GMT`, `CEST`.
fn is_time_zone(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    (2..=5).contains(&letters) && word[letters..].bytes().all(|b| b.is_ascii_digit() || b"+-:".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_no_words() {
        for cell in [
            "8,5",
            "03/02/2025 10:00:12",
            "2025-03-04T09:12:33Z",
            "3/4/2025 9:12 pm",
            "2025/03/04 9:12:33 AM UTC+1",
        ] {
            assert!(is_numeric(cell), "{cell}");
        }
        for cell in ["", "18-24", "100 - 1000", "3 RAS", "2 fois par an", "10:00 RENDEZ-VOUS"] {
            assert!(!is_numeric(cell), "{cell}");
        }
    }
}
