//! Differences within people who answered twice.

use crate::analysis::{Degrees, Estimate, Interval, Points, Shift, Undefined, wilson};

use super::{Incomparable, Tested, fisher, rounded_profile, welch};

/// People who answered twice, by when they cite the moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// Both times.
    pub both: u32,
    /// The first time only.
    pub first: u32,
    /// The second time only.
    pub second: u32,
    /// Never.
    pub neither: u32,
}

/// How much more often these people cite the first time than the second, with Newcombe's 95 % interval for paired
/// proportions and `McNemar`'s exact p.
///
/// With `p` the two frequencies, `l`, `u` the ends of their Wilson intervals, and φ the correlation of the two answers,
///
/// ```text
/// d = p₁ − p₂ = (first − second) / n
/// d − √(a² − 2φab + b²),  a = p₁ − l₁, b = u₂ − p₂   …   d + √(a² − 2φab + b²),  a = u₁ − p₁, b = p₂ − l₂
/// φ = (both · neither − first · second) / √(product of the four margins)
/// ```
///
/// where a positive numerator of φ is lowered by n/2, not below 0, and φ is 0 if a margin is. Newcombe, R. G. (1998),
/// Improved confidence intervals for the difference between binomial proportions based on paired data, *Statistics in
/// Medicine* 17, 2635–2650, method 10. p depends only on those who changed: [`fisher::sign`].
///
/// By hand: 10 people who never cite give `2 · 0 · neither = 0` for φ, so the interval of two independent groups,
/// ± 0.2775.
///
/// ```
/// use reflet::analysis::compare::paired::{Pairs, frequency};
/// let found = frequency(Pairs { neither: 10, ..Pairs::default() })?;
/// let ends = found.estimate.interval?;
/// assert!((ends.high.0 - 0.2775).abs() < 5e-5 && (ends.low.0 + 0.2775).abs() < 5e-5);
/// assert_eq!(found.p?.0, 1.0);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
///
/// # Errors
/// [`Undefined::NoRespondents`] without a pair.
pub fn frequency(pairs: Pairs) -> Result<Tested<Points>, Undefined> {
    let Pairs { both, first, second, neither } = pairs;
    let people = both + first + second + neither;
    if people == 0 {
        return Err(Undefined::NoRespondents);
    }
    let total = f64::from(people);
    let [(p1, one), (p2, two)] = [both + first, both + second]
        .map(|cited| (f64::from(cited) / total, wilson::interval(cited, people)));
    let value = (f64::from(first) - f64::from(second)) / total;
    let phi = correlation(pairs);
    // When φ is 1, this is the square of a difference, which rounding may leave below 0.
    let reach = |a: f64, b: f64| (a * a - 2.0 * phi * a * b + b * b).max(0.0).sqrt();
    let low = value - reach(p1 - one.low.0, two.high.0 - p2);
    let high = value + reach(one.high.0 - p1, p2 - two.low.0);
    let interval = Interval { low: Points(low), high: Points(high) };
    let estimate = Estimate { value: Points(value), interval: Ok(interval) };
    Ok(Tested { estimate, p: Ok(fisher::sign(first, second)) })
}

fn correlation(pairs: Pairs) -> f64 {
    let [both, first, second, neither] =
        [pairs.both, pairs.first, pairs.second, pairs.neither].map(f64::from);
    let margins = [both + first, second + neither, both + second, first + neither];
    let product: f64 = margins.iter().product();
    let cross = both * neither - first * second;
    let half = (both + first + second + neither) / 2.0;
    let corrected = if cross > 0.0 { (cross - half).max(0.0) } else { cross };
    if product > 0.0 { corrected / product.sqrt() } else { 0.0 }
}

/// The mean of the differences of these people, each their valence the first time minus the second, with Student's
/// 95 % interval and two-sided p.
///
/// ```text
/// m ± t(0.975; n − 1) · s / √n      over the n differences
/// ```
///
/// Student (1908), The probable error of a mean, *Biometrika* 6, 1–25. Units: the valence scale, not clipped to −4…+4.
/// Edge cases: with one pair, or when all differences are equal, the mean exists and its interval and p are a reason.
///
/// By hand: differences 0, 0, 1 have m = 1/3 and s/√n = 1/3, so t = 1, and 1/3 ± 4.302653/3.
///
/// ```
/// use reflet::analysis::compare::paired::level;
/// let found = level(&[(1.0, 1.0), (0.5, 0.5), (2.0, 1.0)]).unwrap();
/// assert!((found.estimate.interval?.high.0 - (1.0 + 4.302653) / 3.0).abs() < 1e-6);
/// // With two degrees of freedom p = 1 − t / √(2 + t²).
/// assert!((found.p?.0 - (1.0 - 1.0 / 3.0_f64.sqrt())).abs() < 1e-8);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
///
/// # Errors
/// [`Incomparable::NobodyTwice`] without a pair.
pub fn level(pairs: &[(f64, f64)]) -> Result<Tested<Shift>, Incomparable> {
    let differences = rounded_profile(pairs.iter().map(|(first, second)| first - second));
    let Some(mean) = differences.mean() else { return Err(Incomparable::NobodyTwice) };
    Ok(match welch::spread(&differences) {
        Ok(people) => {
            let degrees = f64::from(people - 1);
            let error = (differences.squares(mean) / degrees / f64::from(people)).sqrt();
            welch::student(Shift, mean.0, error, Degrees(degrees))
        }
        Err(reason) => Tested::untested(Shift(mean.0), reason),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_difference_and_swapping_the_times_negates_it() {
        for seed in 0..256_u32 {
            let [both, first, second, neither] =
                [seed % 4, seed / 4 % 4, seed / 16 % 4, seed / 64].map(|n| n * n);
            let pairs = Pairs { both, first, second, neither };
            let Ok(found) = frequency(pairs) else {
                assert_eq!(seed, 0);
                continue;
            };
            let turned = frequency(Pairs { first: second, second: first, ..pairs }).unwrap();
            let (ends, back) = (found.estimate.interval.unwrap(), turned.estimate.interval.unwrap());
            let value = found.estimate.value.0;
            assert!(ends.low.0 <= value && value <= ends.high.0, "{pairs:?}");
            assert!((ends.low.0 + back.high.0).abs() < 1e-15 && (ends.high.0 + back.low.0).abs() < 1e-15);
            assert_eq!(found.p, turned.p);
        }
    }

    #[test]
    fn without_spread_the_test_is_a_reason() {
        assert_eq!(frequency(Pairs::default()), Err(Undefined::NoRespondents));
        assert_eq!(level(&[]), Err(Incomparable::NobodyTwice));
        assert_eq!(level(&[(1.0, 0.0)]).unwrap().p, Err(Undefined::OneRespondent));
        let third = 1.0 / 3.0;
        let alike = level(&[(0.1 + third, third), (0.1, 0.0), (2.0, 1.9)]).unwrap();
        assert_eq!(alike.p, Err(Undefined::NoVariation), "rounding is no spread");
    }
}
