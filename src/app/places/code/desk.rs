//! The verbatim being coded, and what was put on it.

use leptos::prelude::*;

use super::chips::Chips;
use super::keys::VALENCES;
use super::state::Coding;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, flag, part, reactive};
use crate::command::{ProjectPart, ProjectParts};
use crate::model::{MomentId, Project, Score, Verbatim};
use crate::say::Locale;
use crate::say::code::desk;
use crate::say::code::verbatim::about;
use crate::say::valence;

/// The verbatim, its codings, the codebook, next and previous.
#[component]
pub fn Desk() -> impl IntoView {
    let language = Language::get();
    let coding = Coding::get();
    view! {
        <Text />
        <On />
        <Valences />
        <Chips />
        <div class="code-moves">
            <button class="quiet" data-testid="previous" on:click=act(move || coding.previous())>
                {say!(language, code.previous)}
                <kbd>"⌫"</kbd>
            </button>
            <button class="primary" data-testid="next" on:click=act(move || coding.next())>
                {say!(language, code.next)}
                <kbd>"↵"</kbd>
            </button>
        </div>
    }
}

/// What the person wrote, and who that was.
#[component]
fn Text() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let coding = Coding::get();
    let read = move |part: fn(Locale, &Project, &Verbatim) -> String| {
        coding
            .current()
            .and_then(|id| {
                workspace.follow(ProjectParts::of(&[ProjectPart::Verbatims, ProjectPart::Responses]), |p| {
                    p.verbatims.get(&id).map(|v| part(language.locale(), p, v))
                })
            })
            .flatten()
            .unwrap_or_default()
    };
    view! {
        <article class="verbatim" tabindex="-1" data-testid="verbatim" data-id=move || coding.current().map(|id| id.0)>
            <p class="verbatim-about">{part(move || read(about))}</p>
            <blockquote dir="auto">{part(move || read(|_, _, verbatim| verbatim.text.clone()))}</blockquote>
        </article>
    }
}

/// The moments that are on the verbatim, each with its valence.
#[component]
fn On() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let coding = Coding::get();
    let row = move |moment: MomentId| {
        let name = move || {
            workspace
                .follow(ProjectParts::of(&[ProjectPart::Codebook]), |p| {
                    p.codebook.moment(moment).map(|m| m.name.clone())
                })
                .flatten()
                .unwrap_or_default()
        };
        let valence = move || match coding.valence(moment) {
            Some(score) => valence::sign(score),
            None => tr!(language, code.no_valence).to_owned(),
        };
        view! {
            <li>
                <button
                    class="on-moment"
                    aria-pressed=flag(move || coding.active() == Some(moment))
                    on:click=act(move || coding.choose(moment))
                >
                    {name}
                    " "
                    <span class="on-valence">{valence}</span>
                </button>
                <button
                    class="quiet"
                    title=say!(language, code.take_off)
                    aria-label=reactive(move || desk::take_off(language.locale(), &name()))
                    on:click=act(move || coding.toggle(moment))
                >
                    "×"
                </button>
            </li>
        }
    };
    view! {
        <ul class="on" aria-label=say!(language, code.on_this)>
            <For each=move || coding.moments() key=|moment| *moment children=row />
        </ul>
    }
}

/// How the active moment is lived: five buttons.
#[component]
fn Valences() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let coding = Coding::get();
    let side = move || {
        let current = coding.current()?;
        workspace
            .follow(ProjectParts::of(&[ProjectPart::Verbatims, ProjectPart::Responses]), |p| {
                p.verbatims.get(&current).and_then(|v| p.response_of(v)).map(|r| r.side)
            })
            .flatten()
    };
    let button = move |(score, (_, key)): (Score, (&'static str, &'static str))| {
        let pressed = move || coding.active().and_then(|m| coding.valence(m)) == Some(score);
        view! {
            <button
                class="valence"
                data-testid="valence"
                data-value=score.get()
                aria-pressed=move || pressed().to_string()
                aria-label=reactive(move || valence::meaning(language.locale(), side(), score))
                title=reactive(move || valence::meaning(language.locale(), side(), score))
                disabled=move || coding.active().is_none()
                on:click=act(move || coding.rate(score))
            >
                <span class="valence-value">{valence::sign(score)}</span>
                <kbd>{key}</kbd>
            </button>
        }
    };
    let asked = move || {
        let moment = coding.active()?;
        workspace
            .follow(ProjectParts::of(&[ProjectPart::Codebook]), |p| {
                p.codebook.moment(moment).map(|m| m.name.clone())
            })
            .flatten()
    };
    let question = move || desk::question(language.locale(), coding.decision().as_ref(), asked().as_deref());
    view! {
        <div class="valences">
            <span class="question">{question}</span>
            <div role="group">{Score::all().zip(VALENCES).map(button).collect_view()}</div>
        </div>
    }
}
