//! Whether clients and employees live the same moments alike: correlation, mirror gap, index.

use super::{Class, Level, Mirror, Undefined};
use crate::model::SHOWN;

/// The fewest classified moments for which readings are shown.
pub const MOMENTS: usize = 8;
/// The fewest respondents of each side for which readings are shown.
pub const RESPONDENTS: u32 = 30;

/// A correlation, −1…+1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Correlation(pub f64);

/// A mirror gap, 0 (both sides live everything alike) … 100 (everything the opposite way).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Gap(pub f64);

impl Gap {
    /// The index of symmetry: 100 − gap.
    pub fn index(self) -> f64 {
        100.0 - self.0
    }
}

/// Readings across the classified moments. The *observed* ones include the noise of small samples, which widens the gap
/// and weakens the correlation; the corrected ones remove it, as estimated from the standard errors of the levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Symmetry {
    /// Weighted Pearson correlation of the two levels.
    pub pearson: Result<Correlation, Undefined>,
    /// Spearman correlation: Pearson on unweighted midranks.
    pub spearman: Result<Correlation, Undefined>,
    /// Weighted mean |c − e| / 2 of the shown levels.
    pub gap: Result<Gap, Undefined>,
    /// The correlation without the noise of the levels.
    pub disattenuated: Result<Correlation, Undefined>,
    /// The gap without the noise of the levels.
    pub corrected: Result<Gap, Undefined>,
    /// How many moments were read.
    pub moments: usize,
    /// The sums that the readings are computed from.
    pub sums: Sums,
}

/// The sums over the moments that the readings are computed from, on the shown scale.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Σ w.
    pub weight: f64,
    /// Σ w |c − e|.
    pub differences: f64,
    /// Σ w (c − e)².
    pub squares: f64,
    /// Σ w s² of clients, of employees.
    pub noise: [f64; 2],
    /// Σ w (c − c̄)², Σ w (e − ē)².
    pub spread: [f64; 2],
    /// Σ w (c − c̄)(e − ē).
    pub both: f64,
    /// The same three of unweighted midranks: of clients, of employees, of both.
    pub ranked: [f64; 3],
}

impl Sums {
    /// How much of the spread of the levels of clients, and of employees, is no noise.
    pub fn reliability(&self) -> [f64; 2] {
        [0, 1].map(|side| 1.0 - self.noise[side] / self.spread[side])
    }

    /// Σ w (s² of clients + s² of employees).
    pub fn noise_of_both(&self) -> f64 {
        self.noise[0] + self.noise[1]
    }
}

/// One moment: the levels of both sides, its weight, and the squared standard errors of the levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Clients, employees.
    pub levels: [Level; 2],
    /// `√(f_c · f_e)`, 0…1.
    pub weight: f64,
    /// Clients, employees; on the valence scale, squared.
    pub errors: [f64; 2],
}

/// The readings of a mirror, over its classified moments.
///
/// # Errors
/// [`Undefined::FewRespondents`] unless both sides have 30 coded respondents, [`Undefined::FewMoments`] unless eight
/// moments have a type.
pub fn of(mirror: &Mirror) -> Result<Symmetry, Undefined> {
    if mirror.client.respondents.min(mirror.employee.respondents) < RESPONDENTS {
        return Err(Undefined::FewRespondents);
    }
    let points = points(mirror);
    if points.len() < MOMENTS {
        return Err(Undefined::FewMoments);
    }
    Ok(of_points(&points))
}

/// The classified moments of a mirror.
pub fn points(mirror: &Mirror) -> Vec<Point> {
    let point = |row: &super::Row| {
        let Class::Typed(..) = row.class else { return None };
        let [client, employee] = [&row.client, &row.employee];
        let frequency = |side: &super::Measures| side.frequency.ok().map(|frequency| frequency.value.0);
        let error = |side: &super::Measures| side.profile.error().unwrap_or_default();
        Some(Point {
            levels: [client.level.ok()?.value, employee.level.ok()?.value],
            weight: (frequency(client)? * frequency(employee)?).sqrt(),
            errors: [client, employee].map(|side| error(side).powi(2)),
        })
    };
    mirror.rows.iter().filter_map(point).collect()
}

/// The readings of these moments.
///
/// ```text
/// r    = Σ w (c − c̄)(e − ē) / √(Σ w (c − c̄)² · Σ w (e − ē)²)       c̄, ē weighted means
/// ρ    = the same on midranks, all weights 1
/// gap  = Σ w |c − e| / 2 / Σ w                                      on the shown scale, −100…+100
/// r'   = r / √(R_c · R_e),    R = 1 − Σ w s² / Σ w (x − x̄)²         s the standard error of a level
/// gap' = gap · √max(0, 1 − Σ w (s_c² + s_e²) / Σ w (c − e)²)
/// ```
///
/// r' is Spearman's correction for attenuation (1904, The proof and measurement of association between two things,
/// *American Journal of Psychology* 15, 72–101), clipped to ±1; gap' takes the expected square of the noise from the
/// mean square of the differences, and scales the gap by the root of the share that is left. Both are conventions of
/// this program; their bias and the coverage of their intervals are measured by simulation. Correlation is neither
/// symmetry nor a cause.
///
/// Edge cases: a side whose levels are all equal has no correlation; one that has no more spread than noise has no
/// disattenuated one. Weights that are all zero leave nothing defined.
///
/// By hand: levels −2, 0, 2 on both sides have r = ρ = 1 and no gap; with one side turned round, r = −1, gap 66.7.
///
/// ```
/// use reflet::analysis::{Level, symmetry::{Point, Sums, of_points}};
/// let point = |c: f64, e: f64| Point { levels: [Level(c), Level(e)], weight: 0.5, errors: [0.0; 2] };
/// let turned = of_points(&[point(-2.0, 2.0), point(0.0, 0.0), point(2.0, -2.0)]);
/// assert!((turned.pearson.unwrap().0 + 1.0).abs() < 1e-12);
/// assert!((turned.gap.unwrap().0 - 200.0 / 3.0).abs() < 1e-12);
/// assert_eq!((turned.sums.weight, turned.sums.differences, turned.sums.both), (1.5, 200.0, -10_000.0));
/// assert_eq!(turned.sums.ranked, [2.0, 2.0, -2.0]);
/// let noisy = Sums { noise: [1.0, 2.0], spread: [4.0, 4.0], ..turned.sums };
/// assert_eq!((noisy.reliability(), noisy.noise_of_both()), ([0.75, 0.5], 3.0));
/// ```
pub fn of_points(points: &[Point]) -> Symmetry {
    let pairs: Vec<[f64; 2]> = points.iter().map(|point| point.levels.map(Level::shown)).collect();
    let weights: Vec<f64> = points.iter().map(|point| point.weight).collect();
    let ranks = [0, 1].map(|side| midranks(&pairs.iter().map(|pair| pair[side]).collect::<Vec<_>>()));
    let ranked: Vec<[f64; 2]> = ranks[0].iter().zip(&ranks[1]).map(|(c, e)| [*c, *e]).collect();
    let spread = Spread::new(&pairs, &weights);
    let pearson = spread.and_then(Spread::correlation);
    // Standard errors on the shown scale, squared.
    let noise = [0, 1].map(|side| -> f64 {
        points.iter().map(|point| point.weight * point.errors[side] * (SHOWN * SHOWN)).sum()
    });
    let disattenuated = spread.and_then(|spread| {
        let kept = |squares: f64, noise: f64| Some(1.0 - noise / squares).filter(|kept| *kept > 0.0);
        let [c, e] = [(spread.client, noise[0]), (spread.employee, noise[1])]
            .map(|(squares, noise)| kept(squares, noise).ok_or(Undefined::AllNoise));
        Ok(Correlation((pearson?.0 / (c? * e?).sqrt()).clamp(-1.0, 1.0)))
    });
    let sum = |of: fn(f64) -> f64| -> f64 {
        pairs.iter().zip(&weights).map(|(pair, weight)| weight * of(pair[0] - pair[1])).sum()
    };
    let (weight, differences, squares) =
        (weights.iter().sum::<f64>(), sum(f64::abs), sum(|differences| differences * differences));
    let gap = if weight > 0.0 { Ok(Gap(differences / weight / 2.0)) } else { Err(Undefined::NotCited) };
    let corrected = gap.map(|Gap(gap)| {
        let kept = if squares > 0.0 { 1.0 - (noise[0] + noise[1]) / squares } else { 0.0 };
        Gap(gap * kept.max(0.0).sqrt())
    });
    let even = vec![1.0; points.len()];
    let ranked = Spread::new(&ranked, &even);
    let spearman = ranked.and_then(Spread::correlation);
    let sums_of = |spread: Result<Spread, Undefined>| {
        spread.map_or([0.0; 3], |Spread { client, employee, both }| [client, employee, both])
    };
    let [client, employee, both] = sums_of(spread);
    let sums = Sums {
        weight,
        differences,
        squares,
        noise,
        spread: [client, employee],
        both,
        ranked: sums_of(ranked),
    };
    Symmetry { pearson, spearman, gap, disattenuated, corrected, moments: points.len(), sums }
}

/// Weighted sums of squares and of products around the weighted means.
#[derive(Clone, Copy)]
struct Spread {
    client: f64,
    employee: f64,
    both: f64,
}

impl Spread {
    fn new(pairs: &[[f64; 2]], weights: &[f64]) -> Result<Self, Undefined> {
        let total: f64 = weights.iter().sum();
        if total <= 0.0 {
            return Err(Undefined::NotCited);
        }
        let mean = |side: usize| -> f64 {
            pairs.iter().zip(weights).map(|(pair, weight)| weight * pair[side]).sum::<f64>() / total
        };
        let means = [mean(0), mean(1)];
        let sum = |a: usize, b: usize| -> f64 {
            let product = |pair: &[f64; 2]| (pair[a] - means[a]) * (pair[b] - means[b]);
            pairs.iter().zip(weights).map(|(pair, weight)| weight * product(pair)).sum()
        };
        Ok(Self { client: sum(0, 0), employee: sum(1, 1), both: sum(0, 1) })
    }

    fn correlation(self) -> Result<Correlation, Undefined> {
        // Equal levels may differ by rounding.
        if self.client < 1e-9 || self.employee < 1e-9 {
            return Err(Undefined::NoVariation);
        }
        Ok(Correlation((self.both / (self.client * self.employee).sqrt()).clamp(-1.0, 1.0)))
    }
}

/// Ranks from 1; equal values all get the mean of their ranks.
fn midranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0.0;
    for same in order.chunk_by(|a, b| values[*a].total_cmp(&values[*b]).is_eq()) {
        let number = f64::from(super::units::count(same.len()));
        for place in same {
            ranks[*place] = before + f64::midpoint(number, 1.0);
        }
        before += number;
    }
    ranks
}
