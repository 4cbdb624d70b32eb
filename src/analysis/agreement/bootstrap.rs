//! The interval of α.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Distance, Incomparable, Units, alpha, alpha::Apart};
use crate::analysis::{Alpha, Interval};
use crate::model::MomentId;

/// The random numbers of one α and how many resamples to draw from them.
pub struct Draws {
    stream: Xoshiro256PlusPlus,
    resamples: u32,
}

impl Draws {
    /// The stream of that moment under that seed, or of the tag sets, which have none.
    ///
    /// Derived from nothing else, so that coding one moment never moves another's figures.
    pub fn new(seed: u64, moment: Option<MomentId>, resamples: u32) -> Self {
        let place = moment.map_or(0, |moment| u64::from(moment.0) + 1);
        // Filling the state goes through SplitMix64, so that seeds which differ by one bit give unrelated streams.
        let base = Xoshiro256PlusPlus::seed_from_u64(seed).next_u64();
        Self { stream: Xoshiro256PlusPlus::seed_from_u64(base ^ place), resamples }
    }

    /// One of `number` units, each as likely as the others up to 2⁻³².
    fn unit(&mut self, number: u32) -> usize {
        let wide = u64::from(number) * (self.stream.next_u64() >> 32);
        // Below `number`, because the factor is below 2³².
        usize::try_from(wide >> 32).unwrap_or_default()
    }
}

/// The percentile bootstrap 95 % interval of [`alpha()`]: units are drawn with replacement, as many as there are.
///
/// Efron, B. and Tibshirani, R. (1993), *An Introduction to the Bootstrap*, chapter 13. Percentiles interpolate linearly
/// (Hyndman and Fan's type 7). A resample without variation has no α and is left out; where the percentiles do
/// not hold α itself, the interval reaches to it. The cost grows with the units and, per resample, with the ways in
/// which they were judged and the square of the judgements that occur.
///
/// Edge cases: with one unit, or if every resample gives the same α, the interval is a reason: three units on which all
/// agree are no proof that coders always would.
///
/// ```
/// use reflet::analysis::agreement::{Distance, Draws, Incomparable, Units, alpha, interval};
/// let units = Units::new([vec![1, 1], vec![2, 2], vec![1, 2], vec![2, 2], vec![1, 1]]);
/// let found = alpha(&units, &Distance::Nominal)?;
/// let ends = interval(&units, &Distance::Nominal, Draws::new(1, None, 500))?;
/// assert!(ends.low < found && found < ends.high && ends.high.0 == 1.0);
/// let agreed = Units::new([vec![1, 1], vec![2, 2], vec![1, 1]]);
/// let none = interval(&agreed, &Distance::Nominal, Draws::new(1, None, 500));
/// assert_eq!(none.err(), Some(Incomparable::NoSpread));
/// # Ok::<(), Incomparable>(())
/// ```
///
/// # Errors
/// Those of [`alpha()`], and [`Incomparable::NoSpread`].
pub fn interval<T: PartialEq>(
    units: &Units<T>,
    distance: &Distance<T>,
    mut draws: Draws,
) -> Result<Interval<Alpha>, Incomparable> {
    let found = alpha(units, distance)?;
    let apart = Apart::new(units, distance);
    let each = || units.patterns.iter().enumerate();
    let kinds: Vec<usize> =
        each().flat_map(|(kind, pattern)| (0..pattern.units).map(move |_| kind)).collect();
    let number = units.number();
    let mut alphas: Vec<f64> = (0..draws.resamples)
        .filter_map(|_| {
            let mut weights = vec![0; units.patterns.len()];
            for _ in 0..number {
                weights[kinds[draws.unit(number)]] += 1;
            }
            apart.alpha(units, &weights).map(|alpha| alpha.0)
        })
        .collect();
    alphas.sort_unstable_by(f64::total_cmp);
    match (alphas.first(), alphas.last()) {
        (Some(lowest), Some(highest)) if lowest < highest => Ok(Interval {
            low: Alpha(percentile(&alphas, 25).min(found.0)),
            high: Alpha(percentile(&alphas, 975).max(found.0)),
        }),
        _ => Err(Incomparable::NoSpread),
    }
}

/// The value below which that many thousandths of the sorted values lie, type 7; there is at least one value.
fn percentile(sorted: &[f64], thousandths: usize) -> f64 {
    // In whole numbers: where between which two values.
    let reach = (sorted.len() - 1) * thousandths;
    let (below, part) = (reach / 1000, reach % 1000);
    let low = sorted[below];
    let high = sorted[(below + 1).min(sorted.len() - 1)];
    low + (high - low) * f64::from(u16::try_from(part).unwrap_or_default()) / 1000.0
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn percentiles_interpolate() {
        let found = [0, 25, 500, 975, 1000].map(|at| percentile(&[1.0, 2.0, 3.0, 5.0], at));
        let expected = [1.0, 1.075, 2.5, 4.85, 5.0];
        assert!(found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-12));
        assert!((percentile(&[7.0], 975) - 7.0).abs() < 1e-12);
    }

    #[test]
    fn streams_differ_by_seed_and_moment() {
        let judged = |unit: u32| vec![unit % 3, if unit.is_multiple_of(4) { 0 } else { unit % 3 }];
        let units = Units::new((0..40).map(judged));
        let ends =
            |seed, moment| interval(&units, &Distance::Nominal, Draws::new(seed, moment, 200)).unwrap();
        let first = ends(1, None);
        assert_eq!(first, ends(1, None));
        for other in [ends(2, None), ends(1, Some(MomentId(0))), ends(1, Some(MomentId(1)))] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn too_little_to_judge_by_is_a_reason() {
        let found =
            |units: Vec<Vec<u32>>| interval(&Units::new(units), &Distance::Nominal, Draws::new(1, None, 50));
        assert_eq!(found(vec![vec![1]]).err(), Some(Incomparable::NoOverlap));
        assert_eq!(found(vec![vec![1, 1], vec![1, 1]]).err(), Some(Incomparable::NoVariation));
        assert_eq!(found(vec![vec![1, 2]]).err(), Some(Incomparable::NoSpread));
        let undrawn =
            interval(&Units::new([vec![1, 1], vec![1, 2]]), &Distance::Nominal, Draws::new(1, None, 0));
        assert_eq!(undrawn.err(), Some(Incomparable::NoSpread));
    }
}
