//! What stands behind the figures: how each was computed, readings across moments, comparisons, the method, files. It
//! comes after the pictures.

#![allow(clippy::unnecessary_wraps, reason = "what may not arrive must return a result")]

mod across;
mod annex;
mod arrow_files;
mod arrows;
mod changes;
mod compare;
mod difference;
mod explain;
mod files;
mod ranking;
mod resamples;
mod trends;
mod what_if;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::file::{Exporting, File};
use crate::app::shell::parts::{Loading, load};
use across::Across;
use annex::Annex;
use compare::Compare;
use explain::Explanation;

/// Fetches the code of the sections.
pub fn load() -> Loading {
    load!(insights, insights, || view! { <InsightSections /> }.into_any())
}

/// What makes files of what the place shows.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(insights, wasm_split_path = leptos::wasm_split, fallible)]
pub fn exporter() -> Result<fn(&Exporting, File), SplitLoaderError> {
    Ok(files::make)
}

/// All of it, below the table.
#[component]
fn InsightSections() -> impl IntoView {
    // Which two groups are compared: the annex speaks of them too.
    let found = RwSignal::new(None);
    view! {
        <Explanation />
        <Across />
        <Compare found />
        <Annex found />
    }
}
