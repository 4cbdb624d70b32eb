//! How the figures of a moment were computed, below the table.

use leptos::prelude::*;

use super::super::state::MirrorState;
use super::what_if::WhatIf;
use crate::app::components::opened::Opened;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, part};
use crate::model::{MomentId, Side};
use crate::say::insight::{Entry, Explained, of_both, of_side};
use crate::say::side;

/// The explanation of the moment that was asked for, until it is closed.
#[component]
pub fn Explanation() -> impl IntoView {
    let page = MirrorState::get();
    let opened = Opened::new(page.explained, true);
    part(move || {
        page.explained.get().map(|moment| {
            view! {
                <section
                    class="explanation"
                    data-testid="explanation"
                    tabindex="-1"
                    node_ref=opened.section
                    on:keydown=move |event| opened.key(&event)
                >
                    <Figures moment close=Callback::new(move |()| opened.close()) />
                </section>
            }
        })
    })
}

/// A figure, and below it how it comes about.
pub fn definition(Entry { name, sentences }: Entry) -> impl IntoView {
    let sentences = sentences.into_iter().map(|text| view! { <dd>{text}</dd> }).collect_view();
    view! {
        <div>
            <dt>{name}</dt>
            {sentences}
        </div>
    }
}

/// The words, side by side.
#[component]
fn Figures(moment: MomentId, close: Callback<()>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let name = move || {
        workspace.with(|p| p.codebook.moment(moment).map(|m| m.name.clone())).flatten().unwrap_or_default()
    };
    let entries = move |side: Option<Side>| {
        let figures = page.figures()?;
        let place = figures.mirror.rows.iter().position(|row| row.moment == moment)?;
        workspace.with(|project| {
            let of = Explained {
                project,
                filter: figures.filter(),
                mirror: &figures.mirror,
                mentions: &figures.mentions,
                settings: &figures.settings,
                row: &figures.mirror.rows[place],
                place,
                resampled: figures.resampled(place),
            };
            match side {
                Some(side) => of_side(language.locale(), of, (side, page.study.reading.get())),
                None => of_both(language.locale(), of),
            }
        })
    };
    let list = move |side: Option<Side>| {
        view! { <dl>{part(move || entries(side).map(|all| all.into_iter().map(definition).collect_view()))}</dl> }
    };
    let column = move |side: Side| {
        view! {
            <div data-side=side::id(side)>
                <h3>{part(move || side::name(language.locale(), side))}</h3>
                {list(Some(side))}
                <WhatIf moment side />
            </div>
        }
    };
    view! {
        <div class="drill-head">
            <h2>{part(move || tr!(language, explain.title, name = name()))}</h2>
            <button class="quiet" on:click=act(move || close.run(()))>
                {say!(language, notice.dismiss)}
            </button>
        </div>
        <div class="explained-both">{list(None)}</div>
        <div class="drill-sides">{column(Side::Client)} {column(Side::Employee)}</div>
    }
}
