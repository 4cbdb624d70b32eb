//! What the mirror says, in one sentence or two.

use leptos::prelude::*;

use super::cautions;
use super::state::Mirror;
use crate::app::components::Arriving;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::Language;
use crate::app::shell::reactive::part;
use crate::say::mirror as say;

/// The sentences above the pictures.
#[component]
pub fn Summary() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let heading = move || {
        let figures = page.figures()?;
        workspace.with(|project| say::headline(language.locale(), project, &figures.tracker))
    };
    let facts = move || Some(say::facts(language.locale(), &page.kept()?.tracker));
    let prompts = move || Some(say::prompts(language.locale(), &page.kept()?.tracker));
    let marks = move || say::marks(language.locale(), page.kept()?.settings);
    view! {
        <section class="summary">
            <h1 data-testid="summary">{heading}</h1>
            <p class="faint">{facts} " " {prompts}</p>
            {part(move || marks().map(|text| view! { <p data-testid="marks">{text}</p> }))}
            // Its code must not delay the pictures.
            {part(move || page.study.later.get().then(|| view! { <Arriving load=cautions::load /> }))}
        </section>
    }
}
