//! What a column is, and which question its texts answer.

use crate::import::Role;
use crate::import::dates::Period;
use crate::model::Prompt;
use crate::say::{Locale, prompt, text};

/// What a column is.
pub fn role(locale: Locale, role: Role) -> &'static str {
    match role {
        Role::Text => text!(locale, role.text),
        Role::Side => text!(locale, role.side),
        Role::Id => text!(locale, role.id),
        Role::Respondent => text!(locale, role.respondent),
        Role::Wave => text!(locale, role.wave),
        Role::Date => text!(locale, role.date),
        Role::Rating => text!(locale, role.rating),
        Role::Stage => text!(locale, role.stage),
        Role::Moment => text!(locale, role.moment),
        Role::Valence => text!(locale, role.valence),
        Role::Effort => text!(locale, role.effort),
        Role::Coder => text!(locale, role.coder),
        Role::Prompt => text!(locale, role.prompt),
        Role::Segment => text!(locale, role.segment),
    }
}

/// The question that a column answers.
pub fn prompt(locale: Locale, prompt: Prompt) -> &'static str {
    prompt::name(locale, prompt).unwrap_or_else(|| text!(locale, prompt.unknown))
}

/// A period in words.
pub fn period(locale: Locale, period: Period) -> &'static str {
    match period {
        Period::Month => text!(locale, import.by_month),
        Period::Quarter => text!(locale, import.by_quarter),
        Period::Year => text!(locale, import.by_year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_that_nobody_told_is_said_to_be_so() {
        assert_eq!(prompt(Locale::English, Prompt::Unknown), "question not told");
        assert_eq!(prompt(Locale::English, Prompt::Positive), "asked for the best");
        assert_eq!(Locale::ALL.map(|locale| role(locale, Role::Wave)), ["Vague", "Wave"]);
        assert_eq!(Period::ALL.map(|period| super::period(Locale::English, period)).len(), 3);
        assert_eq!(period(Locale::English, Period::Quarter), "by quarter");
    }
}
