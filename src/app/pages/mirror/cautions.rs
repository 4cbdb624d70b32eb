//! What to know before believing the mirror, above the pictures.

use leptos::prelude::*;

use super::settled::Mirror;
use crate::analysis::warnings;
use crate::app::language::Language;
use crate::app::live::part;
use crate::app::words;
use crate::app::workspace::Workspace;

/// A paragraph per warning.
#[component]
pub fn Cautions() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let found = move || {
        let figures = page.settled()?;
        workspace.with(|project| warnings::of(project, figures.filter(), &figures.tracker))
    };
    part(move || {
        let warnings = found().unwrap_or_default().into_iter();
        warnings
            .map(|warning| view! { <p class="warning">{words::warning(language, warning)}</p> })
            .collect_view()
    })
}
