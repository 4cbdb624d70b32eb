//! Ways to fill the codebook.

use leptos::prelude::*;

use crate::app::codebooks::Starter;
use crate::app::language::{Language, tr};
use crate::app::workspace::Workspace;
use crate::command::{Command, Draft, DraftMoment};
use crate::model::StageId;

/// Adds the moments of a starter codebook.
#[component]
pub fn StarterChoice() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let choose = move |id: String| {
        if let Some(starter) = Starter::ALL.into_iter().find(|starter| starter.id() == id) {
            workspace.dispatch(Command::AddCodebook(starter.draft(language.locale())));
        }
    };
    let name = move |starter: Starter| match starter {
        Starter::Bank => tr!(language, starter.bank),
        Starter::Shop => tr!(language, starter.shop),
        Starter::Telecom => tr!(language, starter.telecom),
        Starter::Hotel => tr!(language, starter.hotel),
        Starter::B2b => tr!(language, starter.b2b),
    };
    view! {
        <select
            data-testid="codebook-starter"
            aria-label=move || tr!(language, starter.label)
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="">{move || tr!(language, starter.choose)}</option>
            {Starter::ALL
                .map(|starter| view! { <option value=starter.id()>{move || name(starter)}</option> })}
        </select>
    }
}

/// Adds one moment of the user's own, to a stage or to none.
#[component]
pub fn NewMoment() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let name = RwSignal::new(String::new());
    let stage = RwSignal::new(None::<StageId>);
    let stages = Memo::new(move |_| {
        workspace
            .with(|p| p.codebook.stages.iter().map(|s| (s.id, s.name.clone())).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = stages.with(|stages| {
            stages.iter().find(|(id, _)| Some(*id) == stage.get()).or(stages.last()).map(|(id, _)| *id)
        });
        let new = name.get_untracked();
        let command = match chosen {
            Some(stage) => Command::AddMoment(stage, new),
            None if new.trim().is_empty() => return,
            None => Command::AddCodebook(Draft { moments: vec![draft("—", new)] }),
        };
        if workspace.dispatch(command) {
            name.set(String::new());
        }
    };
    view! {
        <form class="new-moment" on:submit=add>
            <input
                type="text"
                data-testid="new-moment"
                placeholder=move || tr!(language, codebook.new_moment)
                aria-label=move || tr!(language, codebook.new_moment)
                prop:value=name
                on:input:target=move |event| name.set(event.target().value())
            />
            {move || {
                (stages.with(Vec::len) > 1)
                    .then(|| {
                        view! {
                            <select
                                aria-label=move || tr!(language, codebook.stage)
                                on:change:target=move |event| {
                                    stage.set(event.target().value().parse().ok().map(StageId));
                                }
                            >
                                {stages
                                    .get()
                                    .into_iter()
                                    .rev()
                                    .map(|(id, name)| view! { <option value=id.0>{name}</option> })
                                    .collect_view()}
                            </select>
                        }
                    })
            }}
            <button type="submit">{move || tr!(language, codebook.add)}</button>
        </form>
    }
}

fn draft(stage: &str, name: String) -> DraftMoment {
    DraftMoment { stage: stage.to_owned(), name, definition: String::new(), keywords: Vec::new() }
}
