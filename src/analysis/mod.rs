//! From codings to the mirror: measures with intervals, the six types, how sure each is, stake.
//!
//! Two parts: [`tracker()`] measures everything but certainty, [`Measuring`] does so step by step;
//! [`certainty::Resampled`] draws one row again, so that a caller may slice the work row by row, and [`settle`] all.

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
mod tracker;
pub mod types;
mod units;
pub mod warnings;
pub mod what_if;
pub mod wilson;

pub use measuring::{Measured, Measuring, measure, tracker};
pub use mentions::Mentions;
pub use outcome::{
    Certainty, Class, Confidence, Estimate, Family, Filter, Interval, Masked, Measures, Profile, Reason, Row,
    SideSummary, Ties, Tracker, Type, Undefined,
};
pub use quotes::{Quote, quotes};
pub use tracker::settle;
pub use units::{
    Alpha, Answer, Degrees, Deviate, Effort, Kappa, Level, NetPoints, NetScore, Points, Probability,
    Proportion, Share, Shift, Slope, Stake,
};
