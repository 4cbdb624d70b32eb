//! What is studied while a project is open, whatever place shows it: the selection, which filters may be chosen, the figures.

pub mod figures;
pub mod plan;
pub mod planner;
mod selection;

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::Filter;
use crate::app::jobs::turn::Wishes;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::parts;
use crate::app::shell::reactive::effect;
use crate::chart::Reading;
use crate::figures::Figures;
use plan::Planned;
pub use selection::Groups;

/// The study of one project. It outlives the places that show it, and ends when another project is opened.
#[derive(Clone, Copy)]
pub struct Study {
    workspace: Workspace,
    /// Which responses are read.
    pub filter: RwSignal<Filter>,
    /// What levels are measured from.
    pub reading: RwSignal<Reading>,
    /// Which two groups are compared.
    pub compared: RwSignal<Groups>,
    /// The last figures.
    figures: RwSignal<Option<Arc<Figures>>>,
    /// The state of the project that they were made from.
    measured: RwSignal<Option<u64>>,
    /// Counts what was wished of them.
    wishes: Wishes,
    plan: RwSignal<Planned>,
    /// The state of the project that the plan was made for.
    planned: StoredValue<Option<u64>>,
    /// Whether code may be fetched that must not delay the first pictures.
    pub later: RwSignal<bool>,
    /// How many parts of the page show figures.
    readers: RwSignal<u32>,
}

impl Study {
    /// Starts without a filter, in the absolute reading, without figures.
    pub fn provide(workspace: Workspace) -> Self {
        let study = Self {
            workspace,
            filter: RwSignal::new(Filter::default()),
            reading: RwSignal::new(Reading::default()),
            compared: RwSignal::new(Groups::default()),
            figures: RwSignal::new(None),
            measured: RwSignal::new(None),
            wishes: Wishes::new(),
            plan: RwSignal::new(Planned::Coming),
            planned: StoredValue::new(None),
            later: RwSignal::new(parts::are_all_fetched()),
            readers: RwSignal::new(0),
        };
        effect(move || study.measure());
        effect(move || study.make_plan());
        provide_context(study);
        study
    }

    /// The study that [`Study::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// Figures are made as long as the owner that calls this is there; without any, nothing is.
    pub fn show_figures(self) {
        self.readers.update(|readers| *readers += 1);
        // The study may end together with what shows it.
        on_cleanup(move || {
            let _ = self.readers.try_update(|readers| *readers -= 1);
        });
    }

    /// Whether something shows figures.
    fn is_shown(self) -> bool {
        self.readers.with(|readers| *readers > 0)
    }
}
