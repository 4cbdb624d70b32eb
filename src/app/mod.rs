//! The page: a thin shell around the core. It shows, asks, stores; it decides nothing about the method.

mod codebooks;
mod components;
mod files;
mod keyboard;
mod language;
mod live;
mod notice;
mod pages;
mod pause;
mod route;
mod samples;
mod storage;
mod theme;
mod words;
mod workspace;

use leptos::prelude::*;

use crate::app::live::part;

use components::{Header, NoticeBar};
use language::Language;
use notice::{Notice, Notices};
use pages::{CodePage, ImportPage, MirrorPage, ProjectPage, StartPage};
use route::{Place, Route, Router};
use theme::Theme;
use workspace::Workspace;

/// Shows the page.
pub fn run() {
    keyboard::report_panics();
    leptos::mount::mount_to_body(App);
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let notices = Notices::provide();
    Language::provide();
    Theme::provide();
    let router = Router::provide();
    let workspace = Workspace::provide(router, notices);
    keyboard::provide_undo_keys(workspace);
    if !storage::available() {
        notices.tell(Notice::NoStorage);
    }
    follow_address(router, workspace, notices);
    let place = Memo::new(move |_| match router.route() {
        Route::Inside(key, place) if workspace.key().as_ref() == Some(&key) => Some((key, place)),
        _ => None,
    });
    view! {
        <Header place=Signal::derive(move || place.get().map(|(_, place)| place)) />
        <NoticeBar />
        <main>
            {part(move || match place.get().map(|(_, place)| place) {
                None => view! { <StartPage /> }.into_any(),
                Some(Place::Import) => view! { <ImportPage /> }.into_any(),
                Some(Place::Code) => view! { <CodePage /> }.into_any(),
                Some(Place::Mirror) => view! { <MirrorPage /> }.into_any(),
                Some(Place::Project) => view! { <ProjectPage /> }.into_any(),
            })}
        </main>
    }
}

/// Opens the project that the address names. At the start of the page that is a return to earlier work,
/// whose steps can no longer be undone: the user is told.
fn follow_address(router: Router, workspace: Workspace, notices: Notices) {
    Effect::new(move |before: Option<()>| match router.route() {
        Route::Inside(key, _) => {
            workspace.open(&key);
            if before.is_none() && workspace.peek(|_| ()).is_some() {
                notices.tell(Notice::Reopened);
            }
        }
        Route::Start => workspace.close(),
    });
}
