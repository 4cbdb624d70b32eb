//! Whole respondents drawn again, for readings that go across moments: who tells of two moments takes both along.

use std::collections::BTreeMap;

use crate::Stream;
use crate::counts::counts;

/// Samples that are drawn side by side, one to each lane of a wide register.
pub const LANES: usize = 16;

/// One number for each of the samples that are drawn side by side.
pub type Lanes<T> = [T; LANES];

/// How a respondent lives a moment: values are whole numbers of this part, exact for means of up to ten integers.
const PART: f64 = 2520.0;

/// What a respondent tells of one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    /// The respondent, from 0.
    pub person: u32,
    /// The place of the moment, from 0.
    pub place: u32,
    /// How it is lived, −4…+4; none if nobody said.
    pub value: Option<f64>,
}

/// The respondents of a side, and what they tell.
#[derive(Clone, Debug)]
pub struct People {
    respondents: u32,
    /// Parts of a unit in which values are held.
    parts: f64,
    places: Vec<Place>,
}

/// Who tells of a moment.
#[derive(Clone, Debug, Default)]
struct Place {
    /// By what they say of it: people who say the same are counted, which is less than adding up what they say.
    valued: BTreeMap<i16, Vec<u32>>,
    mute: Vec<u32>,
}

/// What samples tell of one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// How many cite it.
    pub cited: Lanes<u32>,
    /// How many of them have a value.
    pub valued: Lanes<u32>,
    /// The sum of the values.
    pub sum: Lanes<f64>,
}

impl People {
    /// That many respondents with what they tell of that many moments; mentions of others are left out.
    pub fn new(respondents: u32, places: u32, mentions: &[Mention]) -> Self {
        // The sum over a sample must stay below 2³¹.
        let parts = (f64::from(i32::MAX) / (4.0 * f64::from(respondents.max(1)))).floor().clamp(1.0, PART);
        let mut all = vec![Place::default(); places as usize];
        for mention in mentions.iter().filter(|mention| mention.person < respondents) {
            let Some(place) = all.get_mut(mention.place as usize) else { continue };
            match mention.value {
                #[allow(clippy::cast_possible_truncation, reason = "at most 4 × 2520")]
                Some(value) => {
                    let value = (value * parts).round_ties_even() as i16;
                    place.valued.entry(value).or_default().push(mention.person);
                }
                None => place.mute.push(mention.person),
            }
        }
        Self { respondents, parts, places: all }
    }

    /// What the samples tell of each moment. Each sample has the stream that is given for it.
    pub fn draw(&self, streams: &mut Lanes<Stream>, room: &mut Room) -> Vec<Counts> {
        room.weights.resize(self.respondents as usize, [0; LANES]);
        for (lane, stream) in streams.iter_mut().enumerate() {
            weigh(&mut room.sample, self.respondents as usize, stream);
            for (weights, weight) in room.weights.iter_mut().zip(&room.sample) {
                weights[lane] = *weight;
            }
        }
        self.places.iter().map(|place| self.counted(place, &room.weights)).collect()
    }

    fn counted(&self, place: &Place, weights: &[Lanes<u8>]) -> Counts {
        let (mut valued, mut sum) = ([0; LANES], [0; LANES]);
        for (value, people) in &place.valued {
            let drawn = counts(people, weights);
            for lane in 0..LANES {
                valued[lane] += drawn[lane];
                sum[lane] += i32::from(*value) * drawn[lane].cast_signed();
            }
        }
        let mute = counts(&place.mute, weights);
        Counts {
            cited: std::array::from_fn(|lane| valued[lane] + mute[lane]),
            valued,
            sum: sum.map(|sum| f64::from(sum) / self.parts),
        }
    }
}

/// Memory that samples are drawn in, kept from one draw to the next.
#[derive(Clone, Debug, Default)]
pub struct Room {
    /// How often each respondent is drawn, in one sample: small enough for the fastest memory.
    sample: Vec<u8>,
    weights: Vec<Lanes<u8>>,
}

/// Draws as many respondents as there are, with replacement.
fn weigh(sample: &mut Vec<u8>, respondents: usize, stream: &mut Stream) {
    sample.clear();
    sample.resize(respondents, 0);
    let all = respondents as u64;
    // Each half of the bits is a fraction of the respondents: uneven by 2⁻³² at most.
    let mut pick = |half: u64| {
        #[allow(clippy::cast_possible_truncation, reason = "below the number of respondents")]
        let at = ((half * all) >> 32) as usize;
        // Nobody is drawn 256 times.
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
