//! Columns by their names.

use crate::import::{Mapping, Table};
use crate::say::{Locale, text};

/// The name of a column; empty if there is none.
pub fn name(table: &Table, column: Option<usize>) -> &str {
    column.and_then(|column| table.names().get(column)).map_or("", String::as_str)
}

/// The columns that have no role; nothing if all have one.
pub fn left_out(locale: Locale, mapping: &Mapping, table: &Table) -> Option<String> {
    let columns = columns_out(locale, mapping, table)?;
    Some(text!(locale, import.left_out, columns = columns))
}

/// The names of the columns that have no role.
pub fn columns_out(locale: Locale, mapping: &Mapping, table: &Table) -> Option<String> {
    /// More names would say less.
    const NAMED: usize = 20;
    let columns = mapping.left_out(table);
    let name = |column: &usize| {
        let name = name(table, Some(*column));
        text!(locale, import.quoted, text = name)
    };
    let mut names: Vec<String> = columns.iter().take(NAMED).map(name).collect();
    if columns.len() > NAMED {
        names.push(text!(locale, import.others, count = columns.len() - NAMED));
    }
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say::import::tables::table;

    #[test]
    fn columns_without_a_role_are_named_and_beyond_twenty_counted() {
        let headers = |count: usize| {
            let names: Vec<String> = (0..count).map(|column| format!("Q{column}")).collect();
            table(&format!("{}\n{}\n", names.join(";"), vec!["x"; count].join(";")))
        };
        let none = Mapping::default();
        assert_eq!(
            left_out(Locale::English, &none, &headers(2)).unwrap_or_default(),
            "Columns left out: “Q0”, “Q1”."
        );
        let many = columns_out(Locale::English, &none, &headers(22)).unwrap_or_default();
        assert!(many.ends_with("“Q19”, … and 2 more."), "{many}");
        let all = Mapping { respondent: Some(0), wave: Some(1), ..Mapping::default() };
        assert_eq!(left_out(Locale::French, &all, &headers(2)), None);
    }

    #[test]
    fn a_column_that_is_not_there_has_no_name() {
        let table = table("a;b\nx;y\n");
        assert_eq!([Some(1), Some(7), None].map(|column| name(&table, column)), ["b", "", ""]);
    }
}
