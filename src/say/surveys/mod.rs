//! Closed questions: their figures, benchmarks and pairs, as sentences.

pub mod bars;
pub mod benchmark;
pub mod figure;
pub mod figures;
mod net;
pub mod pair;
pub mod question;
pub mod recommendation;
mod share;
