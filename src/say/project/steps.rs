//! What undoing and redoing would do.

use crate::command::ChangeKind;
use crate::say::{Locale, text};

/// What undoing would take back.
pub fn undo(locale: Locale, step: Option<ChangeKind>) -> String {
    match step {
        Some(step) => text!(locale, head.undo_what, what = what(locale, step)),
        None => text!(locale, head.nothing_to_undo).to_owned(),
    }
}

/// What redoing would bring back.
pub fn redo(locale: Locale, step: Option<ChangeKind>) -> String {
    match step {
        Some(step) => text!(locale, head.redo_what, what = what(locale, step)),
        None => text!(locale, head.nothing_to_redo).to_owned(),
    }
}

/// What a step was.
fn what(locale: Locale, what: ChangeKind) -> &'static str {
    match what {
        ChangeKind::Rename => text!(locale, what.rename),
        ChangeKind::Settings => text!(locale, what.settings),
        ChangeKind::Surveys => text!(locale, what.surveys),
        ChangeKind::Scale => text!(locale, what.scale),
        ChangeKind::Codebook => text!(locale, what.codebook),
        ChangeKind::Coding(_) => text!(locale, what.coding),
        ChangeKind::NoMoment => text!(locale, what.no_moment),
        ChangeKind::Import => text!(locale, what.import),
        ChangeKind::RemoveImport => text!(locale, what.remove_import),
        ChangeKind::Waves => text!(locale, what.waves),
        ChangeKind::Erase => text!(locale, what.erase),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_named_and_none_is_said_to_be_none() {
        let import = what(Locale::English, ChangeKind::Import);
        assert_eq!(undo(Locale::English, Some(ChangeKind::Import)), format!("Undo: {import} (Ctrl+Z)"));
        assert!(redo(Locale::English, Some(ChangeKind::Import)).contains(import));
        assert_eq!(undo(Locale::English, None), "Nothing to undo since the project was opened");
        assert_ne!(redo(Locale::English, None), redo(Locale::French, None));
    }
}
