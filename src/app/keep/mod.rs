//! The user's work: the open project, what is stored of it and what is not, and what the page brings along.

pub mod columns;
mod download;
pub mod samples;
pub mod starters;
pub mod unstored;
pub mod workspace;

pub use download::{download, download_open};
