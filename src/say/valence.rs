//! Valences, as signs and in words.

use super::{Locale, text};
use crate::model::{Score, Side};

/// A valence as a signed digit.
pub fn sign(score: Score) -> String {
    match score.get() {
        0 => "0".to_owned(),
        v if v > 0 => format!("+{v}"),
        v => format!("\u{2212}{}", -v),
    }
}

/// What a valence means on that side.
pub fn meaning(locale: Locale, side: Option<Side>, score: Score) -> &'static str {
    match (side, score.get()) {
        (Some(Side::Employee), ..=-2) => text!(locale, valence.very_frustrated),
        (Some(Side::Employee), -1) => text!(locale, valence.frustrated),
        (Some(Side::Employee), 1) => text!(locale, valence.engaged),
        (Some(Side::Employee), 2..) => text!(locale, valence.very_engaged),
        (_, ..=-2) => text!(locale, valence.very_dissatisfied),
        (_, -1) => text!(locale, valence.dissatisfied),
        (_, 1) => text!(locale, valence.satisfied),
        (_, 2..) => text!(locale, valence.delighted),
        (_, 0) => text!(locale, valence.neutral),
    }
}

/// What a valence means on that side, or that there is none.
pub fn meaning_or_none(locale: Locale, side: Side, score: Option<Score>) -> &'static str {
    score.map_or_else(|| text!(locale, code.no_valence), |score| meaning(locale, Some(side), score))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores() -> Vec<Score> {
        (-2..=2).filter_map(|value| Score::try_from(value).ok()).collect()
    }

    #[test]
    fn a_valence_is_a_signed_digit() {
        let signs: Vec<String> = scores().into_iter().map(sign).collect();
        assert_eq!(signs, ["\u{2212}2", "\u{2212}1", "0", "+1", "+2"]);
    }

    #[test]
    fn a_valence_has_a_meaning_on_each_side() {
        for locale in Locale::ALL {
            for side in Side::BOTH {
                let mut all: Vec<&str> =
                    scores().into_iter().map(|score| meaning(locale, Some(side), score)).collect();
                all.push(meaning_or_none(locale, side, None));
                all.sort_unstable();
                all.dedup();
                assert_eq!(all.len(), 6, "{all:?}");
            }
            let best = scores().pop();
            assert_ne!(
                meaning_or_none(locale, Side::Client, best),
                meaning_or_none(locale, Side::Employee, best)
            );
        }
    }
}
