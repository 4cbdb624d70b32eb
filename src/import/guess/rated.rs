//! Guesses the columns of ratings.

use super::columns::Columns;
use crate::import::mapping::RatingColumn;
use crate::import::ratings;
use crate::import::values;

impl Columns<'_> {
    /// The free columns of closed answers. In a table without headers, or with numbers as headers, the first column of
    /// few different numbers up to 10.
    pub(super) fn ratings(&mut self) -> Vec<RatingColumn> {
        // One of a pair of questions is no scale if some answers are narratives, even if most are "yes" or "no".
        let free: Vec<usize> = self.free().filter(|column| !self.is_narrative_for_some(*column)).collect();
        let mut found = ratings::find(self.table, &free);
        let names_nothing = |header: &String| header.bytes().all(|byte| byte.is_ascii_digit());
        if found.is_empty() && self.headers.iter().all(names_nothing) {
            let few = |column: &usize| {
                let profile = &self.profiles[*column];
                profile.is_numeric() && profile.distinct <= 11 && profile.distinct < profile.filled.max(4)
            };
            let in_ten = |cell: &str| values::rating(cell).is_some_and(|r| (0.0..=10.0).contains(&r.value));
            let unnamed = free.into_iter().find(|column| few(column) && self.share(*column, in_ten) >= 90);
            found.extend(unnamed.map(|column| ratings::column(self.table, column)));
        }
        for rating in &found {
            self.taken[rating.column] = true;
        }
        found
    }
}
