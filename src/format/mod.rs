//! What is written to files and storage, and read back.
//!
//! The types that are written are not the model: a released version is frozen, the model is free to change.

pub mod results;
pub mod saved;
pub mod stored;
mod v1;
