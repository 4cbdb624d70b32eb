//! Projects whose last changes the browser could not store, while another one is open: they live as long as the page.

use leptos::prelude::*;

use crate::app::browser::storage::{self, ProjectKey};
use crate::app::shell::notices::{Notice, Notices};
use crate::model::{Origin, Project};
use crate::session::Session;

/// A project with changes that are nowhere else.
pub struct Aside {
    /// Its name in the storage.
    pub key: ProjectKey,
    /// With its undo steps.
    pub session: Session,
    /// Changes that it has seen.
    pub revision: u64,
    /// The last of them that is stored.
    pub stored: u64,
}

/// Whether something would be lost with a project that has seen so many changes, of which so many are stored. One that
/// nobody has changed is an empty one, or a sample that can be fetched again.
pub fn would_be_lost(project: &Project, revision: u64, stored: u64) -> bool {
    let is_new = revision == 1 && (project.origin == Origin::Sample || project.verbatims.is_empty());
    revision > stored && !is_new
}

/// Those that are put aside; the user is told of them as long as there are any.
#[derive(Clone, Copy)]
pub struct Unstored(StoredValue<Vec<Aside>>, Notices);

impl Unstored {
    /// None yet.
    pub fn new(notices: Notices) -> Self {
        Self(StoredValue::new(Vec::new()), notices)
    }

    /// Keeps one, if there is something to lose.
    pub fn keep(self, aside: Aside) {
        if would_be_lost(aside.session.project(), aside.revision, aside.stored) {
            self.0.update_value(|all| all.push(aside));
            self.tell();
        }
    }

    /// Gives one back.
    pub fn take(self, key: &ProjectKey) -> Option<Aside> {
        let taken = self.0.try_update_value(|all| {
            let place = all.iter().position(|aside| aside.key == *key)?;
            Some(all.remove(place))
        });
        self.tell();
        taken.flatten()
    }

    /// Reads one.
    pub fn peek<T>(self, key: &ProjectKey, read: impl FnOnce(&Project) -> T) -> Option<T> {
        self.0.with_value(|all| {
            all.iter().find(|aside| aside.key == *key).map(|aside| read(aside.session.project()))
        })
    }

    /// Whether there are any.
    pub fn any(self) -> bool {
        self.0.with_value(|all| !all.is_empty())
    }

    /// Tries to store them again: there may be room now.
    pub fn store(self) {
        self.0.update_value(|all| {
            all.retain(|aside| {
                storage::save(&aside.key, aside.session.project(), aside.revision, aside.stored).is_err()
            });
        });
        self.tell();
    }

    /// Throws them away.
    pub fn clear(self) {
        self.0.set_value(Vec::new());
        self.tell();
    }

    fn tell(self) {
        let all = self.0.with_value(|all| {
            all.iter()
                .map(|aside| (aside.key.clone(), aside.session.project().name.clone()))
                .collect::<Vec<_>>()
        });
        if all.is_empty() {
            self.1.dismiss(|notice| matches!(notice, Notice::Unstored(_)));
        } else {
            self.1.tell(Notice::Unstored(all));
        }
    }
}
