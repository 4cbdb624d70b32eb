//! Real exports that nobody on the project wrote, read in place. `REFLET_REAL_DATA` names their folder.

use std::path::PathBuf;

use reflet::import::Encoding;
use reflet::import::decode::decode;
use reflet::import::guess::mapping;
use reflet::import::read;
use reflet::import::text::{Options, open};
use reflet::model::Project;

/// File, header rows as a person counts them, other rows and columns as another reader of CSV does, and the columns of
/// answers in one's own words as a person finds them.
const SURVEYS: [(&str, usize, usize, usize, &[usize]); 8] = [
    ("cantera-two-row-header.csv", 2, 60, 112, &[28, 90, 110, 111]),
    ("jupyter-education-2016.csv", 1, 125, 25, &[11, 13, 21, 22, 23, 24]),
    ("otel-contributor-free-form.csv", 1, 46, 4, &[0, 1, 2, 3]),
    ("otel-contributor-statements.csv", 1, 125, 27, &[]),
    ("otel-developer-experience.csv", 1, 217, 23, &[22]),
    ("otel-docs-usability.csv", 1, 48, 35, &[8, 9, 30, 32]),
    ("qualtrics-three-row-header.csv", 3, 1, 20, &[18]),
    ("starwars-two-row-header.csv", 2, 1186, 38, &[]),
];

#[test]
fn real_surveys_open_without_loss() {
    let Some(folder) = std::env::var_os("REFLET_REAL_DATA").map(PathBuf::from) else {
        for (file, ..) in SURVEYS {
            eprintln!("skipped: {file} (REFLET_REAL_DATA is not set)");
        }
        return;
    };
    for (file, header_rows, rows, columns, texts) in SURVEYS {
        let Ok(bytes) = std::fs::read(folder.join("surveys").join(file)) else {
            eprintln!("skipped: {file} (not in REFLET_REAL_DATA)");
            continue;
        };
        let decoded = decode(bytes, None).unwrap();
        let expected = if file.starts_with("starwars") { Encoding::Windows1252 } else { Encoding::Utf8 };
        assert_eq!((decoded.encoding, decoded.broken), (expected, 0), "{file}");
        let (table, guess) = open(decoded.text.as_str(), Options::default()).unwrap();
        assert_eq!((guess.separator.id(), guess.skipped, guess.header_rows), (",", 0, header_rows), "{file}");
        assert_eq!((table.rows(), table.columns()), (rows, columns), "{file}");
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let cells = (0..table.grid().rows()).flat_map(|row| table.grid().row(row));
        assert_eq!(cells.map(letters).sum::<usize>(), letters(decoded.text.as_str()), "{file}");
        let mapping = mapping(&table);
        assert_eq!(mapping.texts.iter().map(|text| text.column).collect::<Vec<_>>(), texts, "{file}");
        // Without answers in one's own words there are ratings at best.
        assert!(mapping.problems(&table).is_empty() || texts.is_empty(), "{file}");
        let report = read(&table, &mapping, &Project::default()).report;
        assert_eq!(report.read, rows, "{file}");
        assert_eq!(report.read, report.kept + report.rejected + report.duplicate, "{file}");
        assert_eq!(report.verbatims > 0, !texts.is_empty(), "{file}");
    }
}
