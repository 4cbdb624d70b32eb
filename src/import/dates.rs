//! Reads days as people and programs write them, as far as a collection period needs them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::matching::fold;
use super::table::Table;

/// The length of a collection period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Period {
    /// `2025-05`.
    Month,
    /// `2025-Q2`.
    Quarter,
    /// `2025`.
    Year,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// From 1900 to 2199.
    pub year: u16,
    /// From 1 to 12.
    pub month: u8,
}

/// The order of day and month in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `31/12/2025`, as nearly everywhere.
    DayFirst,
    /// `12/31/2025`.
    MonthFirst,
}

impl Period {
    /// Every period, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// Its name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The period that holds a month. Periods sort as they follow each other.
    ///
    /// ```
    /// use reflet::import::dates::{Month, Period};
    /// let may = Month { year: 2025, month: 5 };
    /// assert_eq!(Period::Quarter.of(may), "2025-Q2");
    /// ```
    pub fn of(self, Month { year, month }: Month) -> String {
        match self {
            Self::Month => format!("{year}-{month:02}"),
            Self::Quarter => format!("{year}-Q{}", (month - 1) / 3 + 1),
            Self::Year => year.to_string(),
        }
    }
}

/// The order that fits all these days; if both fit, the day first.
pub fn order<'c>(cells: impl Iterator<Item = &'c str>) -> Order {
    let (mut day_first, mut month_first) = (0_usize, 0_usize);
    for cell in cells {
        if let [Part::Number(first, _), Part::Number(second, _), ..] = parts(cell)[..] {
            day_first += usize::from((13..=31).contains(&first) && second <= 12);
            month_first += usize::from(first <= 12 && (13..=31).contains(&second));
        }
    }
    if month_first > day_first { Order::MonthFirst } else { Order::DayFirst }
}

/// The month of a day: `2025-05-03 14:05`, `03/05/2025`, `3.5.25`, `3 mai 2025`, `May 3, 2025`, `mai 2025`; none for
/// anything else.
pub fn month(cell: &str, order: Order) -> Option<Month> {
    let parts = parts(cell);
    let (year, month) = match parts[..] {
        [Part::Number(year, 4), Part::Number(month, _), ..]
        | [Part::Number(month, 1 | 2), Part::Number(year, 4)] => (year, month),
        [Part::Number(first, _), Part::Number(second, _), Part::Number(year, digits), ..] => {
            let (day, month) = match order {
                Order::DayFirst => (first, second),
                Order::MonthFirst => (second, first),
            };
            (1..=31).contains(&day).then_some(())?;
            (century(year, digits)?, month)
        }
        [Part::Number(_, 1 | 2), Part::Month(month), Part::Number(year, digits), ..]
        | [Part::Month(month), Part::Number(_, 1 | 2), Part::Number(year, digits), ..]
        | [Part::Month(month), Part::Number(year, digits @ 4)] => (century(year, digits)?, month),
        [Part::Month(month), Part::Number(year, digits @ 2)] if is_of_a_spreadsheet(cell) => {
            (century(year, digits)?, month)
        }
        // `20240503`.
        [Part::Number(day, 8)] => {
            (1..=31).contains(&(day % 100)).then_some(())?;
            (day / 10_000, day / 100 % 100)
        }
        // A day as spreadsheets count it, where the format of the cell was lost: from 1982 to 2064.
        [Part::Number(days @ 30_000..60_000, 5)] => {
            let (year, month, _) = civil(u64::from(days) + DAYS_TO_1900 - 2);
            (u32::try_from(year).ok()?, u32::try_from(month).ok()?)
        }
        _ => return None,
    };
    let known = (1..=12).contains(&month) && (1900..2200).contains(&year);
    known.then_some(Month { year: u16::try_from(year).ok()?, month: u8::try_from(month).ok()? })
}

/// Whether a cell is a month as spreadsheets show it, `Jan-24`: a day of January would be `24-Jan`.
fn is_of_a_spreadsheet(cell: &str) -> bool {
    let divided = cell.trim().split_once('-');
    divided.is_some_and(|(name, year)| !name.contains(' ') && year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The first and the last month of a column of days; `None` if it has no day. A long table is sampled evenly, with its
/// first and last row.
pub fn span(table: &Table, column: usize) -> Option<(Month, Month)> {
    /// The most rows that are read.
    const ROWS: usize = 1000;
    let rows =
        (0..table.rows()).step_by(table.rows().div_ceil(ROWS).max(1)).chain(table.rows().checked_sub(1));
    let cells: BTreeSet<&str> = rows.map(|row| table.cell(row, column)).collect();
    let order = order(cells.iter().copied());
    let key = |month: &Month| (month.year, month.month);
    let mut months: Vec<Month> = cells.into_iter().filter_map(|cell| month(cell, order)).collect();
    months.sort_unstable_by_key(key);
    Some((*months.first()?, *months.last()?))
}

/// A token of a written day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A number and its count of digits.
    Number(u32, usize),
    /// The name of a month.
    Month(u32),
}

/// The first tokens of a cell; empty if there is anything else among them.
fn parts(cell: &str) -> Vec<Part> {
    const LONGEST: usize = 40;
    if cell.len() > LONGEST {
        return Vec::new();
    }
    let folded = fold(&cell.replace('T', " "));
    let words = folded.split(' ').filter(|word| !matches!(*word, "le" | "de" | "of" | "")).take(3);
    let part = |word: &str| {
        let word = word.strip_suffix("er").filter(|rest| *rest == "1").unwrap_or(word);
        let number = word.parse().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
        number.map(|number| Part::Number(number, word.len())).or_else(|| named(word).map(Part::Month))
    };
    words.map(part).collect::<Option<_>>().unwrap_or_default()
}

/// Days from the first of March of the year 0 to the first of January 1900.
pub(super) const DAYS_TO_1900: u64 = 693_901;

/// The year, month and day that are `days` after the first of March of the year 0. Years begin in March here, so that a
/// leap day is the last day of its year.
pub(super) fn civil(days: u64) -> (u64, u64, u64) {
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year_of_era + later, month, day)
}

fn century(year: u32, digits: usize) -> Option<u32> {
    match digits {
        4 => Some(year),
        // A year of two digits is one of this century: surveys are not older.
        2 => Some(2000 + year),
        _ => None,
    }
}

pub(super) fn named(word: &str) -> Option<u32> {
    const NAMES: [[&str; 4]; 12] = [
        ["janvier", "janv", "january", "jan"],
        ["fevrier", "fevr", "february", "feb"],
        ["mars", "mar", "march", "mrz"],
        ["avril", "avr", "april", "apr"],
        ["mai", "may", "may", "mai"],
        ["juin", "jun", "june", "juin"],
        ["juillet", "juil", "july", "jul"],
        ["aout", "aou", "august", "aug"],
        ["septembre", "sept", "september", "sep"],
        ["octobre", "oct", "october", "okt"],
        ["novembre", "nov", "november", "nov"],
        ["decembre", "dec", "december", "dez"],
    ];
    let month = NAMES.iter().position(|names| names.contains(&word))?;
    u32::try_from(month + 1).ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::import::grid::{Grid, GridError};
    use crate::import::layout::Layout;

    #[test]
    fn days_as_people_write_them() {
        for (cell, expected) in [
            ("2025-05-03", Some((2025, 5))),
            ("2025-05-03 14:05:00", Some((2025, 5))),
            ("2025-05-03T14:05:00Z", Some((2025, 5))),
            ("2025/5/3", Some((2025, 5))),
            ("03/05/2025", Some((2025, 5))),
            ("3.5.25", Some((2025, 5))),
            ("03/05/2025 09:30", Some((2025, 5))),
            ("3 mai 2025", Some((2025, 5))),
            ("1er août 2024", Some((2024, 8))),
            ("le 3 févr. 2025", Some((2025, 2))),
            ("May 3, 2025", Some((2025, 5))),
            ("décembre 2024", Some((2024, 12))),
            ("05/2025", Some((2025, 5))),
            // As spreadsheets count these days.
            ("45658", Some((2025, 1))),
            ("45657", Some((2024, 12))),
            ("45351", Some((2024, 2))),
            ("45352", Some((2024, 3))),
            ("36526", Some((2000, 1))),
            ("123456", None),
            ("2025-13-01", None),
            ("2025", None),
            ("hier", None),
            ("32/01/2025", None),
            ("", None),
        ] {
            let read = month(cell, Order::DayFirst).map(|month| (month.year, month.month));
            assert_eq!(read, expected, "{cell:?}");
        }
        assert_eq!(month("05/03/2025", Order::MonthFirst), Some(Month { year: 2025, month: 5 }));
    }

    #[test]
    fn the_days_of_a_column_decide_their_order() {
        assert_eq!(order(["03/05/2025", "12/31/2025"].into_iter()), Order::MonthFirst);
        assert_eq!(order(["03/05/2025", "31/12/2025"].into_iter()), Order::DayFirst);
        assert_eq!(order(["03/05/2025"].into_iter()), Order::DayFirst);
    }

    #[test]
    fn periods_follow_each_other() {
        let periods = |period: Period| {
            [(2024, 12), (2025, 1), (2025, 6), (2025, 11)]
                .map(|(year, month)| period.of(Month { year, month }))
        };
        assert_eq!(periods(Period::Month), ["2024-12", "2025-01", "2025-06", "2025-11"]);
        assert_eq!(periods(Period::Quarter), ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q4"]);
        assert_eq!(periods(Period::Year), ["2024", "2025", "2025", "2025"]);
    }

    #[test]
    fn a_span_reaches_from_end_to_end() -> Result<(), GridError> {
        let mut grid = Grid::default();
        grid.push(1, ["date"])?;
        for row in 0..20_000 {
            grid.push(row + 2, [if row < 19_990 { "3/02/2025" } else { "30/04/2025" }])?;
        }
        let table = Table::of(Arc::new(grid), Layout { skipped: 0, header_rows: 1 }, Vec::new());
        let month = |month| Month { year: 2025, month };
        assert_eq!(span(&table, 0), Some((month(2), month(4))));
        assert_eq!(span(&table, 1), None);
        Ok(())
    }
}
