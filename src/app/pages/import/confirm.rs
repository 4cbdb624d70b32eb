//! What would happen, said before the one step that does it.

use leptos::prelude::*;

use super::sentences;
use super::state::Import;
use crate::app::language::{Language, say, tr};
use crate::app::live::part;

/// What keeps the import from happening, or what it would bring; and the button.
#[component]
pub fn ConfirmBar() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_open = Memo::new(move |_| import.opened.with(|opened| matches!(opened, Some(Ok(_)))));
    let problem = move || {
        let asks = is_open.get() && !import.is_codebook();
        let problems = if asks { import.problems() } else { Vec::new() };
        problems.first().map(|problem| sentences::problem(language, problem))
    };
    let said = move || {
        let outcome = import.forecast.outcome()?;
        let doubt = import.doubt(&outcome).map(|doubt| sentences::doubt(language, doubt));
        let whose = sentences::whose(language, &outcome.imported);
        Some((doubt, format!("{whose} {}", sentences::forecast(language, &outcome.report))))
    };
    let alike = move || {
        let alike = import.forecast.alike().filter(|alike| alike.exact + alike.near > 0)?;
        Some(sentences::alike(language, &alike))
    };
    let codes = move || import.is_codebook().then_some((None, String::new()));
    let pending = move || {
        let rows = import.forecast.pending()?;
        Some((None, tr!(language, import.looking, rows = language.count(rows))))
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
                let (doubt, forecast) = codes().or_else(pending).or_else(said).unwrap_or_default();
                view! {
                    {doubt.map(|text| view! { <p class="hint">{text}</p> })}
                    <p data-testid="import-forecast">{forecast}</p>
                    {part(move || alike().map(|words| view! { <p data-testid="import-alike">{words}</p> }))}
                }
            })}
            <button class="primary" data-testid="import-confirm" on:click=move |_| import.confirm()>
                {say!(language, import.confirm)}
            </button>
        </div>
    }
}
