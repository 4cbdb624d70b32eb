//! Does the interval of a frequency hold the truth in 95 of 100 studies?
//!
//! Population: each of N respondents cites the moment with the same chance p, from 0.02 to 0.98 by steps of 0.02.
//! Nothing is drawn: the coverage at a p is the sum of the binomial chances of all numbers of citing respondents whose
//! interval holds p.

use reflet::analysis::wilson;

use crate::report::{Report, head, percent, row};

/// Numbers of respondents.
const SIZES: [u32; 5] = [20, 40, 80, 160, 320];

pub fn run(report: &mut Report) {
    head("Frequency: coverage of the Wilson interval", &["N", "mean over p, %", "worst p, %"]);
    let mut overall = 0.0;
    for size in SIZES {
        let intervals: Vec<_> =
            (0..=size).map(|cited| wilson::frequency(cited, size).unwrap().interval.unwrap()).collect();
        let coverage: Vec<f64> = chances()
            .map(|p| {
                let held = |(ends, chance): (&reflet::analysis::Interval<_>, f64)| {
                    let reflet::analysis::Interval { low, high } = ends;
                    if (*low..=*high).contains(&reflet::analysis::Proportion(p)) { chance } else { 0.0 }
                };
                intervals.iter().zip(binomial(size, p)).map(held).sum()
            })
            .collect();
        let mean = coverage.iter().sum::<f64>() / 49.0;
        let worst = coverage.iter().copied().fold(1.0, f64::min);
        row(&[size.to_string(), percent(mean), percent(worst)]);
        report.claim(&format!("frequency, N = {size}"), mean, 0.93, 0.97);
        overall += mean / 5.0;
    }
    row(&["all".into(), percent(overall), String::new()]);
}

/// True frequencies.
pub fn chances() -> impl Iterator<Item = f64> + Clone {
    (1..50).map(|step| f64::from(step) / 50.0)
}

/// The chances of 0, 1, … successes in `trials` trials.
pub fn binomial(trials: u32, p: f64) -> Vec<f64> {
    if p > 0.5 {
        // From the likelier end, where the first chance does not underflow.
        let mut turned = binomial(trials, 1.0 - p);
        turned.reverse();
        return turned;
    }
    let ratio = p / (1.0 - p);
    let mut chance = libm::exp(f64::from(trials) * libm::log(1.0 - p));
    (0..=trials)
        .map(|k| {
            let own = chance;
            chance *= ratio * f64::from(trials - k) / f64::from(k + 1);
            own
        })
        .collect()
}
