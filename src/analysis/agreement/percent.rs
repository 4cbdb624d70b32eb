//! Percent agreement.

use super::{Incomparable, Units};
use crate::analysis::Proportion;

/// The share of pairs of judgements of one unit that are the same.
///
/// ```text
/// Σ_u Σ_c n_uc (n_uc − 1)  /  Σ_u m_u (m_u − 1)
/// ```
///
/// with `n_uc` of the `m_u` judgements of unit u being c. With two coders it is the share of units on which they agree.
/// Agreement by chance counts too: two coders who both seldom use a moment agree nearly always.
///
/// Units: a proportion, 0…1. By hand: two of three.
///
/// ```
/// use reflet::analysis::agreement::{Units, percent};
/// let units = Units::new([vec![true, true], vec![false, false], vec![true, false]]);
/// assert!((percent(&units)?.0 - 2.0 / 3.0).abs() < 1e-12);
/// # Ok::<(), reflet::analysis::agreement::Incomparable>(())
/// ```
///
/// # Errors
/// [`Incomparable::NoOverlap`] if no unit has two judgements.
pub fn percent<T>(units: &Units<T>) -> Result<Proportion, Incomparable> {
    let pairs = |number: u32| f64::from(number) * (f64::from(number) - 1.0);
    // Whole numbers, so that no order changes a bit.
    let (mut same, mut all) = (0.0, 0.0);
    for pattern in &units.patterns {
        let number = f64::from(pattern.units);
        same += number * pattern.given.iter().map(|(_, count)| pairs(*count)).sum::<f64>();
        all += number * pairs(pattern.judgements);
    }
    if all > 0.0 { Ok(Proportion(same / all)) } else { Err(Incomparable::NoOverlap) }
}
