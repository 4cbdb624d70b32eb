//! Why commands are refused.

use super::{Locale, text};
use crate::command::CommandError;

/// Why a command was refused.
pub fn why(locale: Locale, error: CommandError) -> &'static str {
    match error {
        CommandError::UnknownVerbatim
        | CommandError::UnknownMoment
        | CommandError::UnknownStage
        | CommandError::UnknownQuestion
        | CommandError::UnknownResponse
        | CommandError::UnknownImport => text!(locale, refused.gone),
        CommandError::NoRecommendation => text!(locale, refused.no_recommendation),
        CommandError::EmptyName => text!(locale, refused.empty_name),
        CommandError::NameTaken => text!(locale, refused.name_taken),
        CommandError::Sample => text!(locale, refused.sample),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_has_one_answer_and_other_refusals_their_own() {
        for locale in Locale::ALL {
            assert_eq!(why(locale, CommandError::UnknownMoment), why(locale, CommandError::UnknownStage));
            assert_ne!(why(locale, CommandError::EmptyName), why(locale, CommandError::NameTaken));
        }
        let [french, english] = Locale::ALL.map(|locale| why(locale, CommandError::NameTaken));
        assert_ne!(french, english);
    }
}
