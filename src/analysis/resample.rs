//! Resamples of a side's respondents: how a level would move if other people of the same kind had answered.

use rand::SeedableRng;
use rand_distr::{Binomial, Distribution};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::model::{MomentId, Side};

use super::{Level, Profile};

/// The random numbers of one side of one moment.
///
/// Derived from nothing else, so that coding one moment never moves another's figures.
pub struct Stream(Xoshiro256PlusPlus);

impl Stream {
    /// The stream of that side of that moment under that seed.
    pub fn new(seed: u64, side: Side, moment: MomentId) -> Self {
        let side = match side {
            Side::Client => 0,
            Side::Employee => 1,
        };
        let place = u64::from(moment.0) << 1 | side;
        Self(Xoshiro256PlusPlus::seed_from_u64(mixed(mixed(seed) ^ place)))
    }

    /// How many of `trials` fall into a class of `count` among `of`.
    fn binomial(&mut self, trials: u32, count: u32, of: u32) -> u32 {
        if count == of {
            return trials;
        }
        // `count < of`, so the probability is one, and what is drawn is at most `trials`.
        Binomial::new(trials.into(), f64::from(count) / f64::from(of))
            .map_or(0, |binomial| binomial.sample(&mut self.0))
            .try_into()
            .unwrap_or(trials)
    }
}

/// The finaliser of `SplitMix64` (Steele, Lea and Flood 2014): seeds that differ by one bit give unrelated streams.
const fn mixed(seed: u64) -> u64 {
    let z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

/// The levels of resamples of all N respondents of a side with replacement, in the order drawn.
///
/// The bootstrap of Efron (1979), Bootstrap methods: another look at the jackknife, *Annals of Statistics* 7,
/// 1–26. Respondents who say the same of the moment are one class, and class counts are drawn as binomials, each
/// conditional on those before: the distribution is that of drawing N respondents, the cost grows with the classes.
///
/// A resample in which nobody gives a valence has no level and is left out, so fewer than `resamples` may return.
///
/// By hand: one respondent with a valence among any number leaves no choice but that valence.
///
/// ```
/// use reflet::analysis::{Level, Profile, resample::{Stream, levels}};
/// use reflet::model::{MomentId, Side};
/// let one = Profile::new(vec![1.5], 0, 9);
/// let drawn = levels(&one, Stream::new(1, Side::Client, MomentId(1)), 1000);
/// assert!(drawn.iter().all(|level| *level == Level(1.5)));
/// // Nobody of the one is drawn in (9/10)^10 = 35 % of the resamples.
/// assert!((600..700).contains(&drawn.len()));
/// ```
pub fn levels(profile: &Profile, mut stream: Stream, resamples: u32) -> Vec<Level> {
    let (valued, all) = (profile.with_valence(), profile.respondents());
    if valued == 0 {
        return Vec::new();
    }
    (0..resamples)
        .filter_map(|_| {
            let drawn = stream.binomial(all, valued, all);
            (drawn > 0).then(|| level(profile, &mut stream, drawn))
        })
        .collect()
}

/// The mean valence of `drawn` respondents taken with replacement from those with a valence.
fn level(profile: &Profile, stream: &mut Stream, drawn: u32) -> Level {
    let (mut to_draw, mut left) = (drawn, profile.with_valence());
    let mut sum = 0.0;
    for (valence, count) in &profile.valences {
        if to_draw == 0 {
            break;
        }
        let taken = stream.binomial(to_draw, *count, left);
        sum += valence * f64::from(taken);
        to_draw -= taken;
        left -= count;
    }
    Level(sum / f64::from(drawn))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_differ_by_seed_side_and_moment() {
        let profile = Profile::new(vec![-2.0, -1.0, 0.0, 1.0, 2.0], 0, 5);
        let draw = |seed, side, moment| levels(&profile, Stream::new(seed, side, MomentId(moment)), 20);
        let first = draw(1, Side::Client, 1);
        assert_eq!(first, draw(1, Side::Client, 1));
        for other in [draw(2, Side::Client, 1), draw(1, Side::Employee, 1), draw(1, Side::Client, 2)] {
            assert_ne!(first, other);
        }
    }
}
