//! The changes that can be undone and redone.

use crate::command::{Change, ChangeKind, Done};
use crate::model::Project;

/// The number of steps kept. Each costs the memory of what it changed, not of the project.
const CAPACITY: usize = 1000;

/// The steps behind and ahead of the present.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Change>,
    future: Vec<Change>,
}

impl History {
    /// Carries a change out and keeps it as a step; undone steps can no longer be redone.
    ///
    /// A final change clears the history and is not kept itself: earlier steps may hold the same texts.
    pub fn apply(&mut self, project: &mut Project, mut change: Change) -> Done {
        let done = change.swap(project);
        if change.is_final() {
            *self = Self::default();
            return done;
        }
        self.future.clear();
        if self.past.len() == CAPACITY {
            self.past.remove(0);
        }
        self.past.push(change);
        done
    }

    /// Carries a change out as a part of the last step, if that was of the same kind, else as a step of its own.
    pub fn amend(&mut self, project: &mut Project, mut change: Change) -> Done {
        match self.past.last_mut() {
            Some(last) if last.kind() == change.kind() => {
                let done = change.swap(project);
                self.future.clear();
                last.join(change);
                done
            }
            _ => self.apply(project, change),
        }
    }

    /// Takes the last change back.
    pub fn undo(&mut self, project: &mut Project) -> Option<Done> {
        step(&mut self.past, &mut self.future, project)
    }

    /// Carries the last undone change out again.
    pub fn redo(&mut self, project: &mut Project) -> Option<Done> {
        step(&mut self.future, &mut self.past, project)
    }

    /// The kind of the change that undo would take back.
    pub fn next_undo(&self) -> Option<ChangeKind> {
        self.past.last().map(Change::kind)
    }

    /// The kind of the change that redo would carry out.
    pub fn next_redo(&self) -> Option<ChangeKind> {
        self.future.last().map(Change::kind)
    }
}

fn step(from: &mut Vec<Change>, to: &mut Vec<Change>, project: &mut Project) -> Option<Done> {
    let mut change = from.pop()?;
    let done = change.swap(project);
    to.push(change);
    Some(done)
}
