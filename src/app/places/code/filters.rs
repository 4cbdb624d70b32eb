//! Search and filters over the list.

use leptos::prelude::*;

use super::state::Coding;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{part, reactive};
use crate::coding::State;
use crate::command::{ProjectPart, ProjectParts};
use crate::model::{MomentId, Side};
use crate::say::side;

/// Search, side, state, moment.
#[component]
pub fn Filters() -> impl IntoView {
    let language = Language::get();
    let coding = Coding::get();
    let selection = coding.selection;
    let by_side = move |value: String| {
        let side = match value.as_str() {
            "client" => Some(Side::Client),
            "employee" => Some(Side::Employee),
            _ => None,
        };
        coding.refine(|selection| selection.side = side);
    };
    let by_state = move |value: String| {
        let states = [State::Coded, State::Uncoded, State::NoMoment];
        let state = states.into_iter().find(|state| state_id(*state) == value);
        coding.refine(|selection| selection.state = state);
    };
    view! {
        <div class="filters">
            <input
                type="search"
                data-testid="search"
                placeholder=say!(language, code.search)
                aria-label=say!(language, code.search)
                prop:value=reactive(move || selection.with(|s| s.search.clone()))
                on:input:target=move |event| {
                    let value = event.target().value();
                    coding.refine(|s| s.search = value);
                }
            />
            <select
                data-testid="filter-side"
                aria-label=say!(language, code.filter_side)
                prop:value=reactive(move || selection.with(|s| s.side.map_or("", side::id)))
                on:change:target=move |event| by_side(event.target().value())
            >
                <option value="">{say!(language, code.both_sides)}</option>
                <option value="client">{part(move || side::name(language.locale(), Side::Client))}</option>
                <option value="employee">{part(move || side::name(language.locale(), Side::Employee))}</option>
            </select>
            <select
                data-testid="filter-state"
                aria-label=say!(language, code.filter_state)
                prop:value=reactive(move || selection.with(|s| s.state.map_or("", state_id)))
                on:change:target=move |event| by_state(event.target().value())
            >
                <option value="">{say!(language, code.any_state)}</option>
                <option value="uncoded">{say!(language, code.uncoded)}</option>
                <option value="coded">{say!(language, code.coded)}</option>
                <option value="no-moment">{say!(language, code.no_moment)}</option>
            </select>
            <MomentFilter />
        </div>
    }
}

/// One moment, or any.
#[component]
fn MomentFilter() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let coding = Coding::get();
    let moments = Memo::new(move |_| {
        workspace
            .follow(ProjectParts::of(&[ProjectPart::Codebook]), |p| {
                p.codebook.moments().map(|(_, m)| (m.id, m.name.clone())).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let choose = move |value: String| {
        let moment = value.parse().ok().map(MomentId);
        coding.refine(|selection| selection.moment = moment);
    };
    view! {
        <select
            data-testid="filter-moment"
            aria-label=say!(language, code.filter_moment)
            prop:value=reactive(move || {
                coding.selection.with(|s| s.moment.map(|moment| moment.0.to_string())).unwrap_or_default()
            })
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="">{say!(language, code.any_moment)}</option>
            <For each=move || moments.get() key=Clone::clone let((id, name))>
                <option value=id.0>{name}</option>
            </For>
        </select>
    }
}

/// The name of a state in a select.
const fn state_id(state: State) -> &'static str {
    match state {
        State::Coded => "coded",
        State::Uncoded => "uncoded",
        State::NoMoment => "no-moment",
    }
}
