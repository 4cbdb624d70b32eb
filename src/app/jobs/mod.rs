//! Work that takes a while: in slices between which the browser has its turn, or in workers.

pub mod pause;
pub mod reading;
pub mod resampling;
pub mod timing;
pub mod turn;
pub mod worker;
