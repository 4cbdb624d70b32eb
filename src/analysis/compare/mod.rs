//! Differences: between two waves or segments, over all waves, between those who cite a moment and those who do not.
//!
//! Every difference has a p-value, or the reason why it has none. One file per statistic; [`groups`] and [`trend`] apply
//! them to a project.

pub mod association;
mod changed;
mod design;
pub mod discovery;
pub mod fisher;
pub mod groups;
mod pair;
pub mod paired;
mod recurring;
pub mod trend;
pub mod welch;

pub use pair::{Pair, Pairing, has_arrow};

use super::{Estimate, Probability, Profile, Undefined};

/// A figure with its interval and its p-value: the probability of one at least as far from 0 if the true one were 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested<T> {
    /// The figure.
    pub estimate: Estimate<T>,
    /// The two-sided p-value.
    pub p: Result<Probability, Undefined>,
}

impl<T> Tested<T> {
    /// A figure without an interval and without a test.
    fn untested(value: T, reason: Undefined) -> Self {
        Self { estimate: Estimate { value, interval: Err(reason) }, p: Err(reason) }
    }
}

/// Why a figure of two groups cannot be compared, or has no trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// One of the groups has no such figure.
    Undefined(Undefined),
    /// Nobody has the figure in both groups.
    NobodyTwice,
    /// Fewer than three waves have the figure.
    FewWaves,
}

impl From<Undefined> for Incomparable {
    fn from(reason: Undefined) -> Self {
        Self::Undefined(reason)
    }
}

/// The profile of these values, rounded to 1e-9 of a valence unit, as levels are compared. Values that are equal but for
/// rounding errors then have no spread.
fn rounded_profile(values: impl Iterator<Item = f64>) -> Profile {
    // Adding 0 makes a negative zero positive.
    Profile::new(values.map(|value| (value * 1e9).round() / 1e9 + 0.0).collect(), 0, 0)
}
