//! Moments by stake inside each family of action, with the ranks that they could have; and those in none for now.

use leptos::prelude::*;

use super::super::state::MirrorState;
use super::resamples::{Draws, Progress};
use crate::analysis::{Family, Row};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{Reactive, act, part, reactive};
use crate::model::MomentId;
use crate::say::insight as say;

/// The three families, each with its moments from the highest stake; below them, what one should not act on yet.
#[component]
pub fn Ranking(draws: Draws) -> impl IntoView {
    let language = Language::get();
    let page = MirrorState::get();
    let family = move |family: Family| {
        view! {
            <div>
                <h4>{part(move || say::family(language.locale(), family))}</h4>
                <FamilyList family draws />
            </div>
        }
    };
    let doubtful = move || page.kept().map(|figures| owned(figures.mirror.doubtful())).unwrap_or_default();
    view! {
        <h3>{say!(language, across.stakes)}</h3>
        <p class="faint">
            {part(move || match draws.progress.get() {
                Progress::Stopped | Progress::Failed(_) => tr!(language, across.stakes_only),
                Progress::Under(..) | Progress::Here(_) => tr!(language, across.stakes_text),
            })}
        </p>
        <div class="families">{Family::ALL.map(family).collect_view()}</div>
        {part(move || {
            let rows = doubtful();
            (!rows.is_empty())
                .then(|| {
                    view! {
                        <section class="close-look" data-testid="close-look">
                            <h4>{say!(language, across.close_look)}</h4>
                            <p class="faint">{say!(language, across.close_look_text)}</p>
                            <ul>
                                {rows
                                    .into_iter()
                                    .map(|(_, row)| {
                                        let id = row.moment;
                                        let text = reactive(move || say::doubtful(language.locale(), &row));
                                        view! { <Moment id text /> }
                                    })
                                    .collect_view()}
                            </ul>
                        </section>
                    }
                })
        })}
    }
}

#[component]
fn FamilyList(family: Family, draws: Draws) -> impl IntoView {
    let language = Language::get();
    let page = MirrorState::get();
    let ranked = move || page.kept().map(|figures| owned(figures.mirror.ranked(family))).unwrap_or_default();
    let rank = move |place: usize| match draws.progress.get() {
        Progress::Here(across) => across.ranks.get(place).copied().flatten(),
        _ => None,
    };
    let item = move |(place, row): (usize, Row)| {
        let id = row.moment;
        let text = reactive(move || say::ranked(language.locale(), &row, rank(place)));
        view! { <Moment id text /> }
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

/// A moment of a list, which opens its verbatims.
#[component]
fn Moment(id: MomentId, text: Reactive) -> impl IntoView {
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let name = workspace.with(|p| p.codebook.moment(id).map(|m| m.name.clone())).flatten();
    view! {
        <li>
            <button class="link" on:click=act(move || page.chosen.set(Some(id)))>
                {name.unwrap_or_default()}
            </button>
            <small>{text}</small>
        </li>
    }
}

/// Rows that outlive the figures that they are from.
fn owned(rows: Vec<(usize, &Row)>) -> Vec<(usize, Row)> {
    rows.into_iter().map(|(place, row)| (place, row.clone())).collect()
}
