//! One module per place, and those that are fetched only when they are opened.

mod arrival;
mod code;
mod import;
mod mirror;
mod parts;
mod project;
mod start;
mod surveys;

pub use arrival::Arriving;
pub use import::Begun;
pub use mirror::Looked;
pub use parts::{Part, archives, fetch, fetch_rest, insights, link, texts, writers};
pub use start::StartPage;
