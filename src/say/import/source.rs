//! How a source was read: every guess in one sentence or two.

use super::notes::note;
use crate::import::json::Shape;
use crate::import::source::{Format, Reading};
use crate::import::{Encoding, Layout, Separator, Table};
use crate::say::{Locale, text};

/// The name of an encoding; the same in every locale.
pub const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Iso8859_15 => "ISO-8859-15",
        Encoding::Macintosh => "Mac Roman",
    }
}

/// What stands between cells.
pub fn separator(locale: Locale, separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => text!(locale, import.comma),
        Separator::Semicolon => text!(locale, import.semicolon),
        Separator::Tab => text!(locale, import.tab),
        Separator::Pipe => text!(locale, import.pipe),
        Separator::None => text!(locale, import.one_per_line),
    }
}

/// Every guess in one sentence or two.
pub fn understood(locale: Locale, format: &Format, table: &Table) -> String {
    let mut parts = self::format(locale, format);
    let Layout { skipped, header_rows } = table.layout();
    if skipped > 0 {
        parts.push(text!(locale, import.skipped, count = skipped));
    }
    parts.push(text!(locale, import.headers, count = header_rows));
    parts.push(text!(
        locale,
        import.size,
        rows = locale.count(table.rows()),
        columns = locale.count(table.columns())
    ));
    parts.extend(table.notes().iter().map(|found| note(locale, found)));
    parts.join(" · ")
}

/// What an import came from, as the list of imports has it: the file and its sheet; empty for a paste.
pub fn origin(file: Option<&str>, sheet: Option<&str>) -> String {
    file.into_iter().chain(sheet).collect::<Vec<_>>().join(" · ")
}

/// The name of the source, what was understood of it, and how many files wait behind it.
pub fn in_one_line(locale: Locale, name: Option<&str>, understood: Option<String>, waiting: usize) -> String {
    let name = name.map(|name| text!(locale, import.quoted, text = name));
    let waiting = (waiting > 0).then(|| text!(locale, import.waiting, count = locale.count(waiting)));
    name.into_iter().chain(understood).chain(waiting).collect::<Vec<_>>().join(" · ")
}

fn format(locale: Locale, format: &Format) -> Vec<String> {
    match format {
        Format::Text { reading, separator, declared, .. } => {
            let mut parts = reading.map(|reading| bytes(locale, reading)).unwrap_or_default();
            let separator = self::separator(locale, *separator);
            parts.push(if *declared {
                text!(locale, import.declared, separator = separator)
            } else {
                separator.to_owned()
            });
            parts
        }
        Format::Workbook { sheets, chosen, .. } => {
            let name = sheets.get(*chosen).map_or("", |sheet| sheet.name.as_str());
            vec![text!(locale, import.sheet_of, name = name, count = sheets.len())]
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
        Format::Project => vec![text!(locale, import.qda_project).to_owned()],
        Format::Codebook => vec![text!(locale, import.qda_codebook).to_owned()],
    }
}

fn bytes(locale: Locale, reading: Reading) -> Vec<String> {
    let mut parts = vec![encoding(reading.encoding).to_owned()];
    if !reading.certain {
        parts.push(text!(locale, import.uncertain).to_owned());
    }
    if reading.broken > 0 {
        parts.push(text!(locale, import.broken, count = locale.count(reading.broken)));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::{Wish, of_bytes};

    #[allow(clippy::unwrap_used, reason = "a test may fail")]
    fn read(locale: Locale, bytes: &[u8]) -> String {
        let source = of_bytes(bytes.to_vec(), Wish::default(), &mut |_| {}).unwrap();
        understood(locale, &source.format, &source.table(None, None))
    }

    #[test]
    fn every_guess_is_said() {
        let utf8 = "text;note\nA warm welcome;4\nToo slow;2\nFine\n".as_bytes();
        let said = "UTF-8 · semicolon · header rows: 1 · rows: 3, columns: 2 · rows too short, filled with blanks: 1 (first: 4)";
        assert_eq!(read(Locale::English, utf8), said);
        assert!(read(Locale::French, utf8).starts_with("UTF-8 · point-virgule · "));
        let declared = read(Locale::English, b"sep=;\ntext;note\nA warm welcome;4\nToo slow;2\n");
        assert!(declared.contains("semicolon, declared by the file"), "{declared}");
        let list = read(Locale::English, br#"[{"text": "A warm welcome"}, {"text": "Too slow"}]"#);
        assert!(list.starts_with("JSON · header rows: 1"), "{list}");
    }

    #[test]
    fn files_that_wait_stand_behind_what_was_understood() {
        let said = |name, waiting| in_one_line(Locale::English, name, Some("tab".to_owned()), waiting);
        assert_eq!(said(None, 0), "tab");
        assert_eq!(said(Some("T1.csv"), 2), "“T1.csv” · tab · Files waiting for their turn: 2.");
    }

    #[test]
    fn an_origin_is_a_file_and_its_sheet() {
        assert_eq!(origin(Some("T1.xlsx"), Some("Clients")), "T1.xlsx · Clients");
        assert_eq!([origin(Some("T1.csv"), None), origin(None, None)], ["T1.csv", ""]);
    }

    #[test]
    fn lines_above_the_table_are_counted() {
        let titled =
            b"Survey of clients 2026\n\nid;text;shop\n1;A warm welcome;Lyon\n2;Too slow;Nice\n3;Fine;Nice\n";
        let said = read(Locale::English, titled);
        assert!(said.contains("lines left above the table: "), "{said}");
    }
}
