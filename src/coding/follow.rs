//! What a list and a count are after one verbatim was coded, without reading all others again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Selection;
use crate::model::{Project, VerbatimId};

/// The verbatims of a list, ascending as in the project. It is shared, so that a list which stays the same costs nothing.
pub type Listed = Arc<Vec<VerbatimId>>;

/// The list of a selection after a coder decided about that verbatim alone: the same one if it still is what it was.
pub fn listed_after(listed: &Listed, selection: &Selection, project: &Project, coded: VerbatimId) -> Listed {
    match (listed.binary_search(&coded), selection.lists(project, coded)) {
        (Ok(_), true) | (Err(_), false) => Arc::clone(listed),
        (Ok(at), false) => {
            let mut ids = listed.as_ref().clone();
            ids.remove(at);
            ids.into()
        }
        (Err(at), true) => {
            let mut ids = listed.as_ref().clone();
            ids.insert(at, coded);
            ids.into()
        }
    }
}

/// The verbatims about which the coder whose codings are read has decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided(BTreeSet<VerbatimId>);

impl Decided {
    /// Those of a project.
    pub fn of(project: &Project) -> Self {
        let decided = project.verbatims.iter().filter(|(_, verbatim)| project.decision(verbatim).is_some());
        Self(decided.map(|(id, _)| *id).collect())
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Reads that verbatim again.
    pub fn read(&mut self, project: &Project, id: VerbatimId) {
        if project.verbatims.get(&id).is_some_and(|verbatim| project.decision(verbatim).is_some()) {
            self.0.insert(id);
        } else {
            self.0.remove(&id);
        }
    }
}
