//! Tables as text: how the bytes were read, the cells, and which column was taken for what.

use reflet::import::source::{self, Format, Source, SourceError, Wish};
use serde_json::{Value, json};

use crate::files::{File, TEXT};
use crate::meaning;

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn each_text_is_read_as_a_person_reads_it() {
    // The names of columns are said where they are not the headers.
    crate::each(TEXT, |file, expected| crate::differences(&account(file), expected, &meaning::OPTIONAL));
}

fn account(file: &File) -> Value {
    match source::of_bytes(file.bytes.to_vec(), Wish::default(), &mut |_| {}) {
        Ok(source) => of_source(&source),
        Err(error) => refusal(&error),
    }
}

fn refusal(error: &SourceError) -> Value {
    json!({ "error": format!("{error:?}") })
}

fn of_source(source: &Source) -> Value {
    let Format::Text { reading: Some(reading), separator, declared, codebook: None } = &source.format else {
        return json!({ "format": format!("{:?}", source.format) });
    };
    let table = source.table(None, None);
    let rows =
        (0..table.rows()).map(|row| json!([table.row_number(row), table.row(row).collect::<Vec<_>>()]));
    let mut account = json!({
        "encoding": reading.encoding.id(),
        "certain": reading.certain,
        "broken": reading.broken,
        "separator": separator.id(),
        "declared": declared,
        "skipped": table.layout().skipped,
        "header_rows": table.layout().header_rows,
        "headers": table.headers(),
        "names": table.names(),
        "rows": rows.collect::<Vec<_>>(),
        "notes": table.notes().iter().map(|note| format!("{note:?}")).collect::<Vec<_>>(),
    });
    account.as_object_mut().unwrap().append(&mut meaning::of(&table));
    account
}
