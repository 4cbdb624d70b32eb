//! Answers that say nothing: counted, and coded as *no moment* in one gesture, before the import or after it.

use leptos::prelude::*;

use super::state::Import;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, flag, part};
use crate::coding::without_content;
use crate::command::Command;

/// How many answers about to come in say nothing, and the way to code them with the import.
#[component]
pub fn NothingToCome() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let count = Memo::new(move |_| import.forecast.outcome().map_or(0, |outcome| outcome.report.nothing));
    let chosen = import.nothing_as_no_moment;
    let label = move || {
        if chosen.get() { tr!(language, import.silent_taken) } else { tr!(language, import.silent_take) }
    };
    let offer = move || {
        view! {
            <p class="buttons">
                {tr!(language, import.silent_offer, count = language.count(count.get()))} " "
                <button
                    data-testid="nothing-as-no-moment"
                    aria-pressed=flag(move || chosen.get())
                    on:click=act(move || chosen.update(|chosen| *chosen = !*chosen))
                >
                    {part(label)}
                </button>
            </p>
        }
    };
    part(move || (count.get() > 0).then(offer))
}

/// How many answers of the project say nothing and are not coded, and the way to code them in one step of undo.
#[component]
pub fn NothingThatCame() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let silent = Memo::new(move |_| workspace.with(without_content).unwrap_or_default());
    let code = move || {
        workspace.dispatch(Command::NoMoment(silent.get_untracked()));
    };
    let offer = move |count: usize| {
        view! {
            <p>
                {tr!(language, import.silent_offer, count = language.count(count))} " "
                <button data-testid="nothing-as-no-moment" on:click=act(code)>
                    {say!(language, import.silent_take)}
                </button>
            </p>
        }
    };
    part(move || {
        let count = silent.with(Vec::len);
        (count > 0).then(|| offer(count))
    })
}
