//! The project that is open, and the only way to change it.

mod reading;

use leptos::prelude::*;
use web_sys::{StorageEvent, VisibilityState};

use super::unstored::{Aside, Unstored, would_be_lost};
use crate::app::browser::storage::{self, LoadError, ProjectKey, SaveError};
use crate::app::shell::notices::{Kind, Notice, Notices};
use crate::app::shell::route::{Place, Route, Router};
use crate::command::{ChangeKind, Command, CommandError, Done, ProjectPart, ProjectParts, change_settings};
use crate::model::{Project, Settings, VerbatimId};
use crate::session::Session;

/// How long a change may wait for others to be saved with it.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(250);

/// Whether the work is safe.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// All changes are stored, since that instant.
    Saved(f64),
    /// Changes wait to be stored.
    Pending,
    /// The last try failed.
    Failed(SaveError),
    /// Another tab works on the project; nothing is stored from here.
    ReadOnly,
}

/// An open project.
struct Open {
    key: ProjectKey,
    session: Session,
    /// Changes that it has seen.
    revision: u64,
}

/// The open project, if any. Pages read it and send commands; nothing else writes.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// Notifies when a project is opened or closed. What changes inside of it is said by the signals below.
    open: RwSignal<Option<Open>>,
    /// Counts all changes.
    changes: RwSignal<u64>,
    /// Counts the changes of each part, in the order of [`ProjectPart::ALL`].
    parts: StoredValue<[RwSignal<u64>; ProjectPart::ALL.len()]>,
    /// The verbatim that the last change of codings was about, if it was about one alone.
    coded: StoredValue<Option<VerbatimId>>,
    saving: RwSignal<Saving>,
    /// The last change that storage has acknowledged.
    stored: RwSignal<u64>,
    /// What undo or redo touched last.
    stepped: RwSignal<Option<ChangeKind>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    unstored: Unstored,
    router: Router,
    notices: Notices,
}

impl Workspace {
    /// Starts without a project, and saves what is pending when the page goes away.
    pub fn provide(router: Router, notices: Notices) -> Self {
        let workspace = Self {
            open: RwSignal::new(None),
            changes: RwSignal::new(0),
            parts: StoredValue::new(ProjectPart::ALL.map(|_| RwSignal::new(0))),
            coded: StoredValue::new(None),
            saving: RwSignal::new(Saving::Saved(0.0)),
            stored: RwSignal::new(0),
            stepped: RwSignal::new(None),
            timer: StoredValue::new(None),
            unstored: Unstored::new(notices),
            router,
            notices,
        };
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().visibility_state() == VisibilityState::Hidden {
                workspace.save_pending();
            }
        });
        let leaving = window_event_listener(leptos::ev::pagehide, move |_| workspace.save_pending());
        // What is nowhere else would go with the page: the browser asks first.
        let ending = window_event_listener(leptos::ev::beforeunload, move |event| {
            workspace.save_pending();
            if workspace.is_unstored() {
                event.prevent_default();
            }
        });
        let elsewhere =
            window_event_listener(leptos::ev::storage, move |event| workspace.heard_of_storage(&event));
        on_cleanup(move || {
            hidden.remove();
            leaving.remove();
            ending.remove();
            elsewhere.remove();
        });
        provide_context(workspace);
        workspace
    }

    /// The workspace that [`Workspace::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether the work is safe.
    pub fn saving(self) -> Saving {
        self.saving.get()
    }

    /// The last change that storage has acknowledged.
    pub fn stored(self) -> u64 {
        self.stored.get()
    }

    /// What undo and redo would do.
    pub fn steps(self) -> (Option<ChangeKind>, Option<ChangeKind>) {
        self.track(ProjectParts::ALL);
        self.open.with_untracked(|open| {
            open.as_ref().map_or((None, None), |open| {
                let history = open.session.history();
                (history.next_undo(), history.next_redo())
            })
        })
    }

    /// Carries a command out. A refusal is told to the user.
    pub fn dispatch(self, command: Command) -> bool {
        let outcome = self.run(|session| session.apply(command));
        if let Some(Err(error)) = outcome {
            self.notices.tell(Notice::Refused(error));
        }
        if matches!(outcome, Some(Ok(Some(Done { kind: ChangeKind::Erase, .. })))) {
            // What was stored before still holds the person's words.
            self.save();
        }
        matches!(outcome, Some(Ok(_)))
    }

    /// Changes the settings. What plans all other commands is not needed for it, and comes with the places that do.
    pub fn change_settings(self, settings: Settings) {
        self.run(|session| Ok(session.carry_out(change_settings(settings))));
    }

    /// The same as a part of the last step, if that changed the settings too.
    pub fn amend_settings(self, settings: Settings) {
        self.run(|session| Ok(session.amend(change_settings(settings))));
    }

    fn run(
        self,
        change: impl FnOnce(&mut Session) -> Result<Option<Done>, CommandError>,
    ) -> Option<Result<Option<Done>, CommandError>> {
        // A refused or idle command notifies nobody.
        let ran = self.open.try_update_untracked(|open| open.as_mut().map(|open| change(&mut open.session)));
        let outcome = ran.flatten();
        if let Some(Ok(Some(done))) = outcome {
            self.changed(done);
        }
        outcome
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.step(Session::undo);
    }

    /// Carries the last undone change out again.
    pub fn redo(self) {
        self.step(Session::redo);
    }

    /// What undo or redo touched last, for the page to show it.
    pub fn stepped(self) -> Option<ChangeKind> {
        self.stepped.get()
    }

    fn step(self, step: fn(&mut Session) -> Option<Done>) {
        let step = |open: &mut Option<Open>| open.as_mut().and_then(|open| step(&mut open.session));
        if let Some(done) = self.open.try_update_untracked(step).flatten() {
            self.changed(done);
            self.stepped.set(Some(done.kind));
        }
    }

    /// Makes that project the open one, under a fresh name, stores it and goes to that place.
    pub fn adopt(self, project: Project, place: Place) {
        self.adopt_as(ProjectKey::fresh(), project, place);
    }

    /// Makes that project the open one under a name of the caller's, stores it and goes to that place.
    pub fn adopt_as(self, key: ProjectKey, project: Project, place: Place) {
        self.put_aside();
        self.notices.dismiss(|notice| notice.kind() == Kind::Info);
        let open = Open { key: key.clone(), session: Session::new(project), revision: 1 };
        self.stored.set(0);
        self.hold(open);
        self.save();
        self.router.go(Route::Inside(key, place));
    }

    /// Opens a stored project unless it is open already. Failing that, says why and goes to the start page.
    pub fn open(self, key: &ProjectKey) {
        if self.open.with_untracked(|open| open.as_ref().is_some_and(|open| open.key == *key)) {
            return;
        }
        self.put_aside();
        if let Some(Aside { key, session, revision, stored }) = self.unstored.take(key) {
            self.stored.set(stored);
            self.hold(Open { key, session, revision });
            self.save();
            return;
        }
        match storage::load(key) {
            Ok((project, revision)) => {
                self.stored.set(revision);
                self.saving.set(Saving::Saved(js_sys::Date::now()));
                self.hold(Open { key: key.clone(), session: Session::new(project), revision });
            }
            Err(error) => {
                self.open.set(None);
                if let LoadError::Read(error) = error {
                    self.notices.tell(Notice::StoredUnreadable(key.clone(), error));
                }
                self.router.go(Route::Start);
            }
        }
    }

    /// Makes that project the open one. For who reads it, each part of it is another one.
    fn hold(self, open: Open) {
        self.open.try_update_untracked(|held| *held = Some(open));
        for part in ProjectPart::ALL {
            self.count_of(part).update(|count| *count += 1);
        }
        self.coded.set_value(None);
        self.open.notify();
    }

    /// Throws away what is here and opens what is stored.
    pub fn reopen(self) {
        if let Some(key) = self.open.with_untracked(|open| open.as_ref().map(|open| open.key.clone())) {
            self.forget();
            self.open(&key);
        }
    }

    /// Closes the open project, storing what is pending.
    pub fn close(self) {
        self.notices.dismiss(|notice| *notice == Notice::Reopened);
        self.put_aside();
    }

    /// Closes the open project: what could not be stored of it stays in the page.
    fn put_aside(self) {
        self.save_pending();
        let is_stored = matches!(self.saving.get_untracked(), Saving::Saved(_));
        let (open, stored) = (self.open.try_update(Option::take).flatten(), self.stored.get_untracked());
        self.forget();
        if let Some(Open { key, session, revision }) = open.filter(|_| !is_stored) {
            self.unstored.keep(Aside { key, session, revision, stored });
        }
    }

    /// Projects that the storage had no room for, and that are not open.
    pub fn unstored(self) -> Unstored {
        self.unstored
    }

    /// Whether there are changes that only this page has.
    fn is_unstored(self) -> bool {
        let is_failed = matches!(self.saving.get_untracked(), Saving::Failed(_));
        let stored = self.stored.get_untracked();
        let is_lost = |open: &Open| would_be_lost(open.session.project(), open.revision, stored);
        let open = self.open.with_untracked(|open| open.as_ref().is_some_and(is_lost));
        (is_failed && open) || self.unstored.any()
    }

    /// Closes the open project without storing anything.
    pub fn forget(self) {
        self.stop_timer();
        self.saving.set(Saving::Saved(0.0));
        self.open.set(None);
        // They spoke of it.
        self.notices.dismiss(|notice| matches!(notice, Notice::NotSaved(_) | Notice::OpenElsewhere));
    }

    /// Notifies who reads what has changed, once, and stores it soon.
    fn changed(self, Done { kind, parts }: Done) {
        self.open.try_update_untracked(|open| {
            if let Some(open) = open {
                open.revision += 1;
            }
        });
        if parts.contains(ProjectPart::Codings) {
            let only = ProjectParts::of(&[ProjectPart::Codings]);
            let one = if let ChangeKind::Coding(verbatim) = kind { Some(verbatim) } else { None };
            self.coded.set_value(one.filter(|_| parts == only));
        }
        parts.iter().for_each(|part| self.count_of(part).update(|count| *count += 1));
        self.changes.update(|count| *count += 1);
        if self.saving.get_untracked() == Saving::ReadOnly {
            return;
        }
        self.saving.set(Saving::Pending);
        if self.timer.with_value(Option::is_none) {
            match set_timeout_with_handle(move || self.save(), PAUSE) {
                Ok(handle) => self.timer.set_value(Some(handle)),
                Err(_) => self.save(),
            }
        }
    }

    fn save_pending(self) {
        if self.saving.get_untracked() == Saving::Pending {
            self.save();
        }
    }

    /// Stores the open project now.
    pub fn save(self) {
        self.stop_timer();
        let known = self.stored.get_untracked();
        let outcome = self.open.with_untracked(|open| {
            let open = open.as_ref()?;
            let saved = storage::save(&open.key, open.session.project(), open.revision, known);
            Some(saved.map(|()| open.revision))
        });
        match outcome {
            None => {}
            Some(Ok(revision)) => {
                self.stored.set(revision);
                self.saving.set(Saving::Saved(js_sys::Date::now()));
                self.notices.dismiss(|notice| matches!(notice, Notice::NotSaved(_)));
            }
            Some(Err(SaveError::Elsewhere)) => self.give_way(),
            Some(Err(error)) => {
                self.notices.tell(Notice::NotSaved(error.clone()));
                self.saving.set(Saving::Failed(error));
            }
        }
    }

    fn stop_timer(self) {
        let timer = self.timer.try_update_value(Option::take).flatten();
        if let Some(timer) = timer {
            timer.clear();
        }
    }

    fn give_way(self) {
        self.saving.set(Saving::ReadOnly);
        self.notices.tell(Notice::OpenElsewhere);
    }

    fn heard_of_storage(self, event: &StorageEvent) {
        let Some(key) = self.open.with_untracked(|open| open.as_ref().map(|open| open.key.clone())) else {
            return;
        };
        let ours = event.key().is_some_and(|changed| storage::is_key_of(&changed, &key));
        if ours && storage::is_unseen(&key, self.stored.get_untracked()) {
            self.give_way();
        }
    }
}
