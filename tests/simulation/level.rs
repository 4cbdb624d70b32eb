//! Does the interval of a level hold the truth in 95 of 100 studies?
//!
//! Population: see `population`; true levels from −1.6 to +1.6 by steps of 0.2 (shown: −80 to +80) in each of the three
//! shapes, as many studies of each. n is the number of citing respondents. Where all respondents have the same valence
//! there is no interval: such studies are counted separately, and neither as held nor as missed.

use reflet::analysis::{Level, Profile, student};

use crate::population::{SHAPES, Valences};
use crate::random::Random;
use crate::report::{Report, Share, head, row};

/// Numbers of citing respondents.
const SIZES: [u32; 4] = [5, 10, 20, 50];

pub fn run(report: &mut Report) {
    let columns = ["n", "mean, %", "polarised, %", "even, %", "neutral, %", "no interval, %"];
    head("Level: coverage of the Student interval", &columns);
    for size in SIZES {
        let mut random = Random::new(2, size);
        let (mut held, mut without) = ([Share::default(); 3], Share::default());
        for (shape, level) in (0..SHAPES.len()).flat_map(|shape| levels().map(move |level| (shape, level))) {
            let valences = Valences::new(shape, level);
            for _ in 0..report.repeat(4000) {
                let level = student::level(&profile(&valences, size, &mut random)).unwrap();
                without.count(level.interval.is_err());
                if let Ok(ends) = level.interval {
                    held[shape].count((ends.low..=ends.high).contains(&Level(valences.level)));
                }
            }
        }
        let mut all = Share::default();
        for share in held {
            all.add(share);
        }
        let [polarised, even, neutral] = held.map(|share| share.to_string());
        row(&[size.to_string(), all.to_string(), polarised, even, neutral, without.to_string()]);
        report.claim(&format!("level, n = {size}"), all.value(), 0.93, 0.97);
    }
}

/// True levels.
pub fn levels() -> impl Iterator<Item = f64> + Clone {
    (-8..=8).map(|step| f64::from(step) / 5.0)
}

/// A sample of citing respondents, by their valences.
pub fn profile(valences: &Valences, size: u32, random: &mut Random) -> Profile {
    Profile::new((0..size).map(|_| valences.respondent(random)).collect(), 0, 0)
}
