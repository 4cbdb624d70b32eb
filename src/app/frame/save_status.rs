//! Whether the work is safe, and how full the storage is.

use leptos::prelude::*;

use crate::app::browser::clock;
use crate::app::browser::storage;
use crate::app::keep::workspace::{Saving, Workspace};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::reactive;
use crate::say::project::storage::saved;

/// One line, always on screen inside a project.
#[component]
pub fn SaveStatus() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let state = move || match workspace.saving() {
        Saving::Saved(_) => "saved",
        Saving::Pending => "saving",
        Saving::Failed(_) => "error",
        Saving::ReadOnly => "readonly",
    };
    let text = move || match workspace.saving() {
        Saving::Saved(when) => saved(language.locale(), clock::time(when), storage::used(), storage::LIMIT),
        Saving::Pending => tr!(language, head.saving).to_owned(),
        Saving::Failed(_) => tr!(language, head.not_saved).to_owned(),
        Saving::ReadOnly => tr!(language, head.read_only).to_owned(),
    };
    view! {
        <span
            class="save-status"
            role="status"
            data-testid="save-status"
            data-state=reactive(state)
            data-revision=reactive(move || workspace.stored().to_string())
            title=say!(language, head.saved_where)
        >
            {reactive(text)}
        </span>
    }
}
