//! Reflet turns the open answers of a company's clients and of its employees into one mirror.
//!
//! The core (everything but `app`) is pure: no browser, no clock, no unseeded randomness.

pub mod analysis;
pub mod chart;
pub mod model;
