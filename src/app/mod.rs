//! The page: a thin shell around the core. It shows, asks, stores; it decides nothing about the method.

mod browser;
mod components;
mod frame;
mod jobs;
mod keep;
mod places;
mod shell;
mod start;
mod study;

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

use browser::keyboard;
use browser::storage::{self, ProjectKey};
use components::Arriving;
use frame::{Header, NoticeBar, provide_undo_keys};
use jobs::{reading, resampling};
use keep::workspace::Workspace;
use places::{Begun, registry};
use shell::language::Language;
use shell::notices::{Notice, Notices};
use shell::parts;
use shell::reactive::{effect, part};
use shell::route::{Route, Router};
use shell::theme::Theme;
use start::{StartPage, projects};
use study::Study;

/// How long after a first project is opened the other places are fetched: not before its picture is on screen.
const AHEAD: Duration = Duration::from_secs(3);

/// Shows the page, once the place that the address names is here. In a worker, takes sources to read instead.
pub fn run() {
    keyboard::report_panics();
    parts::link();
    if let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        wasm_bindgen_futures::spawn_local(serve(worker));
        return;
    }
    // The framework's own executor starts with the first view.
    wasm_bindgen_futures::spawn_local(async {
        let first = match Route::initial(registry::find) {
            Route::Inside(_, place) => Some(place),
            Route::Start => None,
        };
        if let Some(place) = first {
            // If it does not come, the place says so itself.
            drop(registry::load(place)().await);
        }
        leptos::mount::mount_to_body(App);
        if let Some(loading) = document().get_element_by_id("boot") {
            loading.remove();
        }
        if first.is_some() {
            fetch_rest().await;
        }
    });
}

/// Does in a worker what its name says.
async fn serve(worker: DedicatedWorkerGlobalScope) {
    let serve = match worker.name().as_str() {
        resampling::NAME => resampling::draws().await,
        _ => reading::texts().await,
    };
    // If the code does not come, the error ends the worker, which the page hears.
    let Ok(serve) = serve else { wasm_bindgen::throw_str("the worker's code did not arrive") };
    serve(&worker);
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let notices = Notices::provide();
    Language::provide();
    Theme::provide();
    let router = Router::provide(registry::find);
    let workspace = Workspace::provide(router, notices);
    Begun::provide();
    provide_undo_keys(workspace);
    if !storage::available() {
        notices.tell(Notice::NoStorage);
    }
    follow_address(router, workspace, notices);
    let place = Memo::new(move |_| match router.route() {
        Route::Inside(key, place) if workspace.key().as_ref() == Some(&key) => Some((key, place)),
        _ => None,
    });
    let mut is_fetching = false;
    effect(move || {
        if place.with(Option::is_some) && !is_fetching {
            is_fetching = true;
            set_timeout(|| leptos::task::spawn_local(fetch_rest()), AHEAD);
        }
    });
    // The last project that was open: its study is there again for who comes back to it from the start page.
    let studied = Memo::new(move |before: Option<&Option<ProjectKey>>| {
        workspace.key().or_else(|| before.cloned().flatten())
    });
    view! {
        <Header place=Signal::derive(move || place.get().map(|(_, place)| place)) />
        <NoticeBar />
        <main>
            {part(move || {
                studied.track();
                Study::provide(workspace);
                part(move || match place.get() {
                    None => view! { <StartPage /> }.into_any(),
                    Some((_, place)) => view! { <Arriving load=registry::load(place) /> }.into_any(),
                })
            })}
        </main>
    }
}

/// Fetches all code that has not come yet, so that it is there at once, and also when the connection has gone.
async fn fetch_rest() {
    registry::fetch().await;
    // If it does not come, it is asked for again when it is shown.
    drop(projects::load().await);
    parts::remember_all_fetched();
}

/// Opens the project that the address names. At the start of the page that is a return to earlier work,
/// whose steps can no longer be undone: the user is told.
fn follow_address(router: Router, workspace: Workspace, notices: Notices) {
    let mut is_first = true;
    effect(move || {
        match router.route() {
            Route::Inside(key, _) => {
                workspace.open(&key);
                if is_first && workspace.peek(|_| ()).is_some() {
                    notices.tell(Notice::Reopened);
                }
            }
            Route::Start => workspace.close(),
        }
        is_first = false;
    });
}
