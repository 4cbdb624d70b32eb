//! Resamples of respondents, drawn with replacement by the thousand: the bootstrap of Efron (1979), Bootstrap methods:
//! another look at the jackknife, *Annals of Statistics* 7, 1–26.
//!
//! [`classes`] draws for one moment alone: respondents with the same value are one class, and only class counts are
//! drawn. [`people`] draws whole respondents, for readings across moments.
//!
//! This is a package of its own so that it is compiled for speed, while the page is compiled for size: each respondent
//! passes through it two thousand times. It uses additions, products, divisions and roots alone, which every machine
//! rounds the same way, so the same seed gives the same bytes everywhere.

mod alias;
mod binomial;
pub mod classes;
mod counts;
pub mod people;
mod stream;

pub use stream::Stream;
