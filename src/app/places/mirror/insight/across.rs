//! Readings across the moments: gap, correlation, where most is to be won.

use leptos::prelude::*;

use super::super::state::MirrorState;
use super::ranking::Ranking;
use super::resamples::{Draws, Progress};
use crate::analysis::symmetry::{self, Symmetry};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, flag, part};
use crate::say::insight::{Reading, honest, readings as said};
use crate::say::undefined;

/// The section.
#[component]
pub fn Across() -> impl IntoView {
    let language = Language::get();
    let page = MirrorState::get();
    let draws = Draws::provide();
    let again = move || {
        if let Some(figures) = page.kept() {
            draws.begin(&figures);
        }
    };
    let busy = move || matches!(draws.progress.get(), Progress::Under(..));
    let readings = move || page.kept().map(|figures| symmetry::of(&figures.mirror));
    view! {
        <section class="across" data-testid="across" aria-busy=flag(busy)>
            <h2>{say!(language, across.title)}</h2>
            <p class="faint">{say!(language, across.text)}</p>
            {part(move || match draws.progress.get() {
                Progress::Under(done, all) if all > 0 => view! {
                    <p class="drawing" role="status">
                        <progress max=all value=done></progress>
                        {tr!(
                            language,
                            across.drawing,
                            done = language.count(done as usize),
                            all = language.count(all as usize)
                        )}
                        // Whoever presses twice to draw again finds this under the second press.
                        <button
                            class="quiet"
                            data-testid="draws-stop"
                            on:click=move |event| if event.detail() < 2 { draws.stop() }
                        >
                            {say!(language, head.cancel)}
                        </button>
                    </p>
                }
                    .into_any(),
                Progress::Stopped => ended(language, tr!(language, across.stopped).to_owned(), again).into_any(),
                Progress::Failed(why) => ended(language, tr!(language, across.failed, why = why), again).into_any(),
                Progress::Under(..) | Progress::Here(_) => ().into_any(),
            })}
            {part(move || readings().map(|readings| match readings {
                Ok(readings) => view! { <Readings readings draws /> }.into_any(),
                Err(reason) => view! {
                    <p>{part(move || tr!(language, explain.undefined, reason = undefined::reason(language.locale(), reason)))}</p>
                }
                    .into_any(),
            }))}
            <Ranking draws />
        </section>
    }
}

fn ended(language: Language, text: String, again: impl Fn() + 'static) -> impl IntoView {
    view! {
        <p role="status">
            {text} " "
            <button class="quiet" on:click=act(again)>
                {say!(language, across.again)}
            </button>
        </p>
    }
}

/// The figures, each with its interval and its meaning.
#[component]
fn Readings(readings: Symmetry, draws: Draws) -> impl IntoView {
    let language = Language::get();
    let item = move |reading: Reading| {
        let Reading { name, value, text, decimals, interval } = reading;
        let shown = move |value: f64| match decimals {
            0 => language.number(value, 0),
            _ => language.signed(value, decimals),
        };
        let ends = move || match draws.progress.get() {
            Progress::Here(across) => interval(&across)
                .map(|ends| tr!(language, across.interval, low = shown(ends.low), high = shown(ends.high))),
            _ => None,
        };
        view! {
            <div class="reading">
                <dt>{name}</dt>
                <dd>
                    <b>
                        {value.map_or_else(|reason| undefined::reason(language.locale(), reason).to_owned(), shown)}
                    </b>
                    <small>{part(move || value.is_ok().then(ends))}</small>
                    <details>
                        <summary>{tr!(language, explain.ask)}</summary>
                        <p>{text}</p>
                    </details>
                </dd>
            </div>
        }
    };
    view! {
        <dl class="readings">{part(move || said(language.locale(), readings).map(item).collect_view())}</dl>
        <p class="faint">{part(move || honest(language.locale()))}</p>
    }
}
