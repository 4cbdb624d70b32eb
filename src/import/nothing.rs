//! Answers that say nothing: "RAS", "n/a", "-", "no comment".

use super::words::fold;

/// Longer answers say something.
const LONGEST: usize = 60;

/// Whole answers that say nothing, folded.
#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "ras", "r a s", "rien", "rien a signaler", "rien a dire", "rien a ajouter", "rien a declarer",
    "rien a redire", "rien de particulier", "rien de special", "rien de plus", "rien d autre",
    "rien en particulier", "rien ne me vient", "rien ne me vient a l esprit", "rien du tout", "neant", "non",
    "nan", "aucun", "aucune", "aucuns", "aucunes", "aucune remarque", "aucun commentaire", "aucune suggestion",
    "aucune idee", "aucun avis", "aucune reponse", "aucune observation", "aucune remarque particuliere",
    "aucun commentaire particulier", "aucune interaction", "aucun exemple", "pas de commentaire",
    "pas de commentaires", "pas de remarque", "pas de remarques", "pas de remarque particuliere",
    "pas de commentaire particulier", "pas de reponse", "pas d avis", "pas d idee", "pas d observation",
    "pas de suggestion", "pas d exemple", "pas concerne", "pas concernee", "non concerne", "non concernee",
    "pas particulierement", "pas grand chose", "pas vraiment", "sans objet", "so", "s o", "sans avis",
    "sans reponse", "sans commentaire", "sans commentaires", "sans opinion", "non applicable", "non renseigne",
    "non renseignee", "non repondu", "non reponse", "vide", "nsp", "nspp", "je ne sais pas", "je sais pas",
    "ne sait pas", "ne sais pas", "sais pas", "je n ai rien a dire", "je n ai rien a ajouter",
    "je n ai pas d avis", "je n ai pas de commentaire", "je n ai pas de remarque", "je n en ai pas",
    "je n ai pas d exemple", "je ne vois pas", "je ne souhaite pas repondre", "cf ci dessus", "idem",
    "non rien", "rien non", "nr", "nc", "n c", "np", "nd",
    "none", "nothing", "nothing to report", "nothing to say", "nothing to add", "nothing really",
    "nothing much", "nothing special", "nothing specific", "nothing in particular", "nothing at all",
    "nothing else", "nothing comes to mind", "not really", "nil", "null", "nan", "na", "n a", "no", "nope",
    "not applicable", "no comment", "no comments", "no answer", "no response", "no opinion", "no idea",
    "no suggestion", "no suggestions", "no feedback", "no further comment", "no further comments",
    "none really", "none at all", "none that i can think of", "none to report", "not sure", "not any",
    "no remarks", "no remark", "i don t know", "i dont know", "don t know", "dont know", "dunno", "idk",
    "i do not know", "no nothing", "empty", "blank", "unknown", "undefined", "nothing yet", "no example",
    "no negative", "no positive", "i have none", "i have nothing to add", "i have no comment", "i have no comments", "can t think of any",
    "can t think of anything", "not that i can think of", "prefer not to say", "tbd",
    "x", "xx", "xxx", "xxxx",
];

/// Words of courtesy and of emphasis that add nothing to such an answer, folded.
#[rustfmt::skip]
const COURTESY: &[&str] = &[
    "merci", "merci beaucoup", "merci a vous", "thanks", "thank you", "thx", "desole", "desolee", "sorry",
    "bonjour", "hello", "hi", "cordialement", "pour le moment", "pour l instant", "a ce jour", "actuellement",
    "de mon cote", "pour moi", "pour ma part", "a ma connaissance", "cette annee", "so far", "at the moment",
    "for now", "right now", "at this time", "this year", "for me", "from me", "from my side", "really",
    "vraiment", "please", "svp",
];

/// Whether an answer says nothing: "RAS", "Néant.", "RAS, merci", "-", "n/a", "???".
///
/// ```
/// use reflet::import::nothing::says_nothing;
/// assert!(says_nothing("R.A.S."));
/// assert!(!says_nothing("Rien ne marche"));
/// ```
pub fn says_nothing(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST {
        return false;
    }
    let folded = fold(text);
    if folded.is_empty() {
        // Faces and other pictures say something; marks do not.
        return text.chars().all(is_mark);
    }
    is_nothing(&folded)
}

/// Whether these folded words say nothing once courtesy and repetition are taken away.
fn is_nothing(folded: &str) -> bool {
    if WHOLE.contains(&folded) {
        return true;
    }
    let shorter = COURTESY.iter().find_map(|words| {
        let behind = folded.strip_suffix(words).and_then(|rest| rest.strip_suffix(' '));
        behind.or_else(|| folded.strip_prefix(words).and_then(|rest| rest.strip_prefix(' ')))
    });
    if shorter.is_some_and(is_nothing) {
        return true;
    }
    // "non non", "rien rien".
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    folded.len() > first.len() && WHOLE.contains(&first) && words.all(|word| word == first)
}

/// Marks of punctuation and the like, which somebody types to get past a question.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(
            c,
            '…' | '–'
                | '—'
                | '−'
                | '•'
                | '·'
                | '¿'
                | '¡'
                | '\u{a0}'
                | '’'
                | '‘'
                | '“'
                | '”'
                | '«'
                | '»'
        )
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_known_in_both_languages() {
        for text in [
            "RAS",
            "ras",
            "R.A.S.",
            "R.A.S",
            "RAS.",
            "RAS merci",
            "Ras, merci !",
            "rien à signaler",
            "Rien.",
            "rien de particulier",
            "Néant",
            "NEANT",
            "non",
            "Non.",
            "Non rien",
            "Non, merci",
            "aucun",
            "Aucune",
            "Aucune remarque",
            "Pas de commentaire.",
            "sans objet",
            "s.o.",
            "S/O",
            "-",
            "--",
            "—",
            ".",
            "/",
            "...",
            "…",
            "n/a",
            "N/A",
            "NA",
            "na",
            "none",
            "None.",
            "nothing",
            "Nothing to report",
            "nil",
            "no",
            "No.",
            "Nope",
            "no comment",
            "No comments",
            "not applicable",
            "nc",
            "NC",
            "x",
            "?",
            "???",
            "null",
            "(vide)",
            "sans réponse",
            "I don't know",
            "I don’t know",
            "je ne sais pas",
            "Nothing really",
            "Nothing, thanks",
            "RAS pour le moment",
            "non non",
            "#N/A",
            "",
            "  ",
            "Pas concernée",
            "idem",
            "[vide]",
            "NaN",
        ] {
            assert!(says_nothing(text), "{text:?}");
        }
    }

    #[test]
    fn a_short_answer_is_an_answer() {
        for text in [
            "Rien ne marche",
            "None of them called back",
            "Non, on m'a raccroché au nez",
            "Le prix",
            "Attente",
            "Rien à signaler sauf l'attente",
            "No heating",
            "Aucun suivi",
            "Aucune écoute",
            "Nothing works",
            "Pas de place",
            "Pas de rappel",
            "Merci",
            "Thank you",
            "Bonjour",
            "Bien",
            "ok",
            "Oui",
            "yes",
            "👍",
            "😡",
            "10",
            "Non aux frais",
            "No one answered",
            "Not happy",
            "Sans intérêt",
            "Tout",
            "Everything",
            "RATP",
            "Rien n'est clair",
            "Nul",
        ] {
            assert!(!says_nothing(text), "{text:?}");
        }
    }

    #[test]
    fn its_words_are_folded() {
        for words in WHOLE.iter().chain(COURTESY) {
            assert_eq!(&fold(words), words);
        }
    }
}
