//! Files of other programs for verbatims: JSON, codebooks and projects, and the codings that are read from them.

use reflet::import::source::{self, Format, Source, Wish};
use reflet::import::{Note, guess, read};
use reflet::model::{Project, Side, SourceKey};
use serde_json::{Value, json};

use crate::files::{EXCHANGE, File};

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn each_file_of_another_program_is_read_as_expected() {
    crate::each(EXCHANGE, |file, expected| {
        let source = open(file);
        let mut read = account(&source);
        if is_coded(&source) {
            let of_program = source.notes.iter().filter(|note| matches!(note, Note::Codings { .. }));
            read["coded"] = of_program.map(|note| format!("{note:?}")).collect();
        }
        // They are said of coded tables.
        if expected.get("codings").is_some() {
            read["codings"] = codings(&source);
        }
        crate::differences(&read, expected, &[])
    });
}

fn open(file: &File) -> Source {
    let open = if source::is_archive(file.bytes) { source::of_archive } else { source::of_bytes };
    let source = open(file.bytes.to_vec(), Wish::default(), &mut |_| {});
    source.unwrap_or_else(|error| panic!("{}: {error}", file.name))
}

fn account(source: &Source) -> Value {
    match &source.format {
        Format::Json(shape) => json!({
            "shape": format!("{shape:?}"),
            "rows": rows(source),
            "numbers": numbers(source),
            "notes": notes(source, |note| matches!(note, Note::Json(_))),
        }),
        Format::Project => json!({
            "rows": rows(source),
            "numbers": numbers(source),
            "moments": moments(source),
            "notes": notes(source, |note| matches!(note, Note::Qda(_))),
            "codes_notes": notes(source, |note| matches!(note, Note::Codes(_))),
        }),
        Format::Text { codebook: None, .. } if is_coded(source) => {
            json!({ "rows": rows(source), "numbers": numbers(source) })
        }
        Format::Text { codebook: None, .. } => json!({ "format": null }),
        Format::Text { codebook: Some(format), .. } => of_codebook(source, Some(&format!("{format:?}"))),
        Format::Codebook => of_codebook(source, None),
        Format::Workbook { .. } => panic!("a workbook: {source:?}"),
    }
}

fn is_coded(source: &Source) -> bool {
    source.notes.iter().any(|note| matches!(note, Note::Codings { .. }))
}

fn of_codebook(source: &Source, format: Option<&str>) -> Value {
    let notes = notes(source, |note| matches!(note, Note::Codes(_)));
    json!({ "format": format, "moments": moments(source), "notes": notes })
}

fn rows(source: &Source) -> Value {
    (0..source.grid.rows()).map(|row| source.grid.row(row).collect::<Value>()).collect()
}

fn numbers(source: &Source) -> Value {
    (0..source.grid.rows()).map(|row| source.grid.number(row)).collect()
}

/// The notes of one kind, without its name.
fn notes(source: &Source, is_wanted: fn(&Note) -> bool) -> Value {
    let notes = source.notes.iter().filter(|note| is_wanted(note)).map(|note| format!("{note:?}"));
    notes.map(|note| note[note.find('(').unwrap() + 1..note.len() - 1].to_owned()).collect()
}

fn moments(source: &Source) -> Value {
    let moments = source.codes.iter().flat_map(|draft| &draft.moments);
    moments.map(|m| json!([m.stage, m.name, m.definition, m.keywords.join("|")])).collect()
}

/// The codings that the usual guess of roles reads: id, side, stage, moment, coder, and valence if there is one.
fn codings(source: &Source) -> Value {
    let table = source.table(None, None);
    let outcome = read(&table, &guess::mapping(&table), &Project::default());
    assert_eq!((outcome.report.read, outcome.report.rejected), (table.rows(), 0), "{outcome:?}");
    let mut codings = Vec::new();
    for response in &outcome.imported.responses {
        let SourceKey::Id(id) = &response.source else { panic!("no identifier: {response:?}") };
        let side = if response.side == Side::Client { "client" } else { "employee" };
        for coding in response.verbatims.iter().flat_map(|verbatim| &verbatim.codings) {
            let mut told =
                vec![json!(id), json!(side), json!(coding.stage), json!(coding.moment), json!(coding.coder)];
            told.extend(coding.valence.map(|valence| json!(valence.get())));
            codings.push(Value::Array(told));
        }
    }
    codings.into()
}
