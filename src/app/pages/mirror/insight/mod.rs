//! What stands behind the figures: how each was computed, readings across moments, comparisons, the method.

mod across;
mod annex;
mod arrow_files;
mod arrows;
mod compare;
mod draws;
mod entries;
mod explain;
mod ranking;
mod trends;
mod what_if;

use leptos::prelude::*;

use across::Across;
use annex::Annex;
use compare::Compare;
use explain::Explanation;

/// All of it, below the table.
#[component]
pub fn InsightSections() -> impl IntoView {
    view! {
        <Explanation />
        <Across />
        <Compare />
        <Annex />
    }
}
