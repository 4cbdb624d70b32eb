//! Words that say whether a question asked for the best or for the worst.

use super::words::{fold, mentions};
use crate::model::Prompt;

/// Words of a question for the best.
#[rustfmt::skip]
const POSITIVE: &[&str] = &[
    "positivement", "positively", "positive", "positif", "positives", "positifs", "pros", "points forts", "point fort",
    "le plus apprecie", "plus aime", "like most", "liked most", "like best", "liked best", "like the most",
    "like the best", "do you like", "did you like", "you liked", "do you enjoy", "did you enjoy", "enjoyed most",
    "plaisent", "was good", "is good", "went right", "best", "meilleur", "meilleure", "meilleurs", "meilleures", "plu", "plait", "went well", "works well",
    "worked well", "do well", "doing well", "working well", "fonctionne bien", "fonctionne le mieux", "marche bien",
    "s est bien passe", "strengths", "strength", "avez vous apprecie", "appreciez vous", "vous appreciez",
    "vous avez apprecie", "apprecie le plus", "appreciez le plus", "avez vous aime", "aimez vous", "vous avez aime",
    "aime le plus", "advantages", "avantages", "atouts", "highlights", "bons points", "points satisfaisants",
    "motifs de satisfaction", "sources de satisfaction", "pleasant", "agreable", "most satisfying", "pleased you",
];

/// Words of a question for the worst. They are looked for first and taken away: "like least" is no "like".
#[rustfmt::skip]
const NEGATIVE: &[&str] = &[
    "negativement", "negatively", "badly", "you not like", "pas satisfait", "pas satisfaite", "pas ete satisfaisant",
    "negative", "negatif", "negatives", "negatifs", "cons", "points faibles", "point faible", "frustrante",
    "frustrant", "frustrating", "frustrated", "frustration", "frustrations", "moins aime", "moins apprecie",
    "aime le moins", "aimez vous le moins", "appreciez le moins", "appreciez vous le moins", "apprecie le moins",
    "plait le moins", "plaisent le moins", "plu le moins", "moins plu", "deplu", "deplait", "pas plu", "pas aime", "avez pas apprecie", "n avez pas apprecie", "dislike", "dislikes",
    "disliked", "did you like least", "do you like least", "did you like the least", "do you like the least",
    "you liked least", "you liked the least", "like least", "liked least", "like the least", "did not like",
    "didn t like", "do not like", "don t like", "enjoy least", "enjoyed least", "worst", "pire", "pires", "improve",
    "improved", "improving", "improvement", "improvements", "ameliorer", "ameliore", "amelioree", "amelioration",
    "ameliorations", "be better", "do better", "been better", "done better", "work better", "mieux faire",
    "faire mieux", "went wrong", "go wrong", "did not go well", "didn t go well", "not work well", "doesn t work well",
    "fonctionne mal", "fonctionne moins bien", "fonctionne le moins bien", "ne fonctionne pas", "marche mal",
    "moins bien", "s est mal passe", "irritant", "irritants", "weaknesses", "weakness", "faiblesses", "pain points",
    "pain point", "disadvantages", "inconvenients", "drawbacks", "downsides", "defauts", "mauvais points",
    "points d irritation", "unpleasant", "desagreable", "annoying", "annoyed", "penible", "lowlights",
    "points de vigilance", "difficultes", "decu", "disappointed", "disappointing", "insatisfaction",
    "insatisfactions", "dissatisfied", "least positive", "worked poorly", "could change", "should change",
];

/// Whole headers and values of a question for the best.
#[rustfmt::skip]
const WHOLLY_POSITIVE: &[&str] = &[
    "pro", "plus", "les plus", "like", "likes", "i like", "liked", "top", "le top", "les tops", "tops", "forces", "force",
    "keep", "satisfaction", "satisfactions", "avantage", "atout", "pour", "a conserver", "a garder",
    "positive comment", "went well", "le positif", "loved",
];

/// Whole headers and values of a question for the worst.
#[rustfmt::skip]
const WHOLLY_NEGATIVE: &[&str] = &[
    "con", "moins", "les moins", "contre", "flop", "le flop", "les flops", "flops", "stop", "faiblesse", "inconvenient",
    "defaut", "le negatif", "axes de progres", "axe de progres", "axes de progression", "a revoir",
    "pistes de progres", "a changer", "hated",
];

/// The prompt that a cell names, as in a table that Reflet wrote; none for another word.
pub fn of(value: &str) -> Option<Prompt> {
    match fold(value).as_str() {
        "neutral" | "neutre" | "neutres" => Some(Prompt::Neutral),
        "unknown" | "inconnue" | "inconnu" => Some(Prompt::Unknown),
        folded if POSITIVE.contains(&folded) || WHOLLY_POSITIVE.contains(&folded) => Some(Prompt::Positive),
        folded if NEGATIVE.contains(&folded) || WHOLLY_NEGATIVE.contains(&folded) => Some(Prompt::Negative),
        "" => sign(value),
        _ => None,
    }
}

/// The prompt of a row whose cell names it or is the question itself; none for another word.
pub(super) fn asked(cell: &str) -> Option<Prompt> {
    let is_question = cell.split_whitespace().count() >= 3 || cell.trim_end().ends_with('?');
    of(cell).or_else(|| is_question.then(|| mentioned(cell)))
}

/// The prompt that the header of a column of answers speaks of; unknown if both or neither.
pub fn mentioned(header: &str) -> Prompt {
    if let Some(prompt) = of(header).or_else(|| sign_behind(header)) {
        return prompt;
    }
    let mut folded = fold(header);
    let mut is_negative = false;
    for words in NEGATIVE {
        while let Some(at) = found(&folded, words) {
            folded.replace_range(at..at + words.len(), "|");
            is_negative = true;
        }
    }
    let is_positive = POSITIVE.iter().any(|words| mentions(&folded, words));
    match (is_positive, is_negative) {
        (true, false) => Prompt::Positive,
        (false, true) => Prompt::Negative,
        _ => Prompt::Unknown,
    }
}

/// Where these words stand, whole.
fn found(folded: &str, words: &str) -> Option<usize> {
    if !mentions(folded, words) {
        return None;
    }
    folded.match_indices(words).map(|(at, _)| at).find(|at| {
        let end = at + words.len();
        (*at == 0 || folded.as_bytes()[at - 1] == b' ')
            && (end == folded.len() || folded.as_bytes()[end] == b' ')
    })
}

/// `(+)` and `(-)` alone.
fn sign(value: &str) -> Option<Prompt> {
    let marks: String = value.chars().filter(|c| !matches!(c, ' ' | '(' | ')' | '[' | ']' | ':')).collect();
    match marks.as_str() {
        "+" | "++" => Some(Prompt::Positive),
        "-" | "--" | "–" | "−" => Some(Prompt::Negative),
        _ => None,
    }
}

/// `(+)` and `(-)` behind words: "Commentaire (+)", "Les -".
fn sign_behind(header: &str) -> Option<Prompt> {
    let header = header.trim_end();
    let (words, last) = header.rsplit_once(' ')?;
    (!words.is_empty()).then(|| sign(last))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_questions_are_told_apart() {
        let question = |kind| format!("Pouvez-vous nous raconter l'interaction la plus {kind} cette année ?");
        assert_eq!(mentioned(&question("positive")), Prompt::Positive);
        assert_eq!(mentioned(&question("frustrante")), Prompt::Negative);
        assert_eq!(mentioned("Points positifs et négatifs"), Prompt::Unknown);
        assert_eq!(
            (of("Neutre"), of("négatif"), of("autre")),
            (Some(Prompt::Neutral), Some(Prompt::Negative), None)
        );
    }

    #[test]
    fn positive_and_negative_go_by_many_names() {
        for (positive, negative) in [
            ("Pro", "Con"),
            ("Pros", "Cons"),
            ("Points forts", "Points faibles"),
            ("Forces", "Faiblesses"),
            ("Ce qui fonctionne bien", "À améliorer"),
            ("Avantages", "Axes d'amélioration"),
            ("Like", "Dislike"),
            ("Liked best", "Liked least"),
            ("What do you like best about Reflet?", "What do you dislike about Reflet?"),
            ("What went well", "What could be better"),
            ("What did you like most?", "What did you like least?"),
            ("Plus", "Moins"),
            ("(+)", "(-)"),
            ("Commentaire (+)", "Commentaire (-)"),
            ("Satisfaction", "Irritants"),
            ("Ce qui vous a plu", "Ce qui vous a déplu"),
            ("Ce qui vous a plu", "Ce qui ne vous a pas plu"),
            ("Best", "Worst"),
            ("Strengths", "Weaknesses"),
            ("Keep", "Improve"),
            ("Positif", "Négatif"),
            ("Top", "Flop"),
            ("Qu'est-ce qui fonctionne bien ?", "Qu'est-ce qui fonctionne mal ?"),
            ("Qu'est-ce qui vous plaît le plus ?", "Qu'est-ce qui vous plaît le moins ?"),
            ("What was good?", "What could be better?"),
            ("Qu'avez-vous le plus apprécié ?", "Qu'avez-vous le moins apprécié ?"),
            ("What does your manager do well?", "What could your manager do better?"),
        ] {
            let told = (mentioned(positive), mentioned(negative));
            assert_eq!(told, (Prompt::Positive, Prompt::Negative), "{positive} / {negative}");
        }
        for neither in
            ["Commentaire", "What would you like to say?", "How likely are you to come back?", "Plus d'infos"]
        {
            assert_eq!(mentioned(neither), Prompt::Unknown, "{neither}");
        }
    }

    #[test]
    fn a_neutral_question_is_a_question() {
        assert_eq!(asked("Que pensez-vous de l'accueil ?"), Some(Prompt::Unknown));
        assert_eq!(asked("Qu'avez-vous le plus apprécié ?"), Some(Prompt::Positive));
        assert_eq!((asked("Web"), asked("positive")), (None, Some(Prompt::Positive)));
    }
}
