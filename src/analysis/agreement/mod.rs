//! Agreement between coders: how far the codings are those of the codebook and not of the person.
//!
//! Two steps, because one is fast and the other is not: [`agreement()`] gives every figure but the intervals of α;
//! [`interval`] resamples one α, so that a caller may slice the work moment by moment.

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
    /// One coder alone has nobody to agree with.
    OneCoder,
    /// The figure is one of two coders, and there are more.
    MoreThanTwoCoders,
    /// No two coders judged the same verbatim.
    NoOverlap,
    /// All judgements are the same, so that agreeing by chance is certain.
    NoVariation,
    /// One verbatim alone, or all alike: no spread to judge by.
    NoSpread,
}
