//! Differences: between two waves or segments, over all waves, between those who cite a moment and those who do not.
//!
//! Every difference says how surely it is one, or why nobody can say. One file per statistic; [`groups`] and [`trend`]
//! put them together for a project.

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

/// A figure with its interval, and how probable one at least as far from 0 would be if there were none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested<T> {
    /// The figure.
    pub estimate: Estimate<T>,
    /// The two-sided p-value.
    pub p: Result<Probability, Undefined>,
}

impl<T> Tested<T> {
    /// A figure that nothing can be said about.
    fn untested(value: T, reason: Undefined) -> Self {
        Self { estimate: Estimate { value, interval: Err(reason) }, p: Err(reason) }
    }
}

/// Why groups cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// One of the groups has no such figure.
    Undefined(Undefined),
    /// Nobody who is in both groups has the figure in both.
    NobodyTwice,
    /// Fewer than three waves have the figure.
    FewWaves,
}

impl From<Undefined> for Incomparable {
    fn from(reason: Undefined) -> Self {
        Self::Undefined(reason)
    }
}

/// The profile of figures that are equal in truth but may not be to the last bit: in whole steps of 1e-9 of a
/// valence unit, as levels are compared. Otherwise a spread of rounding errors would pass for one.
fn steady(values: impl Iterator<Item = f64>) -> Profile {
    // Adding 0 makes a negative zero positive.
    Profile::new(values.map(|value| (value * 1e9).round() / 1e9 + 0.0).collect(), 0, 0)
}
