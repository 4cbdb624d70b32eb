//! The session: the only writer of a project.

use std::sync::Arc;

use crate::command::{Change, Command, CommandError, Done, plan};
use crate::history::History;
use crate::model::Project;

/// A project with its history. Nothing else changes a project, so undo and saving cover every change.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// Shared with readers that take several turns; a change in between leaves them the project as it was.
    project: Arc<Project>,
    history: History,
}

impl Session {
    /// A session on that project, with an empty history.
    pub fn new(project: Project) -> Self {
        Self { project: Arc::new(project), history: History::default() }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The project as it is now, to be read over several turns.
    pub fn share(&self) -> Arc<Project> {
        Arc::clone(&self.project)
    }

    /// The steps to undo and to redo.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Carries a command out. Returns what changed; `None` if the command changes nothing.
    ///
    /// # Errors
    /// As [`plan`]; the project is then as before.
    pub fn apply(&mut self, command: Command) -> Result<Option<Done>, CommandError> {
        let change = plan(&self.project, command)?;
        Ok(self.carry_out(change))
    }

    /// Carries out a change planned for the project as it is now. Returns what changed; `None` if it changes nothing.
    pub fn carry_out(&mut self, change: Change) -> Option<Done> {
        self.carry(change, History::apply)
    }

    /// Carries out a change as a part of the last step, if that was of the same kind: one undo takes both back.
    pub fn amend(&mut self, change: Change) -> Option<Done> {
        self.carry(change, History::amend)
    }

    fn carry(
        &mut self,
        change: Change,
        remember: fn(&mut History, &mut Project, Change) -> Done,
    ) -> Option<Done> {
        if change.is_idle(&self.project) {
            return None;
        }
        Some(remember(&mut self.history, Arc::make_mut(&mut self.project), change))
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> Option<Done> {
        // Without this check, a shared project would be copied although nothing changes.
        self.history.next_undo()?;
        self.history.undo(Arc::make_mut(&mut self.project))
    }

    /// Carries the last undone change out again.
    pub fn redo(&mut self) -> Option<Done> {
        self.history.next_redo()?;
        self.history.redo(Arc::make_mut(&mut self.project))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{ChangeKind, ProjectPart, ProjectParts, change_settings};
    use crate::model::Settings;

    fn kind(done: Option<Done>) -> Option<ChangeKind> {
        done.map(|done| done.kind)
    }

    fn minimum(minimum: u32) -> Change {
        change_settings(Settings { minimum, ..Settings::default() })
    }

    #[test]
    fn one_undo_takes_back_a_step_and_its_amendments() {
        let mut session = Session::default();
        for (amends, change) in
            [(false, minimum(6)), (false, minimum(7)), (true, minimum(8)), (true, minimum(9))]
        {
            let done = if amends { session.amend(change) } else { session.carry_out(change) };
            assert_eq!(kind(done), Some(ChangeKind::Settings));
        }
        let mut undo = || session.undo().map(|_| session.project().settings.minimum);
        assert_eq!([undo(), undo(), undo()], [Some(6), Some(5), None]);
        let mut redo = || session.redo().map(|_| session.project().settings.minimum);
        assert_eq!([redo(), redo(), redo()], [Some(6), Some(9), None]);
    }

    #[test]
    fn a_step_of_another_kind_is_not_amended() {
        let mut session = Session::default();
        assert_eq!(
            session.apply(Command::Rename("Reflet".to_owned())).map(kind),
            Ok(Some(ChangeKind::Rename))
        );
        assert_eq!(kind(session.amend(minimum(6))), Some(ChangeKind::Settings));
        let undone = [session.undo(), session.undo()].map(kind);
        assert_eq!(undone, [Some(ChangeKind::Settings), Some(ChangeKind::Rename)]);
    }

    #[test]
    fn a_change_and_its_undoing_touch_the_same_parts() {
        let mut session = Session::default();
        let name = ProjectParts::of(&[ProjectPart::Name]);
        let touched = |done: Option<Done>| done.map(|done| done.parts);
        let rename = || Command::Rename("Reflet".to_owned());
        assert_eq!(session.apply(rename()).map(touched), Ok(Some(name)));
        assert_eq!(session.apply(rename()), Ok(None), "an idle change touches nothing");
        assert_eq!((touched(session.undo()), touched(session.redo())), (Some(name), Some(name)));
        assert_eq!(session.redo(), None);
        assert_eq!(touched(session.carry_out(minimum(7))), Some(ProjectParts::of(&[ProjectPart::Settings])));
        assert!(session.apply(Command::RemoveMoment(crate::model::MomentId(9))).is_err());
    }
}
