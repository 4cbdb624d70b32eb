//! Reading files in a worker, so that the page stays alive whatever is in them.
//!
//! The worker runs the page's own compiled module, and is thrown away with its memory after each file. The page sends
//! it a source, a [`Wish`](crate::import::source::Wish) and a [`Top`]; it answers with messages of the kinds in [`wire`].

#![allow(clippy::unnecessary_wraps, reason = "what may not arrive must return a result")]

mod archives;
mod page;
mod pieces;
mod wire;
mod worker;

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::worker::Serve;
pub use page::{Failure, Job, Reader};
pub use wire::{Arrived, Guess, Top};

/// What reads texts in a worker, and hands over what it read.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(texts, wasm_split_path = leptos::wasm_split, fallible)]
pub fn texts() -> Result<Serve, SplitLoaderError> {
    Ok(worker::serve)
}
