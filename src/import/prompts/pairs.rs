//! Twins: two questions side by side that differ only in the words for the best and for the worst, so that the prompt
//! of one gives that of the other.

use super::lexicon::{ARTICLES, CHANGES, KEPT, OPEN, OPPOSITES};
use super::{HeaderWords, INTENSIFIERS};
use crate::import::matching::mentions;
use crate::model::Prompt;

/// The largest distance of twins in columns: a closed question may come between.
const APART: usize = 3;

/// The prompt of a column by its twin; unknown without one. `own` gives the prompt of a column by itself.
pub(super) fn of(headers: &[String], column: usize, own: impl Fn(usize) -> Prompt) -> Prompt {
    let Some(header) = headers.get(column) else { return Prompt::Unknown };
    let words = asked(header);
    if words.is_empty() {
        return Prompt::Unknown;
    }
    let near = (1..=APART).flat_map(|by| [column.checked_sub(by), Some(column + by)]).flatten();
    let near = near.filter_map(|other| Some((other, asked(headers.get(other)?))));
    let near: Vec<(usize, Vec<String>)> = near.collect();
    let by_opposites = || near.iter().find_map(|(_, other)| by_opposites(&words, other));
    // Twins with merely different words are opposites only if no third question is like both.
    let by_exchange = || {
        let mut alike = near.iter().filter(|(_, other)| Frame::of(&words, other).is_some());
        let (twin, other) = alike.next()?;
        let is_alone = alike.next().is_none() && twin.abs_diff(column) == 1;
        let prompt = opposite(own(*twin))?;
        (is_alone && is_exchanged(&words, other)).then_some(prompt)
    };
    // "Et à l'inverse ?" behind a question.
    let by_turn = || {
        let before = column.checked_sub(1).filter(|_| turns(&words))?;
        opposite(own(before))
    };
    // "Que changeriez-vous ?" beside what people like.
    let by_change = || {
        let (asked, whole) = (words.join(" "), without_articles(&words));
        // One word alone is the whole question.
        let is_change = CHANGES
            .iter()
            .any(|change| if change.contains(' ') { mentions(&asked, change) } else { whole == *change });
        let beside = |prompt| near.iter().any(|(other, _)| own(*other) == prompt);
        if is_change && beside(Prompt::Positive) {
            return Some(Prompt::Negative);
        }
        (KEPT.contains(&whole.as_str()) && beside(Prompt::Negative)).then_some(Prompt::Positive)
    };
    by_opposites().or_else(by_change).or_else(by_exchange).or_else(by_turn).unwrap_or(Prompt::Unknown)
}

fn opposite(prompt: Prompt) -> Option<Prompt> {
    match prompt {
        Prompt::Positive => Some(Prompt::Negative),
        Prompt::Negative => Some(Prompt::Positive),
        _ => None,
    }
}

/// The words of a question without a conjunction at the beginning.
fn asked(header: &str) -> Vec<String> {
    let mut words = HeaderWords::of(header).0;
    let joins =
        |word: &String| matches!(word.as_str(), "and" | "et" | "now" | "then" | "puis" | "maintenant");
    let joining = words.iter().take_while(|word| joins(word)).count();
    words.drain(..joining.min(words.len()));
    words.retain(|word| !matches!(word.as_str(), "" | "maintenant"));
    words
}

/// The words of a question behind its articles.
fn without_articles(words: &[String]) -> String {
    let articles = words.iter().take_while(|word| ARTICLES.contains(&word.as_str())).count();
    words.get(articles..).unwrap_or_default().join(" ")
}

/// The common frame of two questions, with the words of each where they differ.
struct Frame<'a> {
    shared: usize,
    one: &'a [String],
    other: &'a [String],
    /// The place of the differing words.
    at: usize,
}

impl<'a> Frame<'a> {
    /// The frame of two questions that share half of their words, and three or more; `None` for others.
    fn of(one: &'a [String], other: &'a [String]) -> Option<Self> {
        let frame = Self::loose(one, other);
        let is_most = frame.shared * 2 >= one.len().max(other.len());
        (frame.shared >= 3 && is_most && one != other).then_some(frame)
    }

    fn loose(one: &'a [String], other: &'a [String]) -> Self {
        let start = one.iter().zip(other).take_while(|(one, other)| one == other).count();
        let (one, other) = (&one[start..], &other[start..]);
        let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
        Self {
            shared: start + end,
            one: &one[..one.len() - end],
            other: &other[..other.len() - end],
            at: start,
        }
    }
}

/// The prompt of a question that differs from another by opposite words, or by a "not": "rester" and "partir",
/// "convient" and "convient moins".
fn by_opposites(words: &[String], other: &[String]) -> Option<Prompt> {
    let frame = Frame::loose(words, other);
    let is_whole = frame.shared == 0;
    let (one, two) = if is_whole {
        (without_articles(words), without_articles(other))
    } else {
        (frame.one.join(" "), frame.other.join(" "))
    };
    // Alone, these may be counts: "More", "Less".
    if is_whole && matches!(one.as_str(), "more" | "less" | "most" | "least" | "up" | "down") {
        return None;
    }
    for (good, bad) in OPPOSITES {
        if one == *good && two == *bad {
            return Some(Prompt::Positive);
        }
        if one == *bad && two == *good {
            return Some(Prompt::Negative);
        }
    }
    if is_whole {
        return None;
    }
    if let ([one], [two]) = (frame.one, frame.other) {
        if is_prefixed(one, two) {
            return Some(Prompt::Negative);
        }
        if is_prefixed(two, one) {
            return Some(Prompt::Positive);
        }
    }
    let (affirmed, denied) = (affirmed(words), affirmed(other));
    match (affirmed.1, denied.1) {
        (false, true) if affirmed.0 == denied.0 => Some(Prompt::Positive),
        (true, false) if affirmed.0 == denied.0 => Some(Prompt::Negative),
        _ => None,
    }
}

/// Whether a word is another one denied: "insatisfait", "unhappy".
fn is_prefixed(word: &str, other: &str) -> bool {
    const DENIALS: [&str; 8] = ["in", "un", "im", "dis", "des", "de", "me", "dys"];
    other.len() >= 3 && DENIALS.iter().any(|denial| word.strip_prefix(denial) == Some(other))
}

/// The words without those that deny, and whether there were any.
fn affirmed(words: &[String]) -> (Vec<String>, bool) {
    let plain = HeaderWords(words.to_vec()).without(INTENSIFIERS).without(&["le moins", "the least"]);
    let mut is_denied = plain.0.len() < HeaderWords(words.to_vec()).without(INTENSIFIERS).0.len();
    let mut rest: Vec<String> = Vec::with_capacity(words.len());
    for word in plain.0 {
        match word.as_str() {
            "not" | "pas" | "moins" | "less" | "least" => is_denied = true,
            "t" if rest.last().is_some_and(|verb| verb.ends_with('n')) => {
                // "didn't" is "did" denied.
                is_denied = true;
                if let Some(verb) = rest.last_mut() {
                    verb.pop();
                }
            }
            "ne" | "n" | "so" => {}
            _ => rest.push(word),
        }
    }
    // "Works" is "does work".
    rest.retain(|word| !matches!(word.as_str(), "do" | "does" | "did"));
    let stem = |word: &String| {
        let word = word.strip_suffix('s').unwrap_or(word);
        word.strip_suffix("ed").or_else(|| word.strip_suffix('e')).unwrap_or(word).to_owned()
    };
    (rest.iter().map(stem).collect(), is_denied)
}

/// Whether a question differs from its twin exactly in the twin's words for the best or the worst, and its own words do
/// not leave the request open.
fn is_exchanged(words: &[String], twin: &[String]) -> bool {
    /// The most differing words.
    const WORDS: usize = 5;
    let Some(frame) = Frame::of(words, twin) else { return false };
    let Some(request) = HeaderWords(twin.to_vec()).request() else { return false };
    let differs = frame.at..frame.at + frame.other.len();
    let decides_there =
        request.decides.iter().enumerate().any(|(at, decides)| *decides && differs.contains(&at));
    let is_open = frame.one.iter().any(|word| OPEN.contains(&word.as_str()));
    decides_there && !is_open && !frame.one.is_empty() && frame.one.len() <= WORDS
}

/// Whether a question only inverts the one before: "À l'inverse ?", "On the contrary".
fn turns(words: &[String]) -> bool {
    const WORDS: [&str; 8] = [
        "a l inverse",
        "au contraire",
        "inversement",
        "a l oppose",
        "conversely",
        "on the contrary",
        "on the other hand",
        "the opposite",
    ];
    let asked = words.join(" ");
    WORDS.iter().any(|turn| asked.starts_with(turn))
}
