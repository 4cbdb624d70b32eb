//! The shipped samples, read as a user's own file would be.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use reflet::analysis::{Class, Confidence, Filter, Reason, Type, settle, tracker};
use reflet::command::Command;
use reflet::import::{guess, read, text};
use reflet::model::{Project, Side};
use reflet::session::Session;

/// Opens a sample with nothing but guesses.
fn open(name: &str) -> Project {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples").join(name);
    let source = std::fs::read_to_string(path).unwrap();
    let (table, _) = text::open(&source, text::Options::default()).unwrap();
    let outcome = read(&table, &guess::mapping(&table), &Project::default());
    assert_eq!(outcome.report.rejected, 0, "{:?}", outcome.report.rejects);
    assert!(outcome.report.warnings.is_empty(), "{:?}", outcome.report.warnings);
    let mut session = Session::default();
    session.apply(Command::Import(outcome.imported)).unwrap();
    session.project().clone()
}

fn verbatims(project: &Project, side: Side) -> usize {
    project.verbatims.values().filter(|v| project.response_of(v).unwrap().side == side).count()
}

#[track_caller]
fn shows_every_case(project: &Project) {
    let mut mirror = tracker(project, &Filter::default());
    settle(&mut mirror, &project.settings);
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
            Class::Unclassified(reason) => panic!("{reason:?}"),
        }
    }
    assert_eq!(types, Type::ALL.into_iter().collect());
    assert!(confidences[&Confidence::Firm] * 2 > mirror.rows.len(), "{confidences:?}");
    assert!(confidences.contains_key(&Confidence::Tendency), "{confidences:?}");
    assert!(insufficient > 0);
}

/// No verbatim reads like another one with a word changed: fewer than two thirds of the words of any two
/// are common to both.
#[track_caller]
fn every_voice_is_its_own(project: &Project) {
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

#[test]
fn the_bank_is_complete() {
    let project = open("bank-fr.csv");
    assert!(verbatims(&project, Side::Client) >= 200);
    assert!(verbatims(&project, Side::Employee) >= 120);
    assert!((10..=12).contains(&project.codebook.moments().count()));
    assert_eq!(project.waves(), ["2025", "2026"]);
    assert!(project.responses.values().any(|response| !response.ratings.is_empty()));
    shows_every_case(&project);
    every_voice_is_its_own(&project);
}

#[test]
fn the_shop_is_complete() {
    let project = open("shop-en.csv");
    assert!(verbatims(&project, Side::Client) >= 140);
    assert!(verbatims(&project, Side::Employee) >= 90);
    assert!((8..=10).contains(&project.codebook.moments().count()));
    shows_every_case(&project);
    every_voice_is_its_own(&project);
}
