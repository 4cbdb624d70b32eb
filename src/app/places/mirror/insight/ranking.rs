//! Moments by stake inside each family of action, with the ranks that they could have.

use leptos::prelude::*;

use super::super::state::MirrorState;
use super::resamples::{Draws, Progress};
use crate::analysis::{Family, Row};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, part};
use crate::say::insight as say;

/// The three families, each with its moments from the highest stake.
#[component]
pub fn Ranking(draws: Draws) -> impl IntoView {
    let language = Language::get();
    let family = move |family: Family| {
        view! {
            <div>
                <h4>{part(move || say::family(language.locale(), family))}</h4>
                <FamilyList family draws />
            </div>
        }
    };
    view! {
        <h3>{say!(language, across.stakes)}</h3>
        <p class="faint">
            {part(move || match draws.progress.get() {
                Progress::Stopped | Progress::Failed(_) => tr!(language, across.stakes_only),
                Progress::Under(..) | Progress::Here(_) => tr!(language, across.stakes_text),
            })}
        </p>
        <div class="families">{Family::ALL.map(family).collect_view()}</div>
    }
}

#[component]
fn FamilyList(family: Family, draws: Draws) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let ranked = move || -> Vec<(usize, Row)> {
        let Some(figures) = page.kept() else { return Vec::new() };
        let rows = figures.mirror.ranked(family).into_iter();
        rows.map(|(place, row)| (place, row.clone())).collect()
    };
    let rank = move |place: usize| match draws.progress.get() {
        Progress::Here(across) => across.ranks.get(place).copied().flatten(),
        _ => None,
    };
    let item = move |(place, row): (usize, Row)| {
        let id = row.moment;
        let name = workspace.with(|p| p.codebook.moment(id).map(|m| m.name.clone())).flatten();
        view! {
            <li>
                <button class="link" on:click=act(move || page.chosen.set(Some(id)))>
                    {name.unwrap_or_default()}
                </button>
                <small>
                    {part(move || say::ranked(language.locale(), &row, rank(place)))}
                </small>
            </li>
        }
    };
    part(move || {
        let rows = ranked();
        if rows.is_empty() {
            view! { <p class="faint">{tr!(language, across.nothing)}</p> }.into_any()
        } else {
            view! { <ol>{rows.into_iter().map(item).collect_view()}</ol> }.into_any()
        }
    })
}
