//! Why there is no figure.

use super::{Locale, text};
use crate::analysis::Undefined;
use crate::analysis::compare::Incomparable;

/// Why a figure does not exist.
pub fn reason(locale: Locale, reason: Undefined) -> &'static str {
    match reason {
        Undefined::NoRespondents => text!(locale, undefined.no_respondents),
        Undefined::NotCited => text!(locale, undefined.not_cited),
        Undefined::NoValence => text!(locale, undefined.no_valence),
        Undefined::OneRespondent => text!(locale, undefined.one_respondent),
        Undefined::NoVariation => text!(locale, undefined.no_variation),
        Undefined::AllNeutral => text!(locale, undefined.all_neutral),
        Undefined::NoRating => text!(locale, undefined.no_rating),
        Undefined::OneSideOnly => text!(locale, undefined.one_side_only),
        Undefined::Masked => text!(locale, undefined.masked),
        Undefined::NoEffort => text!(locale, undefined.no_effort),
        Undefined::FewRespondents => text!(locale, undefined.few_respondents),
        Undefined::FewMoments => text!(locale, undefined.few_moments),
        Undefined::AllNoise => text!(locale, undefined.all_noise),
    }
}

/// Why two groups cannot be compared.
pub fn incomparable(locale: Locale, reason: Incomparable) -> &'static str {
    match reason {
        Incomparable::Undefined(reason) => self::reason(locale, reason),
        Incomparable::NobodyTwice => text!(locale, undefined.nobody_twice),
        Incomparable::FewWaves => text!(locale, undefined.few_waves),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every reason, with words of its own.
    const REASONS: [(Undefined, &str); 13] = [
        (Undefined::NoRespondents, "nobody is coded"),
        (Undefined::NotCited, "nobody speaks"),
        (Undefined::NoValence, "valence"),
        (Undefined::OneRespondent, "one person"),
        (Undefined::NoVariation, "all say the same"),
        (Undefined::AllNeutral, "neutral"),
        (Undefined::NoRating, "rating"),
        (Undefined::NoEffort, "effort"),
        (Undefined::OneSideOnly, "a level on each side"),
        (Undefined::FewRespondents, "coded people"),
        (Undefined::FewMoments, "eight moments"),
        (Undefined::AllNoise, "chance"),
        (Undefined::Masked, "masked"),
    ];

    #[test]
    fn every_reason_is_said_in_words_of_its_own() {
        for (of, words) in REASONS {
            let said = reason(Locale::English, of);
            assert!(said.contains(words), "{of:?}: {said}");
        }
        for locale in Locale::ALL {
            let said: BTreeSet<&str> = REASONS.iter().map(|(of, _)| reason(locale, *of)).collect();
            assert_eq!(said.len(), REASONS.len());
        }
    }

    #[test]
    fn groups_that_cannot_be_compared_have_a_reason() {
        for locale in Locale::ALL {
            let why = Incomparable::Undefined(Undefined::OneRespondent);
            assert_eq!(incomparable(locale, why), reason(locale, Undefined::OneRespondent));
            assert_ne!(
                incomparable(locale, Incomparable::NobodyTwice),
                incomparable(locale, Incomparable::FewWaves)
            );
        }
        let [french, english] = Locale::ALL.map(|locale| reason(locale, Undefined::NotCited));
        assert_ne!(french, english);
    }
}
