//! Drawing whole respondents again in a worker, so that the page stays alive for as long as it takes.

mod page;
mod wire;
mod worker;

pub use page::Drawer;
pub use worker::{NAME, serve};
