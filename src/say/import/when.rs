//! When the answers were collected.

use super::columns::name;
use crate::import::{Mapping, Table};
use crate::say::{Locale, text};

/// The waves and the dates; empty where nothing says them.
pub fn when(locale: Locale, mapping: &Mapping, table: &Table) -> String {
    let name = |column| name(table, Some(column));
    let of_all = mapping.wave_of_all().map(|wave| text!(locale, import.wave_of_all, wave = wave));
    let wave = mapping.wave.map(|column| text!(locale, import.wave_column, name = name(column)));
    let date = mapping.date.map(|column| text!(locale, import.date_column, name = name(column)));
    of_all.into_iter().chain(wave).chain(date).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say::import::tables::table;

    #[test]
    fn what_says_when_stands_in_one_line() {
        let table = table("Vague;Jour;Avis\nT1;2026-01-02;x\n");
        let said = |mapping: &Mapping| when(Locale::English, mapping, &table);
        assert_eq!(said(&Mapping::default()), "");
        let both = Mapping { wave: Some(0), date: Some(1), ..Mapping::default() };
        assert_eq!(said(&both), "wave: “Vague” · date: “Jour”");
        let fixed = Mapping { wave_fixed: Some("2026".to_owned()), ..Mapping::default() };
        assert_eq!(said(&fixed), "wave “2026” for all rows");
        assert!(when(Locale::French, &fixed, &table).contains("2026"));
    }
}
