//! Lists and counts updated coding by coding equal those computed from all verbatims.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::sync::Arc;

use reflet::coding::{Decided, Listed, Selection, State, listed_after};
use reflet::command::Command;
use reflet::model::draft::{Draft, DraftMoment};
use reflet::model::{MomentId, Project, Prompt, Response, ResponseId, Side, SourceKey, Verbatim, VerbatimId};
use reflet::session::Session;

/// Four verbatims and two moments.
fn session() -> Session {
    let mut project = Project::default();
    for number in 1..=4 {
        let response = Response {
            side: Side::Client,
            source: SourceKey::Id(number.to_string()),
            respondent: None,
            wave: None,
            date: None,
            segments: BTreeMap::new(),
            ratings: Vec::new(),
        };
        let verbatim = Verbatim {
            response: ResponseId(number),
            prompt: Prompt::Unknown,
            text: format!("Réponse {number}"),
            decisions: BTreeMap::new(),
        };
        project.responses.insert(ResponseId(number), response);
        project.verbatims.insert(VerbatimId(number), verbatim);
    }
    let mut session = Session::new(project);
    let moment = |name: &str| DraftMoment {
        stage: "Visite".into(),
        name: name.into(),
        definition: String::new(),
        keywords: Vec::new(),
    };
    let draft = Draft { moments: vec![moment("Accueil"), moment("Attente")] };
    session.apply(Command::AddCodebook(draft)).unwrap();
    session
}

#[test]
fn updates_coding_by_coding_equal_a_computation_from_all() {
    let states = [None, Some(State::Coded), Some(State::Uncoded), Some(State::NoMoment)];
    let moments = [None, Some(MomentId(1))];
    for (state, moment) in states.into_iter().flat_map(|state| moments.map(|moment| (state, moment))) {
        let selection = Selection { state, moment, ..Selection::default() };
        let mut session = session();
        let mut listed: Listed = selection.of(session.project()).into();
        let mut decided = Decided::of(session.project());
        let codings = [(3, 1), (1, 2), (3, 2), (3, 1), (3, 2), (4, 1)];
        let steps = codings.map(|(id, moment)| Command::ToggleMoment(VerbatimId(id), MomentId(moment)));
        for command in steps.into_iter().chain([Command::ToggleNoMoment(VerbatimId(2))]) {
            let (Command::ToggleMoment(id, _) | Command::ToggleNoMoment(id)) = command else { continue };
            session.apply(command).unwrap();
            listed = listed_after(&listed, &selection, session.project(), id);
            decided.read(session.project(), id);
            assert_eq!(*listed, selection.of(session.project()), "{selection:?}");
            assert_eq!(decided, Decided::of(session.project()));
            assert_eq!(decided.count(), session.project().coded());
        }
    }
}

#[test]
fn an_unchanged_list_is_not_copied() {
    let session = session();
    let all: Listed = Selection::default().of(session.project()).into();
    let after = listed_after(&all, &Selection::default(), session.project(), VerbatimId(2));
    assert!(Arc::ptr_eq(&all, &after));
}
