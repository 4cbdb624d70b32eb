//! Ways to fill the codebook.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::keep::starters::Starter;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::shell::reactive::{act, part};
use crate::command::{Command, Draft, DraftMoment};
use crate::model::StageId;

/// Adds the moments of a starter codebook.
#[component]
pub fn StarterChoice() -> impl IntoView {
    let language = Language::get();
    let notices = Notices::get();
    let workspace = Workspace::get();
    let choose = move |id: String| {
        let Some(starter) = Starter::ALL.into_iter().find(|starter| starter.id() == id) else { return };
        let locale = untrack(|| language.locale());
        spawn_local(async move {
            match starter.draft(locale).await {
                Ok(draft) => {
                    workspace.dispatch(Command::AddCodebook(draft));
                }
                Err(error) => {
                    leptos::logging::warn!("codebook not fetched: {error}");
                    notices.tell(Notice::NotFetched);
                }
            }
        });
    };
    let name = move |starter: Starter| match starter {
        Starter::Bank => tr!(language, starter.bank),
        Starter::Shop => tr!(language, starter.shop),
        Starter::Telecom => tr!(language, starter.telecom),
        Starter::Hotel => tr!(language, starter.hotel),
        Starter::B2b => tr!(language, starter.b2b),
    };
    // By keyboard a list passes from one choice to the next: those are confirmed, a pointer's are meant.
    let typed = RwSignal::new(false);
    let chosen = RwSignal::new(String::new());
    let add = move || {
        choose(chosen.get_untracked());
        chosen.set(String::new());
    };
    view! {
        <select
            data-testid="codebook-starter"
            aria-label=say!(language, starter.label)
            prop:value=chosen
            on:pointerdown=move |_| typed.set(false)
            on:keydown=move |event| {
                typed.set(true);
                if event.key() == "Enter" {
                    event.prevent_default();
                    add();
                }
            }
            on:change:target=move |event| {
                chosen.set(event.target().value());
                if !typed.get_untracked() {
                    add();
                }
            }
        >
            <option value="">{say!(language, starter.choose)}</option>
            {Starter::ALL
                .map(|starter| view! { <option value=starter.id()>{part(move || name(starter))}</option> })}
        </select>
        {part(move || {
            (!chosen.with(String::is_empty))
                .then(|| view! { <button on:click=act(add)>{say!(language, codebook.add)}</button> })
        })}
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
                placeholder=say!(language, codebook.new_moment)
                aria-label=say!(language, codebook.new_moment)
                prop:value=name
                on:input:target=move |event| name.set(event.target().value())
            />
            {part(move || {
                (stages.with(Vec::len) > 1)
                    .then(|| {
                        view! {
                            <select
                                aria-label=say!(language, codebook.stage)
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
            })}
            <button type="submit">{say!(language, codebook.add)}</button>
        </form>
    }
}

fn draft(stage: &str, name: String) -> DraftMoment {
    DraftMoment { stage: stage.to_owned(), name, definition: String::new(), keywords: Vec::new() }
}
