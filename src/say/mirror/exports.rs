//! What files that leave the page are good for, and what is masked in them.

use crate::say::{Locale, text};

/// The files; and that small groups are masked in them, where the project says so.
pub fn exports(locale: Locale, are_protected: bool) -> String {
    let text = text!(locale, export.text);
    if are_protected { format!("{text} {}", text!(locale, export.protected)) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_masked_is_said_where_something_is() {
        for locale in Locale::ALL {
            let (open, masked) = (exports(locale, false), exports(locale, true));
            assert_eq!(open, text!(locale, export.text));
            assert_eq!(masked, format!("{open} {}", text!(locale, export.protected)));
        }
    }
}
