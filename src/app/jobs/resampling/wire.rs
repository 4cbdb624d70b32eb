//! What goes to the worker and comes back: numbers, all in one piece of memory.

use reflet_resample::people::Mention;

use crate::analysis::joint::{Input, Intervals, Part};
use crate::analysis::{Family, Interval};

const NUMBERS_OF_MENTION: usize = 3;

/// What stands for [`Part::Nothing`] and [`Part::Readings`] among the places of families.
const NOTHING: f64 = -2.0;
const READINGS: f64 = -1.0;

/// All that is drawn from.
pub fn of_input(input: &Input) -> Vec<f64> {
    // A seed has more digits than a number of JavaScript.
    let halves = [input.seed >> 32, input.seed & 0xffff_ffff].map(|half| whole(u32::try_from(half).ok()));
    let mut all = vec![halves[0], halves[1], f64::from(input.resamples), length(input.moments.len())];
    for (part, errors) in input.moments.iter().zip(&input.errors) {
        let part = match part {
            Part::Nothing => NOTHING,
            Part::Readings => READINGS,
            Part::Rank(family) => {
                Family::ALL.iter().position(|known| known == family).map_or(READINGS, length)
            }
        };
        all.extend([part, errors[0], errors[1]]);
    }
    for (respondents, mentions) in &input.sides {
        all.extend([f64::from(*respondents), length(mentions.len())]);
        all.extend(mentions.iter().flat_map(|mention| {
            [f64::from(mention.person), f64::from(mention.place), mention.value.unwrap_or(f64::NAN)]
        }));
    }
    all
}

/// The same, read again; none if something is missing.
pub fn to_input(numbers: &[f64]) -> Option<Input> {
    let mut rest = numbers.iter().copied();
    let seed = u64::from(index(rest.next()?)) << 32 | u64::from(index(rest.next()?));
    let resamples = index(rest.next()?);
    let number = index(rest.next()?);
    let (mut moments, mut errors) = (Vec::new(), Vec::new());
    for _ in 0..number {
        moments.push(match rest.next()? {
            ..=NOTHING => Part::Nothing,
            ..=READINGS => Part::Readings,
            family => Part::Rank(*Family::ALL.get(index(family) as usize)?),
        });
        errors.push([rest.next()?, rest.next()?]);
    }
    let mut side = || {
        let (respondents, length) = (index(rest.next()?), index(rest.next()?) as usize);
        let mut mentions = Vec::with_capacity(length.min(numbers.len() / NUMBERS_OF_MENTION));
        for _ in 0..length {
            let (person, place) = (index(rest.next()?), index(rest.next()?));
            let value = rest.next()?;
            mentions.push(Mention { person, place, value: (!value.is_nan()).then_some(value) });
        }
        Some((respondents, mentions))
    };
    Some(Input { sides: [side()?, side()?], moments, errors, seed, resamples })
}

/// What was found.
pub fn of_intervals(found: &Intervals) -> Vec<f64> {
    let readings = [found.pearson, found.spearman, found.gap, found.disattenuated, found.corrected];
    let ranks = found
        .ranks
        .iter()
        .map(|ranks| ranks.map(|ends| Interval { low: f64::from(ends.low), high: f64::from(ends.high) }));
    let ends = |ends: Option<Interval<f64>>| ends.map_or([f64::NAN; 2], |ends| [ends.low, ends.high]);
    readings.into_iter().chain(ranks).flat_map(ends).collect()
}

/// The same, read again; none if something is missing.
pub fn to_intervals(numbers: &[f64]) -> Option<Intervals> {
    let mut rest = numbers
        .chunks_exact(2)
        .map(|ends| (!ends[0].is_nan()).then_some(Interval { low: ends[0], high: ends[1] }));
    Some(Intervals {
        pearson: rest.next()?,
        spearman: rest.next()?,
        gap: rest.next()?,
        disattenuated: rest.next()?,
        corrected: rest.next()?,
        ranks: rest
            .map(|ends| ends.map(|ends| Interval { low: index(ends.low), high: index(ends.high) }))
            .collect(),
    })
}

fn whole(number: Option<u32>) -> f64 {
    number.map_or(f64::NAN, f64::from)
}

fn length(length: usize) -> f64 {
    whole(u32::try_from(length).ok())
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
fn index(number: f64) -> u32 {
    number as u32
}
