//! What is being coded: which verbatim, which of its moments, and what the list shows.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::keep::workspace::Workspace;
use crate::coding::{Listed, Selection, listed_after, next_uncoded};
use crate::command::{Command, ProjectPart, ProjectParts};
use crate::model::{Decision, MomentId, Score, VerbatimId};

/// The state of the Code place; view state, not work.
#[derive(Clone, Copy)]
pub struct Coding {
    workspace: Workspace,
    /// What the list shows.
    pub selection: RwSignal<Selection>,
    listed: Memo<Listed>,
    current: RwSignal<Option<VerbatimId>>,
    active: RwSignal<Option<MomentId>>,
}

impl Coding {
    /// Starts at the first verbatim that is not coded, else at the first.
    pub fn provide(workspace: Workspace) -> Self {
        let selection = RwSignal::new(Selection::default());
        let listed = listed(workspace, selection);
        let first = workspace.peek(|project| {
            let all: Vec<VerbatimId> = project.verbatims.keys().copied().collect();
            next_uncoded(project, &all, None).or_else(|| all.first().copied())
        });
        let coding = Self {
            workspace,
            selection,
            listed,
            current: RwSignal::new(first.flatten()),
            active: RwSignal::new(None),
        };
        provide_context(coding);
        coding
    }

    /// The state that [`Coding::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// The verbatims that the list shows.
    pub fn listed(self) -> Memo<Listed> {
        self.listed
    }

    /// The verbatim being coded; gone if it was undone away.
    pub fn current(self) -> Option<VerbatimId> {
        let current = self.current.get()?;
        self.workspace
            .follow(ProjectParts::of(&[ProjectPart::Verbatims]), |project| {
                project.verbatims.contains_key(&current)
            })
            .filter(|there| *there)?;
        Some(current)
    }

    /// The moment whose valence the valence keys give: the one last put on or chosen, while it is on.
    pub fn active(self) -> Option<MomentId> {
        let on = self.moments();
        self.active.get().filter(|moment| on.contains(moment)).or_else(|| on.last().copied())
    }

    /// The moments that are on the current verbatim.
    pub fn moments(self) -> Vec<MomentId> {
        self.decision()
            .map(|decision| decision.codings().iter().map(|coding| coding.moment).collect())
            .unwrap_or_default()
    }

    /// What was decided about the current verbatim.
    pub fn decision(self) -> Option<Decision> {
        let current = self.current()?;
        self.workspace
            .follow(ProjectParts::of(&[ProjectPart::Codings, ProjectPart::Settings]), |project| {
                project.verbatims.get(&current).and_then(|verbatim| project.decision(verbatim)).cloned()
            })
            .flatten()
    }

    /// Changes what the list shows. If that leaves the current verbatim out, the first to code of the list is
    /// shown, so that nobody codes what the filter excludes.
    pub fn refine(self, change: impl FnOnce(&mut Selection)) {
        self.selection.update(change);
        let current = untrack(|| self.current());
        let next = self.listed.with_untracked(|listed| {
            let outside = current.is_none_or(|current| listed.binary_search(&current).is_err());
            let uncoded = || self.workspace.peek(|project| next_uncoded(project, listed, None)).flatten();
            outside.then(|| uncoded().or_else(|| listed.first().copied())).flatten()
        });
        if let Some(next) = next {
            self.show(next);
        }
    }

    /// Shows that verbatim.
    pub fn show(self, verbatim: VerbatimId) {
        self.current.set(Some(verbatim));
        self.active.set(None);
    }

    /// Makes that moment the one whose valence is asked.
    pub fn choose(self, moment: MomentId) {
        self.active.set(Some(moment));
    }

    /// Puts a moment on the current verbatim, or takes it off.
    pub fn toggle(self, moment: MomentId) {
        if let Some(current) = self.current() {
            self.workspace.dispatch(Command::ToggleMoment(current, moment));
            self.active.set(Some(moment));
        }
    }

    /// Gives the active moment a valence; the same valence again takes it off.
    pub fn rate(self, valence: Score) {
        let (Some(current), Some(moment)) = (self.current(), self.active()) else { return };
        let same = self.valence(moment) == Some(valence);
        self.workspace.dispatch(Command::SetValence(current, moment, (!same).then_some(valence)));
    }

    /// The valence of a moment that is on the current verbatim.
    pub fn valence(self, moment: MomentId) -> Option<Score> {
        self.decision()?.codings().iter().find(|coding| coding.moment == moment)?.valence
    }

    /// Says that the current verbatim speaks of no moment, or takes that back.
    pub fn toggle_no_moment(self) {
        if let Some(current) = self.current() {
            self.workspace.dispatch(Command::ToggleNoMoment(current));
        }
    }

    /// Goes to the next verbatim that is not coded; failing that, to the next one.
    pub fn next(self) {
        let current = self.current();
        let next = self.listed.with(|listed| {
            let uncoded = self.workspace.peek(|project| next_uncoded(project, listed, current)).flatten();
            uncoded.or_else(|| neighbour(listed, current, 1))
        });
        if let Some(next) = next {
            self.show(next);
        }
    }

    /// Goes to the verbatim before this one in the list.
    pub fn previous(self) {
        let current = self.current();
        if let Some(previous) = self.listed.with(|listed| neighbour(listed, current, -1)) {
            self.show(previous);
        }
    }
}

/// The list of a selection. A coding of one verbatim changes no more of it than that verbatim.
fn listed(workspace: Workspace, selection: RwSignal<Selection>) -> Memo<Listed> {
    let earlier = StoredValue::new(None::<(Selection, u64, u64)>);
    let list = move |before: Option<&Listed>| {
        let selection = selection.get();
        let others = workspace.state_of(ProjectParts::of(&[
            ProjectPart::Verbatims,
            ProjectPart::Responses,
            ProjectPart::Settings,
        ]));
        let codings = if selection.reads_decisions() {
            workspace.state_of(ProjectParts::of(&[ProjectPart::Codings]))
        } else {
            0
        };
        let now = (selection, others, codings);
        let one = workspace.coded().filter(|_| {
            earlier.with_value(|earlier| {
                earlier.as_ref().is_some_and(|e| (&e.0, e.1, e.2 + 1) == (&now.0, now.1, now.2))
            })
        });
        let listed = workspace.peek(|project| match (before, one) {
            (Some(before), Some(verbatim)) => listed_after(before, &now.0, project, verbatim),
            _ => now.0.of(project).into(),
        });
        earlier.set_value(Some(now));
        listed.unwrap_or_default()
    };
    Memo::new_with_compare(list, |one, other| match (one, other) {
        (Some(one), Some(other)) => !Arc::ptr_eq(one, other),
        _ => true,
    })
}

fn neighbour(listed: &[VerbatimId], current: Option<VerbatimId>, step: isize) -> Option<VerbatimId> {
    match current.and_then(|current| listed.binary_search(&current).ok()) {
        Some(at) => at.checked_add_signed(step).and_then(|at| listed.get(at)).copied(),
        None => listed.first().copied(),
    }
}
