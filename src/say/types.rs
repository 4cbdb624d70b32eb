//! The types of moments: what they are called, what they mean, how sure they are, why one is missing.

use super::{Locale, text};
use crate::analysis::{Confidence, Divided, Reason, Type};

/// The name of a type.
pub fn name(locale: Locale, kind: Type) -> &'static str {
    match kind {
        Type::WinWin => text!(locale, kind.win_win),
        Type::LuckyBreak => text!(locale, kind.lucky_break),
        Type::Pain => text!(locale, kind.pain),
        Type::WrongFight => text!(locale, kind.wrong_fight),
        Type::Blindness => text!(locale, kind.blindness),
        Type::DeadEnd => text!(locale, kind.dead_end),
    }
}

/// What a type means, in one sentence.
pub fn meaning(locale: Locale, kind: Type) -> &'static str {
    match kind {
        Type::WinWin => text!(locale, kind.win_win_means),
        Type::LuckyBreak => text!(locale, kind.lucky_break_means),
        Type::Pain => text!(locale, kind.pain_means),
        Type::WrongFight => text!(locale, kind.wrong_fight_means),
        Type::Blindness => text!(locale, kind.blindness_means),
        Type::DeadEnd => text!(locale, kind.dead_end_means),
    }
}

/// How both sides live a moment of a type, in a few words.
pub fn lived(locale: Locale, kind: Type) -> &'static str {
    match kind {
        Type::WinWin => text!(locale, kind.win_win_lived),
        Type::LuckyBreak => text!(locale, kind.lucky_break_lived),
        Type::Pain => text!(locale, kind.pain_lived),
        Type::WrongFight => text!(locale, kind.wrong_fight_lived),
        Type::Blindness => text!(locale, kind.blindness_lived),
        Type::DeadEnd => text!(locale, kind.dead_end_lived),
    }
}

/// Which sides are divided about a moment.
pub fn divided(locale: Locale, divided: Divided) -> &'static str {
    match divided {
        Divided::Client => text!(locale, kind.divided_client),
        Divided::Employee => text!(locale, kind.divided_employee),
        Divided::Both => text!(locale, kind.divided_both),
    }
}

/// Why a moment has no type.
pub fn missing(locale: Locale, reason: Reason) -> &'static str {
    match reason {
        Reason::NoDataClient => text!(locale, reason.no_data_client),
        Reason::NoDataEmployee => text!(locale, reason.no_data_employee),
        Reason::NotCited => text!(locale, reason.not_cited),
        Reason::ClientOnly => text!(locale, reason.client_only),
        Reason::EmployeeOnly => text!(locale, reason.employee_only),
        Reason::InsufficientBoth => text!(locale, reason.insufficient_both),
        Reason::InsufficientClient => text!(locale, reason.insufficient_client),
        Reason::InsufficientEmployee => text!(locale, reason.insufficient_employee),
        Reason::Masked => text!(locale, reason.masked),
    }
}

/// How sure a type is.
pub fn confidence(locale: Locale, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Firm => text!(locale, confidence.firm),
        Confidence::Tendency => text!(locale, confidence.tendency),
        Confidence::Undetermined => text!(locale, confidence.undetermined),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_a_name_and_a_meaning_of_its_own() {
        for locale in Locale::ALL {
            let mut all: Vec<&str> =
                Type::ALL.into_iter().flat_map(|kind| [name(locale, kind), meaning(locale, kind)]).collect();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), 2 * Type::ALL.len());
        }
    }

    #[test]
    fn certainty_is_a_word() {
        let words = [Confidence::Firm, Confidence::Tendency, Confidence::Undetermined];
        let said = Locale::ALL.map(|locale| words.map(|word| confidence(locale, word)));
        assert_eq!(said, [["ferme", "tendance", "indéterminé"], ["firm", "tendency", "undetermined"]]);
        let [french, english] = Locale::ALL.map(|locale| missing(locale, Reason::NotCited));
        assert_ne!(french, english);
    }
}
