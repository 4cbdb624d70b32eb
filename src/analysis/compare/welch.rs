//! The difference of two levels.

use crate::analysis::{
    Degrees, Deviate, Estimate, Interval, Level, Probability, Profile, Shift, Undefined,
    distribution::{student_quantile, student_tails},
    student::no_mean,
};

use super::Tested;

/// The level of the first group minus that of the second, with Welch's 95 % interval and two-sided p.
///
/// ```text
/// d = m₁ − m₂      e² = s₁²/n₁ + s₂²/n₂      ν = e⁴ / ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1))
/// d ± t(0.975; ν) · e                        p = P(|T| ≥ |d| / e),  T with ν degrees of freedom
/// ```
///
/// Welch, B. L. (1947), The generalization of "Student's" problem when several different population variances are
/// involved, *Biometrika* 34, 28–35. The two variances may differ. The unit is the respondent; the groups must not share
/// any.
///
/// Units: the valence scale. The interval is not clipped to −4…+4: an end beyond shows how little the data determine.
///
/// Edge cases: with one respondent in a group, or when all of a group have the same valence, the difference exists and
/// its interval and p are a reason, as for the level of that group. Two equal valences would otherwise count as a mean
/// known exactly: of such pairs against thirty others from the same population, seven in ten had p ≤ 0.05 in a
/// simulation.
///
/// By hand: 0, 2 against −2, 0 has m = 1 and −1, s² = 2 twice, e² = 2, ν = 2, hence 2 ± 4.302653 · √2.
///
/// ```
/// use reflet::analysis::{Profile, compare::welch};
/// let group = |valences: &[f64]| Profile::new(valences.to_vec(), 0, 0);
/// let found = welch::difference(&group(&[0.0, 2.0]), &group(&[-2.0, 0.0]))?;
/// let ends = found.estimate.interval?;
/// assert_eq!(found.estimate.value.0, 2.0);
/// assert!((ends.low.0 - (2.0 - 4.302653 * 2.0_f64.sqrt())).abs() < 1e-6);
/// // With two degrees of freedom p = 1 − t / √(2 + t²), and t = √2.
/// assert!((found.p?.0 - (1.0 - 0.5_f64.sqrt())).abs() < 1e-12);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
///
/// # Errors
/// [`Undefined::NoRespondents`], [`Undefined::NotCited`] or [`Undefined::NoValence`] of the first group without a mean.
pub fn difference(first: &Profile, second: &Profile) -> Result<Tested<Shift>, Undefined> {
    let [one, two] = [first, second].map(|group| group.mean().ok_or_else(|| no_mean(group)));
    let (one, two) = (one?, two?);
    let shift = Shift(one.0 - two.0);
    Ok(match error(first, second) {
        Ok((error, degrees)) => student(Shift, shift.0, error.0, degrees),
        Err(reason) => Tested::untested(shift, reason),
    })
}

/// The standard error of [`difference`], and its degrees of freedom.
///
/// # Errors
/// The reason why that difference has no interval: a mean is missing, or a group has one respondent or no variation.
pub fn error(first: &Profile, second: &Profile) -> Result<(Shift, Degrees), Undefined> {
    let share_of = |group: &Profile| share(group, group.mean().ok_or_else(|| no_mean(group))?);
    let (a, b) = (share_of(first)?, share_of(second)?);
    let degrees = (a.0 + b.0) * (a.0 + b.0) / (a.0 * a.0 / a.1 + b.0 * b.0 / b.1);
    Ok((Shift((a.0 + b.0).sqrt()), Degrees(degrees)))
}

/// What the interval of a difference is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// e.
    pub error: Shift,
    /// ν.
    pub degrees: Degrees,
    /// t(0.975; ν).
    pub t: f64,
    /// t · e.
    pub half: Shift,
}

/// The terms of [`difference`].
///
/// ```
/// use reflet::analysis::{Profile, compare::welch};
/// let group = |valences: &[f64]| Profile::new(valences.to_vec(), 0, 0);
/// let terms = welch::terms(&group(&[0.0, 2.0]), &group(&[-2.0, 0.0]))?;
/// assert!((terms.error.0 - 2.0_f64.sqrt()).abs() < 1e-12 && (terms.degrees.0 - 2.0).abs() < 1e-12);
/// assert!((terms.half.0 - 4.302653 * 2.0_f64.sqrt()).abs() < 1e-6);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
///
/// # Errors
/// As [`error`].
pub fn terms(first: &Profile, second: &Profile) -> Result<Terms, Undefined> {
    let (error, degrees) = error(first, second)?;
    let t = student_quantile(degrees).0;
    Ok(Terms { error, degrees, t, half: Shift(t * error.0) })
}

/// The squared standard error of the mean of a group, and its degrees of freedom.
fn share(group: &Profile, mean: Level) -> Result<(f64, f64), Undefined> {
    let count = f64::from(spread(group)?);
    Ok((group.squares(mean) / (count - 1.0) / count, count - 1.0))
}

/// The number of respondents with a valence, if their variance can be estimated.
pub(super) fn spread(group: &Profile) -> Result<u32, Undefined> {
    match (group.with_valence(), group.valences.len()) {
        (0 | 1, _) => Err(Undefined::OneRespondent),
        (_, 1) => Err(Undefined::NoVariation),
        (count, _) => Ok(count),
    }
}

/// A figure with an interval at 95 % and a two-sided p from its standard error, which is not 0.
pub(super) fn student<T>(unit: fn(f64) -> T, value: f64, error: f64, degrees: Degrees) -> Tested<T> {
    let half = student_quantile(degrees).0 * error;
    let interval = Interval { low: unit(value - half), high: unit(value + half) };
    let p = positive(student_tails(Deviate(value / error), degrees));
    Tested { estimate: Estimate { value: unit(value), interval: Ok(interval) }, p: Ok(p) }
}

/// A p-value above 0: one that underflows becomes the smallest positive number.
pub(super) fn positive(p: Probability) -> Probability {
    Probability(p.0.clamp(f64::MIN_POSITIVE, 1.0))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn group(valences: &[f64]) -> Profile {
        Profile::new(valences.to_vec(), 0, 3)
    }

    #[test]
    fn without_spread_the_test_is_a_reason() {
        let reason = |one: &[f64], two: &[f64]| {
            let found = difference(&group(one), &group(two)).unwrap();
            assert_eq!(found.estimate.interval.err(), found.p.err());
            found.p.err()
        };
        assert_eq!(reason(&[1.0], &[0.0, 1.0]), Some(Undefined::OneRespondent));
        assert_eq!(reason(&[0.0, 1.0], &[1.0]), Some(Undefined::OneRespondent));
        assert_eq!(reason(&[1.0, 1.0], &[0.0, 1.0]), Some(Undefined::NoVariation));
        assert_eq!(reason(&[1.0, 0.0], &[-1.0, -1.0]), Some(Undefined::NoVariation));
        assert_eq!(reason(&[1.0, 0.0], &[-1.0, 0.0]), None);
    }

    #[test]
    fn without_a_level_there_is_no_difference() {
        let (some, silent) = (group(&[1.0, 2.0]), Profile::new(Vec::new(), 0, 3));
        let (mute, nobody) = (Profile::new(Vec::new(), 1, 3), Profile::default());
        assert_eq!(difference(&some, &silent), Err(Undefined::NotCited));
        assert_eq!(difference(&mute, &some), Err(Undefined::NoValence));
        assert_eq!(difference(&nobody, &silent), Err(Undefined::NoRespondents));
    }

    #[test]
    fn an_interval_may_leave_the_scale() {
        let found = difference(&group(&[-2.0, 2.0]), &group(&[2.0, 1.0])).unwrap();
        assert!(found.estimate.interval.unwrap().low.0 < -4.0);
    }
}
