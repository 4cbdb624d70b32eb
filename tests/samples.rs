//! The shipped samples: coded tables, read as a user's own would be, and the project files made from them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use reflet::analysis::closed::items;
use reflet::analysis::{Class, Confidence, Filter, Reason, Type, add_certainty, mirror, rated};
use reflet::command::{Command, Draft, DraftMoment};
use reflet::format::saved;
use reflet::import::{guess, read, text};
use reflet::model::{Origin, Project, Question, Scale, Side};
use reflet::session::Session;

/// The variable that makes this test rewrite the project files, after a change to a table, a codebook or the format.
const WRITE: &str = "REFLET_WRITE_SAMPLES";

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The project of a coded table, imported as guessed, with the definitions of a starter codebook for the moments that it
/// uses.
fn made_from(table: &str, starter: &str, name: &str) -> Project {
    let (table, _) = text::open(file(table), text::Options::default()).unwrap();
    let outcome = read(&table, &guess::mapping(&table), &Project::default());
    assert_eq!(outcome.report.rejected, 0, "{:?}", outcome.report.rejects);
    assert!(outcome.report.warnings.is_empty(), "{:?}", outcome.report.warnings);
    let verbatims = outcome.imported.responses.iter().flat_map(|response| &response.verbatims);
    let used: BTreeSet<String> = verbatims.flat_map(|v| &v.codings).map(|c| c.moment.clone()).collect();
    let moments = csv::Reader::from_reader(file(starter).as_bytes())
        .into_records()
        .map(|record| {
            let record = record.unwrap();
            let keywords = record[3].split('|').map(str::to_owned).collect();
            let [stage, name, definition] = [0, 1, 2].map(|cell| record[cell].to_owned());
            DraftMoment { stage, name, definition, keywords }
        })
        .filter(|moment| used.contains(&moment.name))
        .collect();
    let mut session = Session::new(Project { origin: Origin::Sample, ..Project::default() });
    session.apply(Command::Rename(name.to_owned())).unwrap();
    session.apply(Command::AddCodebook(Draft { moments })).unwrap();
    session.apply(Command::Import(outcome.imported)).unwrap();
    session.project().clone()
}

fn bank() -> Project {
    made_from("tests/samples/bank-fr.csv", "public/codebooks/bank.fr.csv", "Banque de détail")
}

fn shop() -> Project {
    made_from("tests/samples/shop-en.csv", "public/codebooks/shop.en.csv", "Online shop")
}

#[track_caller]
fn is_served_as(project: &Project, path: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let made = saved::write(project);
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(path, made).unwrap();
    } else {
        let served = std::fs::read_to_string(path).unwrap();
        assert!(served == made, "the file is not what its table says; {WRITE}=1 writes it anew");
    }
}

#[test]
fn served_samples_are_made_from_their_tables() {
    is_served_as(&bank(), "public/samples/bank-fr.json");
    is_served_as(&shop(), "public/samples/shop-en.json");
}

fn verbatims(project: &Project, side: Side) -> usize {
    project.verbatims.values().filter(|v| project.response_of(v).unwrap().side == side).count()
}

#[track_caller]
fn shows_every_case(project: &Project) {
    let mut mirror = mirror(project, &Filter::default());
    add_certainty(&mut mirror, &project.settings);
    let mut types = BTreeSet::new();
    let mut confidences = BTreeMap::<Confidence, usize>::new();
    let mut insufficient = 0;
    for row in &mirror.rows {
        match row.class {
            Class::Typed(kind, certainty) => {
                types.insert(kind);
                *confidences.entry(certainty.unwrap().confidence).or_default() += 1;
            }
            Class::Unclassified(Reason::InsufficientEmployee | Reason::InsufficientClient) => {
                insufficient += 1;
            }
            Class::Silent(kind) => panic!("{kind:?}"),
            Class::Unclassified(reason) => panic!("{reason:?}"),
        }
    }
    assert_eq!(types, Type::ALL.into_iter().collect());
    assert!(confidences[&Confidence::Firm] * 2 > mirror.rows.len(), "{confidences:?}");
    assert!(confidences.contains_key(&Confidence::Tendency), "{confidences:?}");
    assert!(insufficient > 0);
}

/// No two verbatims are near copies: any two have fewer than two thirds of their words in common.
#[track_caller]
fn verbatims_are_distinct(project: &Project) {
    let words: Vec<(&str, BTreeSet<String>)> = project
        .verbatims
        .values()
        .map(|v| (v.text.as_str(), v.text.to_lowercase().split_whitespace().map(str::to_owned).collect()))
        .collect();
    for (at, (text, mine)) in words.iter().enumerate() {
        for (other, theirs) in &words[at + 1..] {
            let (common, all) = (mine.intersection(theirs).count(), mine.union(theirs).count());
            assert!(common * 3 < all * 2, "{text:?} and {other:?}");
        }
    }
}

/// Both sides answer one closed question with a clear name.
#[track_caller]
fn asks_for_a_recommendation(project: &Project, name: &str) {
    let question = Question { name: name.to_owned(), scale: Scale::NPS };
    for side in Side::BOTH {
        assert_eq!(rated::question(project, side).as_ref(), Some(&question));
    }
    assert_eq!(items(project, &Filter::default()).len(), 2);
}

#[test]
fn the_bank_is_complete() {
    let project = bank();
    assert!(verbatims(&project, Side::Client) >= 200);
    assert!(verbatims(&project, Side::Employee) >= 120);
    assert!((10..=12).contains(&project.codebook.moments().count()));
    assert_eq!(project.waves(), ["2025", "2026"]);
    asks_for_a_recommendation(&project, "Recommanderiez-vous notre banque à un proche ? (0-10)");
    shows_every_case(&project);
    verbatims_are_distinct(&project);
}

#[test]
fn the_shop_is_complete() {
    let project = shop();
    assert!(verbatims(&project, Side::Client) >= 140);
    assert!(verbatims(&project, Side::Employee) >= 90);
    assert!((8..=10).contains(&project.codebook.moments().count()));
    asks_for_a_recommendation(&project, "How likely are you to recommend our shop to a friend? (0-10)");
    shows_every_case(&project);
    verbatims_are_distinct(&project);
}
