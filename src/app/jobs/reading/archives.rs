//! The reader of workbooks and other archives: large, and for the worker alone.

#![allow(clippy::unnecessary_wraps, reason = "what may not arrive must return a result")]

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::import::source::{self, ReadSource};

/// What reads workbooks and other archives, in a worker.
#[derive(Clone, Copy, Debug)]
pub struct Archives {
    /// A file, from its bytes.
    pub file: ReadSource<Vec<u8>>,
    /// A made-up workbook.
    pub example: &'static [u8],
}

/// The reader, once its code is here.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(archives, wasm_split_path = leptos::wasm_split, fallible)]
pub fn archives() -> Result<Archives, SplitLoaderError> {
    Ok(Archives { file: source::of_archive, example: include_bytes!("warm-up.xlsx") })
}
