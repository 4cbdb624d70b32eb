//! The sheets of a workbook.

use crate::import::sheets::Sheet;
use crate::say::{Locale, text};

/// A sheet as a choice: its name, its rows, and whether the workbook hides it.
pub fn title(locale: Locale, sheet: &Sheet) -> String {
    let (name, rows) = (sheet.name.as_str(), locale.count(sheet.rows));
    if sheet.is_hidden {
        text!(locale, import.sheet_hidden, name = name, rows = rows)
    } else {
        text!(locale, import.sheet_shown, name = name, rows = rows)
    }
}

/// The sheets of answers that wait for their turn; nothing if none does.
pub fn waiting(locale: Locale, names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| text!(locale, import.sheets_left, names = names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_sheet_says_so() {
        let sheet = |is_hidden| Sheet {
            name: "T1".to_owned(),
            rows: 1500,
            cells: 3000,
            is_hidden,
            has_answers: true,
        };
        assert_eq!(title(Locale::English, &sheet(false)), "T1 (rows: 1,500)");
        assert_eq!(title(Locale::English, &sheet(true)), "T1 (hidden, rows: 1,500)");
    }

    #[test]
    fn sheets_that_wait_are_named() {
        let names = ["T2".to_owned(), "T3".to_owned()];
        let said = waiting(Locale::English, &names).unwrap_or_default();
        assert_eq!(said, "Sheets of answers that wait for their turn: T2, T3.");
        assert_eq!(waiting(Locale::French, &[]), None);
    }
}
