//! Recognises answers without content: "RAS", "n/a", "-", "no comment".

use crate::model::imported::Imported;

use super::matching::fold;

/// The most bytes of an answer without content.
const LONGEST: usize = 60;

/// Whole answers without content, folded, in alphabetical order.
#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "as above", "aucun", "aucun avis", "aucun commentaire", "aucun commentaire particulier", "aucun exemple",
    "aucune", "aucune idee", "aucune interaction", "aucune observation", "aucune remarque",
    "aucune remarque particuliere", "aucune reponse", "aucune suggestion", "aucunes", "aucuns", "blank",
    "can t think of any", "can t think of anything", "comme ci dessus", "ditto", "don t know", "dont know", "dunno",
    "empty", "i do not know", "i don t know", "i dont know", "i have no comment", "i have no comments",
    "i have none", "i have nothing to add", "idem", "idk", "je n ai pas d avis", "je n ai pas d exemple",
    "je n ai pas de commentaire", "je n ai pas de remarque", "je n ai rien a ajouter", "je n ai rien a dire",
    "je n en ai pas", "je ne sais pas", "je ne souhaite pas repondre", "je ne vois pas", "je sais pas", "n a",
    "n c", "na", "nan", "nc", "nd", "ne sais pas", "ne sait pas", "neant", "nil", "no", "no answer", "no comment",
    "no comments", "no example", "no feedback", "no further comment", "no further comments", "no idea",
    "no negative", "no nothing", "no opinion", "no positive", "no remark", "no remarks", "no response",
    "no suggestion", "no suggestions", "non", "non applicable", "non concerne", "non concernee", "non renseigne",
    "non renseignee", "non repondu", "non reponse", "non rien", "none", "none at all", "none really",
    "none that i can think of", "none to report", "none yet", "nope", "not any", "not applicable", "not really",
    "not sure", "not that i can think of", "not yet", "nothing", "nothing at all", "nothing comes to mind",
    "nothing else", "nothing in particular", "nothing much", "nothing really", "nothing special",
    "nothing specific", "nothing to add", "nothing to report", "nothing to say", "nothing yet", "np", "nr", "nsp",
    "nspp", "null", "pas concerne", "pas concernee", "pas d avis", "pas d exemple", "pas d idee",
    "pas d observation", "pas de commentaire", "pas de commentaire particulier", "pas de commentaires",
    "pas de remarque", "pas de remarque particuliere", "pas de remarques", "pas de reponse", "pas de suggestion",
    "pas encore", "pas grand chose", "pas particulierement", "pas vraiment", "prefer not to say", "r a s", "ras",
    "rien", "rien a ajouter", "rien a declarer", "rien a dire", "rien a redire", "rien a signaler", "rien d autre",
    "rien de particulier", "rien de plus", "rien de special", "rien du tout", "rien en particulier",
    "rien ne me vient", "rien ne me vient a l esprit", "rien non", "s o", "sais pas", "same as above", "sans avis",
    "sans commentaire", "sans commentaires", "sans objet", "sans opinion", "sans reponse", "see above", "so", "tbd",
    "too early to say", "too early to tell", "too soon to say", "too soon to tell", "trop tot",
    "trop tot pour dire", "trop tot pour le dire", "trop tot pour repondre", "undefined", "unknown", "vide",
    "voir ci dessus", "voir plus haut", "x", "xx", "xxx", "xxxx",
];

/// Words of courtesy and of emphasis that add no content to such an answer, folded.
#[rustfmt::skip]
const COURTESY: &[&str] = &[
    "merci", "merci beaucoup", "merci a vous", "thanks", "thank you", "thx", "desole", "desolee", "sorry",
    "bonjour", "hello", "hi", "cordialement", "pour le moment", "pour l instant", "a ce jour", "actuellement",
    "de mon cote", "pour moi", "pour ma part", "a ma connaissance", "cette annee", "so far", "at the moment",
    "for now", "right now", "at this time", "this year", "for me", "from me", "from my side", "really",
    "vraiment", "please", "svp",
];

/// Whether an answer has no content: "RAS", "Néant.", "RAS, merci", "-", "n/a", "???".
///
/// ```
/// use reflet::import::nothing::is_without_content;
/// assert!(is_without_content("R.A.S."));
/// assert!(!is_without_content("Rien ne marche"));
/// ```
pub fn is_without_content(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST {
        return false;
    }
    let folded = fold(text);
    if folded.is_empty() {
        // Emoji are content; punctuation marks are not.
        return text.chars().all(is_mark);
    }
    is_nothing(&folded)
}

/// Marks every new uncoded answer without content as *no moment*. Returns their number.
pub fn as_no_moment(imported: &mut Imported) -> usize {
    let verbatims = imported.responses.iter_mut().flat_map(|response| &mut response.verbatims);
    let silent = verbatims
        .filter(|new| new.codings.is_empty() && new.no_moment.is_empty() && is_without_content(&new.text));
    silent.map(|new| new.no_moment.push(None)).count()
}

/// Whether these folded words have no content, apart from courtesy and repetition.
fn is_nothing(folded: &str) -> bool {
    if WHOLE.binary_search(&folded).is_ok() {
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
    folded.len() > first.len() && WHOLE.binary_search(&first).is_ok() && words.all(|word| word == first)
}

/// Whether a character is a mark that people type to get past a question.
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
    fn answers_without_content_are_recognised_in_both_languages() {
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
            "[vide]",
            "NaN",
            "Too soon to say",
            "Trop tôt pour le dire.",
            "pas encore",
            "Same as above",
        ] {
            assert!(is_without_content(text), "{text:?}");
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
            // "All is well" is an answer.
            "Tout va bien",
            "Pas encore remboursé",
            "Trop tôt fermé",
        ] {
            assert!(!is_without_content(text), "{text:?}");
        }
    }

    #[test]
    fn its_words_are_folded_and_in_order() {
        assert!(WHOLE.is_sorted());
        for words in WHOLE.iter().chain(COURTESY) {
            assert_eq!(&fold(words), words);
        }
    }
}
