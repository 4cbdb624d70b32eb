//! Mirrored pairs: a question to employees beside the question to clients that it mirrors.

use leptos::prelude::*;

use super::add::AddPair;
use super::how::How;
use super::state::{Asked, SmallGroupWarning, Surveys};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, part};
use crate::model::{MirroredPair, Question, Side};
use crate::say::side;
use crate::say::surveys::pair::{Compared, Half, compared, verdict};
use crate::say::surveys::question::{marked, name};

/// The pairs, and the way to make one.
#[component]
pub fn Pairs() -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::get();
    // Without their marks, so that setting one does not draw the pairs anew and take the focus away.
    let pairs = Memo::new(move |_| {
        let bare = |pair: &MirroredPair| MirroredPair { estimate: false, ..pair.clone() };
        surveys.said.with(|said| said.pairs().iter().map(bare).collect::<Vec<_>>())
    });
    view! {
        <section class="pairs">
            <h2>{say!(language, surveys.pairs)}</h2>
            <p>{say!(language, surveys.pairs_text)}</p>
            {part(move || pairs.get().into_iter().map(|pair| view! { <PairBlock pair /> }).collect_view())}
            <AddPair />
        </section>
    }
}

/// One pair.
#[component]
fn PairBlock(pair: MirroredPair) -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::get();
    let known = pair.clone();
    let estimate = Memo::new(move |_| {
        surveys.said.with(|said| said.pairs().iter().any(|other| other.mirrors(&known) && other.estimate))
    });
    let (mark, remove) = (pair.clone(), pair.clone());
    let (employee, client) = (pair.employee.name.clone(), pair.client.name.clone());
    view! {
        <article
            class="pair"
            data-testid="pair"
            data-employee=employee
            data-client=client
        >
            {part(move || surveys.asked.with(|all| pair_view(language, all, &pair, estimate)))}
            <label class="field check">
                <input
                    type="checkbox"
                    data-testid="pair-marked"
                    prop:checked=move || estimate.get()
                    on:change:target=move |event| {
                        let marked = MirroredPair { estimate: event.target().checked(), ..mark.clone() };
                        surveys.change(|said| said.set_pair(marked));
                    }
                />
                <span>{say!(language, surveys.pair_estimate)}</span>
            </label>
            <button
                class="quiet"
                data-testid="pair-remove"
                on:click=act(move || surveys.change(|said| said.remove_pair(&remove)))
            >
                {say!(language, surveys.pair_remove)}
            </button>
        </article>
    }
}

fn pair_view(language: Language, all: &[Asked], pair: &MirroredPair, estimate: Memo<bool>) -> AnyView {
    let find = |side: Side, question: &Question| all.iter().find(|asked| asked.is(side, question));
    let employee = find(Side::Employee, &pair.employee);
    let client = find(Side::Client, &pair.client);
    let (Some(employee), Some(client)) = (employee, client) else {
        let gone = [(employee, &pair.employee), (client, &pair.client)];
        let gone = gone.into_iter().filter(|(asked, _)| asked.is_none()).map(|(_, question)| {
            view! { <p class="warning" data-testid="pair-gone">{tr!(language, surveys.pair_gone, name = name(language.locale(), &question.name))}</p> }
        });
        return gone.collect_view().into_any();
    };
    let respondents = employee.item.answers.respondents();
    let compared = compared(language.locale(), &employee.item.answers, &client.item.answers);
    let Some(Compared { client: of_clients, employee: of_employees, gap, range, judgement, how }) = compared
    else {
        return view! { <p>{tr!(language, surveys.pair_apart)}</p> }.into_any();
    };
    view! {
        <div class="survey-sides">
            {half(language, Side::Client, &pair.client, of_clients)}
            {half(language, Side::Employee, &pair.employee, of_employees)}
        </div>
        <SmallGroupWarning side=Side::Employee respondents />
        <p class="gap">
            {tr!(language, surveys.gap)}
            " "
            <b>{gap}</b>
            " " <small>{range}</small>
        </p>
        {part(move || {
            let (id, said) = verdict(language.locale(), judgement, estimate.get());
            view! { <p data-testid="pair-verdict" data-verdict=id>{said}</p> }
        })}
        <How sentences=how />
    }
    .into_any()
}

fn half(language: Language, side: Side, question: &Question, half: Half) -> impl IntoView + use<> {
    let locale = language.locale();
    view! {
        <div data-side=side::id(side)>
            <h3>{side::name(locale, side)}</h3>
            <p>{marked(locale, &name(locale, &question.name), question.scale)}</p>
            <p class="gap">
                {half.figure}
                " "
                <b>{half.value}</b>
                " " <small>{half.range}</small>
            </p>
        </div>
    }
}
