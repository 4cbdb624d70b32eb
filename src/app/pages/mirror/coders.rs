//! Whose codings the mirror shows.

use leptos::prelude::*;

use crate::app::live::part;
use crate::app::pages::{Arriving, Part};
use crate::app::workspace::Workspace;

/// The choice of a coder, which is fetched only where a project has several.
#[component]
pub fn WhoseCodings() -> impl IntoView {
    let workspace = Workspace::get();
    let several = Memo::new(move |_| workspace.with(|p| p.coders.len() > 1).unwrap_or_default());
    part(move || several.get().then(|| view! { <Arriving wanted=Part::Coders /> }))
}
