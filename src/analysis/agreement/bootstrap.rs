//! The bootstrap interval of α.

use reflet_resample::Stream;

use super::{Distance, Incomparable, Units, alpha, alpha::Distances};
use crate::analysis::{Alpha, Interval, quantile::middle};
use crate::model::MomentId;

/// The settings of one bootstrap: its random stream, and the number of resamples.
pub struct Bootstrap {
    stream: Stream,
    resamples: u32,
}

impl Bootstrap {
    /// The bootstrap of a moment's α under a seed, or of the tag sets, which have no moment.
    ///
    /// The stream depends on these alone, so that coding one moment never moves another's figures.
    pub fn new(seed: u64, moment: Option<MomentId>, resamples: u32) -> Self {
        let place = moment.map_or(0, |moment| u64::from(moment.0) + 1);
        // The bit keeps these apart from the streams of the mirror.
        Self { stream: Stream::new(seed, place | 1 << 62), resamples }
    }

    /// A random unit below `number`; probabilities are equal up to 2⁻³².
    fn unit(&mut self, number: u32) -> usize {
        let wide = u64::from(number) * (self.stream.bits() >> 32);
        // The product is below number · 2³², so the result is below `number`.
        usize::try_from(wide >> 32).unwrap_or_default()
    }
}

/// The percentile bootstrap 95 % interval of [`alpha()`]: units are drawn with replacement, as many as there are.
///
/// Efron, B. and Tibshirani, R. (1993), *An Introduction to the Bootstrap*, chapter 13. Percentiles interpolate linearly
/// (Hyndman and Fan's type 7). A resample without variation has no α and is left out; if α itself lies outside the
/// percentiles, the interval is widened to it. The cost grows with the units and, per resample, with the patterns in
/// which they were judged and the square of the number of different judgements.
///
/// Edge cases: with one unit, or if every resample gives the same α, the interval is a reason: agreement on three units
/// is no proof that coders always agree.
///
/// ```
/// use reflet::analysis::agreement::{Distance, Bootstrap, Incomparable, Units, alpha, interval};
/// let units = Units::new([vec![1, 1], vec![2, 2], vec![1, 2], vec![2, 2], vec![1, 1]]);
/// let found = alpha(&units, &Distance::Nominal)?;
/// let ends = interval(&units, &Distance::Nominal, Bootstrap::new(1, None, 500))?;
/// assert!(ends.low < found && found < ends.high && ends.high.0 == 1.0);
/// let agreed = Units::new([vec![1, 1], vec![2, 2], vec![1, 1]]);
/// let none = interval(&agreed, &Distance::Nominal, Bootstrap::new(1, None, 500));
/// assert_eq!(none.err(), Some(Incomparable::NoSpread));
/// # Ok::<(), Incomparable>(())
/// ```
///
/// # Errors
/// Those of [`alpha()`], and [`Incomparable::NoSpread`].
pub fn interval<T: PartialEq>(
    units: &Units<T>,
    distance: &Distance<T>,
    mut bootstrap: Bootstrap,
) -> Result<Interval<Alpha>, Incomparable> {
    let found = alpha(units, distance)?;
    let distances = Distances::new(units, distance);
    let each = || units.patterns.iter().enumerate();
    let pattern_of_unit: Vec<usize> =
        each().flat_map(|(kind, pattern)| (0..pattern.units).map(move |_| kind)).collect();
    let number = units.number();
    let alphas: Vec<f64> = (0..bootstrap.resamples)
        .filter_map(|_| {
            let mut weights = vec![0; units.patterns.len()];
            for _ in 0..number {
                weights[pattern_of_unit[bootstrap.unit(number)]] += 1;
            }
            distances.alpha(units, &weights).map(|alpha| alpha.0)
        })
        .collect();
    match middle(alphas) {
        Some(ends) if ends.low < ends.high => {
            Ok(Interval { low: Alpha(ends.low.min(found.0)), high: Alpha(ends.high.max(found.0)) })
        }
        _ => Err(Incomparable::NoSpread),
    }
}
