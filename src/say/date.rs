//! Days as a locale writes them.

use super::{Locale, text};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: u32,
    /// From 1 to 12.
    pub month: u32,
    /// From 1 to 31.
    pub day: u32,
}

impl Locale {
    /// A day with its month in short: `30 nov. 2026`, `Nov 30, 2026`.
    pub fn day(self, Day { year, month, day }: Day) -> String {
        let months = text!(self, date.months).split(' ');
        let month = months.zip(1..).find(|(_, number)| *number == month).map_or("", |(month, _)| month);
        text!(self, date.day, day = day, month = month, year = year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_browsers_write_it() {
        let [first, last] = [(1, 1), (12, 31)].map(|(month, day)| Day { year: 2026, month, day });
        assert_eq!(Locale::ALL.map(|locale| locale.day(first)), ["1 janv. 2026", "Jan 1, 2026"]);
        assert_eq!(Locale::ALL.map(|locale| locale.day(last)), ["31 déc. 2026", "Dec 31, 2026"]);
    }
}
