//! What the mean of a side would be if the moment were lived at another level.

use super::share::taken_off;
use crate::analysis::student::quantile;
use crate::analysis::what_if::{Sums, change};
use crate::analysis::{Estimate, Interval, Level, Undefined};
use crate::say::{Locale, text, words};

/// What would follow if a moment of that level, on a side of that mean, came to the target on the shown scale.
pub fn what_if(locale: Locale, sums: &Sums, (level, mean): (Level, Level), target: f64) -> String {
    let (mean, all) = (locale.signed(mean.shown(), 1), locale.number(sums.moments.0, 0));
    // All are where the slider stands: that is no interval around it.
    let is_none = |ends: &Interval<Level>| (ends.high.0 - ends.low.0).abs() < 1e-9;
    let points = |value: Level| words::points(locale, locale.signed(value.shown(), 1));
    let found = change(sums, Level::of_shown(target)).map(|found| Estimate {
        interval: found
            .interval
            .and_then(|ends| if is_none(&ends) { Err(Undefined::NoVariation) } else { Ok(ends) }),
        ..found
    });
    let formula = |value: Level, ends: Interval<Level>| {
        let (half, t) = ((ends.high.0 - ends.low.0) * 25.0, quantile(sums.with_level));
        text!(
            locale,
            explain.what_if_formula,
            told = sums.with_level,
            target = locale.signed(target, 0),
            level = taken_off(locale, level),
            all = locale.number(sums.moments.0, 0),
            value = locale.signed(value.shown(), 1),
            t = locale.number(t, 3),
            error = locale.number(half / t, 2),
            half = locale.number(half, 1)
        )
    };
    match found {
        Ok(Estimate { value, interval: Ok(ends) }) => {
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
            format!("{text} {}", formula(value, ends))
        }
        Ok(Estimate { value, interval: Err(reason) }) => text!(
            locale,
            explain.what_if_plain,
            mean = mean,
            value = points(value),
            reason = words::undefined(locale, reason),
            told = sums.with_level,
            all = all
        ),
        Err(reason) => text!(locale, explain.undefined, reason = words::undefined(locale, reason)),
    }
}
