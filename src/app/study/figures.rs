//! The figures that the place shows, computed in slices so that the page stays quick.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::looked::{Groups, Look, Looked};
use super::writers::writers;
use crate::analysis::groups::Plan;
use crate::analysis::{Filter, Tracker};
use crate::app::jobs::pause::yield_to_browser;
use crate::app::jobs::timing::mark;
use crate::app::jobs::turn::{Turn, drive};
use crate::app::keep::workspace::Workspace;
use crate::chart::Reading;
use crate::command::{Slice, Slices};
use crate::figures::{Figures, Making, Steps};
use crate::model::{MomentId, Project, Settings, Threshold};

/// What figures are made of: a project that is renamed is measured no more for it.
pub const MEASURED: Slices = Slices::of(&[
    Slice::Codebook,
    Slice::Settings,
    Slice::Surveys,
    Slice::Responses,
    Slice::Verbatims,
    Slice::Codings,
]);

/// Parts of the place that are drawn one after the other: all at once would hold the page up.
const PARTS: usize = 4;

/// Which filters may be chosen, once what decides on it is here.
#[derive(Clone, Debug, PartialEq)]
enum Planned {
    Coming,
    Lost,
    Here(Arc<Plan>),
}

/// View state of the place, and its figures.
#[derive(Clone, Copy)]
pub struct Mirror {
    workspace: Workspace,
    /// Which responses are read.
    pub filter: RwSignal<Filter>,
    /// What levels are measured from.
    pub reading: RwSignal<Reading>,
    /// Which two groups are compared.
    pub compared: RwSignal<Groups>,
    /// The moment whose verbatims are shown.
    pub chosen: RwSignal<Option<MomentId>>,
    /// The moment whose figures are explained.
    pub explained: RwSignal<Option<MomentId>>,
    /// Thresholds that a slider passes on its way, clients' first: they are shown, and kept when it is let go.
    pub passing: RwSignal<Option<(Threshold, Threshold)>>,
    /// Those that one part of the place sees.
    measured: RwSignal<Option<Arc<Figures>>>,
    /// The same, under the thresholds that a slider passes.
    now: Memo<Option<Arc<Figures>>>,
    /// The same, but what nobody sees waits while a slider passes.
    figures: Memo<Option<Arc<Figures>>>,
    /// The state of the project whose figures the last part sees.
    at: RwSignal<Option<u64>>,
    /// Those of each part.
    parts: StoredValue<[RwSignal<Option<Arc<Figures>>>; PARTS]>,
    /// Figures, and the same under other thresholds: once for all parts.
    typed: StoredValue<Option<[Arc<Figures>; 2]>>,
    plan: RwSignal<Planned>,
    /// The state of the project for which the plan was made.
    planned: StoredValue<u64>,
}

impl Mirror {
    /// Starts as the project was looked at last: at first without a filter, in the absolute reading.
    pub fn provide(workspace: Workspace) -> Self {
        let parts = [(); PARTS].map(|()| RwSignal::new(None));
        let (looked, key) = (Looked::get(), untrack(|| workspace.key()));
        let Look { filter, reading, compared } = key.as_ref().map(|key| looked.at(key)).unwrap_or_default();
        let (passing, typed) = (RwSignal::new(None), StoredValue::new(None));
        let now = passed(workspace, parts[0], passing, typed);
        let mirror = Self {
            workspace,
            filter: RwSignal::new(filter),
            reading: RwSignal::new(reading),
            compared: RwSignal::new(compared),
            chosen: RwSignal::new(None),
            explained: RwSignal::new(None),
            passing,
            measured: parts[0],
            at: RwSignal::new(None),
            now,
            figures: now,
            parts: StoredValue::new(parts),
            typed,
            plan: RwSignal::new(Planned::Coming),
            planned: StoredValue::new(0),
        };
        Effect::new(move || {
            let (revision, filter) = (workspace.state_of(MEASURED), mirror.filter.get());
            // What was chosen earlier may not be chosen any more.
            match mirror.may_choose(&filter) {
                Some(true) => spawn_local(mirror.compute(revision, filter)),
                Some(false) => mirror.filter.set(Filter::default()),
                None => {}
            }
        });
        Effect::new(move || spawn_local(mirror.make_plan(workspace.state_of(MEASURED))));
        Effect::new(move || {
            let (filter, reading, compared) =
                (mirror.filter.get(), mirror.reading.get(), mirror.compared.get());
            if let Some(key) = &key {
                looked.keep(key.clone(), Look { filter, reading, compared });
            }
        });
        provide_context(mirror);
        mirror
    }

    /// The state that [`Mirror::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// What the part of that number sees: its figures come after those of the parts before it.
    pub fn part(self, part: usize) -> Self {
        let measured = self.parts.with_value(|parts| parts[part.min(PARTS - 1)]);
        let now = passed(self.workspace, measured, self.passing, self.typed);
        Self { measured, now, figures: now, ..self }
    }

    /// The same for a part that nobody may see.
    pub fn part_below(self, part: usize, is_seen: ReadSignal<bool>) -> Self {
        let part = self.part(part);
        let figures = move |before: Option<&Option<Arc<Figures>>>| match before {
            Some(before) if part.is_passing() && !is_seen.get() => before.clone(),
            _ => part.now.get(),
        };
        Self { figures: Memo::new_with_compare(figures, is_other), ..part }
    }

    /// Whether a slider is on its way.
    pub fn is_passing(self) -> bool {
        self.passing.with(Option::is_some)
    }

    /// The last figures, seen or not; none before the first ones.
    pub fn now(self) -> Option<Arc<Figures>> {
        self.now.get()
    }

    /// The last figures that are to be shown; none before the first ones.
    pub fn figures(self) -> Option<Arc<Figures>> {
        self.figures.get()
    }

    /// Which filters may be chosen; none before it is known.
    pub fn plan(self) -> Option<Arc<Plan>> {
        match self.plan.get() {
            Planned::Here(plan) => Some(plan),
            Planned::Coming | Planned::Lost => None,
        }
    }

    /// The plan of the project as it is now, made on the spot if it is on its way: for what leaves the page. A filter
    /// that may be chosen no more is dropped first.
    pub fn plan_now(self, make: fn(&Project) -> Plan) -> Option<Arc<Plan>> {
        let is_now = self.planned.try_get_value()? == untrack(|| self.workspace.state_of(MEASURED));
        let plan = if is_now { untrack(|| self.plan()) } else { None };
        let plan = plan.or_else(|| self.workspace.peek(|project| Arc::new(make(project))))?;
        if self.filter.with_untracked(|filter| *filter != Filter::default() && !plan.offers(filter)) {
            self.filter.set(Filter::default());
        }
        Some(plan)
    }

    /// Whether that filter may be chosen; none before it is known.
    fn may_choose(self, filter: &Filter) -> Option<bool> {
        if *filter == Filter::default() {
            return Some(true);
        }
        match self.plan.get() {
            Planned::Here(plan) => Some(plan.offers(filter)),
            Planned::Lost => Some(false),
            Planned::Coming => None,
        }
    }

    async fn make_plan(self, revision: u64) {
        let Ok(writers) = writers().await else {
            self.plan.try_set(Planned::Lost);
            return;
        };
        let Some(project) = self.workspace.share() else { return };
        let workspace = self.workspace;
        let is_wanted = move || untrack(|| workspace.state_of(MEASURED)) == revision;
        // The place is on its way to the screen.
        yield_to_browser().await;
        let Some(plan) = (writers.plan_slowly)(project, Box::new(is_wanted)).await else { return };
        // The place may have been left, and its signals with it.
        let plan = Planned::Here(Arc::new(plan));
        let Some(before) = self.plan.try_get_untracked() else { return };
        if untrack(|| self.workspace.state_of(MEASURED)) == revision {
            self.planned.try_update_value(|planned| *planned = revision);
            // Who reads it need not hear that nothing has changed.
            if before != plan {
                self.plan.set(plan);
            }
        }
    }

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

    /// The figures under the thresholds that are kept, whatever a slider passes.
    pub fn settled(self) -> Option<Arc<Figures>> {
        self.measured.get()
    }

    /// What the last part sees.
    fn last(self) -> RwSignal<Option<Arc<Figures>>> {
        self.parts.with_value(|parts| parts[PARTS - 1])
    }

    /// The settings that hold, with the thresholds that a slider passes.
    pub fn settings(self) -> Settings {
        settings(self.workspace, self.passing.get())
    }

    /// Whether newer figures are on their way.
    pub fn is_busy(self) -> bool {
        let (revision, filter) = (self.workspace.state_of(MEASURED), self.filter.get());
        let is_old = self.at.get() != Some(revision);
        let is_other = |figures: Arc<Figures>| *figures.filter() != filter;
        self.plan.get() == Planned::Coming || is_old || self.last().get().is_none_or(is_other)
    }

    /// Reads the project with its final figures, computing them on the spot if they are on their way.
    pub fn with_final<T>(self, read: impl FnOnce(&Project, &Tracker) -> T) -> Option<T> {
        let ready = if untrack(|| self.is_busy()) { None } else { self.last().get_untracked() };
        self.workspace.peek(|project| {
            if let Some(figures) = ready {
                return read(project, &figures.under(project.settings).tracker);
            }
            let figures = Making::new(project, &self.filter.get_untracked(), None).finish();
            read(project, &figures.tracker)
        })
    }

    /// Computes the figures, with pauses in between, unless others are wanted by then. What a moment was drawn for the
    /// last time still holds if nobody says anything else of it.
    async fn compute(self, revision: u64, filter: Filter) {
        let Some(project) = self.workspace.share() else { return };
        // The place is on its way to the screen.
        yield_to_browser().await;
        mark("reflet:measure");
        let is_wanted = || {
            // The place may even have been left, and its signals with it.
            let wanted = self.filter.try_with_untracked(|wanted| *wanted == filter).unwrap_or_default();
            wanted && untrack(|| self.workspace.state_of(MEASURED)) == revision
        };
        let (earlier, mut turn) = (self.measured.try_get_untracked().flatten(), Turn::begin());
        let Some(figures) = drive(Making::new(&project, &filter, earlier), &mut turn, is_wanted).await else {
            return;
        };
        mark("reflet:drawn");
        let figures = Arc::new(figures);
        let parts = self.parts.try_get_value();
        for part in parts.into_iter().flatten() {
            part.try_set(Some(Arc::clone(&figures)));
            turn.pause().await;
            if !is_wanted() {
                return;
            }
        }
        self.at.try_set(Some(revision));
        mark("reflet:shown");
    }
}

/// Figures under the thresholds that a slider passes.
fn passed(
    workspace: Workspace,
    measured: RwSignal<Option<Arc<Figures>>>,
    passing: RwSignal<Option<(Threshold, Threshold)>>,
    typed: StoredValue<Option<[Arc<Figures>; 2]>>,
) -> Memo<Option<Arc<Figures>>> {
    let found = move |_: Option<&Option<Arc<Figures>>>| {
        let (figures, settings) = (measured.get()?, settings(workspace, passing.get()));
        let known =
            typed.get_value().filter(|[of, found]| Arc::ptr_eq(of, &figures) && found.settings == settings);
        let found = known.map_or_else(|| figures.under(settings), |[_, found]| found);
        typed.set_value(Some([figures, Arc::clone(&found)]));
        Some(found)
    };
    Memo::new_with_compare(found, is_other)
}

/// Whether figures were made anew: if not they are the same, with no need to compare all draws.
fn is_other(one: Option<&Option<Arc<Figures>>>, other: Option<&Option<Arc<Figures>>>) -> bool {
    let place = |figures: Option<&Option<Arc<Figures>>>| figures.and_then(Option::as_ref).map(Arc::as_ptr);
    place(one) != place(other)
}

fn settings(workspace: Workspace, passing: Option<(Threshold, Threshold)>) -> Settings {
    let kept =
        workspace.follow(Slices::of(&[Slice::Settings]), |project| project.settings).unwrap_or_default();
    match passing {
        Some((client_threshold, employee_threshold)) => {
            Settings { client_threshold, employee_threshold, ..kept }
        }
        None => kept,
    }
}
