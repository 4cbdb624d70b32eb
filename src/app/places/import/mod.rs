//! The Import place: paste, drop or pick; see how it was understood; change that; confirm; read the account.

mod account;
mod annex;
mod begun;
mod choices;
mod coders;
mod codes;
mod columns;
mod confirm;
mod done;
mod doubts;
mod forecast;
mod nothing;
mod opened;
mod options;
mod preview;
mod ratings;
mod readers;
mod side;
mod source;
mod state;
mod summary;
mod waves;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::jobs::pause::yield_to_browser;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::parts::{Loading, load};
use crate::app::shell::reactive::part;
use crate::model::Origin;
use account::Account;
pub use begun::Begun;
use codes::Codes;
use columns::Columns;
use confirm::ConfirmBar;
use doubts::Doubts;
use nothing::NothingToCome;
use preview::{Choices, FirstRows, Understanding};
use side::{SideCards, Sides};
use source::Sources;
use state::Import;
use summary::Summary;
use waves::{WaveByTitle, WavesByDate};

/// Fetches the code of the place.
pub fn load() -> Loading {
    load!(import, import, || view! { <ImportPage /> }.into_any())
}

/// The whole place.
#[component]
fn ImportPage() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let import = Begun::get().take_up(workspace).provide(workspace);
    let sample = move || workspace.with(|p| p.origin == Origin::Sample).unwrap_or_default();
    let understood = Memo::new(move |_| import.opened.with(|opened| matches!(opened, Some(Ok(_)))));
    view! {
        <div class="import" class:with-table=move || understood.get()>
            <h1>{say!(language, import.title)}</h1>
            {part(move || sample().then(|| view! { <p class="hint">{tr!(language, import.sample)}</p> }))}
            <Account />
            <Sources />
            {part(move || understood.get().then(|| view! { <Understood /> }))}
            <ConfirmBar />
        </div>
    }
}

/// How the source was read and, unless it is a codebook, which column is what.
#[component]
fn Understood() -> impl IntoView {
    let import = Import::get();
    let is_codebook = Memo::new(move |_| import.is_codebook());
    // The rows first, the many choices in the next turn: together they would take too long for one.
    spawn_local(async move {
        yield_to_browser().await;
        import.shown.try_set(true);
    });
    on_cleanup(move || {
        import.shown.try_set(false);
    });
    let of_answers = move || {
        view! {
            <SideCards />
            <Summary />
            <Doubts />
            <WavesByDate />
            <WaveByTitle />
            <NothingToCome />
        }
    };
    let corrections = move || {
        view! {
            <section class="columns">
                <div class="roles">
                    <Sides />
                </div>
            </section>
            <Columns />
        }
    };
    view! {
        <Understanding />
        {part(move || (!is_codebook.get()).then(of_answers))}
        <Codes />
        <FirstRows />
        <div class="corrections" class:open=move || import.correcting.get()>
            <Choices />
            {part(move || (import.shown.get() && !is_codebook.get()).then(corrections))}
        </div>
    }
}
