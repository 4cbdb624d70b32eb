//! The degree of the label of a step: "Plutôt d'accord", "very dissatisfied", "jamais".
//!
//! A label is a base (agree, satisfied, likely …) with words that strengthen, weaken or deny it. A text with any other
//! word is no label, so that "Très satisfait du conseil" stays an answer.

use super::lexicon::{
    ALWAYS, AMOUNTS, BARE, BASES, Base, COMPARED, ENTIRE, EXTREME, GLUE, GRADES, HALF, HALFWAY, MIDDLE, MILD,
    OFTEN, SLIGHT, SOFTENED, SOMEWHAT, STRONG, TOGETHER,
};

use crate::import::matching::{fold, mentions};

/// The subject of the steps of a verbal scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Agreement with a statement, and plain yes and no.
    Agreement,
    /// Satisfaction.
    Satisfaction,
    /// Whether something satisfies: satisfaction, or a step of quality.
    Satisfactory,
    /// How likely something is.
    Likelihood,
    /// How easy something is.
    Ease,
    /// How important or useful something is.
    Importance,
    /// How good something is.
    Quality,
    /// How well one thinks of something.
    Favour,
    /// How often something happens.
    Frequency,
    /// How much there is of what the question names.
    Amount,
    /// How something compares with what was expected.
    Expectation,
    /// How something compares with the past.
    Change,
    /// Whether something takes too long.
    Duration,
    /// Whether something is positive.
    Tone,
    /// A bare degree without subject: "tout à fait".
    Open,
}

impl Family {
    /// The common family of steps of two families; `None` if they cannot be on one scale.
    pub(super) fn joined(self, other: Self) -> Option<Self> {
        use Family::{Agreement, Amount, Change, Expectation, Open, Quality, Satisfaction, Satisfactory};
        match (self, other) {
            (one, other) if one == other => Some(one),
            (Open, family)
            | (family, Open)
            | (Satisfactory, family @ (Quality | Satisfaction))
            | (family @ (Quality | Satisfaction), Satisfactory) => Some(family),
            (Amount, Agreement) | (Agreement, Amount) => Some(Amount),
            (Amount, family) | (family, Amount) if family != Self::Frequency => Some(family),
            (Expectation, Quality) | (Quality, Expectation) => Some(Quality),
            (Expectation, Change) | (Change, Expectation) => Some(Expectation),
            _ => None,
        }
    }
}

/// The degree of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degree {
    /// Its subject; `None` for a middle that fits any subject, such as "neutre".
    pub family: Option<Family>,
    /// Its size from the worst, −45, to the best, +45; 0 is the middle.
    pub size: i8,
    /// Whether it is in French; `None` if it may be either language.
    pub french: Option<bool>,
    /// Whether it has "moderately" or the like, the middle of some scales and a step above "slightly" on others.
    pub is_half: bool,
    /// Whether it has "slightly" or the like, the step above "not at all" on a scale of amounts.
    pub is_slight: bool,
    /// Whether its base is the opposite of a quality: "dissatisfied".
    pub is_opposite: bool,
}

impl Degree {
    const fn of(family: Option<Family>, size: i8) -> Self {
        Self { family, size, french: None, is_half: false, is_slight: false, is_opposite: false }
    }
}

/// The degree of a label; `None` for any other text.
pub fn degree(label: &str) -> Option<Degree> {
    /// The most bytes of a label.
    const LONGEST: usize = 60;
    if label.len() > LONGEST {
        return None;
    }
    let folded = fold(label);
    if folded.is_empty() {
        return None;
    }
    if MIDDLE.contains(&folded.as_str()) {
        return Some(Degree::of(None, 0));
    }
    if let Some((_, size)) = GRADES.iter().find(|(step, _)| *step == folded) {
        return Some(Degree::of(Some(Family::Quality), *size));
    }
    if let Some(degree) = often(&folded).or_else(|| amount(&folded)) {
        return Some(degree);
    }
    let folded = TOGETHER.iter().fold(folded, |folded, (words, one)| folded.replace(words, one));
    let words = || folded.split(' ');
    let is = |words: &[&str]| words.iter().any(|word| mentions(&folded, word));
    let base = BASES.iter().find(|(.., names)| words().any(|word| names.contains(&word)));
    let compares = base.is_some_and(|(family, ..)| matches!(family, Family::Expectation | Family::Change));
    let is_known = |word: &str| {
        let modifiers = [GLUE, EXTREME, ENTIRE, STRONG, MILD, SLIGHT, SOMEWHAT, HALF];
        modifiers.iter().any(|list| list.contains(&word))
            || BASES.iter().any(|(.., names)| names.contains(&word))
            || compares && COMPARED.contains(&word)
    };
    if !words().all(is_known) {
        return None;
    }
    let denied = is(&["pas", "not", "aucunement", "won", "wouldn"]);
    let Some((family, base, french, _)) = base else { return bare(&folded, denied) };
    let is_neither = is(&["ni", "neither"]);
    if *family == Family::Duration && is(&["trop", "too"]) {
        return too_long(&is, *base, denied);
    }
    let is_half = is(HALF) && !denied && (*family != Family::Agreement || *french);
    let size = match base {
        _ if is_neither => 0,
        // "Probably no", "certainement non".
        Base::Fixed(step) => fixed(&is, *step, denied || is(&["no", "non"])),
        Base::More(_) if is_half => 0,
        Base::More(plain) => more(&is, *family, *plain, denied),
        Base::Less(plain) => -more(&is, *family, *plain, denied),
    };
    // Words of both languages do not show the language.
    let is_both = BASES.iter().any(|(of, _, other, names)| {
        of == family && other != french && words().any(|word| names.contains(&word))
    });
    Some(Degree {
        family: Some(*family),
        size,
        french: (!is_both).then_some(*french),
        is_half: is_half && !is_neither,
        is_slight: !denied && !is_neither && (is(SLIGHT) || is(SOMEWHAT)),
        is_opposite: matches!(base, Base::Less(_)) && !is_neither,
    })
}

/// A label of frequency: "Oui, souvent", "most of the time".
fn often(folded: &str) -> Option<Degree> {
    let folded =
        ["oui ", "non ", "yes ", "no "].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(folded);
    let size = if ALWAYS.contains(&folded) {
        40
    } else {
        OFTEN.iter().find(|(_, labels)| labels.contains(&folded))?.0
    };
    Some(Degree::of(Some(Family::Frequency), size))
}

/// A label of amount: "Beaucoup", "quite a bit".
fn amount(folded: &str) -> Option<Degree> {
    let of = |size| Degree::of(Some(Family::Amount), size);
    if HALFWAY.contains(&folded) {
        return Some(Degree { is_half: true, ..of(0) });
    }
    let (size, _) = AMOUNTS.iter().find(|(_, labels)| labels.contains(&folded))?;
    Some(Degree { is_slight: (6..=8).contains(size), ..of(*size) })
}

/// A label of duration: "too long" is bad. "Too short" is no better, so that steps with it are no rating.
fn too_long(is: &dyn Fn(&[&str]) -> bool, base: Base, denied: bool) -> Option<Degree> {
    let size = match base {
        Base::Less(_) if denied => return None,
        Base::Less(_) if is(SLIGHT) => -10,
        Base::Less(_) if is(STRONG) => -30,
        Base::Less(_) => -25,
        _ => return None,
    };
    Some(Degree { is_opposite: true, ..Degree::of(Some(Family::Duration), size) })
}

/// The size of a fixed step with its modifiers.
fn fixed(is: &dyn Fn(&[&str]) -> bool, step: i8, denied: bool) -> i8 {
    match step {
        // "Does not meet", "partially meets my expectations".
        0 if denied => -20,
        0 if is(MILD) => -10,
        _ if denied => -step,
        // "Très probablement" goes further than "probablement".
        10 if is(STRONG) => 20,
        _ => step,
    }
}

/// The size of a quality with its modifiers; `plain` is the size of the bare word.
fn more(is: &dyn Fn(&[&str]) -> bool, family: Family, plain: i8, denied: bool) -> i8 {
    let little = is(&["peu"]) && !is(&["un peu"]);
    if is(&["du tout", "at all", "aucunement"]) || denied && is(&["absolument", "absolutely"]) {
        -30
    } else if denied && (is(SOFTENED) || is(MILD)) {
        -10
    } else if denied || is(&["non"]) {
        -20
    } else if little {
        if is(&["tres peu"]) { -14 } else { -10 }
    } else if is(EXTREME) {
        40
    } else if is(ENTIRE) {
        35
    } else if is(HALF) {
        10
    } else if is(SLIGHT) {
        // "Slightly important" is on the low side.
        if family == Family::Importance { -6 } else { 6 }
    } else if is(SOMEWHAT) {
        8
    } else if is(MILD) {
        12
    } else if is(STRONG) {
        30
    } else {
        plain
    }
}

/// A label without a base: "Tout à fait", "Plutôt oui", "Non, pas du tout".
fn bare(folded: &str, denied: bool) -> Option<Degree> {
    let yes = ["oui", "yes"].iter().any(|word| mentions(folded, word));
    let no = ["non", "no"].iter().any(|word| mentions(folded, word));
    let rest: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "oui" | "yes" | "non" | "no")).collect();
    let rest = rest.join(" ");
    let step = BARE.iter().find(|(step, _)| *step == rest).map(|(_, size)| *size);
    let step = step.or_else(|| amount(&rest).filter(|_| yes || no).map(|degree| degree.size));
    let of = |size| Some(Degree::of(Some(Family::Agreement), size));
    match (yes, no, step) {
        (true, false, Some(size)) if size > 0 => of(size),
        (false, true, Some(size)) if size < 0 => of(size),
        (false, true, Some(size)) if !denied => of(-size),
        (true, false, None) if rest.is_empty() => of(20),
        (false, true, None) if rest.is_empty() => of(-20),
        (false, false, Some(size)) => {
            Some(Degree { is_half: size == 0, ..Degree::of(Some(Family::Open), size) })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::scale::no_answer::is_no_answer;

    fn size(label: &str) -> Option<i8> {
        degree(label).map(|degree| degree.size)
    }

    #[test]
    fn sizes_follow_the_order_of_labels() {
        for labels in [
            &[
                "Pas du tout d'accord",
                "Plutôt pas d'accord",
                "Ni d'accord ni pas d'accord",
                "Plutôt d'accord",
                "Tout à fait d'accord",
            ][..],
            &[
                "Pas du tout d’accord",
                "Pas d'accord",
                "Plutôt pas d'accord",
                "Neutre",
                "Plutôt d'accord",
                "D'accord",
                "Tout à fait d'accord",
            ],
            &[
                "Strongly disagree",
                "Disagree",
                "Somewhat disagree",
                "Neither agree nor disagree",
                "Slightly agree",
                "Agree",
                "Strongly agree",
            ],
            &["Très insatisfait(e)", "Insatisfait(e)", "Neutre", "Satisfait(e)", "Très satisfait(e)"],
            &["Pas du tout satisfait", "Peu satisfait", "Satisfait", "Très satisfait"],
            &[
                "Pas du tout satisfait",
                "Plutôt pas satisfait",
                "Moyennement satisfait",
                "Plutôt satisfait",
                "Très satisfait",
            ],
            &[
                "Very dissatisfied",
                "Somewhat dissatisfied",
                "Neither satisfied nor dissatisfied",
                "Somewhat satisfied",
                "Very satisfied",
            ],
            &["Certainement pas", "Probablement pas", "Peut-être", "Probablement", "Certainement"],
            &["Not at all likely", "Not so likely", "Somewhat likely", "Very likely", "Extremely likely"],
            &["Non, pas du tout", "Plutôt non", "Plutôt oui", "Oui, tout à fait"],
            &["Jamais", "Rarement", "Parfois", "Souvent", "Toujours"],
            &["Never", "Rarely", "Sometimes", "Often", "Always"],
            &["Très difficile", "Plutôt difficile", "Plutôt facile", "Très facile"],
            &["Très mauvais", "Mauvais", "Moyen", "Bon", "Très bon"],
            &["Terrible", "Poor", "Fair", "Good", "Very good", "Excellent"],
            &[
                "Not at all important",
                "Slightly important",
                "Moderately important",
                "Very important",
                "Extremely important",
            ],
            &["Pas du tout", "Plutôt pas", "Plutôt", "Tout à fait"],
        ] {
            let sizes: Vec<Option<i8>> = labels.iter().map(|label| size(label)).collect();
            assert!(sizes.iter().all(Option::is_some), "{labels:?} {sizes:?}");
            assert!(sizes.is_sorted_by(|a, b| a < b), "{labels:?} {sizes:?}");
        }
    }

    #[test]
    fn answers_are_no_labels() {
        for text in [
            "Très satisfait du conseil",
            "Bon accueil",
            "Never again",
            "d'accord avec Paul",
            "",
            "8",
            "Paris",
        ] {
            assert_eq!(size(text), None, "{text}");
        }
        assert!(is_no_answer("Ne sait pas") && is_no_answer("N/A") && is_no_answer("-"));
        assert!(!is_no_answer("Neutre") && !is_no_answer("8") && !is_no_answer("👍"));
    }
}
