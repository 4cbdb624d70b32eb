//! What the mirror says, in one sentence or two.

use leptos::prelude::*;

use super::cautions::Cautions;
use super::state::MirrorState;
use crate::analysis::Mirror;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::Language;
use crate::app::shell::reactive::{part, reactive};
use crate::say::{Locale, mirror as say};

/// The sentences above the pictures.
#[component]
pub fn Summary() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let heading = move || {
        let figures = page.figures()?;
        workspace.with(|project| say::headline(language.locale(), project, &figures.mirror))
    };
    let kept = move |text: fn(Locale, &Mirror) -> String| {
        page.kept().map_or_else(String::new, |figures| text(language.locale(), &figures.mirror))
    };
    let facts = move || kept(say::facts);
    let prompts = move || kept(say::prompts);
    let marks = move || say::marks(language.locale(), page.kept()?.settings);
    view! {
        <section class="summary">
            <h1 data-testid="summary">{reactive(move || heading().unwrap_or_default())}</h1>
            <p class="faint">{reactive(facts)} " " {reactive(prompts)}</p>
            {part(move || marks().map(|text| view! { <p data-testid="marks">{text}</p> }))}
            <Cautions />
        </section>
    }
}
