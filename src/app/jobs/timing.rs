//! Marks on the browser's own timeline: its developer tools show them, the benchmark reads them.

use leptos::prelude::window;

/// Marks that something is done or begins now.
pub fn mark(what: &str) {
    if let Some(performance) = window().performance() {
        // A browser that keeps none has none to show.
        drop(performance.mark(what));
    }
}
