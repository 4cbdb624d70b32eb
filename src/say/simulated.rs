//! What simulated studies found, in percent: written by `tests/simulation`, not by hand.

/// Firm types that were the true ones, ten people on each side, true levels spread evenly over the scale.
pub const FIRM_EVEN: f64 = 92.4;

/// The same where true levels have a standard deviation of 40.
pub const FIRM_WIDE: f64 = 86.6;

/// The same where they have one of 20: most lie near a threshold.
pub const FIRM_NEAR: f64 = 62.8;

/// How often intervals of readings as observed held the truth where they did so least, of studies that mostly show them.
pub const OBSERVED_LEAST: f64 = 14.0;

/// The same where they did so most.
pub const OBSERVED_MOST: f64 = 95.0;

/// The same of readings without noise, where they did so least.
pub const CORRECTED_LEAST: f64 = 91.5;

/// The same where they did so most.
pub const CORRECTED_MOST: f64 = 98.1;
