//! What the mean of a side would be if the moment were lived at another level.

use super::share::taken_off;
use crate::analysis::Level;
use crate::analysis::what_if::{Sums, Terms, Worked, worked};
use crate::say::{Locale, points, text, undefined};

/// What would follow if a moment of that level, on a side of that mean, came to the target on the shown scale.
pub fn what_if(locale: Locale, sums: &Sums, (level, mean): (Level, Level), target: f64) -> String {
    let (mean, all) = (locale.signed(mean.shown(), 1), locale.number(sums.moments.0, 0));
    let points = |value: Level| points::points(locale, locale.signed(value.shown(), 1));
    let formula = |value: Level, terms: Terms| {
        text!(
            locale,
            explain.what_if_formula,
            told = sums.with_level,
            target = locale.signed(target, 0),
            level = taken_off(locale, level),
            all = locale.number(sums.moments.0, 0),
            value = locale.signed(value.shown(), 1),
            t = locale.number(terms.t, 3),
            error = locale.number(terms.error.shown(), 2),
            half = locale.number(terms.half.shown(), 1)
        )
    };
    match worked(sums, Level::of_shown(target)) {
        Ok(Worked { value, interval: Ok((ends, terms)) }) => {
            let text = text!(
                locale,
                explain.what_if_text,
                mean = mean,
                value = points(value),
                low = locale.signed(ends.low.shown(), 1),
                high = locale.signed(ends.high.shown(), 1),
                told = sums.with_level,
                all = all
            );
            format!("{text} {}", formula(value, terms))
        }
        Ok(Worked { value, interval: Err(reason) }) => text!(
            locale,
            explain.what_if_plain,
            mean = mean,
            value = points(value),
            reason = undefined::reason(locale, reason),
            told = sums.with_level,
            all = all
        ),
        Err(reason) => text!(locale, explain.undefined, reason = undefined::reason(locale, reason)),
    }
}

/// What is asked for: which level the moment comes to, on the shown scale.
pub fn what_if_target(locale: Locale, target: f64) -> String {
    format!("{} {}", text!(locale, explain.what_if_target), locale.signed(target, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_asked_for_with_its_sign() {
        let said = |target| Locale::ALL.map(|locale| what_if_target(locale, target));
        assert_eq!(said(20.0), ["ce moment passait au niveau +20", "this moment came to level +20"]);
        assert_eq!(
            said(-5.0),
            ["ce moment passait au niveau \u{2212}5", "this moment came to level \u{2212}5"]
        );
    }
}
