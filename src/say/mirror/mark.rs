//! A mark of a picture, read aloud.

use super::kind;
use crate::analysis::{Measures, Row};
use crate::say::{Locale, text};

/// A side's level as it is read aloud.
pub fn level(locale: Locale, measures: &Measures) -> String {
    measures.level.map_or_else(|_| "—".to_owned(), |level| locale.signed(level.value.shown(), 0))
}

/// A moment in one line.
pub fn mark(locale: Locale, name: &str, row: &Row) -> String {
    text!(
        locale,
        mirror.mark_label,
        name = name,
        kind = kind(locale, row),
        clients = row.client.cited,
        client_level = level(locale, &row.client),
        employees = row.employee.cited,
        employee_level = level(locale, &row.employee)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Undefined;
    use crate::say::example::bank;

    #[test]
    fn a_mark_is_one_line() {
        let mut row = bank().mirror.rows.swap_remove(0);
        assert_eq!(
            Locale::ALL.map(|locale| mark(locale, "Accueil", &row)),
            [
                "Accueil\u{a0}: coup de chance. Clients\u{a0}: 20, niveau +48. Collaborateurs\u{a0}: 14, niveau 0.",
                "Accueil: lucky break. Clients: 20, level +48. Employees: 14, level 0."
            ]
        );
        row.employee.level = Err(Undefined::NoValence);
        assert_eq!(level(Locale::French, &row.employee), "—");
    }
}
