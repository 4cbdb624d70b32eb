//! Samples of respondents drawn again with replacement, by the thousand: the bootstrap of Efron (1979), Bootstrap
//! methods: another look at the jackknife, *Annals of Statistics* 7, 1–26.
//!
//! [`classes`] draws for one moment alone: respondents who say the same are one class, and only class counts are
//! drawn. [`people`] draws whole respondents, for readings that go across moments.
//!
//! A package of its own because every respondent passes through it two thousand times: it is compiled for speed, the
//! page that uses it for size. It uses additions, products, divisions and roots alone, which every machine rounds the
//! same way: the same seed gives the same bytes everywhere.

mod alias;
mod binomial;
pub mod classes;
mod counts;
pub mod people;
mod stream;

pub use stream::Stream;
