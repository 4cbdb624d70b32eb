//! Reading the open project, and following what is read of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::Workspace;
use crate::app::browser::storage::ProjectKey;
use crate::command::{ProjectPart, ProjectParts};
use crate::model::{Project, VerbatimId};

impl Workspace {
    /// Reads the open project, and follows all of it. None if none is open.
    pub fn with<T>(self, read: impl FnOnce(&Project) -> T) -> Option<T> {
        self.follow(ProjectParts::ALL, read)
    }

    /// Reads the open project, and follows these parts of it. None if none is open.
    pub fn follow<T>(self, parts: ProjectParts, read: impl FnOnce(&Project) -> T) -> Option<T> {
        self.track(parts);
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
    pub(super) fn track(self, parts: ProjectParts) {
        self.open.track();
        if parts == ProjectParts::ALL {
            self.changes.track();
        } else {
            parts.iter().for_each(|part| self.count_of(part).track());
        }
    }

    /// How many changes that part has seen.
    pub(super) fn count_of(self, part: ProjectPart) -> RwSignal<u64> {
        self.parts.with_value(|parts| parts[part as usize])
    }

    /// A number that is another one after every change of these parts; it follows them.
    pub fn state_of(self, parts: ProjectParts) -> u64 {
        self.open.track();
        parts.iter().map(|part| self.count_of(part).get()).sum()
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
        self.track(ProjectParts::ALL);
        self.open.with_untracked(|open| open.as_ref().map_or(0, |open| open.revision))
    }
}
