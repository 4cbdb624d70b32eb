//! What stands beside the verbatims behind a mark.

use crate::model::{Score, Side};
use crate::say::{Locale, side, valence};

/// Whose verbatims they are, and how many.
pub fn quoted(locale: Locale, side: Side, count: usize) -> String {
    format!("{} · {}", side::name(locale, side), locale.count(count))
}

/// The valence in front of a verbatim; a point where there is none.
pub fn valence_sign(valence: Option<Score>) -> String {
    valence.map_or_else(|| "·".to_owned(), valence::sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbatims_are_counted_side_by_side() {
        let said = |side| Locale::ALL.map(|locale| quoted(locale, side, 1200));
        assert_eq!(said(Side::Client), ["Clients · 1\u{202f}200", "Clients · 1,200"]);
        assert_eq!(said(Side::Employee), ["Collaborateurs · 1\u{202f}200", "Employees · 1,200"]);
    }

    #[test]
    fn a_valence_is_a_signed_digit_and_none_a_point() {
        let sign = |valence: i64| valence_sign(Score::try_from(valence).ok());
        assert_eq!([-2, 0, 1].map(sign), ["\u{2212}2", "0", "+1"]);
        assert_eq!(valence_sign(None), "·");
    }
}
