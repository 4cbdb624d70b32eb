//! Which answers are read, and how levels are read.

use leptos::prelude::*;

use super::coders::WhoseCodings;
use super::state::MirrorState;
use super::thresholds::Thresholds;
use crate::analysis::Filter;
use crate::analysis::groups::Plan;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, flag, part, present, reactive};
use crate::app::study::plan::Planned;
use crate::chart::Reading;
use crate::command::{ProjectPart, ProjectParts};
use crate::order::sorted;
use crate::say::mirror::not_offered;
use crate::say::read;

/// Whose codings, wave, segment, reading, thresholds.
#[component]
pub fn Controls() -> impl IntoView {
    view! {
        <div class="controls">
            <WhoseCodings />
            <WaveFilter />
            <SegmentFilter />
            <ReadingChoice />
            <Thresholds />
            <NotOffered />
        </div>
    }
}

/// One wave, or all: those that may be chosen beside the segment.
#[component]
fn WaveFilter() -> impl IntoView {
    let language = Language::get();
    let page = MirrorState::get();
    let waves = Memo::new(move |_| {
        let segment = page.study.filter.with(|filter| filter.segment.clone());
        let beside = |filter: &&Filter| filter.segment == segment;
        let Some(plan) = page.study.plan() else { return Vec::new() };
        let filters: Vec<_> = plan.filters().iter().filter(beside).collect();
        let filters = sorted(filters, |a, b| plan.place(a).cmp(&plan.place(b)));
        filters.into_iter().filter_map(|filter| filter.wave.clone()).collect()
    });
    let option = move |wave: String| {
        let chosen = page.study.filter.with_untracked(|filter| filter.wave.as_ref() == Some(&wave));
        view! { <option value=wave.clone() selected=chosen>{wave.clone()}</option> }
    };
    view! {
        <select
            data-testid="filter-wave"
            disabled=present(move || page.study.plan().is_none())
            aria-label=say!(language, mirror.wave)
            prop:value=reactive(move || page.study.filter.with(|filter| filter.wave.clone().unwrap_or_default()))
            on:change:target=move |event| {
                let value = event.target().value();
                page.study.choose(|filter| filter.wave = (!value.is_empty()).then(|| value.clone()));
            }
        >
            <option value="">{say!(language, mirror.all_waves)}</option>
            {part(move || waves.get().into_iter().map(option).collect_view())}
        </select>
    }
}

/// One value of one attribute, or everybody: those that may be chosen beside the wave.
#[component]
fn SegmentFilter() -> impl IntoView {
    let language = Language::get();
    let page = MirrorState::get();
    let segments = Memo::new(move |_| {
        let wave = page.study.filter.with(|filter| filter.wave.clone());
        let beside = |filter: &&Filter| filter.wave == wave;
        let plan = page.study.plan();
        let filters = plan.iter().flat_map(|plan| plan.filters()).filter(beside);
        sorted(filters.filter_map(|filter| filter.segment.clone()).collect(), Ord::cmp)
    });
    let choose = move |value: String| {
        let chosen = value.parse::<usize>().ok().and_then(|at| segments.with(|all| all.get(at).cloned()));
        page.study.choose(|filter| filter.segment.clone_from(&chosen));
    };
    let chosen = move || {
        let chosen = page.study.filter.with(|filter| filter.segment.clone());
        let at = segments.with(|all| all.iter().position(|value| Some(value) == chosen.as_ref()));
        at.map_or_else(String::new, |at| at.to_string())
    };
    let option = move |(at, (name, value)): (usize, (String, String))| {
        let chosen = page
            .study
            .filter
            .with_untracked(|filter| filter.segment.as_ref().is_some_and(|(n, v)| (n, v) == (&name, &value)));
        let label = tr!(language, mirror.of_segment, name = name, value = value);
        view! { <option value=at selected=chosen>{label}</option> }
    };
    view! {
        <select
            data-testid="filter-segment"
            disabled=present(move || page.study.plan().is_none())
            aria-label=say!(language, mirror.segment)
            prop:value=reactive(chosen)
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="">{say!(language, mirror.everybody)}</option>
            {part(move || segments.get().into_iter().enumerate().map(option).collect_view())}
        </select>
    }
}

/// How many filters are not offered, why, and which; until that is known, that it is being found out. It has its line from
/// the beginning, so that nothing below it moves.
#[component]
fn NotOffered() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let study = MirrorState::get().study;
    let settings = ProjectParts::of(&[ProjectPart::Settings]);
    let fewest = move || workspace.follow(settings, |p| p.settings.small_group.get()).unwrap_or_default();
    let refused = move |plan: &Plan| {
        let refused = sorted(plan.refused().collect(), |a, b| plan.place(a).cmp(&plan.place(b)));
        not_offered(language.locale(), &refused, fewest()).map(|said| {
            view! {
                <details data-testid="filters-refused">
                    <summary>{said.count}</summary>
                    <p>{said.names}</p>
                    <p>{tr!(language, mirror.not_offered_help)}</p>
                </details>
            }
        })
    };
    view! {
        <div class="filters-note faint" role="status">
            {part(move || match study.planned() {
                Planned::Coming => view! { <p>{tr!(language, mirror.filters_coming)}</p> }.into_any(),
                Planned::Lost => view! {
                    <p>
                        {tr!(language, mirror.filters_lost)} " "
                        <button class="quiet" data-testid="filters-again" on:click=act(move || study.plan_again())>
                            {tr!(language, place.again)}
                        </button>
                    </p>
                }
                    .into_any(),
                Planned::Here(plan) => refused(&plan).into_any(),
            })}
        </div>
    }
}

/// Levels as they are, or against the mean of their side.
#[component]
fn ReadingChoice() -> impl IntoView {
    let language = Language::get();
    let page = MirrorState::get();
    let button = move |reading: Reading, testid: &'static str| {
        view! {
            <button
                class="quiet"
                data-testid=testid
                aria-pressed=flag(move || page.study.reading.get() == reading)
                title=say!(language, mirror.reading_text)
                on:click=act(move || page.study.reading.set(reading))
            >
                {part(move || read::reading(language.locale(), reading))}
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
