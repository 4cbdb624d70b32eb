//! Tables that are one wave as a whole.

use reflet::command::Command;
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, Outcome, read};
use reflet::model::{Project, SourceKey};
use reflet::session::Session;

fn outcome(text: &str, project: &Project, change: impl FnOnce(&mut Mapping)) -> Outcome {
    let (table, _) = open(text, Options::default()).unwrap();
    let mut mapping = mapping(&table);
    change(&mut mapping);
    read(&table, &mapping, project)
}

fn of_wave(text: &str, wave: &str, project: &Project) -> Outcome {
    outcome(text, project, |mapping| mapping.wave_fixed = Some(wave.to_owned()))
}

fn import(session: &mut Session, text: &str, wave: &str) {
    let imported = of_wave(text, wave, session.project()).imported;
    session.apply(Command::Import(imported)).unwrap();
}

#[test]
fn the_wave_of_a_table_is_that_of_each_row() {
    let read = of_wave("verbatim\nBien\nMal\n", " 2026 ", &Project::default());
    let by_column = outcome("verbatim;vague\nBien;2026\nMal;2026\n", &Project::default(), |_| {});
    assert_eq!(read.imported, by_column.imported, "as if a column said it, identities included");
    let blank = of_wave("verbatim\nBien\n", "  ", &Project::default());
    assert_eq!(blank.imported, outcome("verbatim\nBien\n", &Project::default(), |_| {}).imported);
    let mapped = of_wave("verbatim;vague\nBien;2025\n", "2026", &Project::default());
    assert_eq!(mapped.imported.responses[0].wave.as_deref(), Some("2025"), "a column says it better");
}

#[test]
fn the_same_answer_in_two_waves_is_two_answers() {
    let mut session = Session::default();
    import(&mut session, "verbatim\nRAS\n", "2025");
    import(&mut session, "verbatim\nRAS\n", "2026");
    assert_eq!((session.project().waves(), session.project().responses.len()), (vec!["2025", "2026"], 2));
    let again = of_wave("verbatim\nRAS\n", "2026", session.project());
    assert_eq!(again.report.duplicate, 1);
}

#[test]
fn numbers_that_begin_again_in_each_wave_are_other_people() {
    let mut session = Session::default();
    import(&mut session, "id;verbatim\n1;Bien\n2;Mal\n", "2025");
    import(&mut session, "id;verbatim\n1;Trop long\n2;Mal\n", "2026");
    let keys: Vec<&SourceKey> =
        session.project().responses.values().map(|response| &response.source).collect();
    let id = |id: &str| SourceKey::Id(id.to_owned());
    assert_eq!(keys, [&id("1"), &id("2"), &id("1 (2026)"), &id("2 (2026)")]);
    for (text, wave) in [("id;verbatim\n1;Bien\n", "2025"), ("id;verbatim\n1;Trop long\n", "2026")] {
        let again = of_wave(text, wave, session.project());
        assert_eq!((again.report.duplicate, again.report.responses), (1, 0), "{wave}");
    }
    // A row whose wave nobody says is known by its identifier alone, as ever.
    let coded = outcome("id;verbatim;moment\n1;Bien;Accueil\n", session.project(), |_| {});
    assert_eq!((coded.report.codings, coded.report.responses), (1, 0));
}
