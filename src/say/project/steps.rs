//! What undoing and redoing would do.

use crate::command::ChangeKind;
use crate::say::{Locale, text, words};

/// What undoing would take back.
pub fn undo(locale: Locale, step: Option<ChangeKind>) -> String {
    match step {
        Some(what) => text!(locale, head.undo_what, what = words::what(locale, what)),
        None => text!(locale, head.nothing_to_undo).to_owned(),
    }
}

/// What redoing would bring back.
pub fn redo(locale: Locale, step: Option<ChangeKind>) -> String {
    match step {
        Some(what) => text!(locale, head.redo_what, what = words::what(locale, what)),
        None => text!(locale, head.nothing_to_redo).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_named_and_none_is_said_to_be_none() {
        let import = words::what(Locale::English, ChangeKind::Import);
        assert_eq!(undo(Locale::English, Some(ChangeKind::Import)), format!("Undo: {import} (Ctrl+Z)"));
        assert!(redo(Locale::English, Some(ChangeKind::Import)).contains(import));
        assert_eq!(undo(Locale::English, None), "Nothing to undo since the project was opened");
        assert_ne!(redo(Locale::English, None), redo(Locale::French, None));
    }
}
