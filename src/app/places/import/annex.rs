//! The whole import in words, for a method annex.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::done::Joined;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::reactive;
use crate::say::import::annex::{Annexed, description};

/// The description and a way to copy it.
#[component]
pub fn Annex(joined: Joined) -> impl IntoView {
    let language = Language::get();
    let copied = RwSignal::new(false);
    let text = StoredValue::new(joined);
    let words = move || text.with_value(|joined| description(language.locale(), annexed(joined)));
    let copy = move |_| {
        let text = untrack(words);
        spawn_local(async move {
            let done = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
            copied.set(done.is_ok());
        });
    };
    let label = move || if copied.get() { tr!(language, import.copied) } else { tr!(language, import.copy) };
    view! {
        <details>
            <summary>{say!(language, import.annex)}</summary>
            <p data-testid="import-description">{words}</p>
            <button on:click=copy>{reactive(label)}</button>
        </details>
    }
}

fn annexed(joined: &Joined) -> Annexed<'_> {
    Annexed {
        name: joined.name.as_deref(),
        format: joined.opened.format(),
        table: &joined.opened.table,
        mapping: &joined.mapping,
        report: &joined.report,
    }
}
