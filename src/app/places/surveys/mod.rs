//! The Surveys place: what closed questions say, without any coding.

mod add;
mod bars;
mod benchmark;
mod how;
mod item;
mod pairs;
mod state;

use leptos::prelude::*;

use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::parts::{Loading, load};
use crate::app::shell::reactive::{act, part};
use crate::app::shell::route::{Place, Route, Router};
use crate::model::Side;
use crate::say::side;
use item::ItemBlock;
use pairs::Pairs;
use state::Surveys;

/// Fetches the code of the place.
pub fn load() -> Loading {
    load!(surveys, surveys, || view! { <SurveysPage /> }.into_any())
}

/// The whole place.
#[component]
fn SurveysPage() -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::provide(Workspace::get());
    let empty = Memo::new(move |_| surveys.asked.with(Vec::is_empty));
    view! {
        {part(move || {
            if empty.get() {
                view! { <NoRatings /> }.into_any()
            } else {
                view! {
                    <div class="surveys">
                        <h1>{say!(language, surveys.title)}</h1>
                        <p>{say!(language, surveys.lead)}</p>
                        <div class="survey-sides">
                            <Questions side=Side::Client />
                            <Questions side=Side::Employee />
                        </div>
                        <Pairs />
                    </div>
                }
                    .into_any()
            }
        })}
    }
}

/// The questions of one side; nothing where it was asked none.
#[component]
fn Questions(side: Side) -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::get();
    let own = Memo::new(move |_| {
        surveys
            .asked
            .with(|all| all.iter().filter(|asked| asked.item.side == side).cloned().collect::<Vec<_>>())
    });
    part(move || {
        let blocks = own.get().into_iter().map(|asked| view! { <ItemBlock asked /> }).collect_view();
        own.with(|own| !own.is_empty()).then(|| {
            view! {
                <section data-side=side::id(side)>
                    <h2>{part(move || side::name(language.locale(), side))}</h2>
                    {blocks}
                </section>
            }
        })
    })
}

/// No rating yet: one next action.
#[component]
fn NoRatings() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let router = Router::get();
    let go = move || {
        if let Some(key) = workspace.key() {
            router.go(Route::Inside(key, Place::IMPORT));
        }
    };
    view! {
        <section class="empty">
            <h1>{say!(language, surveys.nothing_title)}</h1>
            <p>{say!(language, surveys.nothing_text)}</p>
            <button class="primary" on:click=act(go)>
                {say!(language, code.nothing_action)}
            </button>
        </section>
    }
}
