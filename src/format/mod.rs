//! The formats of files and storage, written and read back.
//!
//! The written types are not the model: a released version is frozen, the model is free to change.

pub mod results;
pub mod saved;
pub mod stored;
mod strict;
mod v1;
