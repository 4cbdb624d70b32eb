//! Words that say whether a question asked for the best or for the worst.

use super::words::{fold, mentions};
use crate::model::Prompt;

#[rustfmt::skip]
const POSITIVE: &[&str] = &[
    "positive", "positif", "positives", "positifs", "pros", "points forts", "point fort",
    "le plus apprecie", "plus aime", "like most", "liked most", "like best", "best", "meilleur",
    "meilleure", "plu", "went well", "works well", "strengths", "avez vous apprecie", "appreciez vous",
    "avez vous aime",
];

#[rustfmt::skip]
const NEGATIVE: &[&str] = &[
    "negative", "negatif", "negatives", "negatifs", "cons", "points faibles", "point faible", "frustrante",
    "frustrant", "frustrating", "frustrated", "moins aime", "moins apprecie", "deplu", "dislike",
    "disliked", "like least", "liked least", "worst", "pire", "improve", "improved", "ameliorer",
    "amelioration", "ameliorations", "irritant", "irritants", "weaknesses", "pain points",
];

/// The prompt that a cell names, as in a table that Reflet wrote; none for another word.
pub fn of(value: &str) -> Option<Prompt> {
    match fold(value).as_str() {
        "neutral" | "neutre" | "neutres" => Some(Prompt::Neutral),
        "unknown" | "inconnue" | "inconnu" => Some(Prompt::Unknown),
        folded if POSITIVE.contains(&folded) => Some(Prompt::Positive),
        folded if NEGATIVE.contains(&folded) => Some(Prompt::Negative),
        _ => None,
    }
}

/// The prompt that the header of a column of answers speaks of; unknown if both or neither.
pub fn mentioned(header: &str) -> Prompt {
    let folded = fold(header);
    let speaks = |words: &[&str]| words.iter().any(|word| mentions(&folded, word));
    match (speaks(POSITIVE), speaks(NEGATIVE)) {
        (true, false) => Prompt::Positive,
        (false, true) => Prompt::Negative,
        _ => Prompt::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_questions_are_told_apart() {
        let question = |kind| format!("Pouvez-vous nous raconter l'interaction la plus {kind} cette année ?");
        assert_eq!(mentioned(&question("positive")), Prompt::Positive);
        assert_eq!(mentioned(&question("frustrante")), Prompt::Negative);
        assert_eq!(mentioned("Points forts"), Prompt::Positive);
        assert_eq!(mentioned("What could we improve?"), Prompt::Negative);
        assert_eq!(mentioned("Points positifs et négatifs"), Prompt::Unknown);
        assert_eq!(
            (of("Neutre"), of("négatif"), of("autre")),
            (Some(Prompt::Neutral), Some(Prompt::Negative), None)
        );
    }
}
