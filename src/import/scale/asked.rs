//! What a question says of its scale: what it measures, where its ends are, which of them is the best.

use super::words;
use crate::import::guess::names::without_number;
use crate::import::words::{fold, mentions};

/// What the header of a column of ratings says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Asked {
    /// What it asks for, if it says so.
    pub kind: Option<AskedKind>,
    /// The ends that it names.
    pub ends: Option<(f64, f64)>,
    /// Whether the lowest number is the best, if it says which is.
    pub reversed: Option<bool>,
    /// Whether it asks how much of a burden something was, so that a high number is bad unless it says otherwise.
    pub is_burden: bool,
    /// Whether it puts its ends into words that do not say which of them is the best: "1 = filthy, 5 = spotless".
    pub is_unsaid: bool,
    /// Whether it is a statement with which one agrees more or less: "I would recommend it".
    pub states: bool,
}

/// What a question asks for by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedKind {
    /// Whether one would recommend.
    Recommendation,
    /// How satisfied one is.
    Satisfaction,
    /// How easy it was.
    Ease,
    /// How much of a burden it was: little is best.
    Burden,
    /// Whether one agrees with a statement.
    Agreement,
}

/// Words of an end that say how much there is, which is good or bad as what is counted is.
#[rustfmt::skip]
const MUCH: &[&str] = &["max", "maximum", "maximal", "maximale", "haut", "haute", "eleve", "elevee", "high", "highest", "fort", "forte", "beaucoup", "enorme", "a lot", "great deal"];
#[rustfmt::skip]
const LITTLE: &[&str] = &["min", "minimum", "minimal", "minimale", "bas", "basse", "faible", "low", "lowest", "aucun", "aucune", "none", "nul", "nulle"];
/// Words of an end that say that it is the best or the worst.
#[rustfmt::skip]
const BEST: &[&str] = &["meilleur", "meilleure", "best", "top", "sehr gut", "positif", "positive", "super", "genial", "ideal"];
#[rustfmt::skip]
const WORST: &[&str] = &["pire", "worst", "ungenugend", "negatif", "negative", "catastrophique", "execrable", "insufficient", "insuffisant", "insuffisante"];

/// Reads a header.
///
/// ```
/// use reflet::import::scale::asked::of;
/// let asked = of("Satisfaction (1 = très satisfait, 5 = très mécontent)");
/// assert_eq!((asked.ends, asked.reversed), (Some((1.0, 5.0)), Some(true)));
/// assert_eq!(of("Note sur 10").reversed, None);
/// ```
pub fn of(header: &str) -> Asked {
    let header = without_number(header);
    let folded = fold(header);
    let kind = kind(&folded);
    let labelled = labelled(&folded, kind == Some(AskedKind::Burden));
    let explained = explained(header, !labelled.is_empty());
    let mut ends = ends(header, &folded).or(explained);
    let reversed = match labelled[..] {
        [] => None,
        [(number, size)] => ends.and_then(|(low, high)| {
            let is_low = (number - low).abs() < 1e-9;
            let is_high = (number - high).abs() < 1e-9;
            (is_low || is_high).then_some(is_low == (size > 0))
        }),
        [first, .., last] => {
            let (low, high) = if first.0 < last.0 { (first, last) } else { (last, first) };
            ends = ends.or(Some((low.0, high.0))).filter(|(low, high)| low < high);
            (low.1 != high.1).then_some(low.1 > high.1)
        }
    };
    // One end with a word, and nothing about the other: 1 is an end of any scale that has it.
    let alone = match labelled[..] {
        [(number, size)] if ends.is_none() && number <= 1.0 && size != 0 => Some(size > 0),
        // Of larger numbers, it is the upper end that gets a word.
        [(number, size)] if ends.is_none() && number >= 3.0 && size != 0 => Some(size < 0),
        _ => None,
    };
    let german = ["schulnote", "schulnoten", "note allemande", "german grade"];
    let german = german.iter().any(|word| mentions(&folded, word));
    let reversed = reversed.or(alone).or(german.then_some(true));
    Asked {
        kind,
        ends: ends.or(german.then_some((1.0, 6.0))),
        reversed,
        is_burden: kind == Some(AskedKind::Burden) && asks_how_much(&folded),
        is_unsaid: explained.is_some() && reversed.is_none(),
        states: is_a_statement(&folded),
    }
}

fn kind(folded: &str) -> Option<AskedKind> {
    let begins =
        |stems: &[&str]| folded.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let any = |words: &[&str]| words.iter().any(|word| mentions(folded, word));
    if begins(&["recommand", "recommend"])
        || any(&["nps", "enps", "net promoter", "net promoter score", "conseilleriez", "reco", "ltr"])
        || speaks_well(folded)
    {
        Some(AskedKind::Recommendation)
    } else if any(&["ces", "effort score", "customer effort", "effort client"])
        || begins(&["facil"])
        || any(&["easy", "ease", "ease of use", "simplicite"])
    {
        Some(AskedKind::Ease)
    } else if begins(&["difficult", "difficile", "penib", "frustrat", "complex", "complique"])
        || any(&["effort", "efforts", "stress", "fatigue"])
    {
        Some(AskedKind::Burden)
    } else if any(&["csat", "sat"]) || begins(&["satisf"]) {
        Some(AskedKind::Satisfaction)
    } else if any(&["d accord", "agree", "agreement"]) || is_a_statement(folded) {
        Some(AskedKind::Agreement)
    } else {
        None
    }
}

/// Whether a folded question asks whether one speaks well of it to others: "How likely are you to tell a friend?"
fn speaks_well(folded: &str) -> bool {
    #[rustfmt::skip]
    const SPEAK: &[&str] = &[
        "suggest", "tell", "speak well", "speak highly", "say good things", "refer", "mention", "conseiller", "suggerer",
        "suggereriez", "parler", "parleriez", "parlerez", "promotion", "diriez du bien", "dire du bien",
    ];
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "friend", "friends", "colleague", "colleagues", "family", "people you know", "others", "someone you know",
        "anyone", "acquaintances", "ami", "amis", "une amie", "collegue", "collegues", "proche", "proches", "entourage",
        "famille", "connaissances", "autour de vous",
    ];
    let says = |list: &[&str]| list.iter().any(|words| mentions(folded, words));
    says(SPEAK) && says(OTHERS)
}

/// Whether a folded question asks how much there is of what it names: "How difficult was it?"
fn asks_how_much(folded: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "how difficult", "how complex", "how complicated", "how hard", "how stressful", "how frustrating", "how stressed",
        "how frustrated", "a quel point", "dans quelle mesure", "degre de difficulte", "niveau de difficulte",
        "niveau de stress", "level of stress", "level of difficulty",
    ];
    WORDS.iter().any(|words| mentions(folded, words))
}

/// Whether a header says something of whoever answers, with which one agrees more or less: "I am proud to work here".
fn is_a_statement(folded: &str) -> bool {
    #[rustfmt::skip]
    const BEGINS: &[&str] = &[
        "je", "j", "mon", "ma", "mes", "nous", "notre", "nos", "i", "my", "we", "our", "on me", "on m",
    ];
    let begins = |words: &&str| folded.strip_prefix(*words).is_some_and(|rest| rest.starts_with(' '));
    folded.split(' ').count() >= 4 && BEGINS.iter().any(begins)
}

/// The ends that a header names: "0 à 10", "(1-5)", "sur 20", "/10", "-3 à +3".
fn ends(header: &str, folded: &str) -> Option<(f64, f64)> {
    for (low, high) in [(-2.0, 2.0), (-3.0, 3.0), (-5.0, 5.0), (-10.0, 10.0)] {
        let written = format!("-{high}");
        let header = header.replace(['−', '–'], "-");
        if low < 0.0 && header.contains(&written) && header.contains(&format!("+{high}")) {
            return Some((low, high));
        }
    }
    let tokens: Vec<&str> = folded.split(' ').collect();
    let number = |at: usize| tokens.get(at).and_then(|token| token.parse::<u32>().ok());
    let is_high = |n: u32| (3..=11).contains(&n) || n == 20 || n == 100;
    for at in 0..tokens.len() {
        let Some(low) = number(at).filter(|low| *low <= 1) else { continue };
        let next = match tokens.get(at + 1) {
            Some(&("a" | "to" | "et" | "and" | "jusqu" | "through" | "bis")) => number(at + 2),
            _ => number(at + 1),
        };
        if let Some(high) = next.filter(|high| is_high(*high)) {
            return Some((f64::from(low), f64::from(high)));
        }
    }
    let out_of = |at: usize| match (tokens.get(at)?, tokens.get(at + 1)?) {
        (&"sur", n) => n.parse().ok(),
        (&"out", &"of") => number(at + 2),
        _ => None,
    };
    let slash = header.rsplit_once('/').and_then(|(before, after)| {
        let digits: String = after.trim_start().chars().take_while(char::is_ascii_digit).collect();
        (!before.ends_with(|c: char| c.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
    });
    let high = (0..tokens.len()).find_map(out_of).or(slash).filter(|high: &u32| is_high(*high))?;
    Some((if high >= 10 { 0.0 } else { 1.0 }, f64::from(high)))
}

/// The ends that a header puts into words, whatever these mean: "1 = filthy, 5 = spotless", "1 not at all - 5 fully".
/// Without a sign between number and word, one of the words must say how good it is.
fn explained(header: &str, is_labelled: bool) -> Option<(f64, f64)> {
    let mut found: Vec<(f64, bool)> = Vec::new();
    let mut rest = header;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let before = &rest[..at];
        let digits = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = (rest[at..at + digits].parse::<u32>().ok()?, &rest[at + digits..]);
        rest = behind;
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '/')) {
            return None;
        }
        let sign = behind.trim_start();
        let word = sign.trim_start_matches(['=', ':', '→', '>', '(', '-', '–']).trim_start();
        if !word.starts_with(char::is_alphabetic) {
            return None;
        }
        found.push((f64::from(number), sign.starts_with(['=', ':', '→', '('])));
    }
    let [(one, one_signed), (other, other_signed)] = found[..] else { return None };
    let (low, high) = if one < other { (one, other) } else { (other, one) };
    let is_usual = low <= 1.0 && ((3.0..=11.0).contains(&high) || [20.0, 100.0].contains(&high));
    (is_usual && (one_signed && other_signed || is_labelled)).then_some((low, high))
}

/// The numbers that a header puts into words, each with how good it is: more than 0 for good.
fn labelled(folded: &str, is_burden: bool) -> Vec<(f64, i8)> {
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
    // Before a number alone stands the question: "How easy was it? (1-7)".
    if !behind && found.len() < 2 {
        found.clear();
    }
    found
}

/// How good the words beside a number are: those that begin the words behind it, or end those before it.
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
        if let Some(degree) = words::degree(&label).filter(|degree| degree.size != 0) {
            // "Oui" and "non" say nothing of good or bad beside a burden.
            return Some(degree.size.signum());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_which_end_is_the_best() {
        for (header, ends, reversed) in [
            ("Satisfaction (1 = très satisfait, 5 = très mécontent)", Some((1.0, 5.0)), Some(true)),
            ("Satisfaction (1 = pas du tout satisfait, 5 = très satisfait)", Some((1.0, 5.0)), Some(false)),
            (
                "How satisfied are you? (1 = very satisfied ... 5 = very dissatisfied)",
                Some((1.0, 5.0)),
                Some(true),
            ),
            ("Note de 1 (excellent) à 6 (mauvais)", Some((1.0, 6.0)), Some(true)),
            ("Note de 1 à 5, 1 étant la meilleure note", Some((1.0, 5.0)), Some(true)),
            ("Note de 1 à 5 (5 étant la meilleure)", Some((1.0, 5.0)), Some(false)),
            ("Rating 1-5, 1 is best", Some((1.0, 5.0)), Some(true)),
            ("Rating (1 best)", None, Some(true)),
            ("Effort demandé (1 = très faible, 7 = très élevé)", Some((1.0, 7.0)), Some(true)),
            ("Qualité (1 = faible, 5 = élevée)", Some((1.0, 5.0)), Some(false)),
            ("Schulnote", Some((1.0, 6.0)), Some(true)),
            ("Très satisfait (1) … très mécontent (5)", Some((1.0, 5.0)), Some(true)),
            ("Note sur 10", Some((0.0, 10.0)), None),
            ("Note /20", Some((0.0, 20.0)), None),
            ("Facilité (1-7)", Some((1.0, 7.0)), None),
            ("Recommanderiez-vous notre agence ? (0-10)", Some((0.0, 10.0)), None),
            ("Ressenti de -3 à +3", Some((-3.0, 3.0)), None),
            ("Note 2024/2025", None, None),
            ("5 dernières visites", None, None),
            ("Rating, 1 to 7", Some((1.0, 7.0)), None),
            ("How easy was it? (1-7)", Some((1.0, 7.0)), None),
            ("Êtes-vous satisfait (1 à 5) ?", Some((1.0, 5.0)), None),
            ("Confiance envers la marque (0 = aucune, 10 = totale)", Some((0.0, 10.0)), Some(false)),
            ("Taste (mark 1 very good to 6 insufficient)", Some((1.0, 6.0)), Some(true)),
            ("How supported did you feel? 1 not at all - 5 completely", Some((1.0, 5.0)), Some(false)),
            ("How clean is it? (1 = filthy, 5 = spotless)", Some((1.0, 5.0)), None),
            ("Q4. Wie war es? (1: nie, 4: immer)", Some((1.0, 4.0)), None),
            ("1 visite ou 5 visites", None, None),
            ("3. Délai", None, None),
        ] {
            let asked = of(header);
            assert_eq!((asked.ends, asked.reversed), (ends, reversed), "{header}");
        }
    }

    #[test]
    fn a_recommendation_is_one_only_where_it_is_asked() {
        let kind = |header| of(header).kind;
        for header in [
            "NPS",
            "Recommanderiez-vous la boutique ?",
            "How likely are you to recommend us?",
            "eNPS 2025",
            "NOTE_RECO",
            "How likely are you to suggest Brightpipe to a friend or colleague?",
            "Feriez-vous la promotion de la mutuelle auprès de vos proches ?",
        ] {
            assert_eq!(kind(header), Some(AskedKind::Recommendation), "{header}");
        }
        assert_eq!(kind("Satisfaction globale (0 à 10)"), Some(AskedKind::Satisfaction));
        assert_eq!(kind("note"), None);
    }
}
