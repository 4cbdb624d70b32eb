//! Trends of frequencies and levels over all waves.

use std::collections::BTreeMap;

use crate::analysis::{
    Degrees, Deviate, Estimate, Filter, Level, Measured, Measures, Mirror, Probability, Profile, Proportion,
    SideSummary, Slope, Undefined, distribution::normal_tails, measure, units::count,
};
use crate::model::{MomentId, Project, Respondent, Side};

use super::{Incomparable, Tested, welch};

/// The fewest waves of a trend; two make a difference.
pub const FEWEST: usize = 3;
/// Residual squares below this share of all squares are rounding errors.
const ROUNDING: f64 = 1e-18;

/// One moment of one side over the waves.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Per wave, the frequency.
    pub frequencies: Vec<Result<Estimate<Proportion>, Undefined>>,
    /// Per wave, the level.
    pub levels: Vec<Result<Estimate<Level>, Undefined>>,
    /// The test for a rising or falling frequency.
    pub frequency: Result<Direction, Incomparable>,
    /// The slope of the level per wave.
    pub level: Result<Tested<Slope>, Incomparable>,
}

/// A test for trend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Direction {
    /// The test statistic; positive if the frequency rises.
    pub z: Deviate,
    /// The two-sided p-value.
    pub p: Probability,
}

/// Both sides of one moment over the waves.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The moment.
    pub moment: MomentId,
    /// Clients.
    pub client: Trend,
    /// Employees.
    pub employee: Trend,
}

/// All moments over the waves.
#[derive(Clone, Debug, PartialEq)]
pub struct Trends {
    /// The waves, in order.
    pub waves: Vec<String>,
    /// Waves in which clients have a coded answer.
    pub client_waves: u32,
    /// Waves in which employees have a coded answer.
    pub employee_waves: u32,
    /// Named clients who are in several waves. The tests take answers in different waves as independent, so with many of
    /// these, p-values are only approximate.
    pub recurring_clients: u32,
    /// Named employees who are in several waves.
    pub recurring_employees: u32,
    /// Every moment, in journey order.
    pub rows: Vec<Row>,
}

/// The trends of every moment over the waves of a project, in the order of [`Project::waves`], inside the rest of a
/// filter.
///
/// Time is the place of a wave in that order, one step between neighbours; waves without respondents keep their place.
/// Frequencies are tested by [`frequency`], levels by [`level`].
pub fn trends(project: &Project, rest: &Filter) -> Trends {
    let filters = filters(project, rest);
    let measured: Vec<Measured> = filters.iter().map(|filter| measure(project, filter)).collect();
    of(&filters, &measured)
}

/// The filter of each wave of a project, in order, inside the rest of a filter.
pub fn filters(project: &Project, rest: &Filter) -> Vec<Filter> {
    let waves = project.waves().into_iter();
    waves.map(|wave| Filter { wave: Some(wave.to_owned()), ..rest.clone() }).collect()
}

/// [`trends`] of waves that are measured already, under each of [`filters`].
pub fn of(filters: &[Filter], measured: &[Measured]) -> Trends {
    let moments = measured.first().into_iter().flat_map(|wave| &wave.mirror.rows);
    let rows = moments.enumerate().map(|(place, row)| {
        let rows = || measured.iter().filter_map(move |wave| wave.mirror.rows.get(place));
        Row {
            moment: row.moment,
            client: Trend::new(rows().map(|row| &row.client)),
            employee: Trend::new(rows().map(|row| &row.employee)),
        }
    });
    let rows = rows.collect();
    let [recurring_clients, recurring_employees] = recurring(measured);
    let with = |of: fn(&Mirror) -> &SideSummary| {
        count(measured.iter().filter(|wave| of(&wave.mirror).respondents > 0).count())
    };
    let [client_waves, employee_waves] = [with(|mirror| &mirror.client), with(|mirror| &mirror.employee)];
    let waves = filters.iter().filter_map(|filter| filter.wave.clone()).collect();
    Trends { waves, client_waves, employee_waves, recurring_clients, recurring_employees, rows }
}

/// Per side, the named and coded people who are in several waves.
fn recurring(measured: &[Measured]) -> [u32; 2] {
    let mut waves: BTreeMap<(Side, &str), u32> = BTreeMap::new();
    for Measured { scope, .. } in measured {
        for (person, coded) in scope.people.iter().zip(&scope.coded) {
            if let (Respondent::Named(side, name), Some(_)) = (person, coded) {
                *waves.entry((*side, *name)).or_default() += 1;
            }
        }
    }
    Side::BOTH.map(|side| count(waves.iter().filter(|((of, _), waves)| *of == side && **waves > 1).count()))
}

impl Trend {
    fn new<'a>(waves: impl Iterator<Item = &'a Measures> + Clone) -> Self {
        let counts: Vec<(u32, u32)> =
            waves.clone().map(|wave| (wave.cited, wave.profile.respondents())).collect();
        let profiles: Vec<&Profile> = waves.clone().map(|wave| &wave.profile).collect();
        Self {
            frequencies: waves.clone().map(|wave| wave.frequency).collect(),
            levels: waves.map(|wave| wave.level).collect(),
            frequency: frequency(&counts),
            level: level(&profiles),
        }
    }
}

/// Whether a frequency rises or falls over waves of `(cited, respondents)`: the test of Cochran and Armitage.
///
/// With `t` the places of the waves, `x` of `n` respondents who cite, `N` all respondents and `p` the share of all,
///
/// ```text
/// z = Σ t (x − n p) / √(p (1 − p) (Σ n t² − (Σ n t)² / N))      p-value: both tails of the normal distribution
/// ```
///
/// Armitage, P. (1955), Tests for linear trends in proportions and frequencies, *Biometrics* 11, 375–386; Cochran, W. G.
/// (1954), *Biometrics* 10, 417–451. As R's `prop.trend.test`, without continuity correction.
///
/// Edge cases: waves without respondents are skipped and keep their place.
///
/// By hand: 0, 1 and 2 of 2 have p = 1/2 and `z = 2 / √(¼ · (10 − 36/6)) = 2`.
///
/// ```
/// use reflet::analysis::compare::trend;
/// let rise = trend::frequency(&[(0, 2), (1, 2), (2, 2)]).unwrap();
/// assert_eq!(rise.z.0, 2.0);
/// assert!((rise.p.0 - 0.0455).abs() < 5e-5);
/// ```
///
/// # Errors
/// [`Incomparable::FewWaves`] with fewer than three waves that have respondents; [`Undefined::NotCited`] or
/// [`Undefined::NoVariation`] if nobody or everybody cites.
pub fn frequency(waves: &[(u32, u32)]) -> Result<Direction, Incomparable> {
    let asked = || {
        let places = waves.iter().zip(1_u32..).filter(|((_, respondents), _)| *respondents > 0);
        places.map(|((cited, respondents), t)| (f64::from(*cited), f64::from(*respondents), f64::from(t)))
    };
    if asked().count() < FEWEST {
        return Err(Incomparable::FewWaves);
    }
    let (cited, all): (f64, f64) = asked().fold((0.0, 0.0), |(x, n), wave| (x + wave.0, n + wave.1));
    if cited <= 0.0 {
        return Err(Undefined::NotCited.into());
    } else if cited >= all {
        return Err(Undefined::NoVariation.into());
    }
    let share = cited / all;
    let centre = asked().map(|(_, n, t)| n * t).sum::<f64>() / all;
    // Centred on the mean place: the same number without cancellation.
    let rise: f64 = asked().map(|(x, n, t)| (t - centre) * (x - n * share)).sum();
    let spread: f64 = asked().map(|(_, n, t)| n * (t - centre) * (t - centre)).sum();
    let z = Deviate(rise / (share * (1.0 - share) * spread).sqrt());
    Ok(Direction { z, p: welch::positive(normal_tails(z)) })
}

/// The trend of a level: the least-squares slope of the respondents' valences on the place of their wave, with Student's
/// 95 % interval and two-sided p.
///
/// ```text
/// b = Σ (t − t̄)(v − v̄) / Σ (t − t̄)²      e² = Σ (v − v̄ − b (t − t̄))² / (n − 2) / Σ (t − t̄)²      b ± t(0.975; n − 2) · e
/// ```
///
/// Draper, N. R. and Smith, H. (1998), *Applied Regression Analysis*, chapter 1. Units: the valence scale per wave.
///
/// Edge cases: waves without a valence are skipped and keep their place; when all valences lie on the line, the slope
/// exists and its interval and p are a reason.
///
/// By hand: one valence per wave, 0, 0 and 2, has b = 1, residuals 1/3, −2/3, 1/3, so e² = 1/3 and t = √3: with one
/// degree of freedom p = 1/3.
///
/// ```
/// use reflet::analysis::{Profile, compare::trend};
/// let wave = |valence: f64| Profile::new(vec![valence], 0, 0);
/// let rise = trend::level(&[&wave(0.0), &wave(0.0), &wave(2.0)]).unwrap();
/// assert!((rise.estimate.value.0 - 1.0).abs() < 1e-12 && (rise.p.unwrap().0 - 1.0 / 3.0).abs() < 1e-12);
/// ```
///
/// # Errors
/// [`Incomparable::FewWaves`] with fewer than three waves that have a valence.
pub fn level(waves: &[&Profile]) -> Result<Tested<Slope>, Incomparable> {
    let places = || waves.iter().zip(1_u32..).filter(|(wave, _)| wave.with_valence() > 0);
    if places().count() < FEWEST {
        return Err(Incomparable::FewWaves);
    }
    let valences = || {
        places()
            .flat_map(|(wave, t)| wave.valences.iter().map(move |(v, n)| (f64::from(t), *v, f64::from(*n))))
    };
    let sum = |of: &dyn Fn(f64, f64) -> f64| valences().map(|(t, v, n)| n * of(t, v)).sum::<f64>();
    let people = sum(&|_, _| 1.0);
    let (place, mean) = (sum(&|t, _| t) / people, sum(&|_, v| v) / people);
    let spread = sum(&|t, _| (t - place) * (t - place));
    let slope = sum(&|t, v| (t - place) * (v - mean)) / spread;
    let residual = |t: f64, v: f64| v - mean - slope * (t - place);
    let residuals = sum(&|t, v| residual(t, v) * residual(t, v));
    if residuals <= ROUNDING * sum(&|_, v| v * v) {
        return Ok(Tested::untested(Slope(slope), Undefined::NoVariation));
    }
    let degrees = people - 2.0;
    Ok(welch::student(Slope, slope, (residuals / degrees / spread).sqrt(), Degrees(degrees)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_waves_are_no_trend() {
        assert_eq!(frequency(&[(1, 4), (0, 0), (3, 4)]), Err(Incomparable::FewWaves));
        let (some, none) = (Profile::new(vec![1.0, 0.0], 0, 0), Profile::new(Vec::new(), 3, 0));
        assert_eq!(level(&[&some, &none, &some]), Err(Incomparable::FewWaves));
    }

    #[test]
    fn constant_frequencies_and_exact_lines_have_no_test() {
        assert_eq!(frequency(&[(0, 4); 3]), Err(Undefined::NotCited.into()));
        assert_eq!(frequency(&[(4, 4); 3]), Err(Undefined::NoVariation.into()));
        let wave = |valence: f64| Profile::new(vec![valence; 2], 0, 0);
        let line = level(&[&wave(0.1), &wave(0.2), &wave(0.3)]).map(|slope| slope.p);
        assert_eq!(line, Ok(Err(Undefined::NoVariation)));
        assert_eq!(level(&[&wave(0.0); 3]).map(|slope| slope.p), Ok(Err(Undefined::NoVariation)));
    }

    #[test]
    fn a_wave_without_answers_keeps_its_place() {
        let (gap, none) =
            (frequency(&[(1, 9), (2, 9), (0, 0), (7, 9)]), frequency(&[(1, 9), (2, 9), (7, 9)]));
        assert!(gap.is_ok() && gap != none);
    }

    #[test]
    fn reversing_the_waves_negates_the_trend() {
        let waves = [(1, 9), (4, 12), (7, 10)];
        let turned = [waves[2], waves[1], waves[0]];
        let z = [&waves, &turned].map(|waves| frequency(waves).map_or(0.0, |found| found.z.0));
        assert!(z[0] > 0.0 && (z[0] + z[1]).abs() < 1e-12);
    }
}
