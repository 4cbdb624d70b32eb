//! Brings the list of verbatims and the count of coded ones up to date after one verbatim is coded, without reading
//! all others again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Selection;
use crate::model::{Project, VerbatimId};

/// The verbatims of a list, ascending by identifier. Shared, so that an unchanged list costs no copy.
pub type Listed = Arc<Vec<VerbatimId>>;

/// The list of a selection after a decision about the verbatim `coded` alone; the same allocation if nothing changes.
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
    /// The decided verbatims of a project.
    pub fn of(project: &Project) -> Self {
        let decided = project.verbatims.iter().filter(|(_, verbatim)| project.decision(verbatim).is_some());
        Self(decided.map(|(id, _)| *id).collect())
    }

    /// The number of decided verbatims.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Brings the set up to date for one verbatim.
    pub fn read(&mut self, project: &Project, id: VerbatimId) {
        if project.verbatims.get(&id).is_some_and(|verbatim| project.decision(verbatim).is_some()) {
            self.0.insert(id);
        } else {
            self.0.remove(&id);
        }
    }
}
