//! The suite `csv-spectrum`: small tables with every cell as JSON. `REFLET_CSV_SPECTRUM` names its folder, which
//! `cargo xtask test --native` fetches.

use std::collections::BTreeMap;
use std::path::Path;

use reflet::import::source::{self, Wish};
use serde_json::Value;

use super::given;

const FILES: [&str; 12] = [
    "comma_in_quotes",
    "empty",
    "empty_crlf",
    "escaped_quotes",
    "json",
    "location_coordinates",
    "newlines",
    "newlines_crlf",
    "quotes_and_newlines",
    "simple",
    "simple_crlf",
    "utf8",
];

/// What its JSON says otherwise than its table: the row, the header, the cell of the table.
const SLIPS: [(&str, usize, &str, &str); 1] =
    [("location_coordinates", 0, "Contact Phone Number", "2095257564")];

type Rows = Vec<BTreeMap<String, String>>;

#[test]
fn every_cell_of_csv_spectrum_is_exact() {
    let Some(folder) = given::folder("REFLET_CSV_SPECTRUM", ["csv-spectrum"]) else { return };
    let found = given::files(&folder.join("csvs"));
    assert_eq!(
        found.iter().map(|path| path.file_stem().unwrap().to_str().unwrap()).collect::<Vec<_>>(),
        FILES
    );
    for (file, path) in FILES.into_iter().zip(found) {
        assert_eq!(read(&path), expected(&folder, file), "{file}");
    }
}

/// The rows of a table as it opens unaided, by header.
fn read(path: &Path) -> Rows {
    let source = source::of_bytes(given::bytes(path), Wish::default(), &mut |_| {}).unwrap();
    let table = source.table(None, None);
    let row = |row| {
        assert_eq!(table.row(row).count(), table.columns(), "{}", path.display());
        table.headers().iter().cloned().zip(table.row(row).map(str::to_owned)).collect()
    };
    (0..table.rows()).map(row).collect()
}

fn expected(folder: &Path, file: &str) -> Rows {
    let text = given::bytes(&folder.join("json").join(file).with_extension("json"));
    let mut rows: Rows = match serde_json::from_slice(&text).unwrap() {
        Value::Array(rows) => rows.into_iter().map(|row| serde_json::from_value(row).unwrap()).collect(),
        row => vec![serde_json::from_value(row).unwrap()],
    };
    for (_, row, header, cell) in SLIPS.into_iter().filter(|slip| slip.0 == file) {
        rows[row].insert(header.to_owned(), cell.to_owned());
    }
    rows
}
