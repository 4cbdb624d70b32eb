//! What was read joins the project; then the next sheet or the next file has its turn.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Import, SEED};
use crate::app::jobs::reading::Top;
use crate::app::keep::columns;
use crate::app::places::import::coders;
use crate::app::places::import::done::{Done, Joined};
use crate::app::places::import::opened::Opened;
use crate::app::shell::route::Place;
use crate::command::Command;
use crate::import::recipe::Recipe;
use crate::import::sample::sample;
use crate::import::sheets::Sheet;
use crate::import::source::{Format, Wish};
use crate::import::{Caution, Outcome, caution, nothing};
use crate::model::draft::Draft;
use crate::model::imported::ImportOrigin;
use crate::model::{Origin, Project};
use crate::say::import::source::origin;

impl Import {
    /// What to look at before confirming that.
    pub fn caution(self, outcome: &Outcome) -> Option<Caution> {
        let mapping = self.mapping.get();
        self.workspace.with(|project| caution(project, &mapping, outcome)).flatten()
    }

    /// Lets what was read join the project, into a new project if this one is a sample; then takes the next file.
    pub fn confirm(self) {
        let Some(opened) = untrack(|| self.with_table(Opened::clone)) else {
            self.asked_too_early.set(true);
            return;
        };
        if untrack(|| self.is_codebook()) {
            self.confirm_codes();
            return;
        }
        if untrack(|| self.is_stopped()) {
            return;
        }
        let Some(mut outcome) = self.forecast.take() else { return };
        let sample = self.sample.get_untracked().map(|responses| {
            let drawn = sample(&outcome.imported, responses, SEED);
            outcome.imported = drawn.imported;
            outcome.report.verbatims = outcome.imported.responses.iter().map(|new| new.verbatims.len()).sum();
            (drawn.kept.iter().sum(), drawn.left_out.iter().sum())
        });
        if self.nothing_as_no_moment.get_untracked() {
            nothing::as_no_moment(&mut outcome.imported);
        }
        let bare = outcome.imported.responses.iter().filter(|response| response.verbatims.is_empty()).count();
        outcome.imported.codebook = untrack(|| self.beside()).unwrap_or_default();
        if self.workspace.peek(|p| p.origin == Origin::Sample).unwrap_or_default() {
            self.workspace.adopt(Project::default(), Place::IMPORT);
        }
        let name = self.name.get_untracked();
        let when = String::from(js_sys::Date::new_0().to_iso_string());
        // The sheets of one workbook are told apart by their names.
        let sheet = self.mapping.with_untracked(|mapping| mapping.scope.clone());
        let source = origin(name.as_deref(), sheet.as_deref());
        outcome.imported.origin = Some(ImportOrigin { source, when });
        let coders = coders::came(&outcome.imported);
        if !self.workspace.dispatch(Command::Import(outcome.imported)) {
            return;
        }
        let (mapping, open) = (self.mapping.get_untracked(), untrack(|| self.open_doubts()));
        columns::remember(&opened.table, Recipe::of(&mapping), &open);
        let next = self.next_sheet(&opened);
        let report = Arc::new(outcome.report);
        let joined = Joined { name, opened, coders, mapping, open, bare, sample, report };
        self.finish(next, Done::Rows(Box::new(joined)));
    }

    /// The stages and moments that come with answers.
    fn beside(self) -> Option<Draft> {
        let codebook = self.with_table(|opened| opened.format().is_codebook()).unwrap_or_default();
        self.codes().filter(|_| !codebook)
    }

    /// Lets a codebook join the project.
    fn confirm_codes(self) {
        let Some(draft) = untrack(|| self.codes()) else { return };
        let known = self.workspace.peek(|p| draft.known_in(&p.codebook)).unwrap_or_default();
        let added = draft.moments.len() - known;
        if self.workspace.dispatch(Command::AddCodebook(draft)) {
            self.finish(None, Done::Codes { added, known });
        }
    }

    /// Whether most of these answers are in the project on the other side, and the user has not said that they are new.
    pub fn is_stopped(self) -> bool {
        self.forecast.elsewhere().is_some() && !self.despite.get()
    }

    /// The identifiers of this source count within it alone: number 1 is another person than number 1 of the project.
    pub fn are_others(self) {
        let name = self.name.get_untracked();
        let scope = name.unwrap_or_else(|| String::from(js_sys::Date::new_0().to_iso_string()));
        self.mapping.update(|mapping| mapping.scope = Some(scope));
    }

    /// What was taken for the number of a row says who answered.
    pub fn id_is_a_person(self) {
        self.mapping.update(|mapping| mapping.respondent = mapping.id.take().or(mapping.respondent));
    }

    /// The sheets of answers of the workbook that wait for their turn, after the one that is open.
    pub fn sheets_left(self) -> Vec<(usize, String)> {
        let left = self.with_table(|opened| {
            let Format::Workbook { sheets, chosen, .. } = opened.format() else { return Vec::new() };
            let done = self.sheets_done.get_value();
            let waits = |(at, sheet): (usize, &Sheet)| {
                (sheet.has_answers && at != *chosen && !done.contains(&at)).then(|| (at, sheet.name.clone()))
            };
            sheets.iter().enumerate().filter_map(waits).collect()
        });
        left.unwrap_or_default()
    }

    /// The next sheet of answers once this one came in or was passed over.
    fn next_sheet(self, opened: &Opened) -> Option<usize> {
        let Format::Workbook { chosen, .. } = opened.format() else { return None };
        self.sheets_done.update_value(|done| done.push(*chosen));
        untrack(|| self.sheets_left()).first().map(|(at, _)| *at)
    }

    /// Passes this sheet over.
    pub fn pass_sheet(self) {
        let Some(opened) = untrack(|| self.with_table(Opened::clone)) else { return };
        if let Some(next) = self.next_sheet(&opened) {
            self.open_sheet(next);
        }
    }

    fn open_sheet(self, sheet: usize) {
        self.start_over();
        self.top.set(Top::default());
        self.wish.set(Wish { sheet: Some(sheet), ..Wish::default() });
        self.understand();
    }

    fn finish(self, sheet: Option<usize>, done: Done) {
        self.pasted.set(String::new());
        if let Some(sheet) = sheet {
            self.opened.set(None);
            self.open_sheet(sheet);
        } else {
            self.take(None);
            self.next_file();
        }
        // The account stays in sight while the next file is looked at.
        self.done.set(Some(done));
    }
}
