//! The Mirror place.

use leptos::prelude::*;

/// The whole place.
#[component]
pub fn MirrorPage() -> impl IntoView {
    view! { <section></section> }
}
