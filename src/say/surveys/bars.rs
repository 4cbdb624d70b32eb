//! How the answers to one question spread.

use crate::analysis::Answer;
use crate::analysis::Interval;
use crate::say::Locale;

/// The answers of a bar: one, or from one to another.
pub fn label(locale: Locale, answers: Interval<Answer>) -> String {
    let [low, high] = [answers.low, answers.high].map(|end| locale.short(end.0));
    if low == high { low } else { format!("{low}–{high}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_said_by_its_ends() {
        let said = |low, high| label(Locale::French, Interval { low: Answer(low), high: Answer(high) });
        assert_eq!([said(4.0, 4.0), said(3.5, 3.5), said(10.0, 20.0)], ["4", "3,5", "10–20"]);
    }
}
