//! The interval of a level.

use super::{Degrees, Estimate, Interval, Level, Profile, Shift, Undefined, distribution::student_quantile};

/// The 97.5 % quantile of Student's t distribution.
///
/// By hand: with one degree of freedom it is the quantile of the Cauchy distribution, `tan(0.475 π) = 12.7062`.
///
/// ```
/// let cauchy = reflet::analysis::student::quantile(1);
/// assert!((cauchy - (0.475 * std::f64::consts::PI).tan()).abs() < 1e-8);
/// ```
///
/// Infinite for 0 degrees of freedom.
pub fn quantile(degrees: u32) -> f64 {
    student_quantile(Degrees(f64::from(degrees))).0
}

/// The mean valence of the respondents with its Student 95 % interval.
///
/// ```text
/// m ± t(0.975; n − 1) · s / √n,     s² = Σ (v − m)² / (n − 1)
/// ```
///
/// clipped to the scale, −2…+2. Student (1908), The probable error of a mean, *Biometrika* 6, 1–25. The unit
/// is the respondent: n counts people with a valence, not codings.
///
/// Edge cases: with one respondent, or when all have the same valence, the level exists and its interval is a reason.
///
/// By hand: valences 0, 0, 1 have m = 1/3, s² = 1/3, s/√n = 1/3, and t(0.975; 2) = 4.302653.
///
/// ```
/// use reflet::analysis::{Profile, student};
/// let level = student::level(&Profile::new(vec![0.0, 1.0, 0.0], 0, 0)).unwrap();
/// let ends = level.interval.unwrap();
/// assert!((level.value.0 - 1.0 / 3.0).abs() < 1e-12);
/// assert!((ends.low.0 - (1.0 - 4.302653) / 3.0).abs() < 1e-6);
/// assert!((ends.high.0 - (1.0 + 4.302653) / 3.0).abs() < 1e-6);
/// ```
///
/// # Errors
/// [`Undefined::NoRespondents`], [`Undefined::NotCited`] or [`Undefined::NoValence`] when there is no mean.
pub fn level(profile: &Profile) -> Result<Estimate<Level>, Undefined> {
    let Some(mean) = profile.mean() else { return Err(no_mean(profile)) };
    let count = profile.with_valence();
    let interval = match (count, profile.valences.len()) {
        (1, _) => Err(Undefined::OneRespondent),
        (_, 1) => Err(Undefined::NoVariation),
        _ => {
            let error = (profile.squares(mean) / f64::from(count - 1) / f64::from(count)).sqrt();
            let half = quantile(count - 1) * error;
            Ok(Interval {
                low: Level((mean.0 - half).max(Level::MIN.0)),
                high: Level((mean.0 + half).min(Level::MAX.0)),
            })
        }
    };
    Ok(Estimate { value: mean, interval })
}

/// The terms of the interval of a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// n.
    pub people: u32,
    /// Σ v, on the valence scale.
    pub sum: f64,
    /// s.
    pub spread: Shift,
    /// t(0.975; n − 1).
    pub t: f64,
    /// t · s / √n, which the ends of the scale may cut.
    pub half: Shift,
}

/// The terms of [`level`]; with one respondent, or without any spread, s is 0 or missing and so is the interval.
///
/// ```
/// use reflet::analysis::{Profile, student};
/// let terms = student::terms(&Profile::new(vec![0.0, 1.0, 0.0], 0, 0)).unwrap();
/// assert!(terms.people == 3 && (terms.sum - 1.0).abs() < 1e-12);
/// assert!((terms.spread.0 - (1.0_f64 / 3.0).sqrt()).abs() < 1e-12);
/// assert!((terms.t - 4.302653).abs() < 1e-6 && (terms.half.0 - 4.302653 / 3.0).abs() < 1e-6);
/// assert_eq!(student::terms(&Profile::new(vec![1.0], 0, 0)), None);
/// ```
pub fn terms(profile: &Profile) -> Option<Terms> {
    let (people, error) = (profile.with_valence(), profile.error()?);
    let t = quantile(people - 1);
    Some(Terms {
        people,
        sum: profile.mean()?.0 * f64::from(people),
        spread: profile.spread()?,
        t,
        half: Shift(t * error),
    })
}

/// The reason why a profile has no mean.
pub(super) fn no_mean(profile: &Profile) -> Undefined {
    match (profile.respondents(), profile.without_valence) {
        (0, _) => Undefined::NoRespondents,
        (_, 0) => Undefined::NotCited,
        _ => Undefined::NoValence,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn without_spread_the_interval_is_a_reason() {
        let reason = |valences: &[f64]| level(&Profile::new(valences.to_vec(), 0, 3)).unwrap().interval;
        assert_eq!(reason(&[1.5]), Err(Undefined::OneRespondent));
        assert_eq!(reason(&[1.0, 1.0, 1.0]), Err(Undefined::NoVariation));
        assert!(reason(&[1.0, 1.0, 1.5]).is_ok());
    }

    #[test]
    fn no_valence_is_a_reason() {
        let reason = |without, silent| level(&Profile::new(Vec::new(), without, silent)).map(|e| e.value);
        assert_eq!(reason(0, 0), Err(Undefined::NoRespondents));
        assert_eq!(reason(0, 4), Err(Undefined::NotCited));
        assert_eq!(reason(2, 4), Err(Undefined::NoValence));
    }

    #[test]
    fn the_interval_stays_on_the_scale() {
        let ends = level(&Profile::new(vec![-2.0, 2.0], 0, 0)).unwrap().interval.unwrap();
        assert_eq!((ends.low, ends.high), (Level(-2.0), Level(2.0)));
    }
}
