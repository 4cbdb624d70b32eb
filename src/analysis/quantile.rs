//! Percentiles of resampled figures.

use super::Interval;

/// The 2.5 % and 97.5 % percentiles of these figures; none without any.
///
/// Percentiles interpolate linearly between the two nearest figures (type 7 of Hyndman and Fan, 1996, Sample quantiles
/// in statistical packages, *American Statistician* 50, 361–365).
///
/// By hand: 0, 1, … 40 has 1 and 39.
///
/// ```
/// use reflet::analysis::quantile::middle;
/// let ends = middle((0..=40).map(f64::from).collect()).unwrap();
/// assert_eq!((ends.low, ends.high), (1.0, 39.0));
/// ```
pub fn middle(mut figures: Vec<f64>) -> Option<Interval<f64>> {
    figures.sort_unstable_by(f64::total_cmp);
    let last = super::units::count(figures.len().checked_sub(1)?);
    let at = |share: f64| {
        let place = share * f64::from(last);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place among the figures"
        )]
        let below = place as usize;
        let (low, high) = (figures[below], figures[(below + 1).min(figures.len() - 1)]);
        low + (high - low) * (place - place.trunc())
    };
    Some(Interval { low: at(0.025), high: at(0.975) })
}
