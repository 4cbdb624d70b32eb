//! Recognises the cells of a moment column that stand for *no moment*.

use super::matching::fold;

/// Cells for *no moment*, folded. None of them can be the name of a moment.
#[rustfmt::skip]
const NONE: &[&str] = &[
    "aucun moment", "aucun", "aucune", "aucun moment cite", "aucun theme", "aucun code", "sans moment", "sans theme",
    "sans objet", "pas de moment", "pas de theme", "hors moment", "rien", "neant", "ras", "r a s",
    "no moment", "no moments", "none", "nothing", "no theme", "no topic", "no code", "not applicable", "without moment",
    "n a",
];

/// Cells that statistics programs write for a missing value.
const BLANK: [&str; 4] = ["NA", "NaN", "nan", "NULL"];

/// Cells for a text that is not coded yet, folded.
const UNCODED: [&str; 5] = ["non code", "a coder", "not coded", "uncoded", "to code"];

/// Whether a cell of the moment column stands for *no moment*: `Aucun moment`, `none`, `—`.
///
/// ```
/// use reflet::import::no_moment::is_no_moment;
/// assert!(is_no_moment("Aucun moment") && is_no_moment("—"));
/// assert!(!is_no_moment("Aucun accueil") && !is_no_moment(""));
/// ```
pub fn is_no_moment(cell: &str) -> bool {
    let cell = cell.trim();
    let is_dash = |c: char| matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | '/' | '∅');
    let dashes = !cell.is_empty() && cell.chars().all(is_dash);
    dashes || !is_blank(cell) && NONE.contains(&fold(cell).as_str())
}

/// Whether a cell of the moment column is empty or a missing value, so that the text is not coded.
pub fn is_blank(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || BLANK.contains(&cell) || UNCODED.contains(&fold(cell).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_no_blank_cell_and_no_moment() {
        for cell in
            ["aucun moment", "AUCUN", "No moment", "none", "—", "-", "–", "(néant)", "N/A", "R.A.S.", "--"]
        {
            assert!(is_no_moment(cell) && !is_blank(cell), "{cell}");
        }
        for cell in ["", "  ", "NA", "NaN", "NULL", "Non codé", "à coder"] {
            assert!(!is_no_moment(cell) && is_blank(cell), "{cell}");
        }
        for cell in [
            "Accueil",
            "Aucune réponse",
            "Nothing works",
            "None of the staff",
            "0",
            "-1",
            "Caisse / Paiement",
        ] {
            assert!(!is_no_moment(cell) && !is_blank(cell), "{cell}");
        }
    }

    #[test]
    fn names_are_folded() {
        for name in NONE.iter().chain(&UNCODED) {
            assert_eq!(fold(name), *name);
        }
    }
}
