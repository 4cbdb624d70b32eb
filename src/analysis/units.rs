//! The units in which results are given.

use crate::model::SHOWN;

/// A proportion, 0…1; shown in percent.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Proportion(pub f64);

/// A difference of two proportions, −1…+1; shown in percentage points.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Points(pub f64);

/// A level, intensity or rescaled rating on the valence scale: −2…+2 (intensity 0…2).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Level(pub f64);

/// A mean effort, 0 (none) … 3.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Effort(pub f64);

/// A balance, −1 (all negative) … +1 (all positive).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Share(pub f64);

/// The stake of a moment, 0…100.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Stake(pub f64);

/// An answer to a closed question, on the question's own scale.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Answer(pub f64);

/// A net promoter score, −100 (only detractors) … +100 (only promoters).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NetScore(pub f64);

/// A difference of two net promoter scores, −200…+200, or the standard error of one.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NetPoints(pub f64);

/// Cohen's κ: 1 is perfect agreement, 0 what chance gives, down to −1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Kappa(pub f64);

/// Krippendorff's α: 1 is perfect agreement, 0 what chance gives, below it systematic disagreement.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Alpha(pub f64);

/// A difference of two levels or of two rescaled ratings on the valence scale, −4…+4; its interval may reach further.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Shift(pub f64);

/// How much a level rises from one wave to the next, on the valence scale.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Slope(pub f64);

/// A probability of a distribution, 0…1; a p-value is one.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Probability(pub f64);

/// A distance from the expected value in standard errors, signed.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Deviate(pub f64);

/// Degrees of freedom; any positive number.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Degrees(pub f64);

impl Level {
    /// The lower end of the scale.
    pub const MIN: Self = Self(-2.0);
    /// The upper end of the scale.
    pub const MAX: Self = Self(2.0);

    /// As it is shown: ×50, so −100…+100.
    pub fn shown(self) -> f64 {
        self.0 * SHOWN
    }

    /// The same, measured from another level.
    #[must_use]
    pub fn from(self, zero: Self) -> Self {
        Self(self.0 - zero.0)
    }

    /// The level that is shown so.
    ///
    /// ```
    /// use reflet::analysis::Level;
    /// assert_eq!(Level::of_shown(-75.0), Level(-1.5));
    /// assert_eq!(Level::of_shown(-75.0).shown(), -75.0);
    /// ```
    pub fn of_shown(shown: f64) -> Self {
        Self(shown / SHOWN)
    }
}

impl Shift {
    /// As it is shown: ×50, like the levels that it lies between.
    pub fn shown(self) -> f64 {
        self.0 * SHOWN
    }
}

impl Slope {
    /// As it is shown: ×50, like the levels that it joins.
    pub fn shown(self) -> f64 {
        self.0 * SHOWN
    }
}

/// A length as a count; a project holds fewer than 2³² of anything.
pub(super) fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
