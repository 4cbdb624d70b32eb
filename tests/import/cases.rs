//! Tables that are easily misunderstood: what a person expects of each, from the file to the figures.

use std::path::Path;

use reflet::analysis::Filter;
use reflet::analysis::closed::items;
use reflet::command::Command;
use reflet::import::doubt::doubts;
use reflet::import::guess::{mapping, side_by_titles};
use reflet::import::source::{self, Format, Source, Wish};
use reflet::import::{Mapping, Note, Report, Table, read, sides};
use reflet::model::{Project, Prompt, ScaleKind, Side};
use reflet::session::Session;

fn source(file: &str, wish: Wish) -> Source {
    let folders = ["text", "sheets", "exchange"];
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let path = folders.into_iter().map(|folder| corpus.join(folder).join(file)).find(|path| path.exists());
    let bytes = std::fs::read(path.unwrap()).unwrap();
    let open = if source::is_archive(&bytes) { source::of_archive } else { source::of_bytes };
    open(bytes, wish, &mut |_| {}).unwrap()
}

/// What the guess alone makes of a file, without a touch of a control.
struct Opened {
    table: Table,
    mapping: Mapping,
    report: Report,
    project: Project,
    /// The moment of each coding.
    moments: Vec<String>,
}

fn opened(file: &str, wish: Wish) -> Opened {
    let table = source(file, wish).table(None, None);
    let mapping = mapping(&table);
    let outcome = read(&table, &mapping, &Project::default());
    let verbatims = outcome.imported.responses.iter().flat_map(|response| &response.verbatims);
    let moments =
        verbatims.flat_map(|verbatim| &verbatim.codings).map(|coding| coding.moment.clone()).collect();
    let mut session = Session::default();
    session.apply(Command::Import(outcome.imported)).unwrap();
    let report = outcome.report;
    assert_eq!(report.read, report.kept + report.rejected + report.duplicate, "{file}");
    Opened { table, mapping, report, project: session.project().clone(), moments }
}

impl Opened {
    fn texts(&self) -> Vec<&str> {
        self.project.verbatims.values().map(|verbatim| verbatim.text.as_str()).collect()
    }

    /// Kind, ends and way up of each rating.
    fn scales(&self) -> Vec<(ScaleKind, (f64, f64), bool)> {
        let scales = self.mapping.ratings.iter().map(|rating| rating.scale);
        scales.map(|scale| (scale.kind, scale.ends(), scale.is_reversed())).collect()
    }

    /// Of each closed question how many answer it, their mean, and the satisfied among them.
    fn figures(&self) -> Vec<(u32, f64, Option<f64>)> {
        let items = items(&self.project, &Filter::default());
        let figures = items.iter().map(reflet::analysis::closed::Item::figures);
        figures.map(|f| (f.respondents, f.mean.unwrap().0, f.csat.ok().map(|share| share.value.0))).collect()
    }

    fn people(&self, attribute: &str, choice: &str) -> usize {
        let values = self.project.responses.values().filter_map(|response| response.segments.get(attribute));
        values.filter(|values| values.contains(choice)).count()
    }

    fn is_sure(&self) -> bool {
        doubts(&self.table, &self.mapping).is_empty()
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn the_best_is_where_the_question_puts_it() {
    let best = opened("one-is-best.csv", Wish::default());
    assert_eq!(best.scales(), [(ScaleKind::Csat, (1.0, 5.0), true)]);
    let (people, _, satisfied) = best.figures()[0];
    assert!(people == 30 && near(satisfied.unwrap(), 10.0 / 30.0), "{satisfied:?}");
    assert!(best.is_sure());
}

#[test]
fn codes_of_no_answer_are_said_and_stretch_nothing() {
    let codes = opened("missing-codes-99.csv", Wish::default());
    assert_eq!(codes.scales(), [(ScaleKind::Csat, (1.0, 5.0), false)]);
    let (people, _, satisfied) = codes.figures()[0];
    assert!(people == 30 && near(satisfied.unwrap(), 18.0 / 30.0), "{people} {satisfied:?}");
    assert_eq!((codes.report.unanswered, codes.texts().len(), codes.report.warnings.len()), (10, 40, 0));
}

#[test]
fn agreement_in_words_has_an_order() {
    let agreement = opened("agreement-in-words.csv", Wish::default());
    assert_eq!(agreement.scales(), [(ScaleKind::Agreement, (1.0, 5.0), false); 2]);
    let means: Vec<f64> = agreement.figures().iter().map(|(_, mean, _)| mean * 30.0).collect();
    assert!(near(means[0], 106.0) && near(means[1], 74.0), "{means:?}");
    assert_eq!((agreement.texts().len(), agreement.mapping.segments.len()), (30, 0));
}

#[test]
fn ten_is_no_recommendation_unless_it_is_asked() {
    let ten = opened("satisfaction-zero-ten.csv", Wish::default());
    assert_eq!(ten.scales(), [(ScaleKind::Custom, (0.0, 10.0), false)]);
    assert!(items(&ten.project, &Filter::default())[0].figures().nps.is_err());
    let several = opened("several-ratings.csv", Wish::default());
    let expected =
        [(ScaleKind::Nps, (0.0, 10.0)), (ScaleKind::Ces, (1.0, 7.0)), (ScaleKind::Csat, (1.0, 5.0))];
    assert_eq!(several.scales(), expected.map(|(kind, ends)| (kind, ends, false)));
    assert!(several.figures().iter().all(|(people, ..)| *people == 40));
    let shown = opened("decimals-not-shown.xlsx", Wish::default());
    assert!(near(shown.figures()[0].1, 7.5), "{:?}", shown.figures());
}

#[test]
fn who_ticked_a_choice_is_counted_by_choice() {
    for (file, attribute, choices) in [
        (
            "choices-in-one-cell-commas.csv",
            "Which channels did you use?",
            [
                ("Phone (hotline, call back)", 19),
                ("Web site, app included", 19),
                ("Shop", 19),
                ("Letter", 15),
            ],
        ),
        (
            "choices-in-one-cell-semicolons.csv",
            "Quels canaux avez-vous utilisés ?",
            [("Courrier", 16), ("Téléphone", 17), ("Site web", 19), ("Agence", 20)],
        ),
    ] {
        let opened = opened(file, Wish::default());
        let people = choices.map(|(choice, _)| (choice, opened.people(attribute, choice)));
        assert_eq!(people, choices, "{file}");
        assert_eq!((opened.mapping.segments.len(), opened.texts().len()), (1, 36), "{file}");
    }
}

#[test]
fn two_questions_stay_two() {
    for (file, texts, nothing) in
        [("two-questions-many-nothing.csv", 55, 19), ("two-questions-headers-like-sentences.csv", 60, 0)]
    {
        let two = opened(file, Wish::default());
        assert_eq!(two.table.layout().header_rows, 1, "{file}");
        let prompts: Vec<Prompt> = two.mapping.texts.iter().map(|text| text.prompt).collect();
        assert_eq!(prompts, [Prompt::Positive, Prompt::Negative], "{file}");
        assert_eq!((two.texts().len(), two.report.nothing), (texts, nothing), "{file}");
        let people = two.project.responses.values();
        assert!(
            people.clone().count() == 30 && people.clone().all(|one| one.side == Side::Employee),
            "{file}"
        );
        assert!(two.is_sure(), "{file}");
    }
}

#[test]
fn what_was_torn_or_marked_up_is_put_right_in_one_gesture() {
    let torn = source("unquoted-separator.csv", Wish::default());
    let found = torn.notes.iter().find_map(|note| match note {
        Note::Torn(torn) => Some((torn.column, torn.count)),
        _ => None,
    });
    assert_eq!(found, Some((1, 7)));
    let joined = opened("unquoted-separator.csv", Wish { rejoined: Some(1), ..Wish::default() });
    let whole = joined.texts().iter().filter(|text| text.contains(", slow till number")).count();
    assert_eq!((joined.texts().len(), whole, joined.table.columns()), (30, 7, 3));
    assert_eq!(joined.people("store", "Paris") + joined.people("store", "Lyon"), 30);
    let plain = opened("markup-and-entities.csv", Wish { plain: true, ..Wish::default() });
    assert!(plain.texts().iter().all(|text| !text.contains(['<', '&'])));
    assert_eq!((plain.texts().len(), plain.mapping.texts.len()), (30, 1));
    assert!(plain.texts().iter().any(|text| text.contains("réponse\u{a0}!")));
}

#[test]
fn codings_of_other_programs_come_in_whole() {
    for file in ["label-studio-min.json", "label-studio-export.csv", "doccano-labels-joined.csv"] {
        let coded = opened(file, Wish::default());
        let names = ["Delivery", "Billing", "Refund", "Welcome"];
        let put = names.map(|name| coded.moments.iter().filter(|moment| *moment == name).count());
        assert_eq!((put, coded.moments.len(), coded.texts().len()), ([4; 4], 16, 12), "{file}");
    }
}

#[test]
fn no_number_is_nothing() {
    for file in ["nan-in-json.json", "nan-in-json-lines.jsonl"] {
        let empty = opened(file, Wish::default());
        assert_eq!((empty.table.rows(), empty.texts().len()), (12, 9), "{file}");
        assert!(!empty.texts().iter().any(|text| text.contains("NaN")), "{file}");
    }
}

#[test]
fn each_sheet_of_answers_comes_in_in_turn() {
    let Format::Workbook { sheets, .. } = source("a-sheet-per-year.xlsx", Wish::default()).format else {
        panic!("no workbook")
    };
    let mut session = Session::default();
    for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.has_answers) {
        let wish = Wish { sheet: Some(at), ..Wish::default() };
        let table = source("a-sheet-per-year.xlsx", wish).table(None, None);
        let mut mapping = mapping(&table);
        side_by_titles(&mut mapping, &table, std::iter::once(sheet.name.clone()));
        mapping.scope = Some(sheet.name.clone());
        assert!(sides::of_title(&sheet.name).is_some(), "{}", sheet.name);
        let imported = read(&table, &mapping, session.project()).imported;
        session.apply(Command::Import(imported)).unwrap();
    }
    let people = |side| session.project().responses.values().filter(|one| one.side == side).count();
    assert_eq!((people(Side::Client), people(Side::Employee)), (30, 9));
}
