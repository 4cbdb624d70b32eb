//! The Import place.

use leptos::prelude::*;

/// The whole place.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! { <section></section> }
}
