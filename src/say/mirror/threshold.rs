//! A threshold as somebody types it, and what its field takes.

use crate::model::{Side, Threshold};
use crate::say::{Locale, text};

/// The name of a field.
pub fn label(locale: Locale, side: Side) -> &'static str {
    match side {
        Side::Client => text!(locale, mirror.threshold_client),
        Side::Employee => text!(locale, mirror.threshold_employee),
    }
}

/// The lowest level that means something on a side, as a slider has it: the negative of the employees' threshold is their
/// other one, so only its size means something.
pub const fn lowest(side: Side) -> &'static str {
    match side {
        Side::Client => "-100",
        Side::Employee => "0",
    }
}

/// Which levels a field takes.
pub fn range(locale: Locale, side: Side) -> String {
    text!(locale, mirror.threshold_range, least = lowest(side).replace('-', "\u{2212}"))
}

/// The threshold that was typed, with a comma or a point, with any minus sign; none if it is none. `number` is how the text
/// of a decimal number is read, as NaN where it cannot be.
pub fn of_typed(typed: &str, side: Side, number: impl Fn(&str) -> f64) -> Option<Threshold> {
    let typed = typed.replace(',', ".").replace('\u{2212}', "-");
    let typed = typed.trim();
    let (digits, original) = match side {
        Side::Client => (typed, Threshold::CLIENT),
        Side::Employee => (typed.trim_start_matches('-'), Threshold::EMPLOYEE),
    };
    let value = is_decimal(digits).then(|| number(digits)).filter(|value| value.is_finite())?;
    Threshold::of_shown(value, original)
}

/// Whether it can be a decimal number. Readers of numbers take more: nothing at all for zero, other bases, infinity.
fn is_decimal(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    text.contains(is_digit) && text.chars().all(|c| is_digit(c) || "+-.eE".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a browser reads a number, where nothing at all is zero.
    fn number(text: &str) -> f64 {
        if text.is_empty() { 0.0 } else { text.parse().unwrap_or(f64::NAN) }
    }

    fn client(typed: &str) -> Option<f64> {
        of_typed(typed, Side::Client, number).map(Threshold::tenths)
    }

    fn employee(typed: &str) -> Option<f64> {
        of_typed(typed, Side::Employee, number).map(Threshold::tenths)
    }

    #[test]
    fn a_threshold_is_typed_in_either_language() {
        assert_eq!(["12,5", " 12.5 ", "+12.5", "1.25e1"].map(client), [Some(12.5); 4]);
        assert_eq!(["-30", "\u{2212}30"].map(client), [Some(-30.0); 2]);
        assert_eq!(["-100", "100", "0"].map(client), [Some(-100.0), Some(100.0), Some(0.0)]);
    }

    #[test]
    fn the_sign_of_the_employees_threshold_does_not_count() {
        assert_eq!(["30", "-30", "\u{2212}30"].map(employee), [Some(30.0); 3]);
        assert_eq!(
            of_typed("16,7", Side::Employee, number),
            Some(Threshold::EMPLOYEE),
            "one third as it is written"
        );
    }

    #[test]
    fn what_is_no_level_is_refused() {
        for typed in
            ["", " ", "-", ".", "e", "NaN", "inf", "Infinity", "1e999", "0x10", "1-2", "1,2,3", "12 %", "ten"]
        {
            assert_eq!((client(typed), employee(typed)), (None, None), "{typed}");
        }
        assert_eq!(["100.1", "-100.1"].map(client), [None; 2]);
        assert_eq!(["100,1", "-100,1"].map(employee), [None; 2]);
    }

    #[test]
    fn a_field_names_its_side_and_its_levels() {
        let said = |side| Locale::ALL.map(|locale| (label(locale, side), range(locale, side)));
        let [french, english] = said(Side::Client);
        assert!(
            french.1.contains("\u{2212}100") && english.1.contains("\u{2212}100"),
            "{french:?} {english:?}"
        );
        let [french, english] = said(Side::Employee);
        assert!(!french.1.contains('\u{2212}') && !english.1.contains('\u{2212}'), "{french:?} {english:?}");
        for locale in Locale::ALL {
            assert_ne!(label(locale, Side::Client), label(locale, Side::Employee));
        }
    }
}
