//! Workbooks beside the corpus of `tests/corpus/sheets`: several sheets with answers, and ratings that show less than they
//! hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use reflet::command::Command;
use reflet::import::source::{Format, Source, Wish, of_archive};
use reflet::import::{Mapping, guess, read, sides, titles};
use reflet::model::{Project, Rating, Side};
use reflet::session::Session;

fn open(name: &str, sheet: Option<usize>) -> Source {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/sheets").join(name);
    of_archive(fs::read(path).unwrap(), Wish { sheet, ..Wish::default() }, &mut |_| {}).unwrap()
}

/// Brings in each sheet of answers as the page does, and says how many rows were kept of each.
fn bring_in(session: &mut Session, name: &str) -> Vec<usize> {
    let Format::Workbook { sheets, .. } = open(name, None).format else { panic!("{name} is no workbook") };
    let with_answers = sheets.iter().enumerate().filter(|(_, sheet)| sheet.has_answers);
    let bring_in = |(at, sheet): (usize, &reflet::import::sheets::Sheet)| {
        let table = open(name, Some(at)).table(None, None);
        let mut mapping = guess::mapping(&table);
        guess::side_by_titles(&mut mapping, &table, [sheet.name.clone()].into_iter());
        mapping.scope = Some(sheet.name.clone());
        let outcome = read(&table, &mapping, session.project());
        assert_eq!(outcome.report.rejected, 0, "{name}, {}", sheet.name);
        session.apply(Command::Import(outcome.imported)).unwrap();
        outcome.report.kept
    };
    with_answers.map(bring_in).collect()
}

fn count(project: &Project, side: Side) -> usize {
    project.responses.values().filter(|response| response.side == side).count()
}

#[test]
fn equal_numbers_on_two_sheets_are_two_people() {
    for (name, kept, clients, employees) in [
        ("xlsx-a-sheet-per-year.xlsx", [15, 15, 9].as_slice(), 30, 9),
        ("ods-a-sheet-per-quarter.ods", &[6, 5, 2], 11, 2),
        ("xlsx-sheets-of-answers-dictionary-and-figures.xlsx", &[5, 5], 10, 0),
    ] {
        let mut session = Session::default();
        assert_eq!(bring_in(&mut session, name), kept, "{name}");
        let project = session.project();
        assert_eq!(
            (count(project, Side::Client), count(project, Side::Employee)),
            (clients, employees),
            "{name}"
        );
        // The same workbook again brings nothing.
        assert_eq!(bring_in(&mut session, name), vec![0; kept.len()], "{name}");
    }
}

#[test]
fn respondents_and_rows_without_identifier_count_within_their_sheet() {
    let mut session = Session::default();
    assert_eq!(bring_in(&mut session, "xls-xlwt-a-sheet-per-month.xls"), [4, 2]);
    let people: BTreeSet<&str> =
        session.project().responses.values().filter_map(|response| response.respondent.as_deref()).collect();
    assert_eq!(people.len(), 6, "{people:?}");
    assert!(people.contains("janvier / 1") && people.contains("février / 1"), "{people:?}");

    // Without scope, an answer of the same words by the same number is known.
    let table = open("xls-xlwt-a-sheet-per-month.xls", Some(1)).table(None, None);
    let bare = Mapping { texts: vec![guess::text_column(&table, 2)], ..Mapping::default() };
    let within = |scope: &str| Mapping { scope: Some(scope.to_owned()), ..bare.clone() };
    let mut session = Session::default();
    for (mapping, kept) in
        [(within("a"), 4), (within("b"), 4), (within("a"), 0), (bare.clone(), 4), (bare.clone(), 0)]
    {
        let outcome = read(&table, &mapping, session.project());
        assert_eq!(outcome.report.kept, kept, "{:?}", mapping.scope);
        session.apply(Command::Import(outcome.imported)).unwrap();
    }
}

#[test]
fn the_name_of_a_sheet_says_side_and_period() {
    let Format::Workbook { sheets, .. } = open("xlsx-a-sheet-per-year.xlsx", None).format else {
        panic!("no workbook")
    };
    let told: Vec<_> = sheets
        .iter()
        .map(|sheet| (sheet.has_answers, sides::of_title(&sheet.name), titles::wave(&sheet.name)))
        .collect();
    let wave = |year: &str| Some(year.to_owned());
    assert_eq!(
        told,
        [
            (false, None, None),
            (true, Some(Side::Client), wave("2024")),
            (true, Some(Side::Client), wave("2025")),
            (true, Some(Side::Employee), wave("2025")),
        ]
    );
}

/// The ratings that a workbook brings.
fn ratings(name: &str) -> Vec<f64> {
    let table = open(name, None).table(None, None);
    let outcome = read(&table, &guess::mapping(&table), &Project::default());
    assert_eq!(outcome.report.warnings, [], "{name}");
    let ratings = outcome.imported.responses.iter().flat_map(|response| &response.ratings);
    ratings.map(Rating::value).collect()
}

#[test]
fn a_rating_is_the_value_of_its_cell_however_it_is_shown() {
    for name in [
        "xlsx-rounded-decimals.xlsx",
        "ods-rounded-decimals.ods",
        "xls-xlwt-rounded-decimals.xls",
        "xlsb-rounded-decimals.xlsb",
    ] {
        let ratings = ratings(name);
        assert_eq!((ratings.len(), ratings.iter().sum::<f64>() / 20.0), (20, 7.5), "{name}");
    }
    let thirds = ratings("xlsx-thirds-shown-whole.xlsx");
    for (read, held) in thirds.iter().zip([10.0 / 3.0, 4.25, 11.0 / 3.0, 10.0 / 3.0, 4.25, 11.0 / 3.0]) {
        assert!((read - held).abs() < 1e-14, "{read} {held}");
    }
    assert_eq!(thirds.len(), 6);
}
