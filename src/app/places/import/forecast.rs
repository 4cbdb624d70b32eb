//! What would become of each row, computed in slices so that the page stays quick.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::jobs::pause::{drawn, yield_to_browser};
use crate::import::elsewhere::Elsewhere;
use crate::import::twins::{Alike, Twins};
use crate::import::{Mapping, Outcome, Reader, Table, read};
use crate::model::{Project, Side};

/// A table of so many rows is read on the spot.
const AT_ONCE: usize = 2000;
/// Rows that are read between two looks at the clock.
const SLICE: usize = 250;
/// Milliseconds between two pauses.
const TURN: f64 = 8.0;

/// The outcome of an import that is not confirmed yet.
#[derive(Clone, Copy)]
pub struct Forecast {
    outcome: RwSignal<Option<Arc<Outcome>>>,
    alike: RwSignal<Option<Alike>>,
    /// How many answers the project has on the other side, and which that is.
    elsewhere: RwSignal<Option<(Side, usize)>>,
    /// How many rows are read, while there are others.
    pending: RwSignal<Option<usize>>,
    /// Whether the user has confirmed what is not known yet.
    wanted: StoredValue<bool>,
    /// Counts the looks, so that one that was overtaken is not shown.
    turn: StoredValue<u64>,
}

impl Forecast {
    /// Starts without an outcome.
    pub fn new() -> Self {
        Self {
            outcome: RwSignal::new(None),
            alike: RwSignal::new(None),
            elsewhere: RwSignal::new(None),
            pending: RwSignal::new(None),
            wanted: StoredValue::new(false),
            turn: StoredValue::new(0),
        }
    }

    /// The outcome, once it is known.
    pub fn outcome(self) -> Option<Arc<Outcome>> {
        self.outcome.get()
    }

    /// How many answers repeat others, once it is known.
    pub fn alike(self) -> Option<Alike> {
        self.alike.get()
    }

    /// How many answers the project has on the other side, where it is most of them.
    pub fn elsewhere(self) -> Option<(Side, usize)> {
        self.elsewhere.get()
    }

    /// How many rows were looked at, while others were not.
    pub fn pending(self) -> Option<usize> {
        self.pending.get()
    }

    /// Looks at a table for a project; at nothing, if there is none. Calls `confirm` if the user wanted it meanwhile.
    pub fn look(
        self,
        inputs: Option<(Arc<Table>, Arc<Project>)>,
        mapping: Mapping,
        confirm: impl Fn() + 'static,
    ) {
        let turn = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        self.wanted.set_value(false);
        let Some((table, project)) = inputs else {
            self.settle(None);
            return;
        };
        if table.rows() <= AT_ONCE {
            let outcome = self.settle(Some(read(&table, &mapping, &project)));
            spawn_local(self.compare(outcome, project, turn));
            return;
        }
        self.pending.set(Some(0));
        spawn_local(async move {
            // The first rows are seen first.
            drawn().await;
            if self.turn.try_get_value() != turn {
                return;
            }
            let mut reader = Reader::new(&table, &mapping, &project);
            let mut rows = 0;
            let mut began = js_sys::Date::now();
            while reader.go_on(SLICE) {
                rows += SLICE;
                if js_sys::Date::now() - began < TURN {
                    continue;
                }
                self.pending.try_set(Some(rows));
                yield_to_browser().await;
                if self.turn.try_get_value() != turn {
                    return;
                }
                began = js_sys::Date::now();
            }
            let outcome = self.settle(Some(reader.finish()));
            if self.wanted.try_get_value() == Some(true) {
                drop(outcome);
                confirm();
                return;
            }
            self.compare(outcome, Arc::clone(&project), turn).await;
        });
    }

    fn settle(self, outcome: Option<Outcome>) -> Option<Arc<Outcome>> {
        let outcome = outcome.map(Arc::new);
        self.outcome.try_set(outcome.clone());
        self.alike.try_set(None);
        self.elsewhere.try_set(None);
        self.pending.try_set(None);
        outcome
    }

    /// Looks for answers that repeat others.
    async fn compare(self, outcome: Option<Arc<Outcome>>, project: Arc<Project>, turn: Option<u64>) {
        let Some(outcome) = outcome else { return };
        let (mut twins, mut elsewhere) = (Twins::default(), Elsewhere::default());
        let new = outcome.imported.responses.iter();
        let new =
            new.flat_map(|new| new.verbatims.iter().map(|text| (true, Some(new.side), text.text.as_str())));
        let known = project.verbatims.values().map(|verbatim| {
            (false, project.response_of(verbatim).map(|response| response.side), verbatim.text.as_str())
        });
        let mut began = js_sys::Date::now();
        for (at, (is_new, side, text)) in known.chain(new).enumerate() {
            match (is_new, side) {
                (true, Some(side)) => {
                    twins.compare(text);
                    elsewhere.compare(side, text);
                }
                (_, side) => {
                    twins.add_known(text);
                    if let Some(side) = side {
                        elsewhere.add_known(side, text);
                    }
                }
            }
            if at % SLICE == SLICE - 1 && js_sys::Date::now() - began >= TURN {
                yield_to_browser().await;
                if self.turn.try_get_value() != turn {
                    return;
                }
                began = js_sys::Date::now();
            }
        }
        self.alike.try_set(Some(twins.alike().clone()));
        self.elsewhere.try_set(elsewhere.found());
    }

    /// The outcome, to be carried out. If it is not known yet, it is wanted from now on.
    pub fn take(self) -> Option<Outcome> {
        if self.pending.get_untracked().is_some() {
            self.wanted.set_value(true);
            return None;
        }
        let outcome = self.outcome.try_update(Option::take).flatten()?;
        // The comparison that is under way has nothing more to compare.
        self.turn.try_update_value(|turn| *turn += 1);
        Some(Arc::try_unwrap(outcome).unwrap_or_else(|shared| (*shared).clone()))
    }
}
