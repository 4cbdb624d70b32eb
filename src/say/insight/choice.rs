//! What the lists ask for from which two groups are chosen.

use crate::say::{Locale, text};

/// The first line of a list of that name.
pub fn choice(locale: Locale, name: &str) -> String {
    format!("{name} — {}", text!(locale, compare.choose))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_asks_for_what_it_is_called() {
        assert_eq!(
            Locale::ALL.map(|locale| choice(locale, text!(locale, compare.first))),
            ["Premier groupe — Choisir…", "First group — Choose…"]
        );
    }
}
