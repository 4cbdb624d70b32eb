//! Real exports that nobody on the project wrote, read in place. `REFLET_REAL_DATA` names their folder.

use std::path::PathBuf;

use reflet::import::decode::{Encoding, decode};
use reflet::import::guess::mapping;
use reflet::import::read;
use reflet::import::text::{Options, open};
use reflet::model::Project;

/// File, rows and columns as another reader of CSV counts them, first row apart.
const SURVEYS: [(&str, usize, usize); 8] = [
    ("cantera-two-row-header.csv", 61, 112),
    ("jupyter-education-2016.csv", 125, 25),
    ("otel-contributor-free-form.csv", 46, 4),
    ("otel-contributor-statements.csv", 125, 27),
    ("otel-developer-experience.csv", 217, 23),
    ("otel-docs-usability.csv", 48, 35),
    ("qualtrics-three-row-header.csv", 3, 20),
    ("starwars-two-row-header.csv", 1187, 38),
];

#[test]
fn real_surveys_open_without_loss() {
    let Some(folder) = std::env::var_os("REFLET_REAL_DATA").map(PathBuf::from) else {
        for (file, ..) in SURVEYS {
            eprintln!("skipped: {file} (REFLET_REAL_DATA is not set)");
        }
        return;
    };
    for (file, rows, columns) in SURVEYS {
        let Ok(bytes) = std::fs::read(folder.join("surveys").join(file)) else {
            eprintln!("skipped: {file} (not in REFLET_REAL_DATA)");
            continue;
        };
        let decoded = decode(&bytes, None).unwrap();
        let expected = if file.starts_with("starwars") { Encoding::Windows1252 } else { Encoding::Utf8 };
        assert_eq!((decoded.encoding, decoded.broken), (expected, 0), "{file}");
        let (table, guess) = open(&decoded.text, Options::default()).unwrap();
        assert_eq!((guess.separator.id(), guess.header_rows), (",", 1), "{file}");
        assert_eq!((table.rows(), table.columns()), (rows, columns), "{file}");
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let cells = (0..table.rows())
            .flat_map(|row| table.row(row))
            .chain(table.headers().iter().map(String::as_str));
        assert_eq!(cells.map(letters).sum::<usize>(), letters(&decoded.text), "{file}");
        let mapping = mapping(&table);
        assert_eq!(mapping.problems(&table), [], "{file}");
        let report = read(&table, &mapping, &Project::default()).report;
        assert_eq!(report.read, rows, "{file}");
        assert_eq!(report.read, report.kept + report.rejected + report.duplicate, "{file}");
        assert!(report.verbatims > 0, "{file}");
    }
}
