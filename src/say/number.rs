//! Numbers as a locale writes them.

use super::Locale;
use crate::analysis::Points;

/// Between thousands in French: a narrow space that does not break.
const NARROW: char = '\u{202f}';
/// Before a percent sign in French.
const SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

impl Locale {
    /// A number with exactly so many decimals, thousands apart. Of a number as it is written shortest, a half is rounded
    /// away from zero, as browsers do it.
    pub fn number(self, value: f64, decimals: u8) -> String {
        let (whole, fraction) = rounded(value.abs(), usize::from(decimals));
        let is_zero = [&whole, &fraction].iter().all(|digits| digits.chars().all(|digit| digit == '0'));
        let sign = if value < 0.0 && !is_zero { "-" } else { "" };
        let (point, between) = self.pick((',', NARROW), ('.', ','));
        let mut written = sign.to_owned();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                written.push(between);
            }
            written.push(digit);
        }
        if !fraction.is_empty() {
            written.push(point);
            written.push_str(&fraction);
        }
        written
    }

    /// A count.
    pub fn count(self, value: usize) -> String {
        #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
        self.number(value as f64, 0)
    }

    /// A number with a decimal only where it has one.
    pub fn short(self, value: f64) -> String {
        self.number(value, u8::from(value.fract().abs() > 1e-9))
    }

    /// A proportion in percent.
    pub fn percent(self, proportion: f64, decimals: u8) -> String {
        // 57.5 out of 100 is a little less in binary, and would be rounded down.
        let number = self.number((proportion * 1e11).round() / 1e9, decimals);
        match self {
            Self::French => format!("{number}{SPACE}%"),
            Self::English => format!("{number}%"),
        }
    }

    /// A difference of shares in points of a percent, signed.
    pub fn points(self, points: Points, decimals: u8) -> String {
        self.signed(points.0 * 100.0, decimals)
    }

    /// A signed number, as levels are written.
    pub fn signed(self, value: f64, decimals: u8) -> String {
        let number = self.number(value.abs(), decimals);
        let is_zero = number.chars().all(|c| !c.is_ascii_digit() || c == '0');
        match value {
            _ if is_zero => number,
            v if v > 0.0 => format!("+{number}"),
            _ => format!("{MINUS}{number}"),
        }
    }
}

/// The digits before and behind the point of a number that is not negative, rounded to so many behind it.
fn rounded(value: f64, decimals: usize) -> (String, String) {
    // The shortest digits that are this number and no other.
    let shortest = value.to_string();
    let (whole, fraction) = shortest.split_once('.').unwrap_or((&shortest, ""));
    let is_up = fraction.as_bytes().get(decimals).is_some_and(|digit| *digit >= b'5');
    let kept: String = fraction.chars().chain(std::iter::repeat('0')).take(decimals).collect();
    let mut digits: Vec<u8> = format!("{whole}{kept}").into_bytes();
    if is_up {
        let nines = digits.iter().rev().take_while(|digit| **digit == b'9').count();
        let last = digits.len() - nines;
        digits[last..].fill(b'0');
        match digits[..last].last_mut() {
            Some(digit) => *digit += 1,
            None => digits.insert(0, b'1'),
        }
    }
    let mut whole = String::from_utf8(digits).unwrap_or_default();
    let fraction = whole.split_off(whole.len() - decimals);
    (whole, fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_what_is_written_are_rounded_away_from_zero() {
        let written = |value, decimals| Locale::English.number(value, decimals);
        // What Chromium, Firefox and WebKit write by `Intl.NumberFormat`.
        assert_eq!(written(0.5, 0), "1");
        assert_eq!(written(2.5, 0), "3");
        assert_eq!(written(1.005, 2), "1.01");
        assert_eq!(written(1.45, 1), "1.5");
        assert_eq!(written(-2.5, 0), "-3");
        assert_eq!(written(9.96, 1), "10.0");
        assert_eq!(written(999.5, 0), "1,000");
        assert_eq!(written(-0.04, 1), "0.0");
        assert_eq!(written(0.0, 2), "0.00");
        assert_eq!(written(1e21, 0), "1,000,000,000,000,000,000,000");
    }

    #[test]
    fn each_locale_has_its_signs() {
        let [french, english] = Locale::ALL.map(|locale| locale.number(1_234_567.25, 1));
        assert_eq!((french.as_str(), english.as_str()), ("1\u{202f}234\u{202f}567,3", "1,234,567.3"));
        let [french, english] = Locale::ALL.map(|locale| locale.percent(0.575, 0));
        assert_eq!((french.as_str(), english.as_str()), ("58\u{a0}%", "58%"));
        let signed = |value| Locale::French.signed(value, 1);
        assert_eq!([signed(2.26), signed(-2.26), signed(-0.01)], ["+2,3", "\u{2212}2,3", "0,0"]);
        let points = |points| Locale::ALL.map(|locale| locale.points(Points(points), 1));
        assert_eq!(points(-0.125), ["\u{2212}12,5", "\u{2212}12.5"]);
        assert_eq!(
            (Locale::French.short(1.5), Locale::French.short(2.0)),
            ("1,5".to_owned(), "2".to_owned())
        );
        assert_eq!(Locale::English.count(100_000), "100,000");
    }
}
