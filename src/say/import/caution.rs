//! What keeps an import from being confirmed, and what may have been overlooked.

use crate::import::{Caution, Problem};
use crate::say::{Locale, side, text};

/// What keeps the mapping from being confirmed.
pub fn problem(locale: Locale, problem: &Problem) -> String {
    match problem {
        Problem::NoRow => text!(locale, import.no_row).to_owned(),
        Problem::NothingMapped => text!(locale, import.nothing_mapped).to_owned(),
        Problem::SideValues(values) => {
            let names: Vec<&str> = values.iter().take(5).map(|(value, _)| value.as_str()).collect();
            text!(locale, import.side_values, values = names.join(", "))
        }
        Problem::NoSuchColumn(_) => text!(locale, import.no_such_column).to_owned(),
    }
}

/// What may have been overlooked.
pub fn caution(locale: Locale, caution: Caution) -> String {
    match caution {
        Caution::WithoutText => text!(locale, import.without_text).to_owned(),
        Caution::OneSideMissing { missing, present } => text!(
            locale,
            import.one_side_missing,
            missing = side::name(locale, missing),
            told = side::name(locale, present)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Side;

    #[test]
    fn five_values_at_most_are_asked_about() {
        let values = (1..=6).map(|value| (format!("v{value}"), value)).collect();
        let said = problem(Locale::English, &Problem::SideValues(values));
        assert_eq!(said, "Say which side these values stand for: v1, v2, v3, v4, v5.");
    }

    #[test]
    fn a_side_that_is_missing_is_named_with_the_one_that_comes() {
        let missing = Caution::OneSideMissing { missing: Side::Client, present: Side::Employee };
        let said = caution(Locale::English, missing);
        assert!(
            said.starts_with("The project has no “Clients” answers yet") && said.contains("as “Employees”"),
            "{said}"
        );
        assert!(caution(Locale::French, missing).contains("Collaborateurs"));
        assert!(caution(Locale::English, Caution::WithoutText).starts_with("No column of verbatims"));
    }
}
