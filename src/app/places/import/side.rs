//! Whose answers they are.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::options::{self, column_options, column_value};
use super::state::Import;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, flag, part, reactive};
use crate::import::guess::Because;
use crate::import::{Problem, Role, SideSource, sides};
use crate::model::Side;
use crate::say::import::role;
use crate::say::side;

/// Whose answers they are, as two large choices.
#[component]
pub fn SideCards() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_fixed = move |wanted: Side| {
        import.mapping.with(|mapping| {
            mapping.side == SideSource::Fixed(wanted) && mapping.texts.iter().all(|text| text.side.is_none())
        })
    };
    let title = move |side: Side| match side {
        Side::Client => tr!(language, import.clients_card),
        Side::Employee => tr!(language, import.employees_card),
    };
    let unsure = move || import.because.get().is_some_and(Because::is_unsure);
    let card = move |side: Side| {
        view! {
            <button
                class="side-card"
                class:unsure=unsure
                data-testid="side-choice"
                data-side=side::id(side)
                aria-pressed=flag(move || is_fixed(side))
                on:click=act(move || import.take_side(side))
            >
                {part(move || title(side))}
            </button>
        }
    };
    view! {
        <div class="side-cards" role="group" aria-label=say!(language, import.whose)>
            <span class="side-question">{say!(language, import.whose)}</span>
            {Side::BOTH.map(card)}
        </div>
    }
}

/// The same side for all rows, or a column that says it.
#[component]
pub fn Sides() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let column = move || match import.mapping.with(|mapping| mapping.side.clone()) {
        SideSource::Column { column, .. } => Some(column),
        SideSource::Fixed(_) => None,
    };
    let value = move || match import.mapping.with(|mapping| mapping.side.clone()) {
        SideSource::Fixed(side) => side::id(side),
        SideSource::Column { .. } => "column",
    };
    let by_column = move |column: usize| {
        import.because.set(None);
        let side = SideSource::Column { column, values: BTreeMap::new() };
        import.mapping.update(|mapping| mapping.side = side);
    };
    let choose = move |value: String| match options::side_of(&value) {
        Some(side) => import.take_side(side),
        None => by_column(column().unwrap_or(0)),
    };
    view! {
        <label class="field">
            <span>{say!(language, import.whose)}</span>
            <select
                data-testid="import-side"
                prop:value=value
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="client">{part(move || side::name(language.locale(), Side::Client))}</option>
                <option value="employee">{part(move || side::name(language.locale(), Side::Employee))}</option>
                <option value="column">{say!(language, import.side_by_column)}</option>
            </select>
        </label>
        <label class="field">
            <span>{part(move || role::role(language.locale(), Role::Side))}</span>
            <select
                data-testid="map-side"
                prop:value=reactive(move || column_value(column()))
                on:change:target=move |event| match event.target().value().parse() {
                    Ok(column) => by_column(column),
                    Err(_) => import.mapping.update(|m| m.side = SideSource::Fixed(Side::Client)),
                }
            >
                <option value="">{say!(language, import.none)}</option>
                {part(move || column_options(&import))}
            </select>
        </label>
        <SideValues />
    }
}

/// The values of the side column that name no side by themselves, or did not until the user said so.
#[component]
fn SideValues() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let unknown = move || {
        let said = match import.mapping.with(|mapping| mapping.side.clone()) {
            SideSource::Column { values, .. } => values.into_keys().collect(),
            SideSource::Fixed(_) => Vec::new(),
        };
        let open = import.problems().into_iter().find_map(|problem| match problem {
            Problem::SideValues(values) => Some(values),
            _ => None,
        });
        let open = open.into_iter().flatten().map(|(value, _)| value);
        let mut all: Vec<String> = said.into_iter().chain(open.map(|value| sides::key(&value))).collect();
        all.sort();
        all.dedup();
        all
    };
    let means = move |key: &str| match import.mapping.with(|mapping| mapping.side.clone()) {
        SideSource::Column { values, .. } => values.get(key).copied(),
        SideSource::Fixed(_) => None,
    };
    let say = move |key: String, side: Option<Side>| {
        import.mapping.update(|mapping| {
            if let SideSource::Column { values, .. } = &mut mapping.side {
                match side {
                    Some(side) => values.insert(key, side),
                    None => values.remove(&key),
                };
            }
        });
    };
    let row = move |key: String| {
        let (shown, said) = (key.clone(), key.clone());
        view! {
            <label class="field side-value" data-testid="side-value" data-value=key>
                <span>{say!(language, import.side_means, value = shown.clone())}</span>
                <select
                    data-testid="map-side-value"
                    prop:value={
                        let said = said.clone();
                        move || options::side_value(means(&said))
                    }
                    on:change:target=move |event| {
                        say(said.clone(), options::side_of(&event.target().value()));
                    }
                >
                    <option value="">{say!(language, import.side_unsaid)}</option>
                    <option value="client">{part(move || side::name(language.locale(), Side::Client))}</option>
                    <option value="employee">{part(move || side::name(language.locale(), Side::Employee))}</option>
                </select>
            </label>
        }
    };
    view! { <For each=unknown key=Clone::clone children=row /> }
}
