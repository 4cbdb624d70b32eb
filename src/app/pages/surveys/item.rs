//! One question: its figures, how its answers spread, its benchmark.

use leptos::prelude::*;

use super::bars::Spread;
use super::benchmark::BenchmarkField;
use super::figures::{self, Figure, top_share};
use super::state::{Asked, SmallGroupWarning, name, scale};
use crate::app::language::{Language, say};
use crate::app::live::part;
use crate::app::words;
use crate::model::ScaleKind;

/// The block of one question.
#[component]
pub fn ItemBlock(asked: Asked) -> impl IntoView {
    let language = Language::get();
    let question = asked.question();
    let (side, respondents) = (asked.item.side, asked.item.answers.respondents());
    let title = question.name.clone();
    let bench = top_share(&asked).map(|share| (share.estimate, question.clone()));
    let answers = asked.item.answers.clone();
    view! {
        <article
            class="survey-item"
            data-testid="survey-item"
            data-side=words::side_id(side)
            data-name=question.name
            data-kind=kind_id(question.scale.kind)
        >
            <h3>{part(move || name(language, &title))}</h3>
            <p class="faint">{part(move || scale(language, question.scale))}</p>
            <SmallGroupWarning side respondents />
            <dl class="readings">
                {part(move || figures::of(language, &asked).into_iter().map(reading).collect_view())}
            </dl>
            <Spread answers />
            {bench.map(|(share, question)| view! { <BenchmarkField side question share /> })}
        </article>
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

/// How a figure was computed, behind a question.
#[component]
pub fn How(sentences: Vec<String>) -> impl IntoView {
    let language = Language::get();
    view! {
        <details>
            <summary>{say!(language, explain.ask)}</summary>
            {sentences.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
        </details>
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
