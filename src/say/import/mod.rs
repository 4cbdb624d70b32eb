//! What importing finds, asks, foresees and has done, as sentences.

pub mod account;
pub mod annex;
pub mod caution;
pub mod cell;
pub mod choices;
pub mod codebook;
pub mod codings;
pub mod columns;
pub mod decisions;
pub mod doubt;
pub mod failure;
pub mod forecast;
pub mod hints;
mod notes;
pub mod progress;
pub mod rating;
pub mod reason;
pub mod recalled;
pub mod role;
pub mod sheets;
pub mod source;
pub mod summary;
pub mod when;
pub mod whose;

#[cfg(test)]
pub(super) mod tables;
