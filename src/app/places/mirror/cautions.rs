//! What to know before believing the mirror, above the pictures and together with them.

use leptos::prelude::*;

use super::state::MirrorState;
use crate::analysis::warnings;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::Language;
use crate::app::shell::reactive::part;
use crate::say::mirror;

/// A paragraph per warning.
#[component]
pub fn Cautions() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let found = move || {
        let figures = page.kept()?;
        workspace.with(|project| warnings::of(project, figures.filter(), &figures.mirror))
    };
    part(move || {
        let warnings = found().unwrap_or_default().into_iter();
        warnings
            .map(|warning| view! { <p class="warning">{mirror::warning(language.locale(), warning)}</p> })
            .collect_view()
    })
}
