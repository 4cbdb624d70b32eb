//! Moments by stake inside each family of action, with the ranks that they could have.

use leptos::prelude::*;

use super::draws::{Drawing, Draws};
use crate::analysis::{Class, Family, Interval, Row};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{act, part};
use crate::app::study::figures::Mirror;
use crate::say::words;

/// The three families, each with its moments from the highest stake.
#[component]
pub fn Ranking(draws: Draws) -> impl IntoView {
    let language = Language::get();
    let family = move |family: Family| {
        view! {
            <div>
                <h4>{part(move || name(language, family))}</h4>
                <FamilyList family draws />
            </div>
        }
    };
    view! {
        <h3>{say!(language, across.stakes)}</h3>
        <p class="faint">
            {part(move || match draws.drawing.get() {
                Drawing::Stopped | Drawing::Failed(_) => tr!(language, across.stakes_only),
                Drawing::Under(..) | Drawing::Here(_) => tr!(language, across.stakes_text),
            })}
        </p>
        <div class="families">{Family::ALL.map(family).collect_view()}</div>
    }
}

fn name(language: Language, family: Family) -> &'static str {
    match family {
        Family::Deploy => tr!(language, across.deploy),
        Family::Help => tr!(language, across.help),
        Family::Raise => tr!(language, across.raise),
    }
}

#[component]
fn FamilyList(family: Family, draws: Draws) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let ranked = move || -> Vec<(usize, Row)> {
        let Some(figures) = page.settled() else { return Vec::new() };
        let own = |row: &Row| matches!(row.class, Class::Typed(kind, _) if kind.family() == family);
        let rows = figures.tracker.rows.iter().enumerate().filter(|(_, row)| own(row));
        let mut rows: Vec<(usize, Row)> = rows.map(|(place, row)| (place, row.clone())).collect();
        let stake = |row: &Row| row.stake.map_or(-1.0, |stake| stake.0);
        rows.sort_by(|(_, a), (_, b)| stake(b).total_cmp(&stake(a)));
        rows
    };
    let rank = move |place: usize| match draws.drawing.get() {
        Drawing::Here(across) => across.ranks.get(place).copied().flatten(),
        _ => None,
    };
    let item = move |(place, row): (usize, Row)| {
        let id = row.moment;
        let name = workspace.with(|p| p.codebook.moment(id).map(|m| m.name.clone())).flatten();
        let kind = match row.class {
            Class::Typed(kind, _) | Class::Silent(kind) => words::kind(language.locale(), kind),
            Class::Unclassified(reason) => words::reason(language.locale(), reason),
        };
        let stake = row.stake.map_or_else(|_| "—".to_owned(), |stake| language.number(stake.0, 0));
        view! {
            <li>
                <button class="link" on:click=act(move || page.chosen.set(Some(id)))>
                    {name.unwrap_or_default()}
                </button>
                <small>
                    {format!("{kind} · {} {stake}", tr!(language, mirror.stake).to_lowercase())}
                    {part(move || rank(place).map(|ranks| format!(" · {}", ranks_text(language, ranks))))}
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

fn ranks_text(language: Language, ranks: Interval<u32>) -> String {
    if ranks.low == ranks.high {
        tr!(language, across.rank_one, low = ranks.low)
    } else {
        tr!(language, across.rank, low = ranks.low, high = ranks.high)
    }
}
