//! What would become of each row, computed in slices so that the page stays quick.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::pause::breathe;
use crate::import::{Mapping, Outcome, Reader, Table};
use crate::model::Project;

/// Rows that are read at once: a few milliseconds.
const SLICE: usize = 2000;

/// The outcome of an import that is not confirmed yet.
#[derive(Clone, Copy)]
pub struct Forecast {
    outcome: RwSignal<Option<Arc<Outcome>>>,
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
            pending: RwSignal::new(None),
            wanted: StoredValue::new(false),
            turn: StoredValue::new(0),
        }
    }

    /// The outcome, once it is known.
    pub fn outcome(self) -> Option<Arc<Outcome>> {
        self.outcome.get()
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
        if table.rows() <= SLICE {
            let mut reader = Reader::new(&table, &mapping, &project);
            reader.go_on(SLICE);
            self.settle(Some(reader.finish()));
            return;
        }
        self.pending.set(Some(0));
        spawn_local(async move {
            let mut reader = Reader::new(&table, &mapping, &project);
            let mut rows = 0;
            while reader.go_on(SLICE) {
                rows += SLICE;
                breathe().await;
                if self.turn.try_get_value() != turn {
                    return;
                }
                self.pending.try_set(Some(rows));
            }
            self.settle(Some(reader.finish()));
            if self.wanted.try_get_value() == Some(true) {
                confirm();
            }
        });
    }

    fn settle(self, outcome: Option<Outcome>) {
        self.outcome.try_set(outcome.map(Arc::new));
        self.pending.try_set(None);
    }

    /// The outcome, to be carried out. If it is not known yet, it is wanted from now on.
    pub fn take(self) -> Option<Outcome> {
        if self.pending.get_untracked().is_some() {
            self.wanted.set_value(true);
            return None;
        }
        let outcome = self.outcome.try_update(Option::take).flatten()?;
        Some(Arc::try_unwrap(outcome).unwrap_or_else(|shared| (*shared).clone()))
    }
}
