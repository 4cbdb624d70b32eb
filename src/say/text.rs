//! The texts, checked by the compiler.

use std::fmt::{Display, Write};

/// The texts of `src/say/texts`, as `build.rs` writes them: a module per group, a function or a structure per text.
#[allow(missing_docs, non_camel_case_types, clippy::pedantic, reason = "named by the keys of the texts")]
pub mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// A text in a locale: `text!(locale, group.key)`, with its values by name: `text!(locale, group.key, name = value)`.
macro_rules! text {
    ($locale:expr, $group:ident . $key:ident $(,)?) => {
        $crate::say::texts::$group::$key($locale)
    };
    ($locale:expr, $group:ident . $key:ident, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::say::texts::$group::$key { $($name: $value),+ }.text($locale)
    };
}
pub(crate) use text;

/// A text with its values in their places. A place is the number of a value between two signs U+0001.
pub fn fill(text: &str, values: &[&dyn Display]) -> String {
    let mut filled = String::with_capacity(text.len());
    for (at, piece) in text.split('\u{1}').enumerate() {
        let value =
            if at % 2 == 1 { piece.parse().ok().and_then(|place: usize| values.get(place)) } else { None };
        match value {
            // Writing to a string cannot fail.
            Some(value) => drop(write!(filled, "{value}")),
            None => filled.push_str(piece),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use crate::say::Locale;

    #[test]
    fn values_stand_in_their_places_in_both_languages() {
        let text = |locale| text!(locale, head.undo_what, what = "couper");
        assert_eq!(text(Locale::French), "Annuler : couper (Ctrl+Z)".replace(" :", "\u{a0}:"));
        assert_eq!(text(Locale::English), "Undo: couper (Ctrl+Z)");
    }

    #[test]
    fn a_value_may_hold_what_marks_a_place() {
        assert_eq!(super::fill("a \u{1}1\u{1}, \u{1}0\u{1}", &[&"{{ x }}", &7]), "a 7, {{ x }}");
    }
}
