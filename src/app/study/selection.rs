//! Which responses are read, and which two groups are compared.

use leptos::prelude::*;

use super::Study;
use crate::analysis::Filter;

/// Two groups to compare, each once it is chosen.
pub type Groups = (Option<Filter>, Option<Filter>);

impl Study {
    /// Changes the filter; if the whole of it may not be chosen, only what was changed holds.
    pub fn choose(self, change: impl Fn(&mut Filter)) {
        let mut filter = self.filter.get_untracked();
        change(&mut filter);
        if !untrack(|| self.plan()).is_some_and(|plan| plan.offers(&filter)) {
            filter = Filter::default();
            change(&mut filter);
        }
        self.filter.set(filter);
    }
}
