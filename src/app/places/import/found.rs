//! How a source was read, and what was met in it, in words.

use super::opened::Opened;
use super::sentences::{encoding, separator};
use crate::app::shell::language::{Language, tr};
use crate::import::coded::Program;
use crate::import::json::Shape;
use crate::import::source::{Format, Reading};
use crate::import::{Layout, Note, codebook, json, qda};

/// Every guess in one sentence or two.
pub fn understood(language: Language, opened: &Opened) -> String {
    let mut parts = format(language, opened.format());
    let Layout { skipped, header_rows } = opened.table.layout();
    if skipped > 0 {
        parts.push(tr!(language, import.skipped, count = skipped));
    }
    parts.push(tr!(language, import.headers, count = header_rows));
    let table = &opened.table;
    parts.push(tr!(
        language,
        import.size,
        rows = language.count(table.rows()),
        columns = language.count(table.columns())
    ));
    parts.extend(table.notes().iter().map(|found| note(language, found)));
    parts.join(" · ")
}

fn format(language: Language, format: &Format) -> Vec<String> {
    match format {
        Format::Text { reading, separator, declared, .. } => {
            let mut parts = reading.map(|reading| bytes(language, reading)).unwrap_or_default();
            let separator = self::separator(language, *separator);
            parts.push(if *declared {
                tr!(language, import.declared, separator = separator)
            } else {
                separator.to_owned()
            });
            parts
        }
        Format::Workbook { sheets, chosen, .. } => {
            let name = sheets.get(*chosen).map_or("", |sheet| sheet.name.as_str());
            vec![tr!(language, import.sheet_of, name = name, count = sheets.len())]
        }
        Format::Json(shape) => vec![
            match shape {
                Shape::Objects => "JSON",
                Shape::Lines => "JSON Lines",
                Shape::Doccano => "doccano",
                Shape::LabelStudio => "Label Studio",
            }
            .to_owned(),
        ],
        Format::Project => vec![tr!(language, import.qda_project).to_owned()],
        Format::Codebook => vec![tr!(language, import.qda_codebook).to_owned()],
    }
}

fn bytes(language: Language, reading: Reading) -> Vec<String> {
    let mut parts = vec![encoding(reading.encoding).to_owned()];
    if !reading.certain {
        parts.push(tr!(language, import.uncertain).to_owned());
    }
    if reading.broken > 0 {
        parts.push(tr!(language, import.broken, count = language.count(reading.broken)));
    }
    parts
}

fn note(language: Language, note: &Note) -> String {
    let said = |count: &usize| language.count(*count);
    match note {
        Note::ShortRows { count, first } => {
            tr!(language, import.short_rows, count = said(count), first = *first)
        }
        Note::LongRows { count, first } => {
            tr!(language, import.long_rows, count = said(count), first = *first)
        }
        Note::BlankRows { count } => tr!(language, import.blank_rows, count = said(count)),
        Note::StrayQuotes { count } => tr!(language, import.stray_quotes, count = said(count)),
        Note::Controls { count } => tr!(language, import.controls, count = said(count)),
        Note::Misread { count } => tr!(language, import.misread, count = said(count)),
        Note::Torn(torn) => tr!(language, import.torn, count = said(&torn.count), first = torn.first),
        Note::Markup { count, .. } => tr!(language, import.markup, count = said(count)),
        Note::HiddenSheets { count } => tr!(language, import.hidden_sheets, count = said(count)),
        Note::HiddenRows { count } => tr!(language, import.hidden_rows, count = said(count)),
        Note::HiddenColumns { count } => tr!(language, import.hidden_columns, count = said(count)),
        Note::MergedCells { count } => tr!(language, import.merged_cells, count = said(count)),
        Note::FormulasWithoutValue { count } => {
            tr!(language, import.formulas_without_value, count = said(count))
        }
        Note::ErrorCells { count } => tr!(language, import.error_cells, count = said(count)),
        Note::Codings { program, count, rows, left_out } => {
            let program = match program {
                Program::LabelStudio => "Label Studio",
                Program::Doccano => "doccano",
            };
            tr!(
                language,
                import.codings_of,
                program = program,
                count = said(count),
                rows = said(rows),
                left_out = *left_out
            )
        }
        Note::Json(note) => of_json(language, *note),
        Note::Qda(note) => of_project(language, note),
        Note::Codes(note) => of_codebook(language, *note),
    }
}

fn of_json(language: Language, note: json::Note) -> String {
    match note {
        json::Note::Broken { count, first } => {
            tr!(language, import.json_broken, count = language.count(count), first = first)
        }
        json::Note::Blank { count } => tr!(language, import.blank_rows, count = language.count(count)),
        json::Note::Beside { count } => tr!(language, import.json_beside, count = language.count(count)),
        json::Note::NoNumbers { count } => {
            tr!(language, import.json_no_numbers, count = language.count(count))
        }
        json::Note::Cancelled { count } => {
            tr!(language, import.json_cancelled, count = language.count(count))
        }
        json::Note::UnreadResults { count } => {
            tr!(language, import.json_unread, count = language.count(count))
        }
    }
}

fn of_project(language: Language, note: &qda::Note) -> String {
    match note {
        qda::Note::NoText { sources } => {
            tr!(
                language,
                import.qda_no_text,
                count = language.count(sources.len()),
                names = sources.join(", ")
            )
        }
        qda::Note::OtherSources { count } => {
            tr!(language, import.qda_other_sources, count = language.count(*count))
        }
        qda::Note::OutsideText { count } => tr!(language, import.qda_outside, count = language.count(*count)),
        qda::Note::UnknownCodes { count } => {
            tr!(language, import.qda_unknown, count = language.count(*count))
        }
        qda::Note::SeveralCases { count } => tr!(language, import.qda_cases, count = language.count(*count)),
        qda::Note::Memos { count } => tr!(language, import.qda_memos, count = language.count(*count)),
        qda::Note::Utf16Positions => tr!(language, import.qda_utf16).to_owned(),
    }
}

fn of_codebook(language: Language, note: codebook::Note) -> String {
    match note {
        codebook::Note::Nameless { count } => {
            tr!(language, import.codes_nameless, count = language.count(count))
        }
        codebook::Note::Repeated { count } => {
            tr!(language, import.codes_repeated, count = language.count(count))
        }
        codebook::Note::StageDefinitions { count } => {
            tr!(language, import.codes_definitions, count = language.count(count))
        }
        codebook::Note::EmptyStages { count } => {
            tr!(language, import.codes_empty, count = language.count(count))
        }
        codebook::Note::SeveralGroups { count } => {
            tr!(language, import.codes_groups, count = language.count(count))
        }
    }
}
