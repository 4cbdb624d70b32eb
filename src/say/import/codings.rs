//! Where the codings of a coded table stand.

use super::columns::name;
use crate::import::{Mapping, Table, values};
use crate::say::{Locale, text};

/// So many rows tell how a column is written.
const ROWS: usize = 1000;

/// Moments, how they were lived, who coded.
pub fn codings(locale: Locale, mapping: &Mapping, table: &Table, moment: usize) -> String {
    let name = |column| name(table, Some(column));
    let moments = text!(locale, import.moment_line, name = name(moment));
    let lived = mapping.valence.map(|column| {
        let is_word = |row: usize| {
            let cell = table.cell(row, column);
            values::tone(cell).is_some() && values::valence(cell).is_err()
        };
        if (0..table.rows().min(ROWS)).any(is_word) {
            text!(locale, import.valence_words, name = name(column))
        } else {
            text!(locale, import.valence_line, name = name(column))
        }
    });
    let coder = mapping.coder.map(|column| text!(locale, import.coder_line, name = name(column)));
    [moments].into_iter().chain(lived).chain(coder).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say::import::tables::table;

    #[test]
    fn words_for_how_it_was_lived_are_told_apart_from_numbers() {
        let said = |locale, cell: &str| {
            let table = table(&format!("moment;valence;coder\nWaiting;{cell};Anne\n"));
            let mapping = Mapping { valence: Some(1), coder: Some(2), ..Mapping::default() };
            codings(locale, &mapping, &table, 0)
        };
        let numbers = "moments: “moment” · how it was lived: “valence” · coded by: “coder”";
        assert_eq!(said(Locale::English, "-2"), numbers);
        let words = "moments: “moment” · how it was lived: “valence”, positive counted +1, negative −1 · coded by: “coder”";
        assert_eq!(said(Locale::English, "negative"), words);
        assert!(said(Locale::French, "-2").matches(" · ").count() == 2);
    }
}
