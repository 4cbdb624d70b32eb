//! The figures of the project as it is, under the filter, made in slices so that the page stays quick.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Study;
use crate::analysis::groups::Plan;
use crate::analysis::{Filter, Mirror};
use crate::app::jobs::pause::yield_to_browser;
use crate::app::jobs::timing::mark;
use crate::app::jobs::turn::{Turn, drive};
use crate::chart::Reading;
use crate::command::{ProjectPart, ProjectParts};
use crate::figures::{Figures, Making, Steps};
use crate::model::Project;

/// What figures are made of: a project that is renamed is measured no more for it.
pub const MEASURED: ProjectParts = ProjectParts::of(&[
    ProjectPart::Codebook,
    ProjectPart::Settings,
    ProjectPart::Surveys,
    ProjectPart::Responses,
    ProjectPart::Verbatims,
    ProjectPart::Codings,
]);

/// A study at one moment.
#[derive(Clone)]
pub struct Taken {
    /// The project.
    pub project: Arc<Project>,
    /// Which responses are read.
    pub filter: Filter,
    /// What levels are measured from.
    pub reading: Reading,
    /// The final figures, if they were made.
    figures: Option<Arc<Figures>>,
    /// The plan, if it was made.
    plan: Option<Arc<Plan>>,
}

impl Taken {
    /// The final figures, computed now if they were not made.
    pub fn final_mirror(&self) -> Mirror {
        match &self.figures {
            Some(figures) => figures.under(self.project.settings).mirror.clone(),
            None => Making::new(&self.project, &self.filter, None).finish().mirror,
        }
    }

    /// The same without a filter.
    pub fn of_everybody(&self) -> Self {
        Self { filter: Filter::default(), figures: None, ..self.clone() }
    }

    /// Which filters may be chosen, found now if it was not known.
    pub fn plan_by(&self, make: fn(&Project) -> Plan) -> Arc<Plan> {
        self.plan.clone().unwrap_or_else(|| Arc::new(make(&self.project)))
    }
}

impl Study {
    /// The last figures; none before the first ones.
    pub fn figures(self) -> Option<Arc<Figures>> {
        self.figures.get()
    }

    /// Whether newer figures are on their way.
    pub fn is_busy(self) -> bool {
        let (revision, filter) = (self.workspace.state_of(MEASURED), self.filter.get());
        let is_other = |figures: &Option<Arc<Figures>>| {
            figures.as_ref().is_none_or(|figures| *figures.filter() != filter)
        };
        self.measured.get() != Some(revision) || self.figures.with(is_other)
    }

    /// The study as it is, apart from the page: what is done with it later is done with this state. None without a project.
    pub fn take(self) -> Option<Taken> {
        let project = self.workspace.share()?;
        let figures = if self.is_busy() { None } else { self.figures.get() };
        let is_planned = self.planned.get_value() == Some(self.workspace.state_of(MEASURED));
        let plan = if is_planned { self.plan() } else { None };
        Some(Taken { project, filter: self.filter.get(), reading: self.reading.get(), figures, plan })
    }

    /// Makes the figures that are missing, if something shows them.
    pub(super) fn measure(self) {
        let (revision, filter) = (self.workspace.state_of(MEASURED), self.filter.get());
        if !self.is_shown() {
            return;
        }
        // What was chosen earlier may not be chosen any more.
        match self.may_choose(&filter) {
            Some(true) if untrack(|| self.is_busy()) => spawn_local(self.compute(revision, filter)),
            Some(false) => self.filter.set(Filter::default()),
            Some(true) | None => {}
        }
    }

    /// Computes the figures, with pauses in between, unless others are wanted by then. What a moment was drawn for the
    /// last time still holds if nobody says anything else of it.
    async fn compute(self, revision: u64, filter: Filter) {
        let (Some(wish), Some(project)) = (self.wishes.next(), self.workspace.share()) else { return };
        // The place is on its way to the screen.
        yield_to_browser().await;
        mark("reflet:measure");
        // The study may even have ended, and its signals with it.
        let is_shown = || self.readers.try_get_untracked().is_some_and(|readers| readers > 0);
        let is_wanted = || self.wishes.wants(wish) && is_shown();
        let earlier = self.figures.try_get_untracked().flatten();
        let figures = drive(Making::new(&project, &filter, earlier), &mut Turn::begin(), is_wanted).await;
        let Some(figures) = figures.filter(|_| is_wanted()) else { return };
        mark("reflet:drawn");
        self.figures.set(Some(Arc::new(figures)));
        self.measured.set(Some(revision));
    }
}
