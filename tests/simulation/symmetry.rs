//! How far are readings across moments from the truth, and how often do their intervals hold it? The claims are about
//! the corrected ones, within two standard errors of the few studies of a cell. The observed ones are measured and
//! published without a claim.
//!
//! Population: 8, 16 or 40 moments, whose true levels on the two sides are normal with a standard deviation of 0.7
//! (shown: 35) around 0.3 for clients and 0 for employees and correlated by 0.5, at most 1.7; shapes by chance, see
//! `population`. A respondent cites each moment by chance, 3 in the mean, the most popular one four times as often as
//! the least. N is the number of respondents of each side. The truth is the same reading of the true levels, with the
//! true frequencies as weights, over the moments that had a type in the study. Intervals are the middle 95 % of 400
//! resamples.

use reflet::analysis::joint::{Draw, Input};
use reflet::analysis::symmetry::{self, Point, Symmetry};
use reflet::analysis::{Class, Filter, Interval, Level, measure};
use reflet::model::Side;

use crate::discovery::respondent;
use crate::population::Valences;
use crate::random::Random;
use crate::report::{Report, Share, head, row};
use crate::survey::Survey;

const READINGS: [&str; 5] = ["r", "ρ", "r corrected", "gap", "gap corrected"];
/// Which of them are as observed, and which without noise.
const OBSERVED: [usize; 3] = [0, 1, 3];
const CORRECTED: [usize; 2] = [2, 4];

/// The fewest studies with a reading for its coverage to be checked.
const ENOUGH: f64 = 100.0;

/// One reading over the studies of one cell.
#[derive(Clone, Copy, Default)]
struct Found {
    bias: f64,
    squares: f64,
    number: f64,
    held: Share,
}

pub fn run(report: &mut Report) {
    let columns = ["moments", "N", "shown, %", "reading", "bias", "root mean square error", "coverage, %"];
    head("Readings across moments: bias and coverage", &columns);
    let mut coverages: Vec<[f64; 5]> = Vec::new();
    for moments in [8_u32, 16, 40] {
        for size in [30_u32, 100, 300] {
            let mut random = Random::new(7, moments << 16 | size);
            let (mut shown, mut found) = (Share::default(), [Found::default(); 5]);
            for seed in 0..report.repeat(200) {
                shown.count(study(moments, size, seed, &mut found, &mut random).is_some());
            }
            // Where a reading is seldom shown its coverage is that of a few studies.
            if shown.value() >= 0.5 {
                coverages.push(found.map(|found| found.held.value()));
            }
            for (name, found) in READINGS.iter().zip(found) {
                let digits = if name.starts_with("gap") { 1 } else { 2 };
                let figure =
                    |value: f64| if found.number < 5.0 { "–".into() } else { format!("{value:+.digits$}") };
                row(&[
                    moments.to_string(),
                    size.to_string(),
                    shown.to_string(),
                    (*name).into(),
                    figure(found.bias / found.number),
                    figure((found.squares / found.number).sqrt()),
                    if found.number < 5.0 { "–".into() } else { found.held.to_string() },
                ]);
                if name.ends_with("corrected") && found.number >= ENOUGH {
                    let held = found.held.value();
                    let error = (held * (1.0 - held) / found.number).sqrt();
                    let name = format!("{name}, {moments} moments, N = {size}");
                    report.claim_within(&name, held, 2.0 * error, 0.93, 0.97);
                }
            }
        }
    }
    let of = |readings: &'static [usize]| {
        coverages.iter().flat_map(move |found| readings.iter().map(|reading| found[*reading]))
    };
    publish(report, ["OBSERVED_LEAST", "OBSERVED_MOST"], of(&OBSERVED));
    publish(report, ["CORRECTED_LEAST", "CORRECTED_MOST"], of(&CORRECTED));
}

fn publish(report: &mut Report, [least, most]: [&str; 2], coverages: impl Iterator<Item = f64> + Clone) {
    report.published.keep(least, coverages.clone().fold(1.0, f64::min));
    report.published.keep(most, coverages.fold(0.0, f64::max));
}

fn study(moments: u32, size: u32, seed: u32, found: &mut [Found; 5], random: &mut Random) -> Option<()> {
    let places: Vec<[(f64, Valences); 2]> = (0..moments)
        .map(|place| {
            let popularity = 0.4 + 1.2 * f64::from(place) / f64::from(moments - 1);
            let (shared, own) = (random.normal(), random.normal());
            // Correlated by 0.5.
            let levels = [0.3 + 0.7 * shared, 0.7 * (0.5 * shared + 0.75_f64.sqrt() * own)];
            let frequency = (3.0 / f64::from(moments) * popularity).min(0.9);
            levels.map(|level| (frequency, Valences::any(level.clamp(-1.7, 1.7), random)))
        })
        .collect();
    let mut survey = Survey::new(places.len());
    survey.project.settings.seed = u64::from(seed);
    survey.project.settings.resamples = 400;
    for (number, side) in Side::BOTH.into_iter().enumerate() {
        for _ in 0..size {
            survey.respondent(side, 1, &respondent(places.iter().map(|sides| &sides[number]), random));
        }
    }
    let filter = Filter::default();
    let measured = measure(&survey.project, &filter);
    let mirror = &measured.mirror;
    let observed = figures(symmetry::of(mirror).ok()?);
    let truth: Vec<Point> = mirror
        .rows
        .iter()
        .zip(&places)
        .filter(|(row, _)| matches!(row.class, Class::Typed(..)))
        .map(|(_, [client, employee])| Point {
            levels: [Level(client.1.level), Level(employee.1.level)],
            weight: (client.0 * employee.0).sqrt(),
            errors: [0.0; 2],
        })
        .collect();
    let truth = figures(symmetry::of_points(&truth));
    let mut draw = Draw::new(&Input::new(&measured.mentions, mirror, &survey.project.settings));
    while draw.step() < 400 {}
    let intervals = draw.finish();
    let ends =
        [intervals.pearson, intervals.spearman, intervals.disattenuated, intervals.gap, intervals.corrected];
    for (reading, found) in found.iter_mut().enumerate() {
        // Corrected and observed readings estimate the same true one.
        let (Some(observed), Some(truth)) = (observed[reading], truth[reading]) else { continue };
        found.bias += observed - truth;
        found.squares += (observed - truth) * (observed - truth);
        found.number += 1.0;
        found.held.count(ends[reading].is_some_and(|Interval { low, high }| (low..=high).contains(&truth)));
    }
    Some(())
}

/// In the order of [`READINGS`].
fn figures(readings: Symmetry) -> [Option<f64>; 5] {
    [
        readings.pearson.ok().map(|r| r.0),
        readings.spearman.ok().map(|r| r.0),
        readings.disattenuated.ok().map(|r| r.0),
        readings.gap.ok().map(|gap| gap.0),
        readings.corrected.ok().map(|gap| gap.0),
    ]
}
