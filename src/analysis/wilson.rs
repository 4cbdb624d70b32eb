//! The interval of a frequency.

use super::{Estimate, Interval, Proportion, Undefined};

/// The 97.5 % quantile of the normal distribution, hence intervals at 95 %.
pub const Z: f64 = 1.959_964;

/// The frequency of `cited` among `respondents` with its Wilson 95 % interval.
///
/// With `p = n / N`, the ends are
///
/// ```text
/// (p + z²/2N ± z √(p(1 − p)/N + z²/4N²)) / (1 + z²/N)
/// ```
///
/// Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
/// *JASA* 22, 209–212. Unlike the textbook interval it never leaves 0…1 and has a width at 0 and at N:
/// 0 of 20 is not a certain zero.
///
/// Units: proportions, 0…1. Edge cases: the lower end is exactly 0 when nobody cites, the upper end exactly 1
/// when everybody does. `cited` is at most `respondents`.
///
/// By hand: nobody out of 20 has `z²/20 / (1 + z²/20) = 0.19207 / 1.19207` as its upper end.
///
/// ```
/// use reflet::analysis::wilson::frequency;
/// let none = frequency(0, 20)?;
/// let ends = none.interval?;
/// assert_eq!((none.value.0, ends.low.0), (0.0, 0.0));
/// assert!((ends.high.0 - 0.1611).abs() < 5e-5);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
///
/// # Errors
/// [`Undefined::NoRespondents`] if there are none.
pub fn frequency(cited: u32, respondents: u32) -> Result<Estimate<Proportion>, Undefined> {
    if respondents == 0 {
        return Err(Undefined::NoRespondents);
    }
    let share = f64::from(cited) / f64::from(respondents);
    Ok(Estimate { value: Proportion(share), interval: Ok(interval(cited, respondents)) })
}

/// The interval alone; there is at least one respondent.
pub(super) fn interval(cited: u32, respondents: u32) -> Interval<Proportion> {
    let total = f64::from(respondents);
    let share = f64::from(cited) / total;
    let spread = Z * Z / total;
    let centre = (share + spread / 2.0) / (1.0 + spread);
    let half = Z * (share * (1.0 - share) / total + spread / (4.0 * total)).sqrt() / (1.0 + spread);
    let low = if cited == 0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if cited == respondents { 1.0 } else { (centre + half).min(1.0) };
    Interval { low: Proportion(low), high: Proportion(high) }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "exact ends are the point")]
mod tests {
    use super::*;

    #[test]
    fn nobody_and_everybody_have_exact_ends() {
        for total in 1..200 {
            let ends = |cited| frequency(cited, total).and_then(|e| e.interval);
            assert_eq!(ends(0).map(|i| i.low.0), Ok(0.0));
            assert_eq!(ends(total).map(|i| i.high.0), Ok(1.0));
            assert!(ends(0).is_ok_and(|i| i.high.0 > 0.0) && ends(total).is_ok_and(|i| i.low.0 < 1.0));
        }
    }

    #[test]
    fn without_respondents_it_is_undefined() {
        assert_eq!(frequency(0, 0), Err(Undefined::NoRespondents));
    }
}
