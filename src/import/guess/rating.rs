//! Which columns hold ratings.

use super::columns::Columns;
use crate::import::values;
use crate::import::vocabulary::Role;

impl Columns<'_> {
    pub(super) fn rating(&mut self) -> Option<usize> {
        let unnamed = self.headers.iter().all(String::is_empty);
        self.find(Role::Rating).or_else(|| {
            let few = |column: &usize| {
                let profile = &self.profiles[*column];
                profile.is_numeric() && profile.distinct <= 11 && profile.distinct < profile.filled.max(4)
            };
            let in_ten = |cell: &str| values::rating(cell).is_some_and(|r| (0.0..=10.0).contains(&r.value));
            let found =
                self.free().find(|column| unnamed && few(column) && self.share(*column, in_ten) >= 90);
            self.take(found)
        })
    }
}
