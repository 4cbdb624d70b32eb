//! The difference of two frequencies.

use super::{Estimate, Interval, Points, Undefined, wilson};

/// How much more often the first group cites than the second, with Newcombe's 95 % interval.
///
/// Each group is `(cited, respondents)`. With `p` the two frequencies and `l`, `u` the ends of their Wilson intervals,
///
/// ```text
/// d = p₁ − p₂      d − √((p₁ − l₁)² + (u₂ − p₂)²)  …  d + √((u₁ − p₁)² + (p₂ − l₂)²)
/// ```
///
/// Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions: comparison of
/// eleven methods, *Statistics in Medicine* 17, 873–890, method 10 (without continuity correction).
///
/// Units: proportions, −1…+1. Edge cases: if nobody cites in either group, the difference is 0 and its interval has a
/// width. The groups must not share respondents.
///
/// By hand: nobody of 10 against nobody of 10 ends at the upper end of Wilson's interval for 0 of 10, 0.2775.
///
/// ```
/// use reflet::analysis::newcombe::difference;
/// let none = difference((0, 10), (0, 10))?;
/// let ends = none.interval?;
/// assert_eq!(none.value.0, 0.0);
/// assert!((ends.high.0 - 0.2775).abs() < 5e-5 && (ends.low.0 + 0.2775).abs() < 5e-5);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
///
/// # Errors
/// [`Undefined::NoRespondents`] if one of the groups has no respondents.
pub fn difference(first: (u32, u32), second: (u32, u32)) -> Result<Estimate<Points>, Undefined> {
    if first.1 == 0 || second.1 == 0 {
        return Err(Undefined::NoRespondents);
    }
    let [(p1, one), (p2, two)] = [first, second].map(|(cited, respondents)| {
        (f64::from(cited) / f64::from(respondents), wilson::interval(cited, respondents))
    });
    let value = p1 - p2;
    let reach = |a: f64, b: f64| (a * a + b * b).sqrt();
    let low = value - reach(p1 - one.low.0, two.high.0 - p2);
    let high = value + reach(one.high.0 - p1, p2 - two.low.0);
    Ok(Estimate { value: Points(value), interval: Ok(Interval { low: Points(low), high: Points(high) }) })
}
