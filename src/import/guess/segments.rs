//! Which columns divide the rows into groups.

use super::columns::Columns;
use super::names;
use crate::import::cells;

impl Columns<'_> {
    /// The free columns of few groups. Links, electronic addresses, rounded identifiers and what a company replied
    /// group nobody, however often they repeat.
    pub(super) fn segments(&self) -> Vec<usize> {
        let groups = |column: &usize| {
            self.profiles[*column].is_grouping()
                && !self.profiles[*column].said.is_damaged()
                && !names::is_a_reply(&self.headers[*column])
                && self.share(*column, |cell| cells::is_link(cell) || cells::is_email(cell)) < 50
        };
        self.free().filter(groups).collect()
    }
}
