//! Tables as text: how the bytes were read, the cells, and which column was taken for what.

use reflet::import::source::{self, Format, Source, SourceError, Wish};
use reflet::import::{Mapping, RatingColumn, Segment, SideSource, Table, guess, read, scale};
use reflet::model::{Project, Prompt, Scale, ScaleKind, Side};
use serde_json::{Map, Value, json};

use crate::files::{File, TEXT};

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn each_text_is_read_as_a_person_reads_it() {
    // The names of columns are said where they are not the headers.
    crate::each(TEXT, |file, expected| crate::differences(&account(file), expected, &["names"]));
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
    let mapping = guess::mapping(&table);
    every_row_has_a_fate(&table, &mapping);
    let rows =
        (0..table.rows()).map(|row| json!([table.row_number(row), table.row(row).collect::<Vec<_>>()]));
    json!({
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
        "mapping": roles(&table, &mapping),
    })
}

fn every_row_has_a_fate(table: &Table, mapping: &Mapping) {
    let report = read(table, mapping, &Project::default()).report;
    assert_eq!(report.read, table.rows());
    assert_eq!(report.read, report.kept + report.rejected + report.duplicate);
}

/// A mapping in the names of columns, roles that no column has left out.
pub fn roles(table: &Table, mapping: &Mapping) -> Value {
    let name = |column: usize| table.names()[column].clone();
    let mut roles = Map::new();
    let texts = mapping.texts.iter().map(|text| {
        let prompt = match text.prompt {
            Prompt::Unknown => String::new(),
            prompt => format!(": {prompt:?}").to_lowercase(),
        };
        format!(
            "{}{prompt}{}",
            name(text.column),
            text.side.map_or_else(String::new, |side| format!(": {}", word(side)))
        )
    });
    roles.insert("text".to_owned(), texts.collect());
    let side = match &mapping.side {
        SideSource::Fixed(side) => word(*side).to_owned(),
        SideSource::Column { column, .. } => format!("= {}", name(*column)),
    };
    roles.insert("side".to_owned(), side.into());
    let rating = |rating: &RatingColumn| format!("{}: {}", name(rating.column), scale_in_words(rating.scale));
    let ratings: Vec<String> = mapping.ratings.iter().map(rating).collect();
    match &ratings[..] {
        [] => {}
        [rating] => {
            roles.insert("rating".to_owned(), rating.clone().into());
        }
        several => {
            roles.insert("rating".to_owned(), several.into());
        }
    }
    for (role, column) in [
        ("id", mapping.id),
        ("respondent", mapping.respondent),
        ("wave", mapping.wave),
        ("date", mapping.date),
        ("stage", mapping.stage),
        ("moment", mapping.moment),
        ("valence", mapping.valence),
        ("effort", mapping.effort),
        ("coder", mapping.coder),
        ("prompt", mapping.prompt),
    ] {
        roles.extend(column.map(|column| (role.to_owned(), name(column).into())));
    }
    if !mapping.segments.is_empty() {
        // Beside a question of several choices stand the choices.
        let segment = |segment: &Segment| {
            let (name, choices) = (segment.name(table), segment.choices(table));
            let choices = choices.join(" | ");
            if choices.is_empty() { name.to_owned() } else { format!("{name}: {choices}") }
        };
        roles.insert("segments".to_owned(), mapping.segments.iter().map(segment).collect());
    }
    roles.into()
}

fn word(side: Side) -> &'static str {
    match side {
        Side::Client => "client",
        Side::Employee => "employee",
    }
}

fn scale_in_words(scale: Scale) -> String {
    let (low, high) = scale.ends();
    let ends = if scale.kind == ScaleKind::Custom { format!(" {low}-{high}") } else { String::new() };
    let turned = if scale.is_reversed() { ", reversed" } else { "" };
    format!("{}{ends}{turned}", scale::id(scale.kind))
}
