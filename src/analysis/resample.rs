//! The level of a side in resamples of its respondents.

use reflet_resample::{Stream, classes};

use crate::model::{MomentId, Side};

use super::{Level, Profile};

/// The levels of one side of one moment in resamples of its respondents, in the order drawn.
///
/// A resample in which nobody gives a valence has no level and is left out, so there may be fewer levels than resamples.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResampledLevels(
    /// In whole billionths of a valence unit, the precision at which types compare levels.
    Vec<f64>,
);

impl ResampledLevels {
    /// Resamples of all N respondents of a side with replacement.
    ///
    /// The bootstrap of Efron (1979), Bootstrap methods: another look at the jackknife, *Annals of Statistics* 7, 1–26.
    /// Respondents with the same valence for the moment are one class, and class counts are drawn as binomials, each
    /// conditional on those before: the distribution is that of drawing N respondents, the cost grows with the classes.
    /// The random numbers come from (seed, side, moment) and nothing else, so coding one moment never moves another's
    /// figures.
    ///
    /// By hand: if one respondent alone has a valence, every level is that valence.
    ///
    /// ```
    /// use reflet::analysis::{Level, Profile, resample::ResampledLevels};
    /// use reflet::model::{MomentId, Side};
    /// let one = Profile::new(vec![1.5], 0, 9);
    /// let draws = ResampledLevels::new(&one, (Side::Client, MomentId(1)), 1, 1000);
    /// assert!(draws.levels().all(|level| level == Level(1.5)));
    /// // That respondent is not drawn in (9/10)^10 = 35 % of the resamples.
    /// assert!((600..700).contains(&draws.levels().count()));
    /// ```
    pub fn new(profile: &Profile, (side, moment): (Side, MomentId), seed: u64, resamples: u32) -> Self {
        let others = profile.without_valence + profile.silent;
        let stream = Stream::new(seed, u64::from(moment.0) << 1 | side as u64);
        Self(classes::means(&profile.valences, others, stream, resamples))
    }

    /// The levels.
    pub fn levels(&self) -> impl Iterator<Item = Level> {
        self.0.iter().map(|parts| Level(parts / classes::PARTS))
    }

    /// The share of the levels, in billionths, for which `is_so` holds; none without levels.
    pub(super) fn share(&self, is_so: impl Fn(f64) -> bool) -> Option<f64> {
        let so: u32 = self.0.iter().map(|parts| u32::from(is_so(*parts))).sum();
        (!self.0.is_empty()).then(|| f64::from(so) / f64::from(super::units::count(self.0.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_differ_by_seed_side_and_moment() {
        let profile = Profile::new(vec![-2.0, -1.0, 0.0, 1.0, 2.0], 0, 5);
        let draw = |seed, side, moment| ResampledLevels::new(&profile, (side, MomentId(moment)), seed, 20);
        let first = draw(1, Side::Client, 1);
        assert_eq!(first, draw(1, Side::Client, 1));
        for other in [draw(2, Side::Client, 1), draw(1, Side::Employee, 1), draw(1, Side::Client, 2)] {
            assert_ne!(first, other);
        }
    }
}
