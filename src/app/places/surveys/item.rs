//! One question: its figures, how its answers spread, its benchmark.

use leptos::prelude::*;

use super::bars::Spread;
use super::benchmark::BenchmarkField;
use super::figures::{self, Figure, top_share};
use super::how::How;
use super::state::{Asked, SmallGroupWarning, name, scale};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{act, live, part};
use crate::command::{Command, ScaleRefused, set_recommendation, turn_question};
use crate::model::{Project, Question, Scale, ScaleKind, Side};
use crate::say::words;

/// The block of one question.
#[component]
pub fn ItemBlock(asked: Asked) -> impl IntoView {
    let language = Language::get();
    let question = asked.question();
    let (side, respondents) = (asked.item.side, asked.item.answers.respondents());
    let title = question.name.clone();
    let bench = top_share(&asked).map(|share| (share.estimate, question.clone()));
    let answers = asked.item.answers.clone();
    let (way, asked_as) = (asked.clone(), question.clone());
    let (low, high) = question.scale.ends();
    view! {
        <article
            class="survey-item"
            data-testid="survey-item"
            data-side=words::side_id(side)
            data-name=question.name
            data-kind=kind_id(question.scale.kind)
            data-min=low.to_string()
            data-max=high.to_string()
            data-reversed=question.scale.is_reversed().to_string()
        >
            <h3>{part(move || name(language, &title))}</h3>
            <p class="faint">{part(move || scale(language, question.scale))}</p>
            <p data-testid="rating-way">{part(move || figures::direction(language, &way))}</p>
            <SmallGroupWarning side respondents />
            <dl class="readings">
                {part(move || figures::of(language, &asked).into_iter().map(reading).collect_view())}
            </dl>
            <Spread answers />
            <Meaning side question=asked_as />
            {bench.map(|(share, question)| view! { <BenchmarkField side question share /> })}
        </article>
    }
}

/// What the scale is taken for, where a reader may know better: which end is the best, and whether it is a
/// recommendation.
#[component]
fn Meaning(side: Side, question: Question) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let scale = question.scale;
    let (low, high) = scale.ends();
    let from_zero = scale.ends() == Scale::NPS.ends();
    let is_net = scale.kind == ScaleKind::Nps;
    let (turned, renamed) = (question.clone(), question);
    let turn = move || {
        carry(workspace, |project| turn_question(project, side, &turned));
    };
    let rename = move || {
        carry(workspace, |project| set_recommendation(project, side, &renamed, !is_net));
    };
    let why = match scale {
        scale if from_zero && is_net && scale.is_reversed() => Some(say!(language, surveys.not_net_turned)),
        _ if from_zero && !is_net => Some(say!(language, surveys.not_net)),
        _ if scale.ends() == (1.0, 10.0) => Some(say!(language, surveys.not_net_from_one)),
        _ => None,
    };
    let offers = from_zero && (is_net || !scale.is_reversed());
    let becomes = if is_net { say!(language, surveys.make_no_net) } else { say!(language, surveys.make_net) };
    let best = if scale.is_reversed() { high } else { low };
    view! {
        {why.map(|why| view! { <p data-testid="no-nps">{why}</p> })}
        <p>
            <button class="quiet" data-testid="rating-reverse" on:click=act(turn)>
                {live(move || tr!(language, surveys.turn, best = language.short(best)))}
            </button>
            {offers
                .then(|| {
                    view! {
                        <button class="quiet" data-testid="rating-recommendation" on:click=act(rename)>
                            {becomes}
                        </button>
                    }
                })}
        </p>
    }
}

/// Carries out what is offered only where it is not refused.
fn carry(workspace: Workspace, command: impl FnOnce(&Project) -> Result<Command, ScaleRefused>) {
    if let Some(Ok(command)) = untrack(|| workspace.with(command)) {
        workspace.dispatch(command);
    }
}

fn reading(figure: Figure) -> impl IntoView {
    let notes = figure.notes.into_iter().map(|note| view! { <small>{note}</small> }).collect_view();
    view! {
        <div data-figure=figure.id>
            <dt>{figure.name}</dt>
            <dd>
                <b>{figure.value}</b>
                {notes}
                <How sentences=figure.how />
            </dd>
        </div>
    }
}

/// What a scale measures, in test handles.
const fn kind_id(kind: ScaleKind) -> &'static str {
    match kind {
        ScaleKind::Nps => "nps",
        ScaleKind::Csat => "csat",
        ScaleKind::Ces => "ces",
        ScaleKind::Agreement => "agreement",
        ScaleKind::Custom => "custom",
    }
}
