//! The Mirror place: what it says, the two pictures, the table, the verbatims behind a mark.

mod canvas;
mod cautions;
mod coders;
mod controls;
mod drill;
mod export;
mod insight;
mod leaving;
mod looked;
mod opened;
mod picture;
mod reading;
mod seen;
mod settled;
mod slices;
mod table;
mod thresholds;
mod titles;

use leptos::context::Provider;
use leptos::html::Div;
use leptos::prelude::*;

use crate::app::language::{Language, say, tr};
use crate::app::live::{flag, part};
use crate::app::pages::{Arriving, Part};
use crate::app::route::{Place, Route, Router};
use crate::app::workspace::Workspace;
pub use cautions::Cautions;
use coders::WhoseCodings;
use controls::Controls;
use drill::DrillDown;
use export::Exports;
pub use insight::InsightSections;
pub use leaving::{Seen, file_name, frame};
pub use looked::Looked;
use picture::Chart;
pub use picture::Kind;
use reading::Summary;
use seen::seen;
use settled::Mirror;
pub use slices::plan_slowly;
use table::Table;

/// The whole place.
#[component]
pub fn MirrorPage() -> impl IntoView {
    let workspace = Workspace::get();
    let empty = Memo::new(move |_| workspace.with(|project| project.coded() == 0).unwrap_or(true));
    view! {
        {part(move || {
            if empty.get() {
                view! { <NothingCoded /> }.into_any()
            } else {
                // Part by part: all new figures drawn at once would hold the page up.
                let page = Mirror::provide(workspace);
                let below = NodeRef::<Div>::new();
                let is_seen = seen(below);
                view! {
                    <div class="mirror" data-passing=flag(move || page.is_passing())>
                        <Summary />
                        <Controls />
                        <Chart kind=Kind::Mirror />
                        <Provider value=page.part(1)>
                            <Chart kind=Kind::Zones />
                            <DrillDown />
                        </Provider>
                        <div node_ref=below>
                            <Provider value=page.part_below(2, is_seen)>
                                <Table />
                            </Provider>
                            <Provider value=page.part_below(3, is_seen)>
                                <Arriving wanted=Part::Insights />
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
    let go = move |_| {
        if let Some(key) = workspace.key() {
            let place = if has_verbatims.get_untracked() { Place::Code } else { Place::Import };
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
            <button class="primary" on:click=go>
                {action}
            </button>
        </section>
    }
}
