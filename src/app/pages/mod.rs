//! One module per place, and those that are fetched only when they are opened.

mod arrival;
mod code;
mod import;
mod mirror;
mod parts;
mod project;
mod start;

pub use arrival::Arriving;
pub use parts::{Texts, archives, fetch, fetch_rest, link, texts};
pub use start::StartPage;
