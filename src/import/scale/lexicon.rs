//! The words of labels of steps, in French and in English, with their sizes.
//!
//! All are folded. Sizes go from the worst, −45, to the best, +45.

use super::degree::Family;

/// The size of a base on its own.
#[derive(Clone, Copy)]
pub(super) enum Base {
    /// A quality that can be present to a degree; alone, it has this size.
    More(i8),
    /// The lack of a quality, of this size on the other side.
    Less(i8),
    /// A step of its own, whatever its modifiers.
    Fixed(i8),
}

use Base::{Fixed, Less, More};
use Family::{
    Agreement, Change, Duration, Ease, Expectation, Favour, Importance, Likelihood, Quality, Satisfaction,
    Satisfactory, Tone,
};

/// The bases: family, size, whether the words are French, and the words.
#[rustfmt::skip]
pub(super) const BASES: [(Family, Base, bool, &[&str]); 71] = [
    (Agreement, More(20), true, &["accord", "vrai"]),
    (Agreement, Less(20), true, &["desaccord", "faux"]),
    (Agreement, More(20), false, &["agree", "agreed", "true"]),
    (Agreement, Less(20), false, &["disagree", "disagreed", "false"]),
    (Satisfaction, More(20), true, &["satisfait", "satisfaite", "satisfaits", "satisfaites", "content", "contente"]),
    (Satisfaction, Less(20), true, &["insatisfait", "insatisfaite", "insatisfaits", "insatisfaites", "mecontent", "mecontente", "decu", "decue"]),
    (Satisfaction, More(20), false, &["satisfied", "happy", "pleased"]),
    (Satisfaction, Less(20), false, &["dissatisfied", "unsatisfied", "unhappy", "displeased", "disappointed"]),
    (Satisfactory, More(18), true, &["satisfaisant", "satisfaisante", "satisfaisants", "satisfaisantes"]),
    (Satisfactory, Less(18), true, &["insatisfaisant", "insatisfaisante"]),
    (Satisfactory, More(18), false, &["satisfactory"]),
    (Satisfactory, Less(18), false, &["unsatisfactory"]),
    (Satisfaction, Fixed(38), true, &["ravi", "ravie", "ravis", "ravies"]),
    (Satisfaction, Fixed(38), false, &["delighted", "thrilled"]),
    (Likelihood, More(20), true, &["probable"]),
    (Likelihood, Less(20), true, &["improbable"]),
    (Likelihood, Fixed(10), true, &["probablement"]),
    (Likelihood, Fixed(30), true, &["certainement", "surement", "certain"]),
    (Likelihood, More(20), false, &["likely"]),
    (Likelihood, Less(20), false, &["unlikely"]),
    (Likelihood, Fixed(10), false, &["probably"]),
    (Likelihood, Fixed(30), false, &["definitely", "certainly"]),
    (Ease, More(20), true, &["facile", "faciles", "facilement", "simple", "aise", "clair", "claire", "clairs", "claires"]),
    (Ease, Less(20), true, &["difficile", "difficiles", "difficilement", "complique", "compliquee"]),
    (Ease, More(20), false, &["easy", "easily", "clear"]),
    (Ease, Less(20), false, &["difficult", "hard", "unclear"]),
    (Importance, More(20), true, &["important", "importante", "importants", "importance", "utile", "utiles"]),
    (Importance, More(20), true, &["confiant", "confiante", "interesse", "interessee", "motive", "motivee", "fier", "fiere", "soutenu", "soutenue", "reconnu", "reconnue", "respecte", "respectee", "efficace", "efficaces", "pertinent", "pertinente", "informe", "informee"]),
    (Importance, More(20), false, &["confident", "familiar", "comfortable", "interested", "motivated", "proud", "supported", "valued", "respected", "effective", "relevant", "informed"]),
    (Importance, Less(20), true, &["inutile", "inutiles"]),
    (Importance, Fixed(40), true, &["essentiel", "essentielle", "indispensable", "primordial"]),
    (Importance, More(20), false, &["important", "useful", "helpful", "valuable"]),
    (Importance, Less(20), false, &["unimportant", "useless", "unhelpful"]),
    (Importance, Fixed(40), false, &["essential", "crucial", "vital"]),
    (Favour, More(20), true, &["favorablement", "favorable", "favorables"]),
    (Favour, Less(20), true, &["defavorablement", "defavorable", "defavorables", "oppose", "opposee"]),
    (Favour, More(20), false, &["favorable", "favorably", "favourable", "favourably", "support"]),
    (Favour, Less(20), false, &["unfavorable", "unfavorably", "unfavourable", "unfavourably", "oppose"]),
    (Expectation, Less(20), true, &["dessous", "inferieur", "inferieure"]),
    (Expectation, Fixed(0), true, &["conforme", "conformes", "hauteur"]),
    (Expectation, More(20), true, &["dessus", "dela", "superieur", "superieure", "depasse"]),
    (Expectation, Less(20), false, &["below"]),
    (Expectation, Fixed(0), false, &["meets", "met", "meet"]),
    (Expectation, More(20), false, &["above", "exceeds", "exceeded", "exceed"]),
    (Change, More(20), true, &["mieux", "meilleur", "meilleure"]),
    (Change, Less(20), true, &["pire", "pires"]),
    (Change, Fixed(0), true, &["identique", "pareil", "pareille", "inchange", "inchangee", "comparable", "equivalent", "similaire"]),
    (Change, More(20), false, &["better", "improved"]),
    (Change, Less(20), false, &["worse", "worsened"]),
    (Change, Fixed(0), false, &["same", "unchanged", "similar", "comparable"]),
    (Duration, More(20), true, &["court", "courte", "courts", "courtes", "rapide", "rapides"]),
    (Duration, Less(20), true, &["long", "longue", "longs", "longues", "lent", "lente", "cher", "chere", "chers"]),
    (Duration, More(20), false, &["short", "fast", "quick", "cheap"]),
    (Duration, Less(20), false, &["long", "slow", "expensive"]),
    (Tone, More(20), true, &["positif", "positifs"]),
    (Tone, Less(20), true, &["negatif", "negatifs"]),
    (Tone, More(20), false, &["positive"]),
    (Tone, Less(20), false, &["negative"]),
    (Quality, More(20), true, &["bon", "bonne", "bons", "bonnes", "bien"]),
    (Quality, Less(20), true, &["mauvais", "mauvaise", "mauvaises", "mal"]),
    (Quality, Less(17), true, &["mediocre", "mediocres", "insuffisant", "insuffisante"]),
    (Quality, Fixed(-5), true, &["passable"]),
    (Quality, Fixed(0), true, &["moyen", "moyenne", "acceptable"]),
    (Quality, Fixed(40), true, &["excellent", "excellente", "parfait", "parfaite"]),
    (Quality, Fixed(-40), true, &["terrible", "horrible", "execrable", "catastrophique"]),
    (Quality, More(20), false, &["good", "well"]),
    (Quality, Less(20), false, &["bad"]),
    (Quality, Less(17), false, &["poor", "inadequate", "mediocre"]),
    (Quality, Fixed(-4), false, &["fair"]),
    (Quality, Fixed(40), false, &["excellent", "outstanding", "perfect", "exceptional"]),
    (Quality, Fixed(-40), false, &["terrible", "awful", "horrible"]),
];

/// Whole labels that are steps of quality.
pub(super) const GRADES: [(&str, i8); 14] = [
    ("unacceptable", -35),
    ("inacceptable", -35),
    ("needs improvement", -10),
    ("need improvement", -10),
    ("needs work", -10),
    ("a ameliorer", -10),
    ("peut mieux faire", -10),
    ("below average", -8),
    ("above average", 24),
    ("adequate", 2),
    ("great", 32),
    ("superb", 40),
    ("tres decevant", -32),
    ("decevant", -18),
];

/// Labels of frequency: each is a whole label.
#[rustfmt::skip]
pub(super) const OFTEN: [(i8, &[&str]); 13] = [
    (-40, &["jamais", "never"]),
    (-30, &["presque jamais", "quasi jamais", "quasiment jamais", "almost never", "hardly ever", "rarement ou jamais", "rarely or never"]),
    (-25, &["tres rarement", "very rarely", "very seldom"]),
    (-20, &["rarement", "rarely", "seldom"]),
    (-10, &["pas souvent", "peu souvent", "not often"]),
    (-5, &["de temps en temps", "de temps a autre", "occasionnellement", "a l occasion", "occasionally", "once in a while", "every now and then", "now and then", "from time to time"]),
    (0, &["parfois", "quelquefois", "sometimes"]),
    (5, &["la moitie du temps", "environ la moitie du temps", "une fois sur deux", "half the time", "half of the time", "about half the time", "about half of the time"]),
    (15, &["regulierement", "assez souvent", "plutot souvent", "regularly", "fairly often", "quite often"]),
    (20, &["souvent", "frequemment", "often", "frequently"]),
    (25, &["la plupart du temps", "le plus souvent", "habituellement", "generalement", "en general", "most of the time", "usually", "generally", "normally"]),
    (30, &["tres souvent", "tres frequemment", "very often", "very frequently"]),
    (35, &["presque toujours", "quasiment toujours", "quasi toujours", "almost always", "nearly always"]),
];
#[rustfmt::skip]
pub(super) const ALWAYS: &[&str] = &[
    "toujours", "systematiquement", "tout le temps", "a chaque fois", "chaque fois", "always", "all the time",
    "every time", "each time",
];

/// Labels of amount, where the question names the subject.
#[rustfmt::skip]
pub(super) const AMOUNTS: [(i8, &[&str]); 10] = [
    (-30, &["to no extent", "in no way"]),
    (-14, &["tres peu", "very little", "presque pas", "hardly at all"]),
    (-10, &["peu", "pas beaucoup", "pas trop", "not much", "not very much", "not very", "not so much", "little"]),
    (6, &["un peu", "legerement", "slightly", "a little", "a little bit", "a bit"]),
    (8, &["somewhat", "to some extent", "to a small extent", "to a limited extent"]),
    (12, &["assez", "fairly", "rather"]),
    (22, &["quite a bit", "quite a lot", "to a large extent"]),
    (30, &["beaucoup", "tres", "a lot", "very", "very much", "to a great extent"]),
    (36, &["completely", "completement", "entierement", "entirely", "fully"]),
    (40, &["enormement", "extremement", "extremely", "a great deal", "enormously", "to a very large extent"]),
];
/// Labels between little and much.
pub(super) const HALFWAY: &[&str] =
    &["moderement", "moderately", "a moderate amount", "to a moderate extent"];

/// Steps without a base, which fit any.
pub(super) const BARE: [(&str, i8); 14] = [
    ("tout a fait", 35),
    ("absolument", 35),
    ("totalement", 35),
    ("plutot", 12),
    ("en partie", 9),
    ("moyennement", 0),
    ("plutot pas", -10),
    ("pas vraiment", -10),
    ("pas tellement", -10),
    ("not really", -10),
    ("pas du tout", -30),
    ("not at all", -30),
    ("absolument pas", -30),
    ("absolutely not", -30),
];

/// Middles that fit any steps.
#[rustfmt::skip]
pub(super) const MIDDLE: &[&str] = &[
    "neutre", "neutral", "indifferent", "indifferente", "mitige", "mitigee", "undecided", "indecis", "indecise",
    "so so", "comme ci comme ca", "sans avis tranche", "peut etre", "maybe", "might or might not", "neither",
    "ni l un ni l autre", "ni l une ni l autre", "neither one nor the other", "ok", "okay", "moyen", "moyenne",
    "average", "correct", "correcte", "acceptable", "convenable", "raisonnable", "mixed", "about right",
];

#[rustfmt::skip]
pub(super) const EXTREME: &[&str] = &["extremement", "extremely", "exceptionally"];
#[rustfmt::skip]
pub(super) const ENTIRE: &[&str] = &[
    "tout a fait", "totalement", "completement", "entierement", "absolument", "pleinement", "parfaitement", "totally",
    "completely", "fully", "entirely", "absolutely", "perfectly",
];
#[rustfmt::skip]
pub(super) const STRONG: &[&str] = &[
    "tres", "fortement", "very", "strongly", "highly", "far", "much", "greatly", "significantly", "considerably",
    "nettement", "beaucoup", "largement",
];
/// Modifiers that make a quality less than its bare word.
#[rustfmt::skip]
pub(super) const MILD: &[&str] = &[
    "plutot", "assez", "partiellement", "relativement", "en partie", "globalement", "rather", "mostly", "fairly",
    "partially", "partly", "tend to", "quite", "pretty", "generally",
];
/// Modifiers so mild that a moderate amount is more.
#[rustfmt::skip]
pub(super) const SLIGHT: &[&str] = &["legerement", "un peu", "slightly", "mildly", "a little", "a bit"];
pub(super) const SOMEWHAT: &[&str] = &["somewhat"];
pub(super) const HALF: &[&str] = &["moyennement", "moderement", "moderately"];
/// Modifiers that make a denial mild: "not very satisfied".
#[rustfmt::skip]
pub(super) const SOFTENED: &[&str] = &[
    "tres", "very", "so", "too", "really", "vraiment", "tellement", "trop", "particulierement", "particularly",
];

/// Other words of labels, without effect on the size.
#[rustfmt::skip]
pub(super) const GLUE: &[&str] = &[
    "d", "de", "du", "tout", "a", "fait", "at", "all", "e", "s", "es", "je", "suis", "i", "am", "oui", "yes", "non",
    "no", "pas", "not", "ni", "nor", "or", "so", "really", "vraiment", "tellement", "particulierement", "very", "peu",
    "neutral", "neutre", "en", "un", "une", "it", "was", "c", "est", "etait", "ne", "n", "la", "the", "et", "little",
    "to", "tend", "will", "would", "won", "wouldn", "t", "aucunement", "neither", "particularly", "bit", "too", "trop",
];
/// Other words of labels that compare.
#[rustfmt::skip]
pub(super) const COMPARED: &[&str] = &[
    "au", "a", "aux", "de", "des", "than", "about", "my", "our", "mes", "nos", "vos", "les", "attentes", "attente",
    "expectation", "expectations", "does", "did", "qu", "que", "avant", "before", "lot", "le", "meme", "expected", "attendu", "prevu", "espere",
];

/// Words with another meaning together, and their replacement.
pub(super) const TOGETHER: [(&str, &str); 22] = [
    // "High quality" is good; "high" alone may be a priority.
    ("high quality", "good"),
    ("low quality", "bad"),
    ("high nor bad", "good nor bad"),
    ("aussi bien", "identique"),
    ("bien moins bien", "nettement pire"),
    ("moins bien", "pire"),
    ("moins bon", "pire"),
    ("moins bonne", "pire"),
    ("bien pire", "nettement pire"),
    ("bien mieux", "nettement mieux"),
    ("bien meilleur", "nettement meilleur"),
    ("bien en dessous", "nettement en dessous"),
    ("bien au dessus", "nettement au dessus"),
    ("bien au dela", "nettement au dela"),
    ("as expected", "meets"),
    ("comme prevu", "conforme"),
    ("of little importance", "peu important"),
    ("of average importance", "moyennement important"),
    ("of some importance", "slightly important"),
    ("of no importance", "not important"),
    ("well below", "far below"),
    ("well above", "far above"),
];
