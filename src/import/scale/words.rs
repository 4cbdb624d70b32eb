//! How far the label of a step goes: "Plutôt d'accord", "very dissatisfied", "jamais".
//!
//! A label is a base (agree, satisfied, likely …) with what strengthens, weakens or denies it. A text with any other
//! word is no label, so that an answer such as "Très satisfait du conseil" stays one.

use crate::import::words::{fold, mentions};

/// What the steps of a verbal scale are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Agreement with a statement, and plain yes and no.
    Agreement,
    /// Satisfaction.
    Satisfaction,
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
}

/// How far a label goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degree {
    /// What it is about; none for a middle that fits anything, such as "neutre".
    pub family: Option<Family>,
    /// From the worst, −4, to the best, +4; 0 is the middle.
    pub size: i8,
    /// Whether it is written in French, where that can be said.
    pub french: Option<bool>,
}

/// What a base says when it stands alone.
#[derive(Clone, Copy)]
enum Base {
    /// A quality that can be more or less there.
    More,
    /// The lack of it.
    Less,
    /// A step of its own, whatever stands beside it.
    Fixed(i8),
}

use Base::{Fixed, Less, More};
use Family::{Agreement, Ease, Favour, Frequency, Importance, Likelihood, Quality, Satisfaction};

/// The bases, in French and in English.
#[rustfmt::skip]
const BASES: [(Family, Base, bool, &[&str]); 43] = [
    (Agreement, More, true, &["accord", "vrai"]),
    (Agreement, Less, true, &["desaccord", "faux"]),
    (Agreement, More, false, &["agree", "agreed", "true"]),
    (Agreement, Less, false, &["disagree", "disagreed", "false"]),
    (Satisfaction, More, true, &["satisfait", "satisfaite", "satisfaits", "satisfaites", "content", "contente", "satisfaisant", "satisfaisante"]),
    (Satisfaction, Less, true, &["insatisfait", "insatisfaite", "insatisfaits", "insatisfaites", "mecontent", "mecontente", "decu", "decue"]),
    (Satisfaction, More, false, &["satisfied", "happy", "pleased", "satisfactory"]),
    (Satisfaction, Less, false, &["dissatisfied", "unsatisfied", "unhappy", "displeased", "disappointed", "unsatisfactory"]),
    (Likelihood, More, true, &["probable"]),
    (Likelihood, Less, true, &["improbable"]),
    (Likelihood, Fixed(1), true, &["probablement"]),
    (Likelihood, Fixed(3), true, &["certainement", "surement", "certain"]),
    (Likelihood, More, false, &["likely"]),
    (Likelihood, Less, false, &["unlikely"]),
    (Likelihood, Fixed(1), false, &["probably"]),
    (Likelihood, Fixed(3), false, &["definitely", "certainly"]),
    (Ease, More, true, &["facile", "faciles", "facilement", "simple", "aise"]),
    (Ease, Less, true, &["difficile", "difficiles", "difficilement", "complique", "compliquee"]),
    (Ease, More, false, &["easy", "easily"]),
    (Ease, Less, false, &["difficult", "hard"]),
    (Importance, More, true, &["important", "importante", "importants", "utile", "utiles"]),
    (Importance, Less, true, &["inutile"]),
    (Importance, Fixed(4), true, &["essentiel", "essentielle", "indispensable", "primordial"]),
    (Importance, More, false, &["useful", "helpful", "valuable"]),
    (Importance, Less, false, &["unimportant", "useless", "unhelpful"]),
    (Importance, Fixed(4), false, &["essential", "crucial", "vital"]),
    (Quality, More, true, &["bon", "bonne", "bons", "bonnes", "bien"]),
    (Quality, Less, true, &["mauvais", "mauvaise", "mauvaises", "mal", "mediocre", "insuffisant", "insuffisante"]),
    (Favour, More, true, &["favorablement"]),
    (Favour, Less, true, &["defavorablement", "defavorable"]),
    (Favour, More, false, &["favorable", "favorably", "favourable", "favourably"]),
    (Favour, Less, false, &["unfavorable", "unfavorably", "unfavourable", "unfavourably"]),
    (Quality, Fixed(0), true, &["moyen", "moyenne", "passable", "acceptable"]),
    (Quality, Fixed(4), true, &["excellente", "parfait", "parfaite"]),
    (Quality, More, false, &["good", "well"]),
    (Quality, Less, false, &["bad", "poor", "unacceptable"]),
    (Quality, Fixed(0), false, &["fair", "average"]),
    (Quality, Fixed(0), false, &["okay", "ok"]),
    (Quality, Fixed(4), false, &["excellent", "outstanding", "perfect", "great"]),
    (Quality, Fixed(-4), false, &["terrible", "awful", "horrible"]),
    (Frequency, Fixed(-4), true, &["jamais", "never"]),
    (Frequency, Fixed(4), true, &["toujours", "always", "systematiquement"]),
    (Frequency, Fixed(-2), true, &["rarement", "rarely", "seldom"]),
];

/// Steps of frequency that have words of their own.
const OFTEN: [(&str, i8); 14] = [
    ("presque jamais", -3),
    ("almost never", -3),
    ("hardly ever", -3),
    ("parfois", 0),
    ("quelquefois", 0),
    ("de temps en temps", 0),
    ("occasionnellement", 0),
    ("sometimes", 0),
    ("occasionally", 0),
    ("souvent", 2),
    ("often", 2),
    ("frequently", 2),
    ("la plupart du temps", 2),
    ("most of the time", 2),
];

/// Steps that are said without a base.
const BARE: [(&str, i8); 14] = [
    ("tout a fait", 3),
    ("absolument", 3),
    ("totalement", 3),
    ("plutot", 1),
    ("en partie", 1),
    ("moyennement", 0),
    ("plutot pas", -1),
    ("pas vraiment", -1),
    ("pas tellement", -1),
    ("not really", -1),
    ("pas du tout", -3),
    ("not at all", -3),
    ("absolument pas", -3),
    ("absolutely not", -3),
];

const MIDDLE: &[&str] = &[
    "neutre",
    "neutral",
    "indifferent",
    "indifferente",
    "mitige",
    "mitigee",
    "undecided",
    "indecis",
    "indecise",
    "so so",
    "comme ci comme ca",
    "sans avis tranche",
    "peut etre",
    "maybe",
    "might or might not",
];

#[rustfmt::skip]
const EXTREME: &[&str] = &["extremement", "extremely", "exceptionally"];
#[rustfmt::skip]
const STRONG: &[&str] = &[
    "tres", "tout a fait", "totalement", "completement", "entierement", "fortement", "absolument", "pleinement",
    "very", "strongly", "totally", "completely", "fully", "entirely", "absolutely", "highly",
];
#[rustfmt::skip]
const MILD: &[&str] = &[
    "plutot", "assez", "partiellement", "legerement", "relativement", "un peu", "en partie", "somewhat", "slightly",
    "rather", "mostly", "fairly", "partially", "partly", "mildly", "a little", "tend to", "quite",
];
const HALF: &[&str] = &["moyennement", "moderement", "moderately", "neither"];
/// Words that a label may hold beside all these.
#[rustfmt::skip]
const GLUE: &[&str] = &[
    "d", "de", "du", "tout", "a", "fait", "at", "all", "e", "s", "es", "je", "suis", "i", "am", "oui", "yes", "non",
    "no", "pas", "not", "ni", "nor", "or", "so", "really", "vraiment", "tellement", "particulierement", "very", "peu",
    "neutral", "neutre", "en", "un", "une", "it", "was", "c", "est", "etait", "ne", "n", "la", "the", "et", "little", "to", "tend",
];

/// How far a label goes; none for any other text.
pub fn degree(label: &str) -> Option<Degree> {
    /// No label is longer.
    const LONGEST: usize = 60;
    if label.len() > LONGEST {
        return None;
    }
    let folded = fold(label);
    if folded.is_empty() {
        return None;
    }
    if MIDDLE.contains(&folded.as_str()) {
        return Some(Degree { family: None, size: 0, french: None });
    }
    if let Some((_, size)) = OFTEN.iter().find(|(step, _)| *step == folded) {
        return Some(Degree { family: Some(Frequency), size: *size, french: None });
    }
    if ["tres souvent", "very often", "presque toujours", "almost always"].contains(&folded.as_str()) {
        return Some(Degree { family: Some(Frequency), size: 3, french: None });
    }
    // "High quality" is good; "high" alone may be a priority.
    let folded = folded
        .replace("high quality", "good")
        .replace("low quality", "bad")
        .replace("high nor bad", "good nor bad");
    let words = || folded.split(' ');
    let is = |words: &[&str]| words.iter().any(|word| mentions(&folded, word));
    let base = BASES.iter().find(|(.., names)| words().any(|word| names.contains(&word)));
    let denied = is(&["pas", "not", "aucunement"]);
    let is_known = |word: &str| {
        GLUE.contains(&word)
            || [EXTREME, STRONG, MILD, HALF].iter().any(|list| list.contains(&word))
            || BASES.iter().any(|(.., names)| names.contains(&word))
            || word == "aucunement"
    };
    if !words().all(is_known) {
        return None;
    }
    let Some((family, base, french, _)) = base else { return bare(&folded, denied) };
    let size = if is(&["ni", "neither"]) {
        0
    } else {
        match base {
            Fixed(step) if denied => -step,
            // "Très probablement" goes further than "probablement".
            Fixed(1) if is(STRONG) => 2,
            Fixed(step) => *step,
            More => more(&is, *family, denied, &folded),
            Less => -more(&is, *family, denied, &folded),
        }
    };
    let french = (*family != Frequency).then_some(*french);
    Some(Degree { family: Some(*family), size, french })
}

/// How much of a quality there is.
fn more(is: &dyn Fn(&[&str]) -> bool, family: Family, denied: bool, folded: &str) -> i8 {
    let slight = is(&["peu"]) && !is(&["un peu"]);
    if is(&["du tout", "at all"]) || denied && is(&["absolument", "absolutely"]) {
        -3
    } else if denied && (is(&["tres", "very", "so", "really", "vraiment", "tellement"]) || is(MILD)) {
        -1
    } else if denied || folded.starts_with("non ") || is(&["aucunement"]) {
        -2
    } else if slight {
        if is(&["tres peu"]) { -2 } else { -1 }
    } else if is(EXTREME) {
        4
    } else if is(STRONG) {
        3
    } else if is(HALF) {
        // "Moderately agree" goes further than "slightly agree"; "moyennement satisfait" is neither.
        if family == Agreement { 2 } else { 0 }
    } else if family == Importance && is(&["slightly", "un peu", "a little"]) {
        -1
    } else if family == Importance && is(&["somewhat", "fairly"]) {
        0
    } else if is(MILD) {
        1
    } else {
        2
    }
}

/// A label without a base: "Tout à fait", "Plutôt oui", "Non, pas du tout".
fn bare(folded: &str, denied: bool) -> Option<Degree> {
    let of = |size| Some(Degree { family: Some(Agreement), size, french: None });
    let yes = ["oui", "yes"].iter().any(|word| mentions(folded, word));
    let no = ["non", "no"].iter().any(|word| mentions(folded, word));
    let rest: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "oui" | "yes" | "non" | "no")).collect();
    let rest = rest.join(" ");
    let step = BARE.iter().find(|(step, _)| *step == rest).map(|(_, size)| *size);
    match (yes, no, step) {
        (true, false, Some(size)) if size > 0 => of(size),
        (false, true, Some(size)) if size < 0 => of(size),
        (false, true, Some(size)) if !denied => of(-size),
        (true, false, None) if rest.is_empty() => of(2),
        (false, true, None) if rest.is_empty() => of(-2),
        (false, false, Some(size)) => of(size),
        _ => None,
    }
}

/// Whether a cell of closed answers says that there is none: "Ne sait pas", "n/a", "sans opinion".
pub fn is_no_answer(cell: &str) -> bool {
    #[rustfmt::skip]
    const SAID: &[&str] = &[
        "ne sait pas", "je ne sais pas", "nsp", "ne sais pas", "sans opinion", "sans avis", "pas d avis",
        "aucun avis", "ne se prononce pas", "nspp", "non concerne", "non concernee", "non concerne e",
        "pas concerne", "non applicable", "n a", "na", "sans objet", "s o", "pas de reponse", "sans reponse",
        "non reponse", "nr", "non repondu", "ne souhaite pas repondre", "refus", "don t know", "dont know",
        "do not know", "i don t know", "dk", "not sure", "no opinion", "not applicable", "no answer",
        "no response", "prefer not to say", "prefer not to answer", "can t say", "cannot say", "does not apply",
        "refused", "none", "null", "nan", "vide", "ne sait pas non concerne", "don t know not applicable",
    ];
    cell.len() <= 60 && {
        let folded = fold(cell);
        let is_applicable =
            !["n a", "na"].iter().any(|words| folded.ends_with(words)) || !cell.trim_end().ends_with(')');
        folded.is_empty() && !cell.chars().any(char::is_alphanumeric) && cell.is_ascii()
            || !is_applicable
            || SAID.contains(&folded.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(label: &str) -> Option<i8> {
        degree(label).map(|degree| degree.size)
    }

    #[test]
    fn labels_stand_in_their_order() {
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
