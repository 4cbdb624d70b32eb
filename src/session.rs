//! A project being worked on: the only writer.

use std::sync::Arc;

use crate::command::{Change, Command, CommandError, Done, plan};
use crate::history::History;
use crate::model::Project;

/// A project with its history. Nothing else changes a project, so undo and saving see every change.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// Shared with those who read it over several turns; a change made meanwhile leaves them the project as it was.
    project: Arc<Project>,
    history: History,
}

impl Session {
    /// Work on that project, with nothing to undo.
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

    /// The steps behind and ahead.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Carries a command out. Returns what changed; none if the project already was as wanted.
    ///
    /// # Errors
    /// As [`plan`]; the project is then as before.
    pub fn apply(&mut self, command: Command) -> Result<Option<Done>, CommandError> {
        let change = plan(&self.project, command)?;
        Ok(self.carry_out(change))
    }

    /// Carries out what was planned for the project as it is now. Returns what changed; none if the project already was
    /// as wanted.
    pub fn carry_out(&mut self, change: Change) -> Option<Done> {
        self.carry(change, History::apply)
    }

    /// The same as a part of the last step, if that was of the same kind: one undo takes both back.
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
        // A project that others read is copied for a change alone.
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
    fn what_amends_a_step_is_taken_back_with_it() {
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
    fn a_change_names_the_parts_that_it_touches_and_its_undoing_the_same() {
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
