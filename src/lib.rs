//! Reflet turns the open answers of a company's clients and of its employees into one mirror.
//!
//! The core (everything but [`app`]) is pure: no browser, no clock, no unseeded randomness.

pub mod analysis;
#[cfg(feature = "app")]
pub mod app;
pub mod chart;
pub mod coding;
pub mod command;
pub mod figures;
pub mod format;
pub mod history;
pub mod import;
pub mod model;
pub mod order;
pub mod say;
pub mod session;
