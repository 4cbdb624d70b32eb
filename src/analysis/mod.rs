//! From codings to the mirror: measures with intervals, the six types, how sure each is, stake.
//!
//! Two steps, because one is fast and the other is not: [`tracker()`] measures everything but certainty;
//! [`certainty::of`] resamples one row, so that a caller may slice the work row by row, and [`settle`] all.

pub mod certainty;
pub mod groups;
mod ids;
mod measures;
pub mod newcombe;
mod outcome;
mod profile;
pub mod resample;
mod scope;
pub mod stake;
pub mod student;
mod tracker;
pub mod types;
mod units;
pub mod wilson;

pub use outcome::{
    Certainty, Class, Confidence, Estimate, Filter, Interval, Masked, Measures, Profile, Reason, Row,
    SideSummary, Tracker, Type, Undefined,
};
pub use tracker::{settle, tracker};
pub use units::{Level, Points, Proportion, Share, Stake};
