//! What would happen, said before the one step that does it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::sentences;
use super::state::Import;
use crate::app::language::{Language, say};
use crate::app::live::part;

/// What keeps the import from happening, or what it would bring; and the button.
#[component]
pub fn ConfirmBar() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_open = Memo::new(move |_| import.opened.with(|opened| matches!(opened, Some(Ok(_)))));
    let problem = move || {
        let problems = if is_open.get() { import.problems() } else { Vec::new() };
        problems.first().map(|problem| sentences::problem(language, problem))
    };
    // Both from one reading of the table, which may be long.
    let said = move || {
        let outcome = is_open.get().then(|| import.outcome()).flatten()?;
        let doubt = import.doubt(&outcome).map(|doubt| sentences::doubt(language, doubt));
        let whose = sentences::whose(language, &outcome.imported);
        Some((doubt, format!("{whose} {}", sentences::forecast(language, &outcome.report))))
    };
    let confirm = move |_| {
        if let Some(next) = import.confirm() {
            spawn_local(import.go_on(next));
        }
    };
    view! {
        <div class="confirm-bar">
            {part(move || {
                problem()
                    .map(|text| {
                        view! {
                            <div class="message" data-testid="message" data-kind="warning">
                                <p>{text}</p>
                            </div>
                        }
                    })
            })}
            {part(move || {
                let (doubt, forecast) = said().unwrap_or_default();
                view! {
                    {doubt.map(|text| view! { <p class="hint">{text}</p> })}
                    <p data-testid="import-forecast">{forecast}</p>
                }
            })}
            <button class="primary" data-testid="import-confirm" on:click=confirm>
                {say!(language, import.confirm)}
            </button>
        </div>
    }
}
