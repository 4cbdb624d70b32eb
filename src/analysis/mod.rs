//! From codings to the mirror: measures with intervals, the six types, how sure each is, stake.
//!
//! Two parts: [`mirror()`] measures everything but certainty, and [`Measuring`] does so step by step;
//! [`add_certainty`] resamples all rows, and [`certainty::Resampled`] one, so that a caller can pause between rows.

pub mod agreement;
pub mod certainty;
pub mod closed;
pub mod compare;
pub mod distribution;
pub mod groups;
mod ids;
pub mod joint;
mod measures;
mod measuring;
mod mentions;
mod mirror;
pub mod newcombe;
mod outcome;
mod overall;
mod people;
mod profile;
pub mod quantile;
mod quotes;
pub mod rated;
pub mod resample;
mod scope;
pub mod stake;
pub mod student;
pub mod symmetry;
pub mod types;
mod units;
pub mod warnings;
pub mod what_if;
pub mod wilson;

pub use measuring::{Measured, Measuring, measure, mirror};
pub use mentions::Mentions;
pub use mirror::add_certainty;
pub use outcome::{
    Certainty, Class, Confidence, CrossSums, Divided, Estimate, Family, Filter, Interval, Masked, Measures,
    Mirror, Profile, Reason, Row, SideSummary, Type, Undefined,
};
pub use quotes::{Quote, quotes};
pub use units::{
    Alpha, Answer, Degrees, Deviate, Effort, Kappa, Level, NetPoints, NetScore, Points, Probability,
    Proportion, Share, Shift, Slope, Stake,
};
