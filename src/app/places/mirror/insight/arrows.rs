//! The way of each moment from one group to the other, as a picture.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::super::canvas::Painted;
use super::super::picture::{UNDRAWN, placed, width_of};
use super::super::state::MirrorState;
use super::arrow_files::Files;
use crate::analysis::compare::Pair;
use crate::analysis::groups::protect;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::reactive::{act, part, reactive};
use crate::app::shell::theme::Theme;
use crate::chart::Cell;
use crate::say::insight::{arrow, caption, untold};
use crate::say::picture::compose_arrows;

/// The picture, what it says in words, and its files.
#[component]
pub fn Arrows(pair: Arc<Pair>) -> impl IntoView {
    let language = Language::get();
    let theme = Theme::get();
    let workspace = Workspace::get();
    let frame = NodeRef::<Div>::new();
    let width = width_of(frame);
    let drawn = Arc::clone(&pair);
    let picture = Memo::new(move |_| {
        let width = width.get()?;
        let look = (width, theme.is_dark());
        workspace.with(|project| Arc::new(compose_arrows(language.locale(), project, &drawn, look, None)))
    });
    let height = move || picture.with(|p| p.as_ref().map_or(UNDRAWN, |p| p.height));
    let buttons = move |pair: &Arc<Pair>| {
        let pair = Arc::clone(pair);
        move |cell: Cell| view! { <Arrow cell pair=Arc::clone(&pair) /> }
    };
    let title = tr!(language, compare.arrows_title);
    let has_arrows = pair.typed().next().is_some();
    let shown = has_arrows.then(|| {
        let button = buttons(&pair);
        view! {
            <p class="faint">{caption(language.locale(), &pair)}</p>
            <div
                class="chart-frame"
                node_ref=frame
                data-testid="transitions"
                role="group"
                aria-label=title
                style=reactive(move || format!("height:{}px", height()))
            >
                <Painted picture />
                {part(move || {
                    let cells = picture.with(|p| p.as_ref().map(|p| p.cells.clone()).unwrap_or_default());
                    cells.into_iter().map(&button).collect_view()
                })}
            </div>
            <Leaving pair />
        }
    });
    let none = shown.is_none().then(|| view! { <p class="faint">{tr!(language, compare.arrows_none)}</p> });
    view! {
        <div class="chart">
            <h3>{title}</h3>
            {shown}
            {none}
        </div>
    }
}

/// The files, and what is missing in them.
#[component]
fn Leaving(pair: Arc<Pair>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    part(move || {
        let plan = page.study.plan()?;
        let shown = workspace.with(|project| pair.protected(project, &plan, protect).typed().count())?;
        let text = untold(language.locale(), shown, pair.typed().count());
        let files = (shown > 0).then(|| view! { <Files pair=Arc::clone(&pair) /> });
        Some(view! {
            {text.map(|text| view! { <p class="faint">{text}</p> })}
            {files}
        })
    })
}

/// Where an arrow ends, to be pointed at, tapped, reached by keyboard.
#[component]
fn Arrow(cell: Cell, pair: Arc<Pair>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let id = cell.moment;
    let name = workspace.peek(|p| p.codebook.moment(id).map(|m| m.name.clone())).flatten();
    let name = name.unwrap_or_default();
    let label = pair
        .typed()
        .find(|[row, _]| row.moment == id)
        .map_or_else(|| name.clone(), |pair| arrow(language.locale(), &name, pair));
    view! {
        <button
            class="mark"
            data-testid="transition"
            data-moment=name
            data-type=cell.kind.map(crate::analysis::Type::id)
            style=placed(&cell)
            title=label.clone()
            aria-label=label
            on:click=act(move || page.chosen.set(Some(id)))
        ></button>
    }
}
