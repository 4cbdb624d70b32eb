//! Random numbers that depend on a seed and a place, and on nothing else.

use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub struct Stream(Xoshiro256PlusPlus);

impl Stream {
    /// The stream of a place under a seed: two places, or two seeds, have unrelated streams.
    pub fn new(seed: u64, place: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(mixed(mixed(seed) ^ place)))
    }

    /// The next 64 bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }
}

/// The finaliser of `SplitMix64` (Steele, Lea and Flood 2014): seeds that differ by one bit give unrelated streams.
const fn mixed(seed: u64) -> u64 {
    let z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_seed_and_place_has_its_own_stream() {
        let first = |seed, place| Stream::new(seed, place).bits();
        assert_eq!(first(1, 2), first(1, 2));
        assert_ne!(first(1, 2), first(2, 1));
        assert_ne!(first(1, 2), first(1, 3));
    }
}
