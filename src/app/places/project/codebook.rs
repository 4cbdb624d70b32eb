//! The codebook: stages and moments, added, renamed, moved, merged, deleted.

use leptos::prelude::*;

use super::moment::MomentRow;
use crate::app::components::{NewMoment, StarterChoice};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::part;
use crate::command::Command;
use crate::command::{ProjectPart, ProjectParts};
use crate::model::{Stage, StageId};

/// The editor.
#[component]
pub fn CodebookEditor() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let stages = Memo::new(move |_| {
        workspace
            .follow(ProjectParts::of(&[ProjectPart::Codebook]), |project| project.codebook.stages.clone())
            .unwrap_or_default()
    });
    let count = move || stages.with(Vec::len);
    let row = move |(place, stage): (usize, Stage)| {
        view! { <StageRow stage place last=count() <= place + 1 /> }
    };
    view! {
        <section class="codebook">
            <h2>{say!(language, codebook.title)}</h2>
            <p>{say!(language, codebook.text)}</p>
            <div class="codebook-ways">
                <StarterChoice />
                <NewMoment />
                <NewStage />
            </div>
            {part(move || stages.get().into_iter().enumerate().map(row).collect_view())}
        </section>
    }
}

/// Adds a stage at the end.
#[component]
fn NewStage() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let name = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if workspace.dispatch(Command::AddStage(name.get_untracked())) {
            name.set(String::new());
        }
    };
    view! {
        <form class="new-moment" on:submit=add>
            <input
                type="text"
                data-testid="new-stage"
                placeholder=say!(language, codebook.new_stage)
                aria-label=say!(language, codebook.new_stage)
                prop:value=name
                on:input:target=move |event| name.set(event.target().value())
            />
            <button type="submit">{say!(language, codebook.add)}</button>
        </form>
    }
}

/// One stage with its moments.
#[component]
fn StageRow(
    /// The stage.
    stage: Stage,
    /// Its place among the stages.
    place: usize,
    /// Whether none follows.
    last: bool,
) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let id: StageId = stage.id;
    let moments = stage.moments.len();
    let (name, former) = (stage.name.clone(), stage.name.clone());
    view! {
        <div class="stage-editor">
            <div class="stage-head">
                <input
                    type="text"
                    class="stage-title"
                    aria-label=say!(language, codebook.stage)
                    prop:value=name
                    on:change:target=move |event| {
                        let field = event.target();
                        if !workspace.dispatch(Command::RenameStage(id, field.value())) {
                            field.set_value(&former);
                        }
                    }
                />
                <button
                    class="quiet"
                    disabled=place == 0
                    title=say!(language, codebook.up)
                    on:click=move |_| {
                        workspace.dispatch(Command::MoveStage(id, place.saturating_sub(1)));
                    }
                >
                    "↑"
                </button>
                <button
                    class="quiet"
                    disabled=last
                    title=say!(language, codebook.down)
                    on:click=move |_| {
                        workspace.dispatch(Command::MoveStage(id, place + 1));
                    }
                >
                    "↓"
                </button>
                <button
                    class="quiet"
                    title=say!(language, codebook.delete_stage)
                    on:click=move |_| {
                        workspace.dispatch(Command::RemoveStage(id));
                    }
                >
                    {say!(language, codebook.delete)}
                </button>
            </div>
            <ul>
                {stage
                    .moments
                    .into_iter()
                    .enumerate()
                    .map(|(at, moment)| {
                        view! { <MomentRow moment stage=id place=at last=at + 1 == moments /> }
                    })
                    .collect_view()}
            </ul>
        </div>
    }
}
