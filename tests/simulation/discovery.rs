//! How many of the differences between two waves that are called changes are false?
//!
//! Population: 20 or 60 moments, two sides, two waves of N different respondents each. A respondent cites each moment
//! by chance, independently, twice the expected number of moments being 2: the most popular moment is four times as
//! popular as the least. Levels normal with a standard deviation of 0.8, shapes by chance, see `population`. A share of
//! the moments changed on both sides: its frequency doubled or halved, and its level rose or fell by 1 (shown: 50). The
//! false discovery rate is the mean over studies of the share of false ones among the changes called, 0 where none is.
//! Measured in means of simulated studies, it is judged with two standard errors of that mean.

use reflet::analysis::Filter;
use reflet::analysis::compare::groups::{Axis, Change, compare};
use reflet::model::Side;

use crate::population::{Valences, mood, times};
use crate::random::Random;
use crate::report::{Report, Share, head, percent, row};
use crate::survey::Survey;

const RATE: f64 = 0.05;

/// One side of one moment: per wave, its chance of being cited and its valences.
struct SimulatedSide {
    changed: bool,
    waves: [(f64, Valences); 2],
}

/// The results of the studies of one cell.
#[derive(Default)]
struct Found {
    false_share: Share,
    squares: f64,
    frequencies: Share,
    levels: Share,
}

pub fn run(report: &mut Report) {
    let columns = ["moments", "changed, %", "N", "false, %", "frequencies found, %", "levels found, %"];
    head("Changes between two waves: false discovery rate and power", &columns);
    for moments in [20_u32, 60] {
        for changed in [0_u32, 20, 50] {
            for size in [60_u32, 150, 300] {
                let mut random = Random::new(6, moments << 20 | changed << 10 | size);
                let mut found = Found::default();
                // Without true changes the share is 1 or 0, and 1 is rare, so more studies are needed.
                for _ in 0..report.repeat(if changed == 0 { 2000 } else { 500 }) {
                    study(moments, f64::from(changed) / 100.0, size, &mut found, &mut random);
                }
                let (rate, studies) = (found.false_share.value(), found.false_share.all());
                let error = ((found.squares / studies - rate * rate) / studies).sqrt();
                row(&[
                    moments.to_string(),
                    changed.to_string(),
                    size.to_string(),
                    format!("{} ± {}", percent(rate), percent(error)),
                    found.frequencies.to_string(),
                    found.levels.to_string(),
                ]);
                let name = format!("false discoveries, {moments} moments, {changed} % changed, N = {size}");
                report.claim_within(&name, rate, 2.0 * error, 0.0, RATE);
            }
        }
    }
}

fn study(moments: u32, changed: f64, size: u32, found: &mut Found, random: &mut Random) {
    let places: Vec<[SimulatedSide; 2]> = (0..moments)
        .map(|place| {
            let changed = random.chance(changed);
            let popularity = 0.4 + 1.2 * f64::from(place) / f64::from(moments - 1);
            [0, 1].map(|_| simulated_side(changed, 2.0 / f64::from(moments) * popularity, random))
        })
        .collect();
    let mut survey = Survey::new(places.len());
    for (number, side) in Side::BOTH.into_iter().enumerate() {
        for wave in [0_u8, 1] {
            for _ in 0..size {
                let mentions =
                    respondent(places.iter().map(|sides| &sides[number].waves[usize::from(wave)]), random);
                survey.respondent(side, wave, &mentions);
            }
        }
    }
    let axis = Axis::Waves { before: "0".into(), after: "1".into() };
    let compared = compare(&survey.project, &axis, &Filter::default());
    let (mut called, mut wrong) = (0.0, 0.0);
    let mut count = |changed: bool, is_called: bool, power: &mut Share| {
        called += f64::from(u8::from(is_called));
        wrong += f64::from(u8::from(is_called && !changed));
        if changed {
            power.count(is_called);
        }
    };
    for (row, sides) in compared.rows.iter().zip(&places) {
        for (side, truth) in [row.client, row.employee].iter().zip(sides) {
            count(truth.changed, side.frequency.is_ok_and(is_called), &mut found.frequencies);
            count(truth.changed, side.level.is_ok_and(is_called), &mut found.levels);
        }
    }
    let share = if called > 0.0 { wrong / called } else { 0.0 };
    found.false_share.weigh(share);
    found.squares += share * share;
}

fn is_called<T: Copy>(change: Change<T>) -> bool {
    change.test.is_ok_and(reflet::analysis::compare::groups::Verdict::changed)
}

fn simulated_side(changed: bool, frequency: f64, random: &mut Random) -> SimulatedSide {
    let shape = random.below(3);
    let level = (0.8 * random.normal()).clamp(-1.7, 1.7);
    let before = (frequency, Valences::new(shape, level));
    let after = if changed {
        // Towards the middle of the scale where the other direction would leave it.
        let up = level < -0.7 || (level <= 0.7 && random.chance(0.5));
        let factor = if random.chance(0.5) { 2.0 } else { 0.5 };
        (frequency * factor, Valences::new(shape, level + if up { 1.0 } else { -1.0 }))
    } else {
        before.clone()
    };
    SimulatedSide { changed, waves: [before, after] }
}

/// The mentions of one respondent, who cites each moment by chance.
pub fn respondent<'a>(
    moments: impl Iterator<Item = &'a (f64, Valences)>,
    random: &mut Random,
) -> Vec<(usize, i64)> {
    let mood = mood(random);
    let mut mentions = Vec::new();
    for (place, (frequency, valences)) in moments.enumerate() {
        if random.chance(*frequency) {
            mentions.extend((0..times(random)).map(|_| (place, valences.mention(mood, random))));
        }
    }
    mentions
}
