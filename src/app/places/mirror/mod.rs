//! The Mirror place: what it says, the two pictures, the table, the verbatims behind a mark.

mod canvas;
mod cautions;
mod coders;
mod controls;
mod drill;
mod export;
mod file;
mod insight;
mod picture;
mod state;
mod summary;
mod table;
mod thresholds;

use leptos::context::Provider;
use leptos::html::Div;
use leptos::prelude::*;

use crate::app::browser::visible::on_screen;
use crate::app::components::Arriving;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::parts::{Load, Loading, Show};
use crate::app::shell::reactive::{act, flag, part, reactive};
use crate::app::shell::route::{Place, Route, Router};
use crate::chart::PictureKind;
use coders::WhoseCodings;
use controls::Controls;
use export::Exports;
use picture::Chart;
use state::MirrorState;
use summary::Summary;
use table::Table;

/// Shows the place: its code is in the first load.
pub fn load() -> Loading {
    Box::pin(std::future::ready(Ok((|| view! { <MirrorPage /> }.into_any()) as Show)))
}

/// The whole place.
#[component]
fn MirrorPage() -> impl IntoView {
    let workspace = Workspace::get();
    let empty = Memo::new(move |_| workspace.with(|project| project.coded() == 0).unwrap_or(true));
    view! {
        {part(move || {
            if empty.get() {
                view! { <NothingCoded /> }.into_any()
            } else {
                // Part by part: all new figures drawn at once would hold the page up.
                let page = MirrorState::provide(workspace);
                // What must not delay the pictures.
                let later = move |load: Load| part(move || page.study.later.get().then(|| view! { <Arriving load /> }));
                let below = NodeRef::<Div>::new();
                let is_visible = on_screen(below);
                view! {
                    <div class="mirror" data-dragging=flag(move || page.is_dragging())>
                        <Summary />
                        <Controls />
                        <Chart kind=PictureKind::Mirror />
                        <Provider value=page.part(1)>
                            <Chart kind=PictureKind::Zones />
                            {later(drill::load)}
                        </Provider>
                        <div node_ref=below>
                            <Provider value=page.part_below(2, is_visible)>
                                <Table />
                            </Provider>
                            <Provider value=page.part_below(3, is_visible)>
                                {later(insight::load)}
                                <Exports />
                            </Provider>
                        </div>
                    </div>
                }
                    .into_any()
            }
        })}
    }
}

/// Nothing coded yet: one next action.
#[component]
fn NothingCoded() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let router = Router::get();
    let has_verbatims = Memo::new(move |_| workspace.with(|p| !p.verbatims.is_empty()).unwrap_or_default());
    let go = move || {
        if let Some(key) = workspace.key() {
            let place = if has_verbatims.get_untracked() { Place::CODE } else { Place::IMPORT };
            router.go(Route::Inside(key, place));
        }
    };
    let action = move || {
        if has_verbatims.get() {
            tr!(language, mirror.code_first)
        } else {
            tr!(language, code.nothing_action)
        }
    };
    view! {
        <section class="empty">
            <h1>{say!(language, mirror.nothing_title)}</h1>
            <p>{say!(language, mirror.nothing_text)}</p>
            <WhoseCodings />
            <button class="primary" on:click=act(go)>
                {reactive(action)}
            </button>
        </section>
    }
}
