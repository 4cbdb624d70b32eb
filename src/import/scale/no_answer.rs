//! Recognises cells of closed answers that stand for no answer.

use crate::import::matching::fold;

/// Whether a cell of closed answers stands for no answer: "Ne sait pas", "n/a", "sans opinion".
pub fn is_no_answer(cell: &str) -> bool {
    #[rustfmt::skip]
    const PHRASES: &[&str] = &[
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
            || PHRASES.contains(&folded.as_str())
    }
}
