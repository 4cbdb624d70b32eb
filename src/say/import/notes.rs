//! What was met in a source and told beside its rows.

use crate::import::coded::Program;
use crate::import::{Note, codebook, json, qda};
use crate::say::{Locale, text};

/// One thing that was met.
pub fn note(locale: Locale, note: &Note) -> String {
    let said = |count: &usize| locale.count(*count);
    match note {
        Note::ShortRows { count, first } => {
            text!(locale, import.short_rows, count = said(count), first = *first)
        }
        Note::LongRows { count, first } => {
            text!(locale, import.long_rows, count = said(count), first = *first)
        }
        Note::BlankRows { count } => text!(locale, import.blank_rows, count = said(count)),
        Note::StrayQuotes { count } => text!(locale, import.stray_quotes, count = said(count)),
        Note::Controls { count } => text!(locale, import.controls, count = said(count)),
        Note::Misread { count } => text!(locale, import.misread, count = said(count)),
        Note::Torn(torn) => text!(locale, import.torn, count = said(&torn.count), first = torn.first),
        Note::Markup { count, .. } => text!(locale, import.markup, count = said(count)),
        Note::HiddenSheets { count } => text!(locale, import.hidden_sheets, count = said(count)),
        Note::HiddenRows { count } => text!(locale, import.hidden_rows, count = said(count)),
        Note::HiddenColumns { count } => text!(locale, import.hidden_columns, count = said(count)),
        Note::MergedCells { count } => text!(locale, import.merged_cells, count = said(count)),
        Note::FormulasWithoutValue { count } => {
            text!(locale, import.formulas_without_value, count = said(count))
        }
        Note::ErrorCells { count } => text!(locale, import.error_cells, count = said(count)),
        Note::Codings { program, count, rows, left_out } => {
            let program = match program {
                Program::LabelStudio => "Label Studio",
                Program::Doccano => "doccano",
            };
            text!(
                locale,
                import.codings_of,
                program = program,
                count = said(count),
                rows = said(rows),
                left_out = *left_out
            )
        }
        Note::Json(note) => of_json(locale, *note),
        Note::Qda(note) => of_project(locale, note),
        Note::Codes(note) => of_codebook(locale, *note),
    }
}

fn of_json(locale: Locale, note: json::Note) -> String {
    match note {
        json::Note::Broken { count, first } => {
            text!(locale, import.json_broken, count = locale.count(count), first = first)
        }
        json::Note::Blank { count } => text!(locale, import.blank_rows, count = locale.count(count)),
        json::Note::Beside { count } => text!(locale, import.json_beside, count = locale.count(count)),
        json::Note::NoNumbers { count } => {
            text!(locale, import.json_no_numbers, count = locale.count(count))
        }
        json::Note::Cancelled { count } => {
            text!(locale, import.json_cancelled, count = locale.count(count))
        }
        json::Note::UnreadResults { count } => {
            text!(locale, import.json_unread, count = locale.count(count))
        }
    }
}

fn of_project(locale: Locale, note: &qda::Note) -> String {
    match note {
        qda::Note::NoText { sources } => {
            text!(locale, import.qda_no_text, count = locale.count(sources.len()), names = sources.join(", "))
        }
        qda::Note::OtherSources { count } => {
            text!(locale, import.qda_other_sources, count = locale.count(*count))
        }
        qda::Note::OutsideText { count } => text!(locale, import.qda_outside, count = locale.count(*count)),
        qda::Note::UnknownCodes { count } => {
            text!(locale, import.qda_unknown, count = locale.count(*count))
        }
        qda::Note::SeveralCases { count } => text!(locale, import.qda_cases, count = locale.count(*count)),
        qda::Note::Memos { count } => text!(locale, import.qda_memos, count = locale.count(*count)),
        qda::Note::Utf16Positions => text!(locale, import.qda_utf16).to_owned(),
    }
}

fn of_codebook(locale: Locale, note: codebook::Note) -> String {
    match note {
        codebook::Note::Nameless { count } => {
            text!(locale, import.codes_nameless, count = locale.count(count))
        }
        codebook::Note::Repeated { count } => {
            text!(locale, import.codes_repeated, count = locale.count(count))
        }
        codebook::Note::StageDefinitions { count } => {
            text!(locale, import.codes_definitions, count = locale.count(count))
        }
        codebook::Note::EmptyStages { count } => {
            text!(locale, import.codes_empty, count = locale.count(count))
        }
        codebook::Note::SeveralGroups { count } => {
            text!(locale, import.codes_groups, count = locale.count(count))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_count_what_they_are_about() {
        let said = |found: Note| note(Locale::English, &found);
        let short = said(Note::ShortRows { count: 1200, first: 7 });
        assert_eq!(short, "rows too short, filled with blanks: 1,200 (first: 7)");
        let codings = Note::Codings { program: Program::LabelStudio, count: 9, rows: 4, left_out: 2 };
        let of_program =
            "codings of Label Studio, one per row: 9, of 4 rows (columns of the program’s own, left out: 2)";
        assert_eq!(said(codings), of_program);
        let broken = Note::Json(json::Note::Broken { count: 2, first: 5 });
        assert_eq!(said(broken), "unreadable items left out: 2 (the first: 5)");
        let silent = Note::Qda(qda::Note::NoText { sources: vec!["a.txt".to_owned(), "b.pdf".to_owned()] });
        assert_eq!(said(silent), "documents without readable text: 2 (a.txt, b.pdf)");
        let twice = Note::Codes(codebook::Note::Repeated { count: 3 });
        assert_eq!(said(twice), "moments that their stage has twice: 3");
        assert!(note(Locale::French, &Note::BlankRows { count: 1200 }).contains("1\u{202f}200"));
    }
}
