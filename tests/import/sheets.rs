//! Workbooks of many programs, each with its oddity in its name, and beside each what is read of it.

use reflet::import::sheets::{self, SheetError};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/sheets")
}

/// All that is read of a workbook: its likeliest sheet cell by cell, or why it is refused.
fn account(bytes: Vec<u8>) -> Value {
    match read(bytes) {
        Ok(account) => account,
        Err(error) => json!({ "error": format!("{error:?}") }),
    }
}

fn read(bytes: Vec<u8>) -> Result<Value, SheetError> {
    let workbook = sheets::open(bytes, &mut |_| {})?;
    let index = workbook.likeliest();
    let sheets: Vec<Value> =
        workbook.sheets().iter().map(|sheet| json!([sheet.name, sheet.rows, sheet.is_hidden])).collect();
    let (grid, notes) = workbook.read(index)?;
    let rows: Vec<Value> =
        (0..grid.rows()).map(|row| json!([grid.number(row), grid.row(row).collect::<Vec<_>>()])).collect();
    let notes: Vec<String> = notes.iter().map(|note| format!("{note:?}")).collect();
    Ok(json!({ "sheets": sheets, "read": index, "rows": rows, "notes": notes }))
}

#[test]
fn each_workbook_is_read_as_it_is_shown() {
    let mut files: Vec<PathBuf> = fs::read_dir(corpus()).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_none_or(|ending| ending != "json"));
    files.sort();
    assert!(files.len() >= 25, "{} workbooks", files.len());
    let mut wrong = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let read = account(fs::read(&file).unwrap());
        let expected = fs::read_to_string(corpus().join(format!("{name}.json"))).unwrap_or_default();
        if serde_json::from_str::<Value>(&expected).ok().as_ref() != Some(&read) {
            wrong.push(format!("{name}: {read}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
