//! Drawing whole respondents again in a worker, so that the page stays alive for as long as it takes.

#![allow(clippy::unnecessary_wraps, reason = "what may not arrive must return a result")]

mod page;
mod wire;
mod worker;

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::worker::Serve;
pub use page::Resampler;
pub use worker::NAME;

/// What draws respondents again in a worker. It comes with the readings that need the draws.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(insights, wasm_split_path = leptos::wasm_split, fallible)]
pub fn draws() -> Result<Serve, SplitLoaderError> {
    Ok(worker::serve)
}
