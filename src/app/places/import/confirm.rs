//! What would happen, said before the one step that does it; always in sight.

use leptos::prelude::*;

use super::ratings::misfit;
use super::state::Import;
use crate::app::browser::storage;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, flag, part, reactive};
use crate::import::guess::Because;
use crate::import::numbering::{self, Numbering};
use crate::import::{Caution, Outcome, sample};
use crate::model::Side;
use crate::say::import::{caution, forecast, hints, rating};
use crate::say::side;

/// What keeps the import from happening, or what it would bring; and the buttons.
#[component]
pub fn ConfirmBar() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_open = Memo::new(move |_| import.opened.with(|opened| matches!(opened, Some(Ok(_)))));
    let problem = move || {
        let asks = is_open.get() && !import.is_codebook();
        let problems = if asks { import.problems() } else { Vec::new() };
        problems.first().map(|problem| caution::problem(language.locale(), problem))
    };
    let has_problem = Memo::new(move |_| problem().is_some());
    let may_not = move || !is_open.get() || has_problem.get() || import.is_stopped();
    let correct = move || {
        import.correcting.set(true);
        request_animation_frame(|| {
            let corrections = document().query_selector(".corrections").ok().flatten();
            if let Some(part) = corrections {
                part.scroll_into_view();
            }
        });
    };
    let correct_button = move || {
        view! {
            <button data-testid="import-correct" on:click=act(correct)>
                {say!(language, import.correct)}
            </button>
        }
    };
    let warning = move || {
        problem().map(|text| {
            view! {
                <div class="message" data-testid="message" data-kind="warning">
                    <p>{text}</p>
                </div>
            }
        })
    };
    view! {
        <Hints />
        <div class="confirm-bar">
            {part(warning)}
            <Elsewhere />
            <Numbers />
            <Misfit />
            <Foreseen />
            <button
                class="primary"
                data-testid="import-confirm"
                aria-disabled=flag(may_not)
                on:click=move |_| import.confirm()
            >
                {say!(language, import.confirm)}
            </button>
            {part(move || (is_open.get() && !import.is_codebook()).then(correct_button))}
        </div>
    }
}

/// Stops a file that the project has already as the other side's, until the user says what it is.
#[component]
fn Elsewhere() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let shown = move || import.forecast.elsewhere().filter(|_| import.is_stopped());
    let stop = move |(there, count): (Side, usize)| {
        let name = side::name(language.locale(), there);
        view! {
            <div class="message" data-testid="message" data-kind="error" role="alert">
                <p>{tr!(language, import.elsewhere, count = language.count(count), there = name)}</p>
                <button data-testid="elsewhere-switch" on:click=act(move || import.take_side(there))>
                    {tr!(language, import.elsewhere_switch, there = name)}
                </button>
                <button data-testid="elsewhere-despite" on:click=act(move || import.despite.set(true))>
                    {say!(language, import.elsewhere_despite)}
                </button>
            </div>
        }
    };
    part(move || shown().map(stop))
}

/// Asks what identifiers that come again with other texts mean, before their rows are refused.
#[component]
fn Numbers() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let asked = Memo::new(move |_| {
        let has_scope = import.mapping.with(|mapping| mapping.scope.is_some());
        numbering::asked(&import.forecast.outcome()?.report, has_scope)
    });
    let ask = move |numbering: Numbering| {
        let (question, answer) = hints::numbering(language.locale(), numbering);
        let handle = match numbering {
            Numbering::OfPeople(_) => "repeated-people",
            Numbering::BeginsAgain(_) => "renumbered-others",
        };
        let agree = move || match numbering {
            Numbering::OfPeople(_) => import.id_is_a_person(),
            Numbering::BeginsAgain(_) => import.are_others(),
        };
        view! {
            <div class="message" data-testid="message" data-kind="warning">
                <p>{question}</p>
                <button data-testid=handle on:click=act(agree)>
                    {answer}
                </button>
            </div>
        }
    };
    part(move || asked.get().map(ask))
}

/// Says which of the scales that the user has chosen does not fit its answers; the first one, if there are several.
#[component]
fn Misfit() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let said = Memo::new(move |_| {
        let said = |column: &usize| {
            let found = misfit(&import, *column)?;
            let name = import.with_table(|opened| opened.table.names().get(*column).cloned()).flatten()?;
            Some(rating::misfit_of(language.locale(), &name, found))
        };
        import.chosen.with(|chosen| chosen.iter().find_map(said))
    });
    let warn = |said: String| {
        view! {
            <div class="message" data-testid="import-misfit" data-kind="warning">
                <p>{said}</p>
            </div>
        }
    };
    part(move || said.get().map(warn))
}

/// What to look at before confirming: what may be overlooked, what repeats, what does not fit.
#[component]
fn Hints() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let caution = move || {
        let outcome = import.forecast.outcome()?;
        // What the file or the user says needs no second look.
        let is_unsure = import.because.get().is_some_and(Because::is_unsure);
        let caution = |caution: &Caution| is_unsure || *caution == Caution::WithoutText;
        import.caution(&outcome).filter(caution).map(|caution| caution::caution(language.locale(), caution))
    };
    let counted = move || {
        let outcome = import.forecast.outcome()?;
        hints::counted(language.locale(), &outcome.report)
    };
    let alike = move || {
        let alike = import.forecast.alike().filter(|alike| alike.exact + alike.near > 0)?;
        Some(hints::alike(language.locale(), &alike))
    };
    view! {
        {part(move || caution().map(|text| view! { <p class="hint">{text}</p> }))}
        {part(move || counted().map(|text| view! { <p class="hint" data-testid="import-counted">{text}</p> }))}
        {part(move || alike().map(|words| view! { <p class="faint" data-testid="import-alike">{words}</p> }))}
        <Sampling />
    }
}

/// Offers a part of answers that are more than the browser can keep.
#[component]
fn Sampling() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let fits = Memo::new(move |_| import.forecast.outcome().and_then(|outcome| too_many(&outcome)));
    let offer = move |count: usize| {
        let taken = import.sample.get().is_some();
        let label = if taken {
            tr!(language, import.sample_all).to_owned()
        } else {
            tr!(language, import.sample_offer, count = language.count(count))
        };
        let turn = move || import.sample.update(|sample| *sample = sample.is_none().then_some(count));
        view! {
            <p class="hint">
                {say!(language, import.outgrows)} " "
                <button data-testid="import-sample" aria-pressed=taken.to_string() on:click=act(turn)>
                    {label}
                </button>
            </p>
        }
    };
    part(move || fits.get().map(offer))
}

/// How many of these responses the browser has room for, where it most likely has none for all.
fn too_many(outcome: &Outcome) -> Option<usize> {
    let room = (storage::LIMIT as usize).saturating_sub(storage::used() as usize);
    sample::fitting(&outcome.imported, storage::BESIDE_AN_ANSWER, room)
}

/// What the import would bring, in one sentence.
#[component]
fn Foreseen() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_waiting = Memo::new(move |_| import.opened.with(Option::is_none));
    let said = move || {
        if is_waiting.get() {
            return tr!(language, import.nothing_yet).to_owned();
        }
        if import.is_codebook() {
            return String::new();
        }
        if let Some(rows) = import.forecast.pending() {
            return tr!(language, import.looking, rows = language.count(rows));
        }
        let Some(outcome) = import.forecast.outcome() else { return String::new() };
        forecast::foreseen(language.locale(), &outcome, import.open_doubts().len())
    };
    let figure = move |of: fn(&Outcome) -> usize| {
        reactive(move || {
            import.forecast.outcome().map_or_else(String::new, |outcome| of(&outcome).to_string())
        })
    };
    view! {
        <p
            data-testid="import-forecast"
            data-rows=figure(|outcome| outcome.report.read)
            data-people=figure(|outcome| outcome.imported.people())
            data-verbatims=figure(|outcome| outcome.report.verbatims)
            data-nothing=figure(|outcome| outcome.report.nothing)
        >
            {part(said)}
        </p>
    }
}
