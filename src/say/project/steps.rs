//! What undoing and redoing would do.

use crate::command::What;
use crate::say::{Locale, text};

/// What undoing would take back.
pub fn undo(locale: Locale, step: Option<What>) -> String {
    match step {
        Some(step) => text!(locale, head.undo_what, what = what(locale, step)),
        None => text!(locale, head.nothing_to_undo).to_owned(),
    }
}

/// What redoing would bring back.
pub fn redo(locale: Locale, step: Option<What>) -> String {
    match step {
        Some(step) => text!(locale, head.redo_what, what = what(locale, step)),
        None => text!(locale, head.nothing_to_redo).to_owned(),
    }
}

/// What a step was.
fn what(locale: Locale, what: What) -> &'static str {
    match what {
        What::Rename => text!(locale, what.rename),
        What::Settings => text!(locale, what.settings),
        What::Surveys => text!(locale, what.surveys),
        What::Scale => text!(locale, what.scale),
        What::Codebook => text!(locale, what.codebook),
        What::Coding(_) => text!(locale, what.coding),
        What::NoMoment => text!(locale, what.no_moment),
        What::Import => text!(locale, what.import),
        What::RemoveImport => text!(locale, what.remove_import),
        What::Waves => text!(locale, what.waves),
        What::Erase => text!(locale, what.erase),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_named_and_none_is_said_to_be_none() {
        let import = what(Locale::English, What::Import);
        assert_eq!(undo(Locale::English, Some(What::Import)), format!("Undo: {import} (Ctrl+Z)"));
        assert!(redo(Locale::English, Some(What::Import)).contains(import));
        assert_eq!(undo(Locale::English, None), "Nothing to undo since the project was opened");
        assert_ne!(redo(Locale::English, None), redo(Locale::French, None));
    }
}
