//! Reads the scale in a header: what it measures, its ends, and the best of them.

use super::against::{self, Against};
use super::beside;
use super::drawn;
use super::recommend;
use crate::import::guess::names::without_number;
use crate::import::matching::{fold, mentions};

/// The scale by the header of a column of ratings.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Asked {
    /// The kind of question, if the header shows it.
    pub kind: Option<AskedKind>,
    /// The ends in the header.
    pub ends: Option<(f64, f64)>,
    /// Whether the lowest number is the best, if the header shows it.
    pub reversed: Option<bool>,
    /// Whether it asks for the size of a burden, so that a high number is bad unless the header shows the opposite.
    pub is_burden: bool,
    /// How likely a high number is bad, if it asks about something bad.
    pub against: Option<Against>,
    /// Whether its ends have words that do not show the best one: "1 = filthy, 5 = spotless".
    pub has_neutral_ends: bool,
    /// Whether it is a statement to agree with: "I would recommend it".
    pub states: bool,
}

/// The kind of a question by its words.
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

/// Words for a scale that runs the other way.
const TURNED: &[&str] = &[
    "decroissant",
    "decroissante",
    "descending",
    "inverse",
    "inversee",
    "reversed",
    "reverse coded",
    "reverse scored",
];

impl Asked {
    /// Takes over the legend above the table, if the header has none and most answers fit.
    pub(super) fn take(&mut self, legend: &Self, answers: impl Iterator<Item = (f64, usize)>) {
        let Some((low, high)) = legend.ends else { return };
        let has_own =
            self.ends.is_some() || self.reversed.is_some() || self.against.is_some() || self.has_neutral_ends;
        if has_own || self.kind == Some(AskedKind::Recommendation) {
            return;
        }
        let (mut all, mut outside) = (0, 0);
        for (value, count) in answers {
            all += count;
            outside += if value < low || value > high { count } else { 0 };
        }
        if outside == 0 {
            (self.ends, self.reversed, self.has_neutral_ends) =
                (legend.ends, legend.reversed, legend.has_neutral_ends);
        } else if outside * 2 <= all {
            // The legend may apply to this column or not.
            self.is_burden = legend.reversed == Some(true);
            self.against = Some(Against::Likely);
        }
    }
}

/// Reads a header.
///
/// ```
/// use reflet::import::scale::asked::of;
/// let asked = of("Satisfaction (1 = très satisfait, 5 = très mécontent)");
/// assert_eq!((asked.ends, asked.reversed), (Some((1.0, 5.0)), Some(true)));
/// assert_eq!(of("Note sur 10").reversed, None);
/// ```
pub fn of(header: &str) -> Asked {
    let header = &drawn::spelled(without_number(header));
    let folded = fold(header);
    let kind = kind(&folded);
    let against = against::of(&folded);
    let is_bad = kind == Some(AskedKind::Burden) || against.is_some();
    let labelled = beside::labelled(&folded, is_bad);
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
    // Only one end has a word: 1 is an end of any scale that has it.
    let alone = match labelled[..] {
        [(number, size)] if ends.is_none() && number <= 1.0 && size != 0 => Some(size > 0),
        // A larger number with a word is the upper end.
        [(number, size)] if ends.is_none() && number >= 3.0 && size != 0 => Some(size < 0),
        _ => None,
    };
    let german = ["schulnote", "schulnoten", "note allemande", "german grade"];
    let german = german.iter().any(|word| mentions(&folded, word));
    let reversed = reversed.or(alone).or_else(|| beside::ordered(&folded, is_bad)).or(german.then_some(true));
    let is_turned = TURNED.iter().any(|word| mentions(&folded, word));
    // The opposite of satisfaction needs no words at its ends.
    let is_opposite = against == Some(Against::Surely) && labelled.is_empty() && explained.is_none();
    let reversed = reversed.or(is_opposite.then_some(true));
    Asked {
        kind,
        ends: ends.or(german.then_some((1.0, 6.0))),
        reversed,
        is_burden: is_turned || against == Some(Against::Likely) || is_bad && asks_how_much(&folded),
        against: against.or(is_turned.then_some(Against::Likely)),
        has_neutral_ends: explained.is_some() && reversed.is_none(),
        states: is_a_statement(&folded),
    }
}

fn kind(folded: &str) -> Option<AskedKind> {
    let begins =
        |stems: &[&str]| folded.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let any = |words: &[&str]| words.iter().any(|word| mentions(folded, word));
    if recommend::is_asked(folded) {
        Some(AskedKind::Recommendation)
    } else if any(&["ces", "effort score", "customer effort", "effort client"])
        || begins(&["facil"])
        || any(&["easy", "ease", "ease of use", "simplicite"])
    {
        Some(AskedKind::Ease)
    } else if begins(&["difficult", "difficile", "penib", "frustrat", "complex", "complique"])
        || any(&[
            "effort",
            "efforts",
            "stress",
            "fatigue",
            "how hard was",
            "how hard is",
            "how hard did you find",
        ])
    {
        Some(AskedKind::Burden)
    } else if any(&["csat", "sat", "satis"])
        || begins(&["satisf"])
        || against::of(folded) == Some(Against::Surely)
    {
        Some(AskedKind::Satisfaction)
    } else if any(&["d accord", "agree", "agreement"]) || is_a_statement(folded) {
        Some(AskedKind::Agreement)
    } else {
        None
    }
}

/// Whether a folded question asks for an amount of what it names: "How difficult was it?"
fn asks_how_much(folded: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "how difficult", "how complex", "how complicated", "how hard", "how stressful", "how frustrating", "how stressed",
        "how frustrated", "a quel point", "dans quelle mesure", "degre de difficulte", "niveau de difficulte",
        "niveau de stress", "level of stress", "level of difficulty",
    ];
    WORDS.iter().any(|words| mentions(folded, words))
}

/// Whether a header is a statement of the respondent to agree with: "I am proud to work here".
fn is_a_statement(folded: &str) -> bool {
    #[rustfmt::skip]
    const BEGINS: &[&str] = &[
        "je", "j", "mon", "ma", "mes", "nous", "notre", "nos", "i", "my", "we", "our", "on me", "on m",
    ];
    let begins = |words: &&str| folded.strip_prefix(*words).is_some_and(|rest| rest.starts_with(' '));
    folded.split(' ').count() >= 4 && BEGINS.iter().any(begins)
}

/// The ends in a header: "0 à 10", "(1-5)", "sur 20", "/10", "-3 à +3".
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

/// The ends that have words in a header, whatever these mean: "1 = filthy, 5 = spotless", "1 not at all - 5 fully".
/// Without a sign between number and word, one of the words must be a known degree.
fn explained(header: &str, is_labelled: bool) -> Option<(f64, f64)> {
    let mut found: Vec<(f64, bool)> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
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
        let word = sign.trim_start_matches(['=', ':', '→', '>', '(', '-', '–', ',']).trim_start();
        if !word.starts_with(char::is_alphabetic) {
            return None;
        }
        words.push(word);
        found.push((f64::from(number), sign.starts_with(['=', ':', '→', '('])));
    }
    let [(one, one_signed), (other, other_signed)] = found[..] else { return None };
    let (low, high) = if one < other { (one, other) } else { (other, one) };
    let is_usual = low <= 1.0 && ((3.0..=11.0).contains(&high) || [20.0, 100.0].contains(&high));
    (is_usual && (one_signed && other_signed || is_labelled || is_from_to(&words))).then_some((low, high))
}

/// Whether words behind two numbers span a scale: "1 irréprochable à 4 dégoûtant", and not "1 day to 5 days".
fn is_from_to(words: &[&str]) -> bool {
    const BETWEEN: [&str; 4] = ["a", "to", "jusqu", "through"];
    let [first, second] = words[..] else { return false };
    let (first, second) =
        (fold(first.split(|c: char| c.is_ascii_digit()).next().unwrap_or("")), fold(second));
    let first: Vec<&str> = first.split(' ').collect();
    let begins = |word: &str| word.chars().take(3).collect::<String>();
    let is_same = second.split(' ').next().is_some_and(|other| begins(first[0]) == begins(other));
    first.len() >= 2 && first.last().is_some_and(|last| BETWEEN.contains(last)) && !is_same
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_decide_which_end_is_the_best() {
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
            ("Insatisfaction (0-10)", Some((0.0, 10.0)), Some(true)),
            ("Dissatisfaction (1 = very satisfied, 5 = very dissatisfied)", Some((1.0, 5.0)), Some(true)),
            ("Stress (1 = pas du tout, 5 = énormément)", Some((1.0, 5.0)), Some(true)),
            ("How clear was it? 1 = not at all, 5 = extremely", Some((1.0, 5.0)), Some(false)),
            ("How hard was it to file? 1 = not at all, 5 = extremely", Some((1.0, 5.0)), Some(true)),
            ("Stress level (0-10)", Some((0.0, 10.0)), None),
            ("Bruit (1 = calme, 5 = insupportable)", Some((1.0, 5.0)), Some(true)),
            ("Note (du meilleur au moins bon, 1 à 5)", Some((1.0, 5.0)), Some(true)),
            ("Note (du pire au meilleur, 1 à 5)", Some((1.0, 5.0)), Some(false)),
            ("Note [1 😀 – 5 😡]", Some((1.0, 5.0)), Some(true)),
            ("Note [1 😡 – 5 😀]", Some((1.0, 5.0)), Some(false)),
            ("Satisfaction (+ = 1, - = 5)", Some((1.0, 5.0)), Some(true)),
            ("Satisfaction (- = 1, + = 5)", Some((1.0, 5.0)), Some(false)),
            ("Propreté / 1 irréprochable à 4 dégoûtant", Some((1.0, 4.0)), Some(true)),
            ("Prix (de 1, imbattable, à 5, hors de prix)", Some((1.0, 5.0)), Some(true)),
            ("Chaleur (1 polaire à 5 tropicale)", Some((1.0, 5.0)), None),
            ("Délai de 1 jour à 5 jours", None, None),
            ("Classement (1er = meilleur)", None, Some(true)),
            ("Service (1 thumbs up … 3 thumbs down)", Some((1.0, 3.0)), Some(true)),
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
