//! How often a set of people is drawn in each resample, for resamples drawn side by side.
//!
//! The lanes are written out, because the linker optimises the whole page for size and then turns no loop into wide
//! instructions, whatever this package was compiled for.

use wide::{u8x16, u16x8};

use crate::people::{LANES, Lanes};

/// How many numbers of eight bits add up to at most one of sixteen.
const SHORT: usize = 257;

/// How often these people are drawn in each resample; a person without weights is left out.
pub fn counts(people: &[u32], weights: &[Lanes<u8>]) -> Lanes<u32> {
    let mut counts = [0; LANES];
    for some in people.chunks(SHORT) {
        let mut halves = [u16x8::ZERO; 2];
        for person in some {
            let Some(weights) = weights.get(*person as usize) else { continue };
            let weights = u8x16::new(*weights);
            // Interleaved with zero bytes, a byte is the same number in sixteen bits on a little-endian machine, as are
            // all those that this is built for.
            halves[0] += bytemuck::cast::<u8x16, u16x8>(u8x16::unpack_low(weights, u8x16::ZERO));
            halves[1] += bytemuck::cast::<u8x16, u16x8>(u8x16::unpack_high(weights, u8x16::ZERO));
        }
        let lanes: Lanes<u16> = bytemuck::cast(halves);
        for (count, lane) in counts.iter_mut().zip(lanes) {
            *count += u32::from(lane);
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_together_count_as_each_lane_alone() {
        // Every weight that a byte can be, the greatest ones in one lane, and somebody without weights.
        let mut byte = (0..=u8::MAX).cycle();
        let mut next = |lane: usize| byte.next().filter(|_| lane != 3).unwrap_or(u8::MAX);
        let weights: Vec<Lanes<u8>> = (0..600).map(|_| std::array::from_fn(&mut next)).collect();
        for some in [0, 1, 2, 256, 257, 258, 600] {
            let people: Vec<u32> = (0..some).chain([9999]).collect();
            for (lane, counted) in counts(&people, &weights).into_iter().enumerate() {
                let sum: u32 =
                    weights.iter().take(some as usize).map(|weights| u32::from(weights[lane])).sum();
                assert_eq!(counted, sum, "{some} people in lane {lane}");
            }
        }
    }
}
