//! The codebook as chips, each with its key.

use leptos::prelude::*;

use super::state::Coding;
use crate::app::components::{NewMoment, StarterChoice};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{act, part};
use crate::coding::{MomentKey, moment_keys};
use crate::command::{ProjectPart, ProjectParts};
use crate::model::{Decision, Moment, MomentId, Stage};

/// All moments by stage, and *no moment*.
#[component]
pub fn Chips() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let coding = Coding::get();
    let stages = Memo::new(move |_| {
        workspace
            .follow(ProjectParts::of(&[ProjectPart::Codebook]), |project| project.codebook.stages.clone())
            .unwrap_or_default()
    });
    let no_moment = move || coding.decision() == Some(Decision::NoMoment);
    view! {
        <div class="chips">
            {part(move || stages.get().into_iter().map(|stage| view! { <StageChips stage /> }).collect_view())}
            <div class="chips-foot">
                <button
                    class="chip"
                    data-testid="no-moment"
                    aria-pressed=move || no_moment().to_string()
                    title=say!(language, code.no_moment_title)
                    on:click=act(move || coding.toggle_no_moment())
                >
                    {say!(language, code.no_moment)}
                    <kbd>"0"</kbd>
                </button>
                <NewMoment />
                <StarterChoice />
            </div>
        </div>
    }
}

/// One stage with its moments.
#[component]
fn StageChips(stage: Stage) -> impl IntoView {
    let workspace = Workspace::get();
    let key_of = move |moment: MomentId| {
        workspace
            .peek(|project| moment_keys(&project.codebook).find(|(m, _)| *m == moment).map(|(_, key)| key))
            .flatten()
    };
    view! {
        <div class="stage" role="group" aria-label=stage.name.clone()>
            <span class="stage-name">{stage.name.clone()}</span>
            {stage
                .moments
                .into_iter()
                .map(|moment| {
                    let key = key_of(moment.id);
                    view! { <Chip moment key /> }
                })
                .collect_view()}
        </div>
    }
}

/// One moment.
#[component]
fn Chip(moment: Moment, key: Option<MomentKey>) -> impl IntoView {
    let coding = Coding::get();
    let id = moment.id;
    let label = key.map(|key| key.label().to_string());
    view! {
        <button
            class="chip"
            data-testid="moment"
            data-moment=moment.name.clone()
            data-key=label.clone()
            aria-pressed=move || coding.moments().contains(&id).to_string()
            title=moment.definition
            on:click=act(move || coding.toggle(id))
        >
            {moment.name.clone()}
            {label.clone().map(|label| view! { <kbd>{label}</kbd> })}
        </button>
    }
}
