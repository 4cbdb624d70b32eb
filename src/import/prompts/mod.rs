//! Determines from its words whether a question asks for the best or for the worst.

mod lexicon;
mod pairs;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::LazyLock;

use super::guess::names;
use super::markup;
use super::matching::{Phrases, fold};
use crate::model::Prompt;
use lexicon::{DECISIVE, NEGATIVE, OPPOSITES, POSITIVE, WHOLLY_NEGATIVE, WHOLLY_POSITIVE};

/// The prompt that a cell names, as in a table written by Reflet; `None` for any other word.
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

/// The prompt of a row whose cell names it or is the question itself; `None` for any other word.
pub(super) fn asked(cell: &str) -> Option<Prompt> {
    let is_question = cell.split_whitespace().count() >= 3 || cell.trim_end().ends_with('?');
    of(cell).or_else(|| is_question.then(|| mentioned(cell)))
}

/// The prompt of the header of a column of answers; unknown if it has words for both or for neither.
pub fn mentioned(header: &str) -> Prompt {
    if let Some(prompt) = of(header).or_else(|| sign_behind(header)) {
        return prompt;
    }
    let words = HeaderWords::of(header);
    match words.wholly().or_else(|| words.request().map(|request| request.prompt)) {
        Some(prompt) => prompt,
        None => words.without(INTENSIFIERS).request().map_or(Prompt::Unknown, |request| request.prompt),
    }
}

/// The prompt of a column by its own header, or else the opposite of its twin's: "J'ai apprécié" behind "J'ai moins
/// apprécié".
pub fn of_column(headers: &[String], column: usize) -> Prompt {
    let own = |column: usize| headers.get(column).map_or(Prompt::Unknown, |header| by_itself(header));
    match own(column) {
        Prompt::Unknown => pairs::of(headers, column, own),
        prompt => prompt,
    }
}

/// The prompt of a header by itself, if need be with its words apart: `bestThing`, `what_went_well`.
fn by_itself(header: &str) -> Prompt {
    match mentioned(header) {
        Prompt::Unknown => mentioned(&names::folded(header)),
        prompt => prompt,
    }
}

/// Words that make a question stronger, without meaning for the prompt.
const INTENSIFIERS: &[&str] = &[
    "le plus",
    "the most",
    "most",
    "vraiment",
    "really",
    "particulierement",
    "particularly",
    "especially",
    "surtout",
    "beaucoup",
    "tout",
    "actuellement",
    "currently",
    "aujourd hui",
    "also",
    "aussi",
    "egalement",
    "personnellement",
];

/// The folded words of a header, without its number: `Q9_likes_OE` is "likes oe".
#[derive(Clone, Debug, PartialEq, Eq)]
struct HeaderWords(Vec<String>);

/// The prompt of the words of a question, and a mark for each word that decides it.
struct Request {
    prompt: Prompt,
    decides: Vec<bool>,
}

impl HeaderWords {
    fn of(header: &str) -> Self {
        let plain = if header.contains(['<', '&']) { markup::plain(header, false) } else { None };
        let folded = fold(&without_ends_of_scale(plain.as_deref().unwrap_or(header)));
        let mut words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
        let is_code = |word: &String| word.contains(|c: char| c.is_ascii_digit());
        let numbers = words.iter().take(3).take_while(|word| is_code(word)).count();
        if numbers < words.len() {
            words.drain(..numbers);
        }
        Self(words)
    }

    /// The prompt if the words are one for the best or the worst and labels of answers, and nothing else: `VERB_LIKES`.
    fn wholly(&self) -> Option<Prompt> {
        #[rustfmt::skip]
        const LABELS: [&str; 14] = [
            "oe", "verb", "verbatim", "verbatims", "txt", "text", "open", "ended", "response", "reponse", "ouverte",
            "libre", "q", "question",
        ];
        let rest: Vec<&str> =
            self.0.iter().map(String::as_str).filter(|word| !LABELS.contains(word)).collect();
        let rest = rest.join(" ");
        // "Verbatim satisfaction" is about satisfaction, high or low.
        let is_topic = rest.starts_with("satisfaction") && rest.len() < self.0.join(" ").len();
        if is_topic || rest.is_empty() { None } else { of(&rest).filter(|prompt| *prompt != Prompt::Unknown) }
    }

    /// The request of the words; `None` if they name neither the best nor the worst.
    fn request(&self) -> Option<Request> {
        let words: Vec<&str> = self.0.iter().map(String::as_str).collect();
        if names_both(&words) {
            return Some(Request { prompt: Prompt::Unknown, decides: vec![true; words.len()] });
        }
        let (mut is_positive, mut is_negative) = (false, false);
        let mut taken = vec![false; words.len()];
        let mut decides = taken.clone();
        for layer in [Layer::Decisive, Layer::Negative, Layer::Positive] {
            for at in 0..words.len() {
                let Some((length, prompt)) = longest(layer, &words, at, &taken) else { continue };
                let prompt = prompt.map(|prompt| {
                    if layer == Layer::Positive && is_denied(&words, at, at + length) {
                        Prompt::Negative
                    } else {
                        prompt
                    }
                });
                taken[at..at + length].fill(true);
                decides[at..at + length].fill(prompt.is_some());
                match prompt {
                    Some(Prompt::Positive) => is_positive = true,
                    Some(Prompt::Negative) => is_negative = true,
                    Some(_) => (is_positive, is_negative) = (true, true),
                    None => {}
                }
            }
        }
        let prompt = match (is_positive, is_negative) {
            (false, false) => return None,
            (true, false) => Prompt::Positive,
            (false, true) => Prompt::Negative,
            (true, true) => Prompt::Unknown,
        };
        Some(Request { prompt, decides })
    }

    /// The words without those in `others`.
    fn without(&self, others: &[&str]) -> Self {
        let mut rest = Vec::with_capacity(self.0.len());
        let mut at = 0;
        while let Some(word) = self.0.get(at) {
            let other = others.iter().find(|other| {
                other
                    .split(' ')
                    .enumerate()
                    .all(|(by, word)| self.0.get(at + by).is_some_and(|it| it == word))
            });
            if other.is_none() {
                rest.push(word.clone());
            }
            at += other.map_or(1, |other| other.split(' ').count());
        }
        Self(rest)
    }
}

/// A header without the legend of its numbers: "(1 = very unhappy, 5 = very happy)" asks for neither.
fn without_ends_of_scale(header: &str) -> Cow<'_, str> {
    let ends = header.split_once('(').and_then(|(before, rest)| {
        let (inside, behind) = rest.split_once(')')?;
        let is_scale = inside.contains('=') && inside.contains(|c: char| c.is_ascii_digit());
        is_scale.then(|| format!("{before} {behind}"))
    });
    ends.map_or(Cow::Borrowed(header), Cow::Owned)
}

/// Whether a question names both: "good or bad", "bien ou mal".
fn names_both(words: &[&str]) -> bool {
    words.windows(3).any(|three| {
        let [one, and, other] = three else { return false };
        matches!(*and, "ou" | "et" | "or" | "and")
            && OPPOSITES.iter().any(|pair| *pair == (*one, *other) || *pair == (*other, *one))
    })
}

/// Whether the words from `start` to `end` are denied: "not doing so great", "ce qui vous plaît moins".
fn is_denied(words: &[&str], start: usize, end: usize) -> bool {
    #[rustfmt::skip]
    const BETWEEN: [&str; 15] = [
        "so", "very", "really", "quite", "doing", "as", "do", "tres", "assez", "vraiment", "vous", "ete", "toujours", "always",
        "particularly",
    ];
    let behind = words.get(end..).unwrap_or_default();
    let is_after = matches!(
        behind,
        ["pas" | "guere" | "moins" | "least" | "less", ..] | ["le", "moins", ..] | ["the", "least", ..]
    );
    let before = words.get(..start).unwrap_or_default();
    let fillers = before.iter().rev().take(2).take_while(|word| BETWEEN.contains(word)).count();
    let is_before = match &before[..before.len() - fillers] {
        // "At least", "au moins".
        [.., "at" | "au" | "du", "least" | "moins"] => false,
        [.., "not" | "never" | "pas" | "jamais" | "moins" | "less" | "least" | "cannot"] => true,
        [.., verb, "t"] => verb.ends_with('n'),
        _ => false,
    };
    is_after || is_before
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layer {
    Decisive,
    Negative,
    Positive,
}

/// All words for the best and the worst.
static LEXICON: LazyLock<Phrases<(Layer, Option<Prompt>)>> = LazyLock::new(|| {
    let decisive = DECISIVE.iter().map(|(words, prompt)| (*words, (Layer::Decisive, *prompt)));
    let negative = NEGATIVE.iter().map(|words| (*words, (Layer::Negative, Some(Prompt::Negative))));
    let positive = POSITIVE.iter().map(|words| (*words, (Layer::Positive, Some(Prompt::Positive))));
    Phrases::new(decisive.chain(negative).chain(positive))
});

/// The longest phrase of a layer that begins at `at` with no word taken, as its length and prompt.
fn longest(layer: Layer, words: &[&str], at: usize, taken: &[bool]) -> Option<(usize, Option<Prompt>)> {
    let found = LEXICON
        .at(words, at)
        .filter(|(length, (of, _))| *of == layer && !taken[at..at + length].contains(&true));
    found.max_by_key(|(length, _)| *length).map(|(length, (_, prompt))| (length, *prompt))
}

/// `(+)` and `(-)` alone, or a face.
fn sign(value: &str) -> Option<Prompt> {
    // A face may have a variation selector behind it.
    let marks: String =
        value.chars().filter(|c| !matches!(c, ' ' | '(' | ')' | '[' | ']' | ':' | '\u{fe0f}')).collect();
    match marks.as_str() {
        "+" | "++" | "😀" | "😃" | "😄" | "😁" | "🙂" | "😊" | "😍" | "👍" | "☺" | "❤" | "💚" => {
            Some(Prompt::Positive)
        }
        "-" | "--" | "–" | "−" | "☹" | "🙁" | "😞" | "😟" | "😠" | "😡" | "😢" | "👎" | "💔" => {
            Some(Prompt::Negative)
        }
        _ => None,
    }
}

/// `(+)` and `(-)` behind words: "Commentaire (+)", "Les -".
fn sign_behind(header: &str) -> Option<Prompt> {
    let header = header.trim_end();
    let (words, last) = header.rsplit_once(' ')?;
    (!words.is_empty()).then(|| sign(last))?
}
