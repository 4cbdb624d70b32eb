//! Which filters may be chosen in the project as it is.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Study;
use super::figures::MEASURED;
use super::planner::planner;
use crate::analysis::Filter;
use crate::analysis::groups::Plan;
use crate::app::jobs::pause::yield_to_browser;

/// The plan, once what makes it is here.
#[derive(Clone, Debug, PartialEq)]
pub enum Planned {
    /// It is on its way.
    Coming,
    /// Its code did not come.
    Lost,
    /// The last one.
    Here(Arc<Plan>),
}

impl Study {
    /// The plan, or why there is none.
    pub fn planned(self) -> Planned {
        self.plan.get()
    }

    /// Tries once more to make a plan whose code did not come.
    pub fn plan_again(self) {
        self.plan.set(Planned::Coming);
        untrack(|| self.make_plan());
    }

    /// Which filters may be chosen; none before it is known.
    pub fn plan(self) -> Option<Arc<Plan>> {
        match self.plan.get() {
            Planned::Here(plan) => Some(plan),
            Planned::Coming | Planned::Lost => None,
        }
    }

    /// Whether that filter may be chosen; none before it is known.
    pub(super) fn may_choose(self, filter: &Filter) -> Option<bool> {
        if *filter == Filter::default() {
            return Some(true);
        }
        match self.plan.get() {
            Planned::Here(plan) => Some(plan.offers(filter)),
            Planned::Lost => Some(false),
            Planned::Coming => None,
        }
    }

    /// Makes the plan of the project as it is: after the first pictures, unless they are of less than everybody.
    pub(super) fn make_plan(self) {
        let revision = self.workspace.state_of(MEASURED);
        let is_time = self.later.get() || self.filter.with(|filter| *filter != Filter::default());
        if is_time && self.is_shown() && self.planned.get_value() != Some(revision) {
            spawn_local(self.plan_for(revision));
        }
    }

    async fn plan_for(self, revision: u64) {
        let Ok(planner) = planner().await else {
            self.plan.try_set(Planned::Lost);
            return;
        };
        let Some(project) = self.workspace.share() else { return };
        let workspace = self.workspace;
        let is_wanted = move || untrack(|| workspace.state_of(MEASURED)) == revision;
        // The place is on its way to the screen.
        yield_to_browser().await;
        let Some(plan) = planner(project, Box::new(is_wanted)).await else { return };
        // Another project may be open, and the signals of this one gone.
        let plan = Planned::Here(Arc::new(plan));
        let Some(before) = self.plan.try_get_untracked() else { return };
        if is_wanted() {
            self.planned.try_update_value(|planned| *planned = Some(revision));
            // The same plan needs no notice.
            if before != plan {
                self.plan.set(plan);
            }
        }
    }
}
