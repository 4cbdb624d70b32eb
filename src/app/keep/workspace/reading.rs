//! Reading the open project, and following what is read of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::Workspace;
use crate::app::browser::storage::ProjectKey;
use crate::command::{Slice, Slices};
use crate::model::{Project, VerbatimId};

impl Workspace {
    /// Reads the open project, and follows all of it. None if none is open.
    pub fn with<T>(self, read: impl FnOnce(&Project) -> T) -> Option<T> {
        self.follow(Slices::ALL, read)
    }

    /// Reads the open project, and follows these parts of it. None if none is open.
    pub fn follow<T>(self, slices: Slices, read: impl FnOnce(&Project) -> T) -> Option<T> {
        self.track(slices);
        self.peek(read)
    }

    /// Reads the open project once.
    pub fn peek<T>(self, read: impl FnOnce(&Project) -> T) -> Option<T> {
        let (mut read, mut found) = (Some(read), None);
        self.visit(&mut |project| found = read.take().map(|read| read(project)));
        found
    }

    /// The open project, to be read over several turns.
    pub fn share(self) -> Option<Arc<Project>> {
        self.open.with_untracked(|open| open.as_ref().map(|open| open.session.share()))
    }

    /// One copy of the access for all readers, who are many.
    #[inline(never)]
    fn visit(self, visitor: &mut dyn FnMut(&Project)) {
        self.open.with_untracked(|open| {
            if let Some(open) = open {
                visitor(open.session.project());
            }
        });
    }

    #[inline(never)]
    pub(super) fn track(self, slices: Slices) {
        self.open.track();
        if slices == Slices::ALL {
            self.changes.track();
        } else {
            slices.iter().for_each(|slice| self.count_of(slice).track());
        }
    }

    /// How many changes that part has seen.
    pub(super) fn count_of(self, slice: Slice) -> RwSignal<u64> {
        self.slices.with_value(|slices| slices[slice as usize])
    }

    /// A number that is another one after every change of these parts; it follows them.
    pub fn state_of(self, slices: Slices) -> u64 {
        self.open.track();
        slices.iter().map(|slice| self.count_of(slice).get()).sum()
    }

    /// The verbatim that the last change of codings was about, if it was about one alone.
    pub fn coded(self) -> Option<VerbatimId> {
        self.coded.get_value()
    }

    /// Which project is open.
    pub fn key(self) -> Option<ProjectKey> {
        self.open.with(|open| open.as_ref().map(|open| open.key.clone()))
    }

    /// How many changes the open project has seen.
    pub fn revision(self) -> u64 {
        self.track(Slices::ALL);
        self.open.with_untracked(|open| open.as_ref().map_or(0, |open| open.revision))
    }
}
