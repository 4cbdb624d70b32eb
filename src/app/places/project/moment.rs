//! One moment of the codebook, with all that can be done to it.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::notices::{Notice, Notices};
use crate::command::Command;
use crate::model::{Moment, MomentId, Project, StageId};
use crate::say::project::keywords;

/// A row: name, place, and behind a word the definition, the keywords, merging.
#[component]
pub fn MomentRow(
    /// The moment.
    moment: Moment,
    /// Its stage.
    stage: StageId,
    /// Its place in the stage.
    place: usize,
    /// Whether none follows.
    last: bool,
) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let notices = Notices::get();
    let id = moment.id;
    let codings = workspace.peek(|project| codings_of(project, id)).unwrap_or_default();
    let rename = {
        let moment = moment.clone();
        move |field: HtmlInputElement| {
            let renamed = Moment { name: field.value(), ..moment.clone() };
            if !workspace.dispatch(Command::EditMoment(renamed)) {
                field.set_value(&moment.name);
            }
        }
    };
    let name = moment.name.clone();
    let remove = {
        let name = name.clone();
        move |_| {
            if workspace.dispatch(Command::RemoveMoment(id)) {
                notices.tell(Notice::MomentRemoved(name.clone(), codings));
            }
        }
    };
    view! {
        <li class="moment-editor">
            <input
                type="text"
                data-testid="moment-name"
                aria-label=say!(language, codebook.moment)
                prop:value=name
                on:change:target=move |event| rename(event.target())
            />
            <span class="faint">{say!(language, codebook.codings, count = language.count(codings))}</span>
            <button
                class="quiet"
                disabled=place == 0
                title=say!(language, codebook.up)
                on:click=move |_| {
                    workspace.dispatch(Command::MoveMoment(id, stage, place.saturating_sub(1)));
                }
            >
                "↑"
            </button>
            <button
                class="quiet"
                disabled=last
                title=say!(language, codebook.down)
                on:click=move |_| {
                    workspace.dispatch(Command::MoveMoment(id, stage, place + 1));
                }
            >
                "↓"
            </button>
            <button class="quiet" data-testid="moment-delete" on:click=remove>
                {say!(language, codebook.delete)}
            </button>
            <Details moment stage />
        </li>
    }
}

/// Definition, keywords, other stage, merging.
#[component]
fn Details(moment: Moment, stage: StageId) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let id = moment.id;
    let define = {
        let moment = moment.clone();
        move |definition: String| {
            workspace.dispatch(Command::EditMoment(Moment { definition, ..moment.clone() }));
        }
    };
    let tag = {
        let moment = moment.clone();
        move |words: String| {
            let keywords = keywords::of_typed(&words);
            workspace.dispatch(Command::EditMoment(Moment { keywords, ..moment.clone() }));
        }
    };
    let (definition, keywords) = (moment.definition.clone(), keywords::typed(&moment.keywords));
    view! {
        <details>
            <summary>{say!(language, codebook.more)}</summary>
            <label class="field">
                <span>{say!(language, codebook.definition)}</span>
                <textarea
                    rows="2"
                    prop:value=definition
                    on:change:target=move |event| define(event.target().value())
                ></textarea>
            </label>
            <label class="field">
                <span>{say!(language, codebook.keywords)}</span>
                <input type="text" prop:value=keywords on:change:target=move |event| tag(event.target().value()) />
            </label>
            <div class="moment-moves">
                <MoveTo id stage />
                <MergeInto id />
            </div>
        </details>
    }
}

/// Moves the moment to another stage.
#[component]
fn MoveTo(id: MomentId, stage: StageId) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let others = workspace
        .peek(|p| {
            p.codebook
                .stages
                .iter()
                .filter(|s| s.id != stage)
                .map(|s| (s.id, s.name.clone()))
                .collect::<Vec<_>>()
        })
        .unwrap_or_default();
    view! {
        <select
            aria-label=say!(language, codebook.move_to)
            on:change:target=move |event| {
                if let Ok(stage) = event.target().value().parse() {
                    workspace.dispatch(Command::MoveMoment(id, StageId(stage), usize::MAX));
                }
            }
        >
            <option value="">{say!(language, codebook.move_to)}</option>
            {others
                .into_iter()
                .map(|(id, name)| view! { <option value=id.0>{name}</option> })
                .collect_view()}
        </select>
    }
}

/// Turns the moment's codings into another moment's.
#[component]
fn MergeInto(id: MomentId) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let notices = Notices::get();
    let others = workspace
        .peek(|p| {
            p.codebook
                .moments()
                .filter(|(_, m)| m.id != id)
                .map(|(_, m)| (m.id, m.name.clone()))
                .collect::<Vec<_>>()
        })
        .unwrap_or_default();
    view! {
        <select
            data-testid="moment-merge"
            aria-label=say!(language, codebook.merge_into)
            on:change:target=move |event| {
                let Ok(into) = event.target().value().parse().map(MomentId) else { return };
                let name = workspace.peek(|p| p.codebook.moment(into).map(|m| m.name.clone())).flatten();
                if workspace.dispatch(Command::MergeMoments(id, into)) {
                    notices.tell(Notice::MomentMerged(name.unwrap_or_default()));
                }
            }
        >
            <option value="">{say!(language, codebook.merge_into)}</option>
            {others
                .into_iter()
                .map(|(id, name)| view! { <option value=id.0>{name}</option> })
                .collect_view()}
        </select>
    }
}

fn codings_of(project: &Project, moment: MomentId) -> usize {
    let decisions = project.verbatims.values().flat_map(|verbatim| verbatim.decisions.values());
    decisions.flat_map(crate::model::Decision::codings).filter(|coding| coding.moment == moment).count()
}
