//! Finding a person and erasing all that the project holds of them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use reflet::coding::{People, people};
use reflet::command::{ChangeKind, Command, CommandError};
use reflet::format::saved;
use reflet::history::History;
use reflet::import::guess::mapping;
use reflet::import::read;
use reflet::import::text::{Options, open};
use reflet::model::imported::ImportOrigin;
use reflet::model::{ImportId, ResponseId, Side, VerbatimId};
use reflet::session::Session;

/// Client 17 in two waves, employee 17, an identifier that contains 17, and a text that mentions another person.
const ANSWERS: &str = "respondent;side;vague;note;verbatim
17;client;2025;8;L’Événement  était\u{a0}superbe
dupont;client;2025;9;Rien à redire sur l’accueil
17;client;2026;9;Quelle déception
17;employee;2026;;On manque de bras
117;client;2026;7;Madame DUPONT m’a bien aidé
";

/// The same without identifiers of people.
const ANONYMOUS: &str = "verbatim;note\nLe guichet était fermé;2\nUn guichet bien tenu;9\n";

fn import(session: &mut Session, text: &str) {
    let (table, _) = open(text, Options::default()).unwrap();
    let mut mapping = mapping(&table);
    mapping.id = None;
    mapping.respondent = table.headers().iter().position(|header| header == "respondent");
    let mut imported = read(&table, &mapping, session.project()).imported;
    imported.origin = Some(ImportOrigin { source: "a.csv".to_owned(), when: "2026-03-02".to_owned() });
    session.apply(Command::Import(imported)).unwrap();
}

fn session(text: &str) -> Session {
    let mut session = Session::default();
    import(&mut session, text);
    session
}

fn found(session: &Session, search: &str) -> People {
    people(session.project(), search, 20)
}

/// Identifier and side of the people found.
fn names(people: &People) -> Vec<(&str, Side)> {
    people.shown.iter().map(|person| (person.name.as_deref().unwrap_or("?"), person.side)).collect()
}

#[test]
fn an_identifier_finds_its_people_on_each_side() {
    let session = session(ANSWERS);
    let people = found(&session, " 17 ");
    // An exact identifier comes before a similar one.
    assert_eq!(names(&people), [("17", Side::Client), ("17", Side::Employee), ("117", Side::Client)]);
    let person = &people.shown[0];
    assert_eq!((person.responses, person.ratings, person.codings), (2, 2, 0), "both waves are one person");
    assert_eq!(person.waves, ["2025", "2026"]);
    assert_eq!(person.texts, ["L’Événement  était\u{a0}superbe", "Quelle déception"]);
    assert_eq!(people.shown[1].texts, ["On manque de bras"]);
}

#[test]
fn words_find_their_author_whatever_case_accents_and_spaces() {
    let session = session(ANSWERS);
    for search in ["l'evenement etait superbe", "SUPERBE  l’événement", "déce"] {
        assert_eq!(names(&found(&session, search)), [("17", Side::Client)], "{search}");
    }
    assert_eq!(found(&session, "deception").shown[0].texts[0], "Quelle déception", "what was looked for");
    // A search does not match across two answers.
    for nothing in ["superbe deception", "", "  ", "zzz"] {
        assert_eq!(found(&session, nothing), People::default(), "{nothing:?}");
    }
}

#[test]
fn a_name_in_another_text_finds_both_people_the_named_one_first() {
    let session = session(ANSWERS);
    assert_eq!(names(&found(&session, "Dupont")), [("dupont", Side::Client), ("117", Side::Client)]);
}

#[test]
fn without_identifier_each_response_is_a_person() {
    let mut session = session(ANONYMOUS);
    let people = found(&session, "guichet");
    assert_eq!(names(&people), [("?", Side::Client); 2]);
    session.apply(Command::Erase(people.shown[0].first)).unwrap();
    assert_eq!(found(&session, "guichet").shown[0].texts, ["Un guichet bien tenu"]);
}

#[test]
fn the_number_of_a_row_finds_its_person() {
    let mut session = Session::default();
    let (table, _) = open("id;verbatim\nR-7;Bien\nR-8;Mal\n", Options::default()).unwrap();
    let imported = read(&table, &mapping(&table), session.project()).imported;
    session.apply(Command::Import(imported)).unwrap();
    assert_eq!(found(&session, "r-8").shown[0].texts, ["Mal"]);
}

#[test]
fn all_are_counted_and_some_are_shown() {
    let session = session(ANSWERS);
    let people = people(session.project(), "e", 2);
    assert_eq!((people.shown.len(), people.count), (2, 4));
}

#[test]
fn an_erased_person_is_in_no_byte_of_the_project() {
    let mut session = session(ANSWERS);
    session.apply(Command::AddStage("Achat".to_owned())).unwrap();
    let stage = session.project().codebook.stages[0].id;
    session.apply(Command::AddMoment(stage, "Salon".to_owned())).unwrap();
    let moment = session.project().codebook.moments().next().unwrap().1.id;
    for verbatim in session.project().verbatims.keys().copied().collect::<Vec<VerbatimId>>() {
        session.apply(Command::ToggleMoment(verbatim, moment)).unwrap();
    }
    session.undo();
    let person = found(&session, "superbe").shown.remove(0);
    assert_eq!(person.codings, 2);
    let before = session.project().clone();
    let done = session.apply(Command::Erase(person.first)).unwrap();
    assert_eq!(done.map(|done| done.kind), Some(ChangeKind::Erase));
    let bytes = saved::write(session.project());
    for text in &person.texts {
        assert!(!bytes.contains(text.as_str()), "{text}");
    }
    assert_eq!(session.history(), &History::default(), "neither undo nor redo brings it back");
    assert_eq!((session.undo(), session.redo()), (None, None));
    assert_eq!(names(&found(&session, "17")), [("17", Side::Employee), ("117", Side::Client)]);
    // Everything else is unchanged, also the ranges of imports.
    let after = session.project();
    assert_eq!((&after.imports, &after.codebook), (&before.imports, &before.codebook));
    assert!(after.verbatims.iter().all(|(id, verbatim)| before.verbatims.get(id) == Some(verbatim)));
    assert_eq!((after.responses.len(), after.verbatims.len()), (3, 3));
    assert_eq!(session.apply(Command::Erase(person.first)), Err(CommandError::UnknownResponse));
    assert_eq!(saved::read(&bytes).as_ref(), Ok(session.project()));
    session.apply(Command::RemoveImport(ImportId(1))).unwrap();
    assert_eq!(session.project().responses.len(), 0, "an import with a gap can still be taken out");
}

#[test]
fn an_unknown_response_is_nobody() {
    let mut session = session(ANSWERS);
    let steps = session.history().clone();
    assert_eq!(session.apply(Command::Erase(ResponseId(99))), Err(CommandError::UnknownResponse));
    assert_eq!(session.history(), &steps, "a refusal costs no step");
}
