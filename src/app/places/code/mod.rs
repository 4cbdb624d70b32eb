//! The Code place: one verbatim large, the codebook beside it, the list of all.

mod chips;
mod desk;
mod filters;
mod keys;
mod list;
mod state;

use leptos::prelude::*;

use crate::app::components::{CoderChoice, StarterChoice};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::parts::{Loading, load};
use crate::app::shell::reactive::{effect, part};
use crate::app::shell::route::{Place, Route, Router};
use crate::coding::Decided;
use crate::command::{ChangeKind, ProjectPart, ProjectParts};
use desk::Desk;
use filters::Filters;
use list::List;
use state::Coding;

/// Fetches the code of the place.
pub fn load() -> Loading {
    load!(code, code, || view! { <CodePage /> }.into_any())
}

/// The whole place.
#[component]
fn CodePage() -> impl IntoView {
    let workspace = Workspace::get();
    let empty = Memo::new(move |_| {
        workspace
            .follow(ProjectParts::of(&[ProjectPart::Verbatims]), |project| project.verbatims.is_empty())
            .unwrap_or(true)
    });
    view! {
        {part(move || {
            if empty.get() {
                view! { <NothingToCode /> }.into_any()
            } else {
                follow_steps(workspace, Coding::provide(workspace));
                keys::listen();
                view! {
                    <div class="code">
                        <section class="code-desk">
                            <Progress />
                            <CoderChoice />
                            <Desk />
                        </section>
                        <section class="code-list">
                            <Filters />
                            <List />
                        </section>
                    </div>
                }
                    .into_any()
            }
        })}
    }
}

/// Undoing shows what it changed.
fn follow_steps(workspace: Workspace, coding: Coding) {
    let mut is_first = true;
    effect(move || {
        if let (Some(ChangeKind::Coding(verbatim)), false) = (workspace.stepped(), is_first) {
            coding.show(verbatim);
        }
        is_first = false;
    });
}

/// No verbatim yet: one next action.
#[component]
fn NothingToCode() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let router = Router::get();
    let go = move |_| {
        if let Some(key) = workspace.key() {
            router.go(Route::Inside(key, Place::IMPORT));
        }
    };
    view! {
        <section class="empty">
            <h1>{say!(language, code.nothing_title)}</h1>
            <p>{say!(language, code.nothing_text)}</p>
            <button class="primary" on:click=go>
                {say!(language, code.nothing_action)}
            </button>
            <StarterChoice />
        </section>
    }
}

/// How much is coded.
#[component]
fn Progress() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let decided = StoredValue::new(Decided::default());
    let counts = Memo::new(move |before: Option<&(u64, u64, usize, usize)>| {
        let others = workspace.state_of(ProjectParts::of(&[ProjectPart::Verbatims, ProjectPart::Settings]));
        let codings = workspace.state_of(ProjectParts::of(&[ProjectPart::Codings]));
        let one = workspace.coded().filter(|_| before.is_some_and(|b| (b.0, b.1 + 1) == (others, codings)));
        let total = workspace.peek(|project| {
            decided.update_value(|decided| match one {
                Some(verbatim) => decided.read(project, verbatim),
                None => *decided = Decided::of(project),
            });
            project.verbatims.len()
        });
        (others, codings, decided.with_value(Decided::count), total.unwrap_or_default())
    });
    let counts = Memo::new(move |_| {
        let (.., coded, total) = counts.get();
        (coded, total)
    });
    let text = move || {
        let (coded, total) = counts.get();
        tr!(language, code.progress, coded = language.count(coded), total = language.count(total))
    };
    view! {
        <div class="progress" data-testid="progress" data-coded=move || counts.get().0 data-total=move || counts.get().1>
            <progress max=move || counts.get().1 value=move || counts.get().0 aria-label=text></progress>
            <span>{text}</span>
        </div>
    }
}
