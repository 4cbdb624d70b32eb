//! Agreement between coders: how far codings depend on the codebook and not on the coder.
//!
//! [`agreement()`] is fast and computes every figure but the intervals of α; [`interval`] is slow and resamples one α,
//! so that a caller can pause between moments.

mod alpha;
mod bootstrap;
mod distance;
mod kappa;
mod moments;
mod percent;
mod units;

pub use alpha::alpha;
pub use bootstrap::{Bootstrap, interval};
pub use distance::{Distance, Tags};
pub use kappa::{ContingencyTable, Weights, kappa};
pub use moments::{Agreement, MomentAgreement, Presence, Valence, agreement};
pub use percent::percent;
pub use units::Units;

/// Why an agreement does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// There is only one coder.
    OneCoder,
    /// The figure is one of two coders, and there are more.
    MoreThanTwoCoders,
    /// No two coders judged the same verbatim.
    NoOverlap,
    /// All judgements are the same, so that agreeing by chance is certain.
    NoVariation,
    /// Every resample gives the same α, as with one verbatim alone: the spread is unknown.
    NoSpread,
}
