//! When the answers were collected: a column of waves, waves made of days, or one wave for all rows.

use leptos::prelude::*;

use super::state::Import;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, part, reactive};
use crate::import::dates::{self, Month, Period};
use crate::import::titles;
use crate::say::import::role;

/// How long the periods are that days in the wave column fall into.
#[component]
pub fn WavePeriod() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let value = move || import.mapping.with(|mapping| mapping.wave_by.map_or("", Period::id));
    view! {
        <label class="field">
            <span>{say!(language, import.wave_by)}</span>
            <select
                data-testid="map-wave-by"
                disabled=move || import.mapping.with(|mapping| mapping.wave.or(mapping.date).is_none())
                prop:value=reactive(value)
                on:change:target=move |event| {
                    let chosen = event.target().value();
                    let period = Period::ALL.into_iter().find(|period| period.id() == chosen);
                    import.mapping.update(|mapping| {
                        mapping.wave_by = period;
                        // Where nothing says the wave, the days do.
                        if period.is_some() {
                            mapping.wave = mapping.wave.or(mapping.date);
                        }
                    });
                }
            >
                <option value="">{say!(language, import.as_written)}</option>
                {Period::ALL
                    .map(|period| view! { <option value=period.id()>{part(move || role::period(language.locale(), period))}</option> })}
            </select>
        </label>
    }
}

/// The wave of all rows, where no column says it.
#[component]
pub fn WaveOfAll() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    view! {
        <label class="field">
            <span>{say!(language, import.wave_fixed)}</span>
            <input
                type="text"
                data-testid="map-wave-fixed"
                placeholder=say!(language, import.wave_fixed_hint)
                disabled=move || import.mapping.with(|mapping| mapping.wave.is_some())
                prop:value=reactive(move || import.mapping.with(|m| m.wave_fixed.clone().unwrap_or_default()))
                on:change:target=move |event| {
                    let wave = event.target().value().trim().to_owned();
                    import.mapping.update(|mapping| mapping.wave_fixed = (!wave.is_empty()).then_some(wave));
                }
            />
        </label>
    }
}

/// Offers to make waves of days, where they span more than a month and nothing else says the wave.
#[component]
pub fn WavesByDate() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let spanned = Memo::new(move |_| {
        let column = import.mapping.with(|mapping| {
            let is_free = mapping.wave.is_none() && mapping.wave_fixed.is_none();
            mapping.date.filter(|_| is_free)
        })?;
        let span = |(from, to): (Month, Month)| {
            ((from.year, from.month) != (to.year, to.month)).then(|| [from, to].map(|m| Period::Month.of(m)))
        };
        let found = import.with_table(|opened| {
            let name = opened.table.names().get(column).cloned().unwrap_or_default();
            Some((column, name, span(dates::span(&opened.table, column)?)?))
        });
        found.flatten()
    });
    let offer = move |(column, name, [from, to]): (usize, String, [String; 2])| {
        let make = move |period: Period| {
            import.mapping.update(|mapping| {
                mapping.wave = Some(column);
                mapping.wave_by = Some(period);
            });
        };
        view! {
            <p class="buttons">
                {tr!(language, import.by_date, name = name, from = from, to = to)} " "
                {Period::ALL
                    .map(|period| {
                        view! {
                            <button data-testid="wave-by-date" data-period=period.id() on:click=act(move || make(period))>
                                {role::period(language.locale(), period)}
                            </button>
                        }
                    })}
            </p>
        }
    };
    part(move || spanned.get().map(offer))
}

/// Offers the period that the name of the file speaks of, where nothing else says the wave.
#[component]
pub fn WaveByTitle() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let named = Memo::new(move |_| {
        let is_open = import.mapping.with(|mapping| mapping.wave.is_none() && mapping.wave_fixed.is_none());
        import.name.get().filter(|_| is_open).and_then(|name| titles::wave(&name))
    });
    let offer = move |wave: String| {
        let said = tr!(language, import.by_title, wave = wave.as_str());
        let take = move || import.mapping.update(|mapping| mapping.wave_fixed = Some(wave.clone()));
        view! {
            <p class="buttons">
                {said} " "
                <button data-testid="wave-by-title" on:click=act(take)>
                    {say!(language, import.by_title_take)}
                </button>
            </p>
        }
    };
    part(move || named.get().map(offer))
}
