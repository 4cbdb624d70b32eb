//! Whose codings the mirror shows.

use leptos::prelude::*;

use crate::app::components::{Arriving, coder_choice};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::reactive::part;

/// The choice of a coder, which is fetched only where a project has several.
#[component]
pub fn WhoseCodings() -> impl IntoView {
    let workspace = Workspace::get();
    let several = Memo::new(move |_| workspace.with(|p| p.coders.len() > 1).unwrap_or_default());
    part(move || several.get().then(|| view! { <Arriving load=coder_choice /> }))
}
