//! Differences in points.

use super::{Locale, text};

/// So many points, from the number as it is written. In French all below two are singular, in English one alone.
pub fn points(locale: Locale, written: String) -> String {
    let number = written.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_one = match locale {
        Locale::French => matches!(number.split([',', '.']).next(), Some("0" | "1")),
        Locale::English => number == "1",
    };
    if is_one {
        text!(locale, surveys.point, points = written)
    } else {
        text!(locale, surveys.points, points = written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_point_is_singular_in_each_language() {
        let said = |number: f64| {
            [(Locale::French, 1), (Locale::English, 1)]
                .map(|(locale, decimals)| points(locale, locale.signed(number, decimals)))
        };
        assert_eq!(said(1.5), ["+1,5 point", "+1.5 points"]);
        assert_eq!(said(-12.0), ["\u{2212}12,0 points", "\u{2212}12.0 points"]);
        assert_eq!(points(Locale::English, "+1".to_owned()), "+1 point");
        assert_eq!(points(Locale::French, "0".to_owned()), "0 point");
        assert_eq!(points(Locale::English, "0".to_owned()), "0 points");
    }
}
