//! The figures that the place shows, computed in slices so that the page stays quick.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analysis::{Class, Filter, Tracker, certainty, settle, tracker};
use crate::app::pause::breathe;
use crate::app::workspace::Workspace;
use crate::chart::Reading;
use crate::model::{MomentId, Project};

/// The figures for one state of the project under one filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    revision: u64,
    filter: Filter,
    /// All of them, certainty included.
    pub tracker: Tracker,
}

/// View state of the place, and its figures.
#[derive(Clone, Copy)]
pub struct Mirror {
    workspace: Workspace,
    /// Which responses are read.
    pub filter: RwSignal<Filter>,
    /// What levels are measured from.
    pub reading: RwSignal<Reading>,
    /// The moment whose verbatims are shown.
    pub chosen: RwSignal<Option<MomentId>>,
    figures: RwSignal<Option<Arc<Figures>>>,
}

impl Mirror {
    /// Starts without a filter, in the absolute reading.
    pub fn provide(workspace: Workspace) -> Self {
        let mirror = Self {
            workspace,
            filter: RwSignal::new(Filter::default()),
            reading: RwSignal::new(Reading::Absolute),
            chosen: RwSignal::new(None),
            figures: RwSignal::new(None),
        };
        Effect::new(move || spawn_local(mirror.compute(workspace.revision(), mirror.filter.get())));
        provide_context(mirror);
        mirror
    }

    /// The state that [`Mirror::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// The last figures; none before the first ones.
    pub fn figures(self) -> Option<Arc<Figures>> {
        self.figures.get()
    }

    /// Whether newer figures are on their way.
    pub fn is_busy(self) -> bool {
        let (revision, filter) = (self.workspace.revision(), self.filter.get());
        self.figures().is_none_or(|figures| figures.revision != revision || figures.filter != filter)
    }

    /// Reads the project with its final figures, computing them on the spot if they are on their way.
    pub fn with_final<T>(self, read: impl FnOnce(&Project, &Tracker) -> T) -> Option<T> {
        let ready = if untrack(|| self.is_busy()) { None } else { untrack(|| self.figures()) };
        self.workspace.peek(|project| {
            if let Some(figures) = ready {
                return read(project, &figures.tracker);
            }
            let mut figures = tracker(project, &self.filter.get_untracked());
            settle(&mut figures, &project.settings);
            read(project, &figures)
        })
    }

    /// Computes the figures row by row, with a pause in between, unless others are wanted by then.
    async fn compute(self, revision: u64, filter: Filter) {
        let measured = self.workspace.peek(|project| (tracker(project, &filter), project.settings));
        let Some((mut tracker, settings)) = measured else { return };
        for row in &mut tracker.rows {
            if let Class::Typed(kind, _) = row.class {
                row.class = Class::Typed(kind, certainty::of(row, &settings));
                breathe().await;
                // The place may even have been left, and its signals with it.
                let wanted = self.filter.try_with_untracked(|wanted| *wanted == filter).unwrap_or_default();
                if !wanted || untrack(|| self.workspace.revision()) != revision {
                    return;
                }
            }
        }
        self.figures.try_set(Some(Arc::new(Figures { revision, filter, tracker })));
    }
}
