//! What stands behind the figures: how each was computed, readings across moments, comparisons, the method.

mod across;
mod annex;
mod arrow_files;
mod arrows;
mod changes;
mod compare;
mod difference;
mod draws;
mod explain;
mod ranking;
mod trends;
mod what_if;

use leptos::prelude::*;

use crate::app::shell::parts::{Loading, load};
use across::Across;
use annex::Annex;
use compare::Compare;
use explain::Explanation;

/// Fetches the code of the sections.
pub fn load() -> Loading {
    load!(insights, insights, || view! { <InsightSections /> }.into_any())
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
