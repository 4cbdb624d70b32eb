//! What would happen, said before the one step that does it.

use leptos::prelude::*;

use super::sentences;
use super::state::Import;
use crate::app::language::{Language, say, tr};
use crate::app::live::part;
use crate::app::storage;
use crate::import::Outcome;

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
        let caution = import.caution(&outcome).map(|doubt| sentences::caution(language, doubt));
        let outgrows = outgrows_storage(&outcome).then(|| tr!(language, import.outgrows).to_owned());
        let hints: Vec<String> = caution.into_iter().chain(outgrows).collect();
        let whose = sentences::whose(language, &outcome.imported);
        Some((hints, format!("{whose} {}", sentences::forecast(language, &outcome.report))))
    };
    let alike = move || {
        let alike = import.forecast.alike().filter(|alike| alike.exact + alike.near > 0)?;
        Some(sentences::alike(language, &alike))
    };
    let codes = move || import.is_codebook().then_some((Vec::new(), String::new()));
    let pending = move || {
        let rows = import.forecast.pending()?;
        Some((Vec::new(), tr!(language, import.looking, rows = language.count(rows))))
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
                let (hints, forecast) = codes().or_else(pending).or_else(said).unwrap_or_default();
                view! {
                    {hints.into_iter().map(|text| view! { <p class="hint">{text}</p> }).collect_view()}
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

/// Whether the browser has most likely no room for that beside all that it keeps.
fn outgrows_storage(outcome: &Outcome) -> bool {
    let texts = outcome.imported.responses.iter().flat_map(|response| &response.verbatims);
    let more: usize = texts.map(|new| new.text.len() + storage::BESIDE_AN_ANSWER).sum();
    storage::used() as usize + more > storage::LIMIT as usize
}
