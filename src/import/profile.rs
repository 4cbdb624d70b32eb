//! What a column holds, as far as a guess needs to know.

use std::collections::HashSet;

use super::table::Table;
use super::values;

/// Counts over the first rows of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Rows that were looked at.
    pub rows: usize,
    /// Cells that are not blank.
    pub filled: usize,
    /// Different values among them.
    pub distinct: usize,
    /// Characters in them.
    pub characters: usize,
    /// Words in them.
    pub words: usize,
    /// Cells that are numbers, dates or addresses of pages.
    pub numeric: usize,
    /// Characters of the longest.
    pub longest: usize,
}

impl Profile {
    /// So many rows tell what a column holds; of a very wide table fewer, so that the guess stays quick.
    const ROWS: usize = 1000;
    const CELLS: usize = 50_000;

    pub(super) fn of(table: &Table, column: usize) -> Self {
        let rows = (Self::CELLS / table.columns().max(1)).clamp(20, Self::ROWS);
        let mut profile = Self { rows: table.rows().min(rows), ..Self::default() };
        let mut values = HashSet::new();
        for cell in
            (0..profile.rows).map(|row| table.cell(row, column).trim()).filter(|cell| !cell.is_empty())
        {
            let length = cell.chars().count();
            profile.filled += 1;
            profile.characters += length;
            profile.longest = profile.longest.max(length);
            profile.words += cell.split_whitespace().count();
            profile.numeric += usize::from(is_numeric(cell));
            values.insert(cell);
        }
        profile.distinct = values.len();
        profile
    }

    /// Whether its cells read like answers in one's own words.
    pub(super) fn is_prose(&self) -> bool {
        self.filled > 0
            && self.numeric * 2 < self.filled
            && self.words >= self.filled * 3
            && self.characters >= self.filled * 15
            && self.distinct * 10 >= self.filled * 4
    }

    /// Whether all who say something say the same.
    pub(super) fn is_constant(&self) -> bool {
        self.distinct == 1 && self.filled > 1
    }

    /// Whether nearly all its cells are numbers.
    pub(super) fn is_numeric(&self) -> bool {
        self.filled > 0 && self.numeric * 10 >= self.filled * 8
    }

    /// Whether it divides the rows into few groups: 2 to 20 short words, each more than once on average.
    pub(super) fn is_grouping(&self) -> bool {
        (2..=20).contains(&self.distinct)
            && self.distinct * 2 <= self.filled
            && self.filled * 2 >= self.rows
            && self.longest <= 60
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
    let date =
        || cell.starts_with(|c: char| c.is_ascii_digit()) && cell.len() <= 32 && cell.split(' ').all(part);
    !cell.is_empty() && (values::is_number(cell) || date())
}

/// `UTC+1`, `GMT`, `CEST`: what form tools write behind the time.
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
        for cell in ["", "3 RAS", "2 fois par an", "10:00 RENDEZ-VOUS"] {
            assert!(!is_numeric(cell), "{cell}");
        }
    }
}
