//! What stands behind the figures: how each was computed, readings across moments, comparisons, the method.

mod across;
mod annex;
mod arrow_files;
mod arrows;
mod changes;
mod compare;
mod comparison;
mod difference;
mod draws;
mod entries;
mod explain;
mod pair;
mod ranking;
mod readings;
mod trends;
mod verdicts;
mod what_if;

use leptos::prelude::*;

use across::Across;
use annex::Annex;
use compare::Compare;
use explain::Explanation;

/// All of it, below the table.
#[component]
pub fn InsightSections() -> impl IntoView {
    // Which two groups are compared: the annex speaks of them too.
    let found = RwSignal::new(None);
    view! {
        <Explanation />
        <Across />
        <Compare found />
        <Annex found />
    }
}
