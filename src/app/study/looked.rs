//! How the mirror was looked at last, so that who comes back to it finds it so.

use leptos::prelude::*;

use crate::analysis::Filter;
use crate::app::browser::storage::ProjectKey;
use crate::chart::Reading;

/// Two groups to compare, each once it is chosen.
pub type Groups = (Option<Filter>, Option<Filter>);

/// What was chosen in the place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Which responses are read.
    pub filter: Filter,
    /// What levels are measured from.
    pub reading: Reading,
    /// What is compared.
    pub compared: Groups,
}

/// The last look, and at which project. It lives as long as the page: it is no work that a file should keep.
#[derive(Clone, Copy)]
pub struct Looked(StoredValue<Option<(ProjectKey, Look)>>);

impl Looked {
    /// Starts without one.
    pub fn provide() {
        provide_context(Self(StoredValue::new(None)));
    }

    /// The one that [`Looked::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// How that project was looked at; as for the first time if another one was looked at since.
    pub fn at(self, key: &ProjectKey) -> Look {
        let look = self.0.get_value().filter(|(known, _)| known == key);
        look.map(|(_, look)| look).unwrap_or_default()
    }

    /// Keeps how that project is looked at.
    pub fn keep(self, key: ProjectKey, look: Look) {
        self.0.set_value(Some((key, look)));
    }
}
