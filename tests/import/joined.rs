//! What a project does with what has joined it: imports that go again, waves that are renamed and put in order.

use reflet::command::{Command, CommandError};
use reflet::import::guess::mapping;
use reflet::import::read;
use reflet::import::text::{Options, open};
use reflet::model::imported::ImportOrigin;
use reflet::model::{ImportId, Project, ResponseId, Side};
use reflet::session::Session;

fn import(session: &mut Session, source: &str, text: &str) {
    let (table, _) = open(text, Options::default()).unwrap();
    let mut imported = read(&table, &mapping(&table), session.project()).imported;
    imported.origin = Some(ImportOrigin { source: source.to_owned(), when: "2026-03-02".to_owned() });
    session.apply(Command::Import(imported)).unwrap();
}

fn texts(project: &Project) -> Vec<&str> {
    project.verbatims.values().map(|verbatim| verbatim.text.as_str()).collect()
}

/// Name, responses, verbatims and codings of each import.
fn imports(project: &Project) -> Vec<(&str, u32, u32, u32)> {
    let say = |import: &'_ reflet::model::Import| {
        let (responses, verbatims) = (&import.responses, &import.verbatims);
        (responses.end.0 - responses.start.0, verbatims.end.0 - verbatims.start.0, import.codings)
    };
    let named = project.imports.iter().map(|import| (import.source.as_str(), say(import)));
    named.map(|(source, (responses, verbatims, codings))| (source, responses, verbatims, codings)).collect()
}

#[test]
fn an_import_goes_as_a_whole_and_comes_back() {
    let mut session = Session::default();
    import(&mut session, "a.csv", "id;verbatim;moment\n1;Très bon accueil;Accueil\n2;Trop long;\n");
    import(&mut session, "b.csv", "id;verbatim\n3;Bien\n");
    assert_eq!(imports(session.project()), [("a.csv", 2, 2, 1), ("b.csv", 1, 1, 0)]);
    let before = session.project().clone();
    session.apply(Command::RemoveImport(ImportId(1))).unwrap();
    let project = session.project();
    assert_eq!(
        (texts(project), project.responses.len(), imports(project)),
        (vec!["Bien"], 1, vec![("b.csv", 1, 1, 0)])
    );
    assert_eq!(project.codebook, before.codebook, "moments stay");
    session.undo();
    assert_eq!(session.project(), &before);
    assert_eq!(session.apply(Command::RemoveImport(ImportId(3))), Err(CommandError::UnknownImport));
}

#[test]
fn what_it_gave_to_older_responses_goes_but_for_codings() {
    let mut session = Session::default();
    import(&mut session, "notes.csv", "id;note\n1;4\n2;5\n");
    import(&mut session, "textes.csv", "id;verbatim\n1;Très bon accueil\n2;Trop long\n");
    import(&mut session, "codes.csv", "id;verbatim;moment\n1;Très bon accueil;Accueil\n9;Nouveau;Accueil\n");
    assert_eq!(
        imports(session.project()),
        [("notes.csv", 2, 0, 0), ("textes.csv", 0, 2, 0), ("codes.csv", 1, 1, 2)]
    );
    session.apply(Command::RemoveImport(ImportId(3))).unwrap();
    assert_eq!(
        (texts(session.project()), session.project().coded()),
        (vec!["Très bon accueil", "Trop long"], 1)
    );
    session.apply(Command::RemoveImport(ImportId(2))).unwrap();
    assert_eq!(
        (texts(session.project()).len(), session.project().responses.len()),
        (0, 2),
        "the ratings stay"
    );
    session.undo();
    session.apply(Command::RemoveImport(ImportId(1))).unwrap();
    assert_eq!(
        (session.project().responses.len(), session.project().verbatims.len()),
        (0, 0),
        "no text without response"
    );
}

#[test]
fn an_import_that_brings_nothing_is_not_listed() {
    let mut session = Session::default();
    let text = "id;verbatim;moment\n1;Très bon accueil;Accueil\n";
    import(&mut session, "a.csv", text);
    let before = session.project().clone();
    import(&mut session, "a.csv", text);
    assert_eq!(session.project(), &before);
    // Once it has gone, the same file is new.
    session.apply(Command::RemoveImport(ImportId(1))).unwrap();
    import(&mut session, "a.csv", text);
    assert_eq!((texts(session.project()), imports(session.project()).len()), (vec!["Très bon accueil"], 1));
}

#[test]
fn who_was_erased_leaves_no_number_to_others() {
    let mut session = Session::default();
    import(&mut session, "a.csv", "id;verbatim\n1;Bien\n2;Mal\n");
    session.apply(Command::Erase(ResponseId(2))).unwrap();
    import(&mut session, "b.csv", "id;verbatim\n3;Bof\n");
    session.apply(Command::RemoveImport(ImportId(1))).unwrap();
    assert_eq!(texts(session.project()), ["Bof"], "an import takes nobody else with it");
}

const WAVES: &str = "id;verbatim;vague;side\n1;Bien;T3 2024;client\n2;Mal;T1 2025;client\n3;Bof;t1 2025;salarié\n4;Oui;T4 2024;client\n";

#[test]
fn waves_are_renamed_and_made_one() {
    let mut session = Session::default();
    import(&mut session, "a.csv", WAVES);
    assert_eq!(session.project().waves(), ["T3 2024", "T4 2024", "T1 2025", "t1 2025"]);
    let before = session.project().clone();
    let rename = |from: &str, into: &str| Command::RenameWave(from.to_owned(), into.to_owned());
    session.apply(rename("t1 2025", " T1 2025 ")).unwrap();
    assert_eq!(session.project().waves(), ["T3 2024", "T4 2024", "T1 2025"]);
    let of_wave = session.project().responses.values().filter(|r| r.wave.as_deref() == Some("T1 2025"));
    assert_eq!(of_wave.map(|r| r.side).collect::<Vec<_>>(), [Side::Client, Side::Employee]);
    session.undo();
    assert_eq!(session.project(), &before, "one step");
    assert_eq!(session.apply(rename("T3 2024", "  ")), Err(CommandError::EmptyName));
    assert_eq!(session.apply(rename("2031", "2032")), Ok(None));
}

#[test]
fn an_order_of_ones_own_comes_first_and_follows_new_names() {
    let mut session = Session::default();
    import(&mut session, "a.csv", WAVES);
    let order = ["T1 2025", "T4 2024", "T1 2025"].map(str::to_owned).to_vec();
    session.apply(Command::OrderWaves(order)).unwrap();
    assert_eq!(session.project().waves(), ["T1 2025", "T4 2024", "T3 2024", "t1 2025"]);
    session.apply(Command::RenameWave("T4 2024".to_owned(), "avant".to_owned())).unwrap();
    assert_eq!(session.project().waves(), ["T1 2025", "avant", "T3 2024", "t1 2025"]);
    session.apply(Command::RenameWave("avant".to_owned(), "T1 2025".to_owned())).unwrap();
    assert_eq!(session.project().waves(), ["T1 2025", "T3 2024", "t1 2025"]);
    assert_eq!(session.project().wave_order, ["T1 2025"], "once, or the file could not be read again");
    session.apply(Command::OrderWaves(Vec::new())).unwrap();
    assert_eq!(session.project().waves(), ["T3 2024", "T1 2025", "t1 2025"]);
}
