//! One question: its figures, how its answers spread, its benchmark.

use leptos::prelude::*;

use super::bars::Spread;
use super::benchmark::BenchmarkField;
use super::how::How;
use super::state::{Asked, SmallGroupWarning};
use crate::analysis::closed::top::top_share;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::Language;
use crate::app::shell::reactive::{act, part, reactive};
use crate::command::{Command, ScaleRefused, set_recommendation, turn_question};
use crate::model::{Project, Question, ScaleKind, Side};
use crate::say::side;
use crate::say::surveys::figure::Figure;
use crate::say::surveys::{figures, question, recommendation};

/// The block of one question.
#[component]
pub fn ItemBlock(asked: Asked) -> impl IntoView {
    let language = Language::get();
    let asked_as = asked.question();
    let (side, respondents) = (asked.item.side, asked.item.answers.respondents());
    let title = asked_as.name.clone();
    let bench = top_share(side, &asked.item.answers).map(|share| (share.estimate, asked_as.clone()));
    let answers = asked.item.answers.clone();
    let (of_way, meant) = (answers.clone(), asked_as.clone());
    let scale = asked_as.scale;
    let (low, high) = scale.ends();
    view! {
        <article
            class="survey-item"
            data-testid="survey-item"
            data-side=side::id(side)
            data-name=asked_as.name
            data-kind=kind_id(scale.kind)
            data-min=low.to_string()
            data-max=high.to_string()
            data-reversed=scale.is_reversed().to_string()
        >
            <h3>{part(move || question::name(language.locale(), &title))}</h3>
            <p class="faint">{part(move || question::scale(language.locale(), scale))}</p>
            <p data-testid="rating-way">{part(move || question::direction(language.locale(), side, &of_way))}</p>
            <SmallGroupWarning side respondents />
            <dl class="readings">
                {part(move || figures::of(language.locale(), &asked.item, asked.given).into_iter().map(reading).collect_view())}
            </dl>
            <Spread answers />
            <Meaning side question=meant />
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
    let is_net = scale.kind == ScaleKind::Nps;
    let (turned, renamed) = (question.clone(), question);
    let turn = move || {
        accept(workspace, |project| turn_question(project, side, &turned));
    };
    let rename = move || {
        accept(workspace, |project| set_recommendation(project, side, &renamed, !is_net));
    };
    let why = move || {
        let why = recommendation::why_none(language.locale(), scale);
        why.map(|why| view! { <p data-testid="no-nps">{why}</p> })
    };
    let offer = recommendation::is_offered(scale).then(|| {
        view! {
            <button class="quiet" data-testid="rating-recommendation" on:click=act(rename)>
                {reactive(move || recommendation::offer(language.locale(), scale))}
            </button>
        }
    });
    view! {
        {part(why)}
        <p>
            <button class="quiet" data-testid="rating-reverse" on:click=act(turn)>
                {reactive(move || question::turn(language.locale(), scale))}
            </button>
            {offer}
        </p>
    }
}

/// Carries out what is offered only where it is not refused.
fn accept(workspace: Workspace, command: impl FnOnce(&Project) -> Result<Command, ScaleRefused>) {
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
