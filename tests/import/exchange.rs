//! Files of other programs beside the corpus of `tests/corpus/exchange`: what holds for any of them.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use reflet::import::codebook;
use reflet::import::decode::decode;
use reflet::import::grid::Grid;
use reflet::import::json;

use super::given;

/// The cells of a file of commas.
fn grid(path: &Path) -> Grid {
    let text = decode(fs::read(path).unwrap(), None).unwrap().text;
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).from_reader(text.bytes());
    let mut grid = Grid::default();
    for (row, record) in reader.records().enumerate() {
        grid.push(row + 1, record.unwrap().iter()).unwrap();
    }
    grid
}

/// The samples, and the real exports of the folder that `REFLET_REAL_DATA` names.
#[test]
fn tables_of_answers_are_no_codebooks() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")];
    if let Some(folder) = given::folder("REFLET_REAL_DATA", ["real exports that are no codebooks"]) {
        folders.extend(["surveys", "labelled"].map(|name| folder.join(name)));
    }
    for folder in folders {
        let files = given::files(&folder);
        let tables: Vec<_> =
            files.iter().filter(|path| path.extension().is_some_and(|it| it == "csv")).collect();
        assert!(tables.len() >= 2, "{}: {tables:?}", folder.display());
        for table in tables {
            assert_eq!(codebook::format(&grid(table)), None, "{}", table.display());
        }
    }
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
