//! How a figure was computed, on demand.

use leptos::prelude::*;

use crate::app::shell::language::{Language, say};

/// The sentences, folded.
#[component]
pub fn How(sentences: Vec<String>) -> impl IntoView {
    let language = Language::get();
    view! {
        <details>
            <summary>{say!(language, explain.ask)}</summary>
            {sentences.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
        </details>
    }
}
