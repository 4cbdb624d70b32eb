//! What is said while coding.

pub mod desk;
pub mod verbatim;
