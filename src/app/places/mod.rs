//! The places of the page: a folder each, and the registry, which alone knows them all.

mod code;
mod import;
mod mirror;
mod project;
pub mod registry;
mod surveys;

pub use import::Begun;
