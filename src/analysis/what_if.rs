//! What the overall level of a side would become if one moment had another level.

use super::{Estimate, Interval, Level, Shift, SideSummary, Undefined, student::quantile};

/// How far the first target stands from the level, on the shown scale.
const STEP: f64 = 20.0;

/// By how much the overall level of a side would change if the level of a moment came to `target`.
///
/// The overall level weighs each moment by its respondents, so with n respondents of level l among T pairs of a
/// respondent and a moment,
///
/// ```text
/// Δ = (n · target − S) / T        S = Σ v over its respondents;   n (target − l) / T
/// ```
///
/// The interval is that of a ratio of sums over respondents (Cochran, 1977, *Sampling Techniques*, §2.11): with x the
/// respondent's target − v (0 for those without the moment) and t their number of moments,
///
/// ```text
/// s² = N/(N − 1) · Σ (x − Δ t)² / T²       Δ ± t(0.975; n) · s
/// ```
///
/// with n degrees of freedom: most of the spread comes from the moment's n respondents, and it is taken around Δ t,
/// which is not their own mean, so no degree of freedom is lost. (In `tests/simulation/what_if.rs` it holds the true
/// change 95 to 96 times of 100 whatever n; with n − 1, 97 times below five respondents.) Units: valence scale. This is
/// arithmetic on the mean, not a causal claim. With one respondent there is no interval.
///
/// By hand: two respondents with one moment each, 0 and 1, moved to 2: Δ = (4 − 1)/2 = 1.5; x = 2, 1; t = 1, 1;
/// s² = 2 · (0.25 + 0.25)/4 = 0.25.
///
/// ```
/// use reflet::analysis::{Level, what_if::{Sums, change}};
/// let (moments, cross_sums) = ((2.0, 2.0), (2.0, 1.0));
/// let sums = Sums { respondents: 2, moments, with_level: 2, sum: 1.0, squares: 1.0, cross_sums };
/// let change = change(&sums, Level(2.0)).unwrap();
/// assert!((change.value.0 - 1.5).abs() < 1e-12);
/// assert!((change.interval.unwrap().high.0 - (1.5 + 4.302_652_730 * 0.5)).abs() < 1e-8);
/// ```
///
/// # Errors
/// [`Undefined::NoValence`] if nobody has a level for the moment.
pub fn change(sums: &Sums, target: Level) -> Result<Estimate<Level>, Undefined> {
    let Sums {
        respondents,
        moments: (all, all_squares),
        with_level,
        sum,
        squares,
        cross_sums: (moments, products),
    } = *sums;
    if with_level == 0 || all <= 0.0 {
        return Err(Undefined::NoValence);
    }
    let (n, people) = (f64::from(with_level), f64::from(respondents));
    let value = (n * target.0 - sum) / all;
    if with_level < 2 {
        return Ok(Estimate { value: Level(value), interval: Err(Undefined::OneRespondent) });
    }
    let own = n * target.0 * target.0 - 2.0 * target.0 * sum + squares;
    let shared = target.0 * moments - products;
    // Rounding may leave it slightly negative.
    let squared = (own - 2.0 * value * shared + value * value * all_squares).max(0.0);
    let error = (people / (people - 1.0) * squared).sqrt() / all;
    let half = quantile(with_level) * error;
    let interval = Interval { low: Level(value - half), high: Level(value + half) };
    Ok(Estimate { value: Level(value), interval: Ok(interval) })
}

/// A change, with the terms of its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worked {
    /// Δ.
    pub value: Level,
    /// Its interval.
    pub interval: Result<(Interval<Level>, Terms), Undefined>,
}

/// The terms of the interval of a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// t(0.975; n).
    pub t: f64,
    /// s.
    pub error: Shift,
    /// t · s.
    pub half: Shift,
}

/// The change of [`change`] with the terms of its interval; without an interval where all are at the target: that is none
/// around it.
///
/// ```
/// use reflet::analysis::{Level, Undefined, what_if::{Sums, worked}};
/// let sums = Sums { respondents: 2, moments: (2.0, 2.0), with_level: 2, sum: 1.0, squares: 1.0, cross_sums: (2.0, 1.0) };
/// let (_, terms) = worked(&sums, Level(2.0))?.interval?;
/// assert!((terms.error.0 - 0.5).abs() < 1e-9 && (terms.half.0 - 4.302_653 * 0.5).abs() < 1e-6);
/// let alike = Sums { sum: 2.0, squares: 2.0, cross_sums: (2.0, 2.0), ..sums };
/// assert_eq!(worked(&alike, Level(1.0))?.interval, Err(Undefined::NoVariation));
/// # Ok::<(), Undefined>(())
/// ```
///
/// # Errors
/// As [`change`].
pub fn worked(sums: &Sums, target: Level) -> Result<Worked, Undefined> {
    let Estimate { value, interval } = change(sums, target)?;
    let interval = interval.and_then(|ends| {
        let half = (ends.high.0 - ends.low.0) / 2.0;
        if half.abs() < 5e-10 {
            return Err(Undefined::NoVariation);
        }
        let t = quantile(sums.with_level);
        Ok((ends, Terms { t, error: Shift(half / t), half: Shift(half) }))
    });
    Ok(Worked { value, interval })
}

/// A level to look at first: a step up that one would notice, or down where there is no room above. On the shown scale.
///
/// ```
/// use reflet::analysis::{Level, what_if::first_target};
/// assert_eq!([0.5, 1.6, 1.7].map(|level| first_target(Level(level))), [45.0, 100.0, 65.0]);
/// ```
pub fn first_target(level: Level) -> f64 {
    let level = level.shown().round();
    if level + STEP <= Level::MAX.shown() { level + STEP } else { level - STEP }
}

/// The sums over the respondents of a side that a change of one moment is computed from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// N.
    pub respondents: u32,
    /// The sum of the respondents' numbers of moments with a level, and of their squares.
    pub moments: (f64, f64),
    /// Respondents with a level for the moment.
    pub with_level: u32,
    /// The sum of these levels.
    pub sum: f64,
    /// The sum of their squares.
    pub squares: f64,
    /// Over these respondents: the sum of their numbers of moments, and of level × number.
    pub cross_sums: (f64, f64),
}

impl Sums {
    /// The sums for the row at that place; none beyond the last.
    pub fn new(summary: &SideSummary, measures: &super::Measures, place: usize) -> Option<Self> {
        let cross_sums = summary.cross_sums.get(place)?;
        let classes = || measures.profile.valences.iter().map(|(level, people)| (*level, f64::from(*people)));
        Some(Self {
            respondents: summary.respondents,
            moments: summary.moments,
            with_level: measures.with_valence,
            sum: classes().map(|(level, people)| level * people).sum(),
            squares: classes().map(|(level, people)| level * level * people).sum(),
            cross_sums: (cross_sums.moments, cross_sums.products),
        })
    }
}
