//! Why project files cannot be read.

use super::{Locale, text};
use crate::format::saved::{Inconsistency, ReadError};

/// Why a project file cannot be read.
pub fn why(locale: Locale, error: &ReadError) -> String {
    match error {
        ReadError::Truncated { line, column } => {
            text!(locale, unreadable.truncated, line = *line, column = *column)
        }
        ReadError::Malformed { line, column, .. } => {
            text!(locale, unreadable.malformed, line = *line, column = *column)
        }
        ReadError::OtherFormat => text!(locale, unreadable.other_format).to_owned(),
        ReadError::Newer(version) => text!(locale, unreadable.newer, version = *version),
        ReadError::Inconsistent(Inconsistency::Twice(kind, id)) => {
            text!(locale, unreadable.twice, kind = *kind, id = *id)
        }
        ReadError::Inconsistent(Inconsistency::Missing(kind, id)) => {
            text!(locale, unreadable.missing, kind = *kind, id = *id)
        }
        ReadError::Inconsistent(Inconsistency::Range(value, kind, id)) => {
            text!(locale, unreadable.range, value = *value, kind = *kind, id = *id)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_has_the_place_of_its_fault() {
        for locale in Locale::ALL {
            let said = why(locale, &ReadError::Truncated { line: 12, column: 34 });
            assert!(said.contains("12") && said.contains("34"), "{said}");
            assert!(why(locale, &ReadError::Newer(7)).contains('7'));
            assert_ne!(why(locale, &ReadError::OtherFormat), said);
        }
    }
}
