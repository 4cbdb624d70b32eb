//! Resamples of whole respondents, for readings across moments: a respondent who cites two moments is drawn with both.

use std::collections::BTreeMap;

use crate::Stream;
use crate::counts::counts;

/// How many resamples are drawn side by side, one to each lane of a wide register.
pub const LANES: usize = 16;

/// One number for each of the resamples that are drawn side by side.
pub type Lanes<T> = [T; LANES];

/// Parts of a unit in which values are held as whole numbers, where the number of respondents allows it. Its divisors
/// are 1 to 10, so means of up to ten integers are exact.
const PART: f64 = 2520.0;

/// One respondent's citation of one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    /// The respondent, from 0.
    pub person: u32,
    /// The index of the moment, from 0.
    pub place: u32,
    /// The respondent's value for it, −4…+4; none without one.
    pub value: Option<f64>,
}

/// The respondents of a side, with the moments that they cite.
#[derive(Clone, Debug)]
pub struct People {
    respondents: u32,
    /// Parts of a unit in which values are held.
    parts: f64,
    moments: Vec<Moment>,
}

/// The respondents who cite one moment.
#[derive(Clone, Debug, Default)]
struct Moment {
    /// By their value for it: counting the people of each value is less work than adding up all values.
    by_value: BTreeMap<i16, Vec<u32>>,
    without_value: Vec<u32>,
}

/// The respondents who cite one moment, per resample.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// How many cite it.
    pub cited: Lanes<u32>,
    /// How many of them have a value.
    pub valued: Lanes<u32>,
    /// The sum of their values.
    pub sum: Lanes<f64>,
}

impl People {
    /// Respondents numbered below `respondents`, and their mentions of the moments below `moments`; other mentions are
    /// left out.
    pub fn new(respondents: u32, moments: u32, mentions: &[Mention]) -> Self {
        // The sum over a resample must stay below 2³¹.
        let parts = (f64::from(i32::MAX) / (4.0 * f64::from(respondents.max(1)))).floor().clamp(1.0, PART);
        let mut all = vec![Moment::default(); moments as usize];
        for mention in mentions.iter().filter(|mention| mention.person < respondents) {
            let Some(moment) = all.get_mut(mention.place as usize) else { continue };
            match mention.value {
                #[allow(clippy::cast_possible_truncation, reason = "at most 4 × 2520")]
                Some(value) => {
                    let value = (value * parts).round_ties_even() as i16;
                    moment.by_value.entry(value).or_default().push(mention.person);
                }
                None => moment.without_value.push(mention.person),
            }
        }
        Self { respondents, parts, moments: all }
    }

    /// Draws one resample from each stream, and counts who cites each moment in it.
    pub fn draw(&self, streams: &mut Lanes<Stream>, scratch: &mut Scratch) -> Vec<Counts> {
        scratch.weights.resize(self.respondents as usize, [0; LANES]);
        for (lane, stream) in streams.iter_mut().enumerate() {
            draw_weights(&mut scratch.sample, self.respondents as usize, stream);
            for (weights, weight) in scratch.weights.iter_mut().zip(&scratch.sample) {
                weights[lane] = *weight;
            }
        }
        self.moments.iter().map(|moment| self.counted(moment, &scratch.weights)).collect()
    }

    fn counted(&self, moment: &Moment, weights: &[Lanes<u8>]) -> Counts {
        let (mut valued, mut sum) = ([0; LANES], [0; LANES]);
        for (value, people) in &moment.by_value {
            let drawn = counts(people, weights);
            for lane in 0..LANES {
                valued[lane] += drawn[lane];
                sum[lane] += i32::from(*value) * drawn[lane].cast_signed();
            }
        }
        let without_value = counts(&moment.without_value, weights);
        Counts {
            cited: std::array::from_fn(|lane| valued[lane] + without_value[lane]),
            valued,
            sum: sum.map(|sum| f64::from(sum) / self.parts),
        }
    }
}

/// Working memory of the draws, kept so that it is allocated once.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// How often each respondent is drawn in one resample: small enough for the fastest memory.
    sample: Vec<u8>,
    weights: Vec<Lanes<u8>>,
}

/// Draws as many respondents as there are, with replacement, and counts each.
fn draw_weights(sample: &mut Vec<u8>, respondents: usize, stream: &mut Stream) {
    sample.clear();
    sample.resize(respondents, 0);
    let all = respondents as u64;
    // Each half of the bits is a fraction of the respondents: uneven by 2⁻³² at most.
    let mut pick = |half: u64| {
        #[allow(clippy::cast_possible_truncation, reason = "below the number of respondents")]
        let at = ((half * all) >> 32) as usize;
        // In practice nobody is drawn 256 times; wrapping spares the check.
        sample[at] = sample[at].wrapping_add(1);
    };
    for _ in 0..all / 2 {
        let bits = stream.bits();
        pick(bits >> 32);
        pick(bits & 0xffff_ffff);
    }
    if all % 2 == 1 {
        pick(stream.bits() >> 32);
    }
}
