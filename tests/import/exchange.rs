//! Files of other programs: each oddity of `tests/corpus/exchange` with what is expected of it beside it.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;
use reflet::import::codebook::{self, Codes};
use reflet::import::decode::decode;
use reflet::import::grid::Grid;
use reflet::import::{Layout, Table, guess, json, qda, read};
use reflet::model::{Project, Side, SourceKey};
use serde_json::{Value, json};

/// The files of the corpus that end so.
fn files(ends: &[&str]) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/exchange");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        !name.ends_with(".expected.json") && ends.iter().any(|end| name.ends_with(end))
    };
    let files: BTreeSet<PathBuf> = files.filter(wanted).collect();
    files.into_iter().collect()
}

/// What is expected of a file: a part of it, `null` if nothing is said.
fn expected(path: &Path, part: &str) -> Value {
    let path = format!("{}.expected.json", path.display());
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    value[part].clone()
}

fn rows(grid: &Grid) -> Value {
    json!((0..grid.rows()).map(|row| grid.row(row).collect::<Vec<_>>()).collect::<Vec<_>>())
}

fn numbers(grid: &Grid) -> Value {
    json!((0..grid.rows()).map(|row| grid.number(row)).collect::<Vec<_>>())
}

fn notes<T: Debug>(notes: &[T]) -> Value {
    json!(notes.iter().map(|note| format!("{note:?}")).collect::<Vec<_>>())
}

/// The codings that the usual guess of roles reads from a grid: id, side, stage, moment, coder.
fn codings(grid: &Grid, path: &Path) -> Value {
    let layout = Layout { skipped: 0, header_rows: 1 };
    let table = Table::of(Arc::new(grid.clone()), layout, Vec::new());
    let outcome = read(&table, &guess::mapping(&table), &Project::default());
    assert_eq!(
        (outcome.report.read, outcome.report.rejected),
        (table.rows(), 0),
        "{}: {outcome:?}",
        path.display()
    );
    let mut codings = Vec::new();
    for response in &outcome.imported.responses {
        let SourceKey::Id(id) = &response.source else {
            panic!("{}: no identifier: {response:?}", path.display())
        };
        let side = if response.side == Side::Client { "client" } else { "employee" };
        for coding in response.verbatims.iter().flat_map(|verbatim| &verbatim.codings) {
            codings.push(json!([id, side, coding.stage, coding.moment, coding.coder]));
        }
    }
    json!(codings)
}

/// A grid is what is expected, and so are the codings where it is a coded table.
fn check(grid: &Grid, path: &Path) {
    assert_eq!(rows(grid), expected(path, "rows"), "{}", path.display());
    assert_eq!(numbers(grid), expected(path, "numbers"), "{}", path.display());
    let wanted = expected(path, "codings");
    if !wanted.is_null() {
        assert_eq!(codings(grid, path), wanted, "{}", path.display());
    }
}

#[test]
fn json_is_read_as_expected() {
    let files = files(&[".json", ".jsonl"]);
    assert!(files.len() >= 12, "{files:?}");
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        assert!(json::is_json(&text), "{}", path.display());
        let opened = json::read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(format!("{:?}", opened.shape), expected(&path, "shape"), "{}", path.display());
        assert_eq!(notes(&opened.notes), expected(&path, "notes"), "{}", path.display());
        check(&opened.grid, &path);
    }
}

/// The cells of a file of commas.
fn grid(path: &Path) -> Grid {
    let text = decode(fs::read(path).unwrap(), None).unwrap().text;
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut grid = Grid::default();
    for (row, record) in reader.records().enumerate() {
        grid.push(row + 1, record.unwrap().iter()).unwrap();
    }
    grid
}

fn moments(codes: &Codes) -> Value {
    let moments = codes.draft.moments.iter();
    let cells = moments.map(|m| json!([m.stage, m.name, m.definition, m.keywords.join("|")]));
    Value::Array(cells.collect())
}

#[test]
fn tables_are_told_to_be_codebooks_and_read_as_expected() {
    let files = files(&[".csv"]);
    assert!(files.len() >= 9, "{files:?}");
    for path in files {
        let grid = grid(&path);
        let format = codebook::format(&grid);
        let wanted = expected(&path, "format");
        assert_eq!(json!(format.map(|format| format!("{format:?}"))), wanted, "{}", path.display());
        let Some(format) = format else { continue };
        let codes = codebook::read(&grid, format);
        assert_eq!(moments(&codes), expected(&path, "moments"), "{}", path.display());
        assert_eq!(notes(&codes.notes), expected(&path, "notes"), "{}", path.display());
    }
}

/// The samples, and the real exports of the folder that `REFLET_REAL_DATA` names.
#[test]
fn tables_of_answers_are_no_codebooks() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")];
    match std::env::var_os("REFLET_REAL_DATA").map(PathBuf::from) {
        Some(folder) => folders.extend(["surveys", "labelled"].map(|name| folder.join(name))),
        None => eprintln!("skipped: real exports (REFLET_REAL_DATA is not set)"),
    }
    let entries = folders.into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut count = 0;
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|extension| extension == "csv") {
            assert_eq!(codebook::format(&grid(&path)), None, "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 2);
}

#[test]
fn the_starter_codebooks_are_codebooks_of_our_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/codebooks");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let grid = grid(&path);
        assert_eq!(codebook::format(&grid), Some(codebook::Format::Own), "{}", path.display());
        let codes = codebook::read(&grid, codebook::Format::Own);
        assert_eq!(
            (codes.draft.moments.len(), codes.notes.len()),
            (grid.rows() - 1, 0),
            "{}",
            path.display()
        );
        for (row, moment) in codes.draft.moments.iter().enumerate() {
            let cells = [&moment.stage, &moment.name, &moment.definition, &moment.keywords.join("|")];
            assert_eq!(
                cells.map(String::as_str).to_vec(),
                grid.row(row + 1).collect::<Vec<_>>(),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn codebooks_of_the_exchange_format_are_read_as_expected() {
    let files = files(&[".qdc"]);
    assert!(files.len() >= 2, "{files:?}");
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        assert!(codebook::qdc::is_qdc(&text), "{}", path.display());
        let codes = codebook::qdc::read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(moments(&codes), expected(&path, "moments"), "{}", path.display());
        assert_eq!(notes(&codes.notes), expected(&path, "notes"), "{}", path.display());
    }
}

#[test]
fn projects_of_the_exchange_format_are_read_as_expected() {
    let files = files(&[".qdpx"]);
    assert!(files.len() >= 5, "{files:?}");
    for path in files {
        let opened =
            qda::read(fs::read(&path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(notes(&opened.notes), expected(&path, "notes"), "{}", path.display());
        assert_eq!(moments(&opened.codes), expected(&path, "moments"), "{}", path.display());
        assert_eq!(notes(&opened.codes.notes), expected(&path, "codes_notes"), "{}", path.display());
        check(&opened.grid, &path);
    }
}

proptest! {
    #[test]
    fn no_json_makes_it_stumble(text in "[\\[\\]{},:\"a1 \\\\n\\n]{0,40}") {
        if json::read(&text).is_ok() {
            prop_assert!(!text.trim().is_empty());
        }
        json::is_json(&text);
    }

    #[test]
    fn every_element_is_a_row_or_counted(cells in proptest::collection::vec("|null|1|\"[ab]?\"|\\{\\}|\\{\"k\":[0-9]\\}", 1..9)) {
        let cells: Vec<String> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        let Ok(opened) = json::read(&format!("[{}]", cells.join(","))) else { return Ok(()) };
        let blank = opened.notes.iter().map(|note| match note {
            json::Note::Blank { count } => *count,
            _ => 0,
        });
        prop_assert_eq!(opened.grid.rows() - 1 + blank.sum::<usize>(), cells.len());
    }

    #[test]
    fn no_codebook_makes_it_stumble(text in "<CodeBook>(</?(Codes|Code|Description)( name=\"[a&]\")?/?>|&#?[a1];|[a<]){0,12}") {
        let _ = codebook::qdc::read(&text);
    }
}
