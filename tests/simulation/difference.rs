//! Do the intervals of differences between two waves hold the truth in 95 of 100 studies?
//!
//! Populations: two waves of different people. Frequencies: true ones from 0.02 to 0.98 by steps of 0.04 in each wave,
//! every pair as often; exact, as in `frequency`. Levels: see `population`; each wave has a level from −1.6 to +1.6 and
//! a shape by chance.

use reflet::analysis::compare::welch;
use reflet::analysis::{Points, Shift, newcombe};

use crate::frequency::{binomial, chances};
use crate::level::{levels, profile};
use crate::population::Valences;
use crate::random::Random;
use crate::report::{Report, Share, head, percent, row};

/// Respondents of the two waves.
const RESPONDENTS: [(u32, u32); 6] = [(20, 20), (40, 40), (80, 80), (160, 160), (20, 160), (40, 160)];
/// Respondents of the two waves who cite the moment.
const CITING: [(u32, u32); 6] = [(5, 5), (10, 10), (20, 20), (50, 50), (5, 50), (10, 50)];

pub fn run(report: &mut Report) {
    head("Difference of frequencies: coverage of the Newcombe interval", &["N", "mean, %", "worst pair, %"]);
    for (one, two) in RESPONDENTS {
        let (mean, worst) = frequencies(one, two);
        row(&[format!("{one}, {two}"), percent(mean), percent(worst)]);
        report.claim(&format!("difference of frequencies, N = {one}, {two}"), mean, 0.93, 0.97);
    }
    head("Difference of levels: coverage of the Welch interval", &["n", "mean, %", "no interval, %"]);
    let all: Vec<f64> = levels().collect();
    for (one, two) in CITING {
        let mut random = Random::new(3, one << 8 | two);
        let (mut held, mut without) = (Share::default(), Share::default());
        for _ in 0..report.repeat(4000) {
            let [first, second] = [0, 1].map(|_| Valences::any(all[random.below(all.len())], &mut random));
            for _ in 0..20 {
                let groups = [profile(&first, one, &mut random), profile(&second, two, &mut random)];
                let found = welch::difference(&groups[0], &groups[1]).unwrap();
                without.count(found.p.is_err());
                if let Ok(ends) = found.estimate.interval {
                    held.count((ends.low..=ends.high).contains(&Shift(first.level - second.level)));
                }
            }
        }
        row(&[format!("{one}, {two}"), held.to_string(), without.to_string()]);
        report.claim(&format!("difference of levels, n = {one}, {two}"), held.value(), 0.93, 0.97);
    }
}

/// Mean and least coverage over all pairs of frequencies.
fn frequencies(one: u32, two: u32) -> (f64, f64) {
    let ends: Vec<Vec<_>> = (0..=one)
        .map(|a| {
            (0..=two).map(|b| newcombe::difference((a, one), (b, two)).unwrap().interval.unwrap()).collect()
        })
        .collect();
    let grid = chances().step_by(2);
    let coverage: Vec<f64> = grid
        .clone()
        .flat_map(|p| grid.clone().map(move |q| (p, q)))
        .map(|(p, q)| {
            let [first, second] = [binomial(one, p), binomial(two, q)];
            let truth = Points(p - q);
            let held = |(row, a): (&Vec<reflet::analysis::Interval<Points>>, &f64)| -> f64 {
                let inside =
                    row.iter().zip(&second).filter(|(ends, _)| (ends.low..=ends.high).contains(&truth));
                a * inside.map(|(_, b)| b).sum::<f64>()
            };
            ends.iter().zip(&first).map(held).sum()
        })
        .collect();
    let number = f64::from(u32::try_from(coverage.len()).unwrap());
    (coverage.iter().sum::<f64>() / number, coverage.iter().copied().fold(1.0, f64::min))
}
