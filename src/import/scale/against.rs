//! Recognises questions about bad things, of which there should be little: dissatisfaction, stress, noise, leaving.

use crate::import::matching::mentions;

/// How likely a high number is bad, in a question about something bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The highest number is surely the worst: the word is the opposite of a usual measure.
    Surely,
    /// The highest number is likely the worst.
    Likely,
    /// The highest number may be the worst, or people may rate how good the thing was.
    Perhaps,
}

/// Beginnings of words for not being satisfied.
#[rustfmt::skip]
const DISSATISFIED: &[&str] = &["insatisf", "mecontent", "dissatisf", "unsatisf", "displeas", "discontent"];
/// Beginnings of words that turn such a header into a plain one: "How satisfied or dissatisfied are you?"
const SATISFIED: &[&str] = &["satisf", "content"];

/// Beginnings of words for bad things.
#[rustfmt::skip]
const HARMS: &[&str] = &[
    "stress", "fatigu", "tiredness", "epuis", "exhaust", "burnout", "penib", "douleur", "souffrance", "gravite", "severity",
    "anxi", "angoiss", "frustrat", "irritat", "agacement", "agace", "annoy", "anger", "colere", "boredom",
    "overwhelm", "debord", "micromanag", "insecur", "desagreab", "unpleas", "unfriend", "unhelp", "impoli",
    "diffic", "injust", "unfair", "discrimin", "harcelement", "harassment", "incivilite", "insomni", "solitude", "loneliness", "deception", "disappoint",
    "decu", "overload", "surcharge", "deconseill", "regret",
];
/// Phrases for bad things, and whole words that are also the beginning of others.
#[rustfmt::skip]
const HARM_WORDS: &[&str] = &[
    "pain", "burn out", "burned out", "burnt out", "worn out", "mal etre", "charge mentale", "mental load", "ennui", "tired",
    "how unhappy", "how angry", "how worried", "how upset", "how serious was the problem", "how bad", "how noisy", "how dirty",
    "a bout", "inquietude", "worry", "rude", "have to wait", "had to wait", "do you wait", "did you wait", "devez vous attendre",
    "avez vous du attendre", "avez vous attendu", "dois attendre", "too long", "trop long", "trop longue", "trop longs", "too slow",
    "trop lent", "too expensive", "trop cher", "trop chere",
];
/// Words for going away.
#[rustfmt::skip]
const LEAVING: &[&str] = &[
    "to leave", "leave us", "leaving us", "likelihood of leaving", "intention to quit", "intent to quit", "to quit", "to resign",
    "to churn", "churn", "switch to another", "to switch", "switching", "to cancel", "intention de depart", "intentions de depart",
    "risque de depart", "intention de quitter", "envie de quitter", "envie de partir", "envisagez vous de partir",
    "envisagez vous de quitter", "pensez vous quitter", "nous quitter", "nous quittiez", "de quitter", "intention de demission",
    "intention de resilier", "de resilier", "resilier", "de demissionner", "changer de fournisseur", "changer de banque",
    "look for another job", "look for a new job", "looking for a new job", "looking for a job", "another employer",
    "chercher un autre emploi", "cherche un autre emploi", "chercher un autre travail", "cherche un autre travail", "changer d emploi",
    "changer de travail", "changer d employeur", "changer de metier", "changer d operateur", "changer d assureur",
    "job hunting", "looking for another job", "looking elsewhere",
];
/// Words for keeping others away.
#[rustfmt::skip]
pub(super) const WARNING: &[&str] = &[
    "avoid", "stay away", "steer clear", "keep away", "warn", "not to use", "not to come", "eviter", "evite", "fuir",
    "mettre en garde", "mettriez en garde",
];
/// Bad things that people rate as often as they count them.
#[rustfmt::skip]
const ASPECTS: &[&str] = &[
    "bruit", "noise", "nuisances", "temps d attente", "duree d attente", "waiting time", "wait time", "wait times", "queue time",
    "delai d attente", "charge de travail", "workload", "probleme", "problemes", "problem", "problems", "panne", "pannes", "erreur",
    "erreurs", "error", "errors", "bug", "bugs", "retard", "retards", "delay", "delays", "conflit", "conflits", "conflict",
    "conflicts", "plainte", "plaintes", "complaint", "complaints", "incident", "incidents",
];
/// Words for dealing with bad things: such a question asks for something good.
#[rustfmt::skip]
const DEALT: &[&str] = &[
    "gestion", "prise en charge", "prise en compte", "soulagement", "lutte", "prevention", "traitement", "management", "handling",
    "handled", "relief", "help", "helped", "helps", "support", "aide", "ecoute", "absence", "without", "sans", "resolution",
    "reponse", "cope", "coping", "reduce", "reduced", "reduction", "moins", "less", "maitrise", "control", "free", "pas",
    "not", "no", "never", "jamais", "acceptable", "raisonnable", "reasonable", "manageable", "equilibre", "balance", "satisfait",
    "satisfied", "qualite", "quality", "easy", "ease", "improve", "improved", "amelioration", "facile", "facilite", "simple",
    "gerer", "gere", "gerez", "manage", "managed", "faire face", "solve", "solved", "resolu", "resolus", "resoudre", "traite",
    "traites", "corrige", "fixed", "rapidite", "speed",
];

/// Beginnings of words for good things.
#[rustfmt::skip]
const GOODS: &[&str] = &[
    "fier", "proud", "satisf", "heureu", "happy", "enjoy", "plaisir", "pleasure", "sout", "support", "help", "aid", "ecout",
    "listen", "respect", "reconn", "recogn", "valued", "valoris", "appreci", "clair", "clear", "expli", "expla", "poli",
    "courtois", "courte", "friendly", "aimab", "sourir", "smil", "dispon", "avail", "motiv", "confian", "confid", "trust",
    "recomm", "inform", "attenti", "accueil", "welcom", "encourag", "felicit", "praise", "thank", "remerci", "feedback", "good",
    "bon", "bien", "well", "calm", "seren", "safe", "securi", "propr", "clean", "tenu", "keep", "kept", "understood", "understand",
    "compr", "learn", "appren", "progress", "autonom", "initiat", "energi", "inspir", "creat", "effic", "effectiv", "on time",
    "libre", "free", "view", "opinion", "consult",
];

/// Whether a folded question is about a good thing: how often one is proud.
pub(in crate::import) fn is_of_good(folded: &str) -> bool {
    let is_good = |word: &str| GOODS.iter().any(|stem| word.starts_with(stem));
    folded.split(' ').any(is_good)
}

/// How likely a high number is bad in a folded question; `None` if it is not about something bad.
pub(super) fn of(folded: &str) -> Option<Against> {
    let begins =
        |stems: &[&str]| folded.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let any = |words: &[&str]| words.iter().any(|word| mentions(folded, word));
    if begins(SATISFIED) {
        return None;
    }
    // "Traitement de votre insatisfaction" is about the treatment, "dissatisfaction with support" is not.
    let is_lack = |word: &str| DISSATISFIED.iter().any(|stem| word.starts_with(stem));
    if let Some(at) = folded.split(' ').position(is_lack) {
        let before = folded.split(' ').take(at).collect::<Vec<_>>().join(" ");
        let is_dealt_with = DEALT.iter().any(|words| mentions(&before, words));
        return Some(if is_dealt_with { Against::Perhaps } else { Against::Surely });
    }
    if any(LEAVING) || any(WARNING) && (any(&["would you", "tell"]) || begins(&["conseill", "dir"])) {
        return Some(Against::Likely);
    }
    if any(DEALT) {
        return None;
    }
    match (begins(HARMS) || any(HARM_WORDS), any(ASPECTS)) {
        (true, _) => Some(Against::Likely),
        (false, true) => Some(Against::Perhaps),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::matching::fold;

    #[test]
    fn questions_about_bad_things_are_recognised() {
        use Against::{Likely, Perhaps, Surely};
        for (header, against) in [
            ("Dissatisfaction with billing (0-10)", Some(Surely)),
            ("Dissatisfaction with support (0-10)", Some(Surely)),
            ("Niveau d'insatisfaction", Some(Surely)),
            ("Mécontentement de 1 à 5", Some(Surely)),
            ("How dissatisfied are you with the app?", Some(Surely)),
            ("How satisfied or dissatisfied are you?", None),
            ("Satisfaction (1 = très satisfait, 5 = très mécontent)", None),
            ("Traitement de votre insatisfaction", Some(Perhaps)),
            ("Likelihood to leave us", Some(Likely)),
            ("Intention de départ", Some(Likely)),
            ("À partir de quand êtes-vous client ?", None),
            ("Gravité du problème", Some(Likely)),
            ("Stress", Some(Likely)),
            ("Pénibilité", Some(Likely)),
            ("Fatigue", Some(Likely)),
            ("How often do you feel exhausted?", Some(Likely)),
            ("Would you tell a colleague to avoid us?", Some(Likely)),
            ("Déconseilleriez-vous notre agence ?", Some(Likely)),
            ("Bruit", Some(Perhaps)),
            ("Temps d'attente (note)", Some(Perhaps)),
            ("Gestion du stress", None),
            ("Prise en charge de la douleur", None),
            ("Accueil", None),
            ("Contenu de la formation", None),
        ] {
            assert_eq!(of(&fold(header)), against, "{header}");
        }
    }
}
