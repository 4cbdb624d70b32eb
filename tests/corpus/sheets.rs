//! Workbooks of many programs: the likeliest sheet cell by cell, or why it is refused.

use std::sync::Arc;

use reflet::import::sheets::{self, SheetError};
use reflet::import::{Layout, Table};
use serde_json::{Value, json};

use crate::files::SHEETS;
use crate::meaning;

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn each_workbook_is_read_as_it_is_shown() {
    crate::each(SHEETS, |file, expected| {
        let read = read(file.bytes).unwrap_or_else(|error| json!({ "error": format!("{error:?}") }));
        // Which sheets hold answers and what their columns mean is said where the oddity is about it.
        crate::differences(&read, expected, &["answers", "mapping", "because", "doubts", "meanings"])
    });
}

fn read(bytes: &[u8]) -> Result<Value, SheetError> {
    let workbook = sheets::open(bytes.to_vec(), &mut |_| {})?;
    let index = workbook.likeliest();
    let sheets: Vec<Value> =
        workbook.sheets().iter().map(|sheet| json!([sheet.name, sheet.rows, sheet.is_hidden])).collect();
    let answers: Vec<&str> =
        workbook.sheets().iter().filter(|sheet| sheet.has_answers).map(|sheet| sheet.name.as_str()).collect();
    let answers = json!(answers);
    let (grid, notes) = workbook.read(index)?;
    let rows: Vec<Value> =
        (0..grid.rows()).map(|row| json!([grid.number(row), grid.row(row).collect::<Vec<_>>()])).collect();
    let told: Vec<String> = notes.iter().map(|note| format!("{note:?}")).collect();
    let mut read =
        json!({ "sheets": sheets, "answers": answers, "read": index, "rows": rows, "notes": told });
    let layout = Layout::guess(&grid, None, None);
    let table = Table::of(Arc::new(grid), layout, notes);
    if let Some(read) = read.as_object_mut().filter(|_| table.columns() > 0) {
        read.append(&mut meaning::of(&table));
    }
    Ok(read)
}
