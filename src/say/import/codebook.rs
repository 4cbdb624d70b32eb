//! What a codebook brings, before and after it is imported.

use crate::say::{Locale, text};

/// How many moments a source has and how many of them are new; beside its answers, or as a codebook.
pub fn brings(locale: Locale, (all, new): (usize, usize), is_codebook: bool) -> String {
    let (all, new) = (locale.count(all), locale.count(new));
    if is_codebook {
        text!(locale, import.codebook_found, all = all, new = new)
    } else {
        text!(locale, import.codebook_beside, all = all, new = new)
    }
}

/// How many moments came, and how many the project had.
pub fn brought(locale: Locale, added: usize, known: usize) -> String {
    text!(locale, import.codebook_added, added = locale.count(added), known = locale.count(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_codebook_is_told_from_moments_beside_answers() {
        let said = |is_codebook| brings(Locale::English, (1200, 3), is_codebook);
        let counts = "Moments: 1,200, of which new to this project: 3.";
        assert_eq!(said(true), format!("This is a codebook. {counts}"));
        assert_eq!(said(false), format!("A codebook comes with these answers. {counts}"));
        let after = "Codebook added to the project. New moments: 3, already there: 9.";
        assert_eq!(brought(Locale::English, 3, 9), after);
        assert!(brings(Locale::French, (1200, 3), true).contains("1\u{202f}200"));
    }
}
