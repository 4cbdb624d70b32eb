//! A source that holds stages and moments: as a whole, or beside its answers.

use leptos::prelude::*;

use super::state::Import;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::part;
use crate::say::import::codebook;

/// What a codebook would bring, and the way to say that it is none.
#[component]
pub fn Codes() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let workspace = Workspace::get();
    let words = move || {
        let draft = import.codes()?;
        let known = workspace.with(|project| draft.known_in(&project.codebook)).unwrap_or_default();
        let (all, new) = (draft.moments.len(), draft.moments.len() - known);
        Some(codebook::brings(language.locale(), (all, new), import.is_codebook()))
    };
    let may_be_answers =
        move || import.with_table(|opened| opened.format().is_codebook()).unwrap_or_default();
    let choice = move || {
        view! {
            <label>
                <input
                    type="checkbox"
                    data-testid="import-as-answers"
                    prop:checked=move || import.as_answers.get()
                    on:change:target=move |event| import.as_answers.set(event.target().checked())
                />
                {say!(language, import.as_answers)}
            </label>
        }
    };
    view! {
        {part(move || words().map(|words| view! { <p class="hint" data-testid="import-codebook">{words}</p> }))}
        {part(move || may_be_answers().then(choice))}
    }
}
