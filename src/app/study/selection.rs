//! Which responses are read, and which two groups are compared.

use leptos::prelude::*;

use super::Study;
use crate::analysis::Filter;
use crate::analysis::groups::Plan;

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

    /// Goes back to everybody if the filter may not be chosen under that plan.
    pub fn drop_refused(self, plan: &Plan) {
        if self.filter.with_untracked(|filter| *filter != Filter::default() && !plan.offers(filter)) {
            self.filter.set(Filter::default());
        }
    }
}
