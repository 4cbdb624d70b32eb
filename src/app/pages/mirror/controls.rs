//! Which answers are read, and how levels are read.

use leptos::prelude::*;

use super::settled::Mirror;
use super::thresholds::Thresholds;
use crate::app::language::{Language, say};
use crate::app::live::{act, flag, part};
use crate::app::workspace::Workspace;
use crate::chart::Reading;
use crate::model::Project;

/// Wave, segment, reading, thresholds.
#[component]
pub fn Controls() -> impl IntoView {
    view! {
        <div class="controls">
            <WaveFilter />
            <SegmentFilter />
            <ReadingChoice />
            <Thresholds />
        </div>
    }
}

/// One wave, or all.
#[component]
fn WaveFilter() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let waves = Memo::new(move |_| {
        workspace.with(|p| p.waves().into_iter().map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default()
    });
    view! {
        <select
            data-testid="filter-wave"
            aria-label=say!(language, mirror.wave)
            on:change:target=move |event| {
                let value = event.target().value();
                page.filter.update(|filter| filter.wave = (!value.is_empty()).then_some(value));
            }
        >
            <option value="">{say!(language, mirror.all_waves)}</option>
            {part(move || {
                waves
                    .get()
                    .into_iter()
                    .map(|wave| view! { <option value=wave.clone()>{wave.clone()}</option> })
                    .collect_view()
            })}
        </select>
    }
}

/// One value of one attribute, or everybody.
#[component]
fn SegmentFilter() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let segments = Memo::new(move |_| workspace.with(segments).unwrap_or_default());
    let choose = move |value: String| {
        let chosen = value.parse::<usize>().ok().and_then(|at| segments.with(|all| all.get(at).cloned()));
        page.filter.update(|filter| filter.segment = chosen);
    };
    view! {
        <select
            data-testid="filter-segment"
            aria-label=say!(language, mirror.segment)
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="">{say!(language, mirror.everybody)}</option>
            {part(move || {
                segments
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(at, (name, value))| view! { <option value=at>{format!("{name} : {value}")}</option> })
                    .collect_view()
            })}
        </select>
    }
}

/// Every value of every attribute that occurs.
fn segments(project: &Project) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = project
        .responses
        .values()
        .flat_map(|response| &response.segments)
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    all.sort();
    all.dedup();
    all
}

/// Levels as they are, or against the mean of their side.
#[component]
fn ReadingChoice() -> impl IntoView {
    let language = Language::get();
    let page = Mirror::get();
    let button = move |reading: Reading, testid: &'static str| {
        view! {
            <button
                class="quiet"
                data-testid=testid
                aria-pressed=flag(move || page.reading.get() == reading)
                title=say!(language, mirror.reading_text)
                on:click=act(move || page.reading.set(reading))
            >
                {part(move || super::titles::reading_name(language, reading))}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=say!(language, mirror.reading)>
            {button(Reading::Absolute, "reading-absolute")}
            {button(Reading::Relative, "reading-relative")}
        </div>
    }
}
