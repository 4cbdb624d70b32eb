//! Every figure of a small project against `mirror.py`, which computes them from the definitions alone.

use std::collections::BTreeMap;

use reflet::analysis::{Filter, Mirror, Row, SideSummary, add_certainty, mirror};
use reflet::format::results::{COLUMNS, Cell, rows};
use reflet::model::Project;

use crate::{assert_close, project};

const EXPECTED: &str = include_str!("mirror_expected.csv");
const SUMMARY: &str = include_str!("mirror_summary.csv");
const SOURCE: &str = "mirror.py, scipy 1.17.1 and numpy 2.4.6";
/// The fixture has nine decimals of a figure shown ×50, and another z than 1.959964 by 1.6e-8.
const TOLERANCE: f64 = 1e-6;
/// Three standard errors of a product of two shares of 50,000 resamples; the fixture is exact.
const PROBABILITY_TOLERANCE: f64 = 0.01;

/// A line of a fixture by column.
type Line = BTreeMap<String, String>;

fn lines(text: &str) -> Vec<Line> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The mirror under the filter of that name, without masks.
fn filtered(filter: &str) -> (Project, Mirror) {
    let mut project = project::read();
    project.settings.protect_small_groups = false;
    project.settings.resamples = 50_000;
    let filter = match filter.split_once('=') {
        Some(("wave", wave)) => Filter { wave: Some(wave.to_owned()), segment: None },
        Some((name, value)) => Filter { wave: None, segment: Some((name.to_owned(), value.to_owned())) },
        None => Filter::default(),
    };
    let mut mirror = mirror(&project, &filter);
    add_certainty(&mut mirror, &project.settings);
    (project, mirror)
}

fn check(column: &str, cell: &Cell, expected: &str, place: &str) {
    let source = format!("{place}, {column}: {SOURCE}");
    match cell {
        Cell::Empty => assert_eq!("", expected, "{source}"),
        Cell::Text(text) => assert_eq!(text, expected, "{source}"),
        Cell::Id(id) => assert_eq!(*id, expected, "{source}"),
        Cell::Count(count) => assert_eq!(count.to_string(), expected, "{source}"),
        Cell::Below(_) => unreachable!("{source}"),
        Cell::Figure(figure) => {
            let tolerance = if column == "type_probability" { PROBABILITY_TOLERANCE } else { TOLERANCE };
            assert_close(*figure, expected.parse().unwrap(), tolerance, &source);
        }
    }
}

/// The sides that are divided, as the outside program counted them.
fn divided(line: &Line) -> &'static str {
    match (line["client_ambivalent"].as_str(), line["employee_ambivalent"].as_str()) {
        ("1", "1") => "both",
        ("1", _) => "client",
        (_, "1") => "employee",
        _ => "",
    }
}

fn check_beside_the_table(row: &Row, expected: &Line) {
    for (side, measures) in [("client", &row.client), ("employee", &row.employee)] {
        assert_eq!(measures.with_valence.to_string(), expected[&format!("{side}_with_valence")]);
        assert_eq!(u8::from(measures.ambivalent).to_string(), expected[&format!("{side}_ambivalent")]);
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn every_column() {
    let expected = lines(EXPECTED);
    for lines in expected.chunk_by(|a, b| a["filter"] == b["filter"]) {
        let (project, mirror) = filtered(&lines[0]["filter"]);
        let records = rows(&project, &mirror);
        assert_eq!(records.len(), lines.len());
        for ((record, row), line) in records.iter().zip(&mirror.rows).zip(lines) {
            let place = format!("{}, {}", line["filter"], line["moment"]);
            assert_eq!(record.0[0], Cell::Text("Parcours".to_owned()));
            for (column, cell) in COLUMNS.iter().zip(&record.0).skip(1) {
                let expected = if *column == "divided" { divided(line) } else { &line[*column] };
                check(column, cell, expected, &place);
            }
            check_beside_the_table(row, line);
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn both_sides_overall() {
    for line in lines(SUMMARY) {
        let (_, mirror) = filtered(&line["filter"]);
        let side = if line["side"] == "client" { mirror.client } else { mirror.employee };
        let SideSummary { respondents, verbatims, coded, mean_level, prompts: [p0, p1, p2, p3], .. } = side;
        let counts = [respondents, verbatims, coded, p0, p1, p2, p3].map(|count| count.to_string());
        let columns = ["respondents", "verbatims", "coded", "positive", "negative", "neutral", "unknown"];
        assert_eq!(counts, columns.map(|column| line[column].clone()), "{SOURCE}");
        match mean_level {
            Ok(level) => assert_close(level.0, line["mean_level"].parse().unwrap(), 1e-8, SOURCE),
            Err(_) => assert_eq!(line["mean_level"], "", "{SOURCE}"),
        }
    }
}
