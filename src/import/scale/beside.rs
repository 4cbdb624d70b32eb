//! Determines the best end of a scale from the words beside the numbers of a header.

use super::degree::{self, Family};

/// Words of an end for an amount, which is good or bad depending on the subject.
#[rustfmt::skip]
const MUCH: &[&str] = &["max", "maximum", "maximal", "maximale", "haut", "haute", "eleve", "elevee", "high", "highest", "fort", "forte", "beaucoup", "enorme", "a lot", "great deal"];
#[rustfmt::skip]
const LITTLE: &[&str] = &["min", "minimum", "minimal", "minimale", "bas", "basse", "faible", "low", "lowest", "aucun", "aucune", "none", "nul", "nulle"];
/// Words of an end for the best or the worst.
#[rustfmt::skip]
const BEST: &[&str] = &["meilleur", "meilleure", "best", "top", "sehr gut", "positif", "positive", "super", "genial", "ideal", "irreprochable", "impeccable", "imbattable", "unbeatable", "tres bien", "thumbs up", "pouce leve", "pouce vers le haut"];
#[rustfmt::skip]
const WORST: &[&str] = &["pire", "worst", "ungenugend", "negatif", "negative", "catastrophique", "execrable", "insufficient", "insuffisant", "insuffisante", "insupportable", "unbearable", "degoutant", "degoutante", "disgusting", "hors de prix", "deplorable", "lamentable", "nul", "nulle", "thumbs down", "pouce baisse", "pouce vers le bas"];

/// The numbers with words in a header, each with its degree: above 0 for good.
pub(super) fn labelled(folded: &str, is_burden: bool) -> Vec<(f64, i8)> {
    let tokens: Vec<&str> = folded.split(' ').collect();
    let numbers: Vec<(usize, f64)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| Some((at, f64::from(token.parse::<u32>().ok().filter(|n| *n <= 100)?))))
        .collect();
    // "très satisfait (1), très mécontent (5)": the words come first.
    let (Some((first, _)), Some((last, _))) = (numbers.first(), numbers.last()) else { return Vec::new() };
    let behind = good(&tokens[last + 1..], is_burden, true).is_some()
        || good(&tokens[..*first], is_burden, false).is_none();
    let mut found: Vec<(f64, i8)> = Vec::new();
    for (place, (at, number)) in numbers.iter().enumerate() {
        let end = numbers.get(place + 1).map_or(tokens.len(), |(next, _)| *next);
        let start = if place == 0 { 0 } else { numbers[place - 1].0 + 1 };
        let beside = if behind { &tokens[at + 1..end] } else { &tokens[start..*at] };
        found.extend(good(beside, is_burden, behind).map(|size| (*number, size)));
    }
    // The words before a single number are the question: "How easy was it? (1-7)".
    if !behind && found.len() < 2 {
        found.clear();
    }
    found
}

/// The degree of the words beside a number: the first ones behind it, or the last ones before it.
fn good(words: &[&str], is_burden: bool, behind: bool) -> Option<i8> {
    const SKIPPED: &[&str] = &[
        "etant",
        "est",
        "is",
        "being",
        "pour",
        "for",
        "means",
        "signifie",
        "correspond",
        "a",
        "la",
        "le",
        "the",
        "as",
        "si",
        "vous",
        "etes",
        "you",
        "are",
        "note",
    ];
    let skip = words.iter().take_while(|word| behind && SKIPPED.contains(word)).count();
    let words = &words[skip..];
    for length in (1..=words.len().min(6)).rev() {
        let part = if behind { &words[..length] } else { &words[words.len() - length..] };
        let label = part.join(" ");
        if let Some(degree) = degree::degree(&label).filter(|degree| degree.size != 0) {
            // For the amount, frequency or likelihood of a burden, "not at all" is the best.
            let says_how_much = matches!(
                degree.family,
                Some(
                    Family::Amount
                        | Family::Open
                        | Family::Frequency
                        | Family::Likelihood
                        | Family::Agreement
                )
            );
            let sign = degree.size.signum();
            return Some(if is_burden && says_how_much { -sign } else { sign });
        }
        let is = |list: &[&str]| list.contains(&label.as_str());
        if is(BEST) {
            return Some(1);
        }
        if is(WORST) {
            return Some(-1);
        }
        let amount =
            ["tres ", "very ", "le plus ", "la plus ", "the "].iter().find_map(|p| label.strip_prefix(p));
        let amount = amount.unwrap_or(&label);
        if MUCH.contains(&amount) || LITTLE.contains(&amount) {
            let much = MUCH.contains(&amount);
            return Some(if much == is_burden { -1 } else { 1 });
        }
    }
    None
}

/// Whether a folded header names the best before the worst, without numbers beside the words: "du meilleur au moins
/// bon".
pub(super) fn ordered(folded: &str, is_burden: bool) -> Option<bool> {
    let tokens: Vec<&str> = folded.split(' ').collect();
    let between = |at: &usize| ["a", "au", "to", "jusqu"].contains(&tokens[*at]);
    (1..tokens.len()).filter(between).find_map(|at| {
        let before = good(&tokens[..at], is_burden, false)?;
        let behind = good(&tokens[at + 1..], is_burden, true)?;
        (before != behind).then_some(before > behind)
    })
}
