//! Recognises questions about recommending, unlike those about something that was recommended.

use super::against::WARNING;
use crate::import::matching::mentions;

/// Whether a folded question asks for a recommendation.
pub(super) fn is_asked(folded: &str) -> bool {
    #[rustfmt::skip]
    const NAMES: &[&str] = &[
        "nps", "enps", "net promoter", "net promoter score", "conseilleriez", "reco", "ltr", "put in a good word",
    ];
    let words: Vec<&str> = folded.split(' ').collect();
    let any = |names: &[&str]| names.iter().any(|name| mentions(folded, name));
    // "Q_RECO10": the number is that of its ends or of the question.
    let is_numbered = |word: &&str| {
        let name = word.trim_end_matches(|c: char| c.is_ascii_digit());
        name.len() < word.len() && ["nps", "enps", "reco", "ltr"].contains(&name)
    };
    if any(NAMES) || words.iter().any(is_numbered) {
        return true;
    }
    if any(WARNING) {
        return false;
    }
    (0..words.len()).any(|at| is_verb(&words, at)) && !is_of_another(folded) || speaks_well(folded)
}

/// Whether that word is about recommending: "recommend", "recommanderiez", "recommandation" as an intention.
fn is_verb(words: &[&str], at: usize) -> bool {
    #[rustfmt::skip]
    const SENT: &[&str] = &[
        "lettre", "lettres", "courrier", "courriers", "colis", "envoi", "pli", "produit", "dose", "taille", "itineraire",
    ];
    #[rustfmt::skip]
    const GIVEN: &[&str] = &[
        "respect", "suivi", "clarte", "pertinence", "utilite", "our", "nos", "notre", "these", "ces", "the", "les", "des",
        "usefulness", "clarity", "relevance", "useful", "following", "application",
    ];
    #[rustfmt::skip]
    const INTENDED: &[&str] = &[
        "intention", "intentions", "score", "note", "taux", "likelihood", "probabilite", "willingness", "likely", "rating", "net",
    ];
    let before = |list: &[&str]| words[..at].iter().any(|word| list.contains(word));
    match words[at] {
        "recommandee" | "recommandees" | "recommandes" => false,
        "recommande" => !before(SENT),
        // What was recommended: "Recommended product quality".
        "recommended" => {
            words.len() <= 2
                || before(&["have", "has", "would"])
                || words.get(at + 1).is_some_and(|word| ["us", "to"].contains(word))
        }
        "recommandation" | "recommendation" | "recommandations" | "recommendations" => {
            let is_one = !words[at].ends_with('s');
            before(INTENDED) || is_one && !before(GIVEN)
        }
        word => word.starts_with("recommand") || word.starts_with("recommend"),
    }
}

/// Whether the recommendation is by somebody else: "Did a friend recommend us?"
fn is_of_another(folded: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "did a", "did an", "did any", "did someone", "did somebody", "did your", "who recommended", "were you recommended",
        "vous a t on", "vous a t il", "vous a t elle", "vous a recommande", "vous ont recommande", "avez vous ete recommande",
        "a recommended", "recommended by", "was recommended", "recommande par",
    ];
    OTHERS.iter().any(|words| mentions(folded, words))
}

/// Whether a folded question asks for word of mouth: "How likely are you to tell a friend?"
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
    #[rustfmt::skip]
    const WELL: &[&str] = &[
        "speak highly of us", "speak well of us", "say good things about us", "dire du bien de nous", "diriez vous du bien de nous",
    ];
    let mentions_any = |list: &[&str]| list.iter().any(|words| mentions(folded, words));
    let puts_on = mentions(folded, "put") && mentions_any(&["on to us", "onto us", "in touch with us"]);
    mentions_any(OTHERS) && (mentions_any(SPEAK) || puts_on) || mentions_any(WELL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::matching::fold;

    #[test]
    fn things_that_were_recommended_are_no_recommendation() {
        for (header, expected) in [
            ("NPS", true),
            ("Recommanderiez-vous la boutique ?", true),
            ("How likely are you to recommend us?", true),
            ("eNPS 2025", true),
            ("NOTE_RECO", true),
            ("Q_RECO10", true),
            ("Je recommande cette formation", true),
            ("Recommandation (1 à 5)", true),
            ("Intention de recommandation", true),
            ("Intention de recommandations", true),
            ("Would recommend", true),
            ("Recommended", true),
            ("Would you have recommended us last year?", true),
            ("How likely are you to suggest Brightpipe to a friend or colleague?", true),
            ("Feriez-vous la promotion de la mutuelle auprès de vos proches ?", true),
            ("Would you put a friend on to us? (0-10)", true),
            ("How likely would you be to speak highly of us? 0-10", true),
            ("Were our recommendations clear, and would you recommend us?", true),
            ("Clarté des recommandations de sortie (0 à 10)", false),
            ("How useful were our recommendations on pensions?", false),
            ("Respect des recommandations médicales", false),
            ("Lettre recommandée : délai", false),
            ("Courrier recommandé", false),
            ("Recommended product quality", false),
            ("Did a friend recommend us?", false),
            ("Un ami vous a-t-il recommandé notre agence ?", false),
            ("Would you tell a colleague to avoid us?", false),
            ("Satisfaction", false),
            ("", false),
        ] {
            assert_eq!(is_asked(&fold(header)), expected, "{header}");
        }
    }
}
