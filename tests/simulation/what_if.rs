//! Does the interval of a *what if* hold the true change in 95 of 100 studies?
//!
//! Population: a side that cites twelve moments, of unequal popularity (weights 1, 1/2, 1/3 … 1/12); a respondent cites
//! one to four different ones, with chances 40, 30, 20 and 10 %, and those in bad mood one more, so that respondents
//! with many moments have lower valences. Levels and shapes by chance, see `population`, normal with a standard
//! deviation of 0.8, at most 1.7. The true change is that of the mean over all pairs of a respondent and a moment,
//! taken from 400,000 people of the same kind. A moment is counted under the number of respondents that it has in the
//! mean of such studies, n, not under what it happens to have: an interval must be right before the data are seen.

use reflet::analysis::what_if::{Sums, change};
use reflet::analysis::{Filter, Level, mirror};
use reflet::model::Side;

use crate::population::{Valences, mood};
use crate::random::Random;
use crate::report::{Report, Share, head, row};
use crate::survey::Survey;

const MOMENTS: usize = 12;
/// Cumulative chances of citing one to four moments, in middling or good mood.
const MOMENTS_CITED: [f64; 4] = [0.4, 0.7, 0.9, 1.0];
const SIZES: [u32; 4] = [40, 100, 300, 1000];
const TARGETS: [f64; 3] = [0.0, 1.0, 2.0];
/// Classes of moments by expected respondents, each with its lower end.
const CLASSES: [(&str, f64); 5] =
    [("2 – 5", 2.0), ("5 – 10", 5.0), ("10 – 20", 10.0), ("20 – 50", 20.0), ("50 and more", 50.0)];
const TRUTH: u32 = 400_000;

pub fn run(report: &mut Report) {
    let mut held = [[Share::default(); 3]; 5];
    let mut without = [Share::default(); 5];
    for population in 0..report.repeat(40) {
        let mut random = Random::new(4, population);
        let moments: Vec<Valences> = (0..MOMENTS)
            .map(|_| Valences::any((0.8 * random.normal()).clamp(-1.7, 1.7), &mut random))
            .collect();
        let truth = Truth::new(&moments, &mut random);
        for size in SIZES {
            for _ in 0..report.repeat(40) {
                study(size, &moments, &truth, &mut held, &mut without, &mut random);
            }
        }
    }
    let columns = ["n", "moved to 0, %", "to +50, %", "to +100, %", "mean, %", "no interval, %"];
    head("What if: coverage of the interval of the change", &columns);
    for (class, (name, _)) in CLASSES.iter().enumerate() {
        let mut all = Share::default();
        for share in held[class] {
            all.add(share);
        }
        let [zero, one, two] = held[class].map(|share| share.to_string());
        row(&[(*name).into(), zero, one, two, all.to_string(), without[class].to_string()]);
        report.claim(&format!("what if, n {name}"), all.value(), 0.93, 0.97);
    }
}

fn study(
    size: u32,
    moments: &[Valences],
    truth: &Truth,
    held: &mut [[Share; 3]; 5],
    without: &mut [Share; 5],
    random: &mut Random,
) {
    let mut survey = Survey::new(MOMENTS);
    for _ in 0..size {
        survey.respondent(Side::Client, 1, &mentions(moments, random));
    }
    let found = mirror(&survey.project, &Filter::default());
    for (place, row) in found.rows.iter().enumerate() {
        let expected = truth.cited[place] * f64::from(size);
        let Some(class) = CLASSES.iter().rposition(|(_, least)| expected >= *least) else { continue };
        let sums = Sums::new(&found.client, &row.client, place).unwrap();
        for (number, target) in TARGETS.into_iter().enumerate() {
            let ends = change(&sums, Level(target)).and_then(|change| change.interval);
            without[class].count(ends.is_err());
            if let Ok(ends) = ends {
                held[class][number]
                    .count((ends.low..=ends.high).contains(&Level(truth.change(place, target))));
            }
        }
    }
}

/// The moments that a respondent cites, each with its valence.
fn mentions(moments: &[Valences], random: &mut Random) -> Vec<(usize, i64)> {
    let mood = mood(random);
    let number = random.place(&MOMENTS_CITED) + 1 + usize::from(mood == 0);
    let mut mentions: Vec<(usize, i64)> = Vec::with_capacity(number);
    while mentions.len() < number {
        let place = popular(random);
        if mentions.iter().all(|(other, _)| *other != place) {
            mentions.push((place, moments[place].mention(mood, random)));
        }
    }
    mentions
}

/// A random moment, by popularity.
fn popular(random: &mut Random) -> usize {
    loop {
        let place = random.below(MOMENTS);
        let weight = 1.0 / f64::from(u32::try_from(place + 1).unwrap());
        if random.chance(weight) {
            return place;
        }
    }
}

/// True sums of the population, per respondent.
struct Truth {
    /// Per moment, the share of respondents who cite it.
    cited: Vec<f64>,
    /// Per moment, the sum of valences.
    sums: Vec<f64>,
    /// Pairs of a respondent and a moment.
    pairs: f64,
}

impl Truth {
    fn new(moments: &[Valences], random: &mut Random) -> Self {
        let (mut cited, mut sums) = (vec![0.0; MOMENTS], vec![0.0; MOMENTS]);
        for _ in 0..TRUTH {
            for (place, valence) in mentions(moments, random) {
                cited[place] += 1.0 / f64::from(TRUTH);
                sums[place] += f64::from(i32::try_from(valence).unwrap()) / f64::from(TRUTH);
            }
        }
        let pairs = cited.iter().sum();
        Self { cited, sums, pairs }
    }

    fn change(&self, place: usize, target: f64) -> f64 {
        (self.cited[place] * target - self.sums[place]) / self.pairs
    }
}
