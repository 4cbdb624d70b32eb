//! From codings to the mirror: measures with intervals, the six types, how sure each is, stake.
//!
//! Two steps, because one is fast and the other is not: `tracker` measures everything but certainty;
//! `certainty::of` resamples one row, so that a caller may slice the work row by row.

mod outcome;
mod units;

pub use outcome::{
    Certainty, Class, Confidence, Estimate, Filter, Interval, Measures, Profile, Reason, Row, SideSummary,
    Tracker, Type, Undefined,
};
pub use units::{Level, Proportion, Share, Stake};
