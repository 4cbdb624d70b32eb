//! Choosing the two questions of a new pair.

use leptos::prelude::*;

use super::state::{Asked, Surveys};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{Reactive, act, part, reactive};
use crate::model::{MirroredPair, Question, Side};
use crate::say::surveys::pair::comparable;
use crate::say::surveys::question::choice;

/// Two questions, one of each side, and whether the first is an estimate of the second.
#[component]
pub fn AddPair() -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::get();
    let employee = RwSignal::new(None::<Question>);
    let client = RwSignal::new(None::<Question>);
    let estimate = RwSignal::new(false);
    let both_sides = Memo::new(move |_| {
        let has = |side| surveys.asked.with(|all| all.iter().any(|asked| asked.item.side == side));
        Side::BOTH.into_iter().all(has)
    });
    // None until both are chosen; then whether they can be compared.
    let fits = Memo::new(move |_| {
        let (employee, client) = (employee.get()?, client.get()?);
        surveys.asked.with(|all| {
            let find = |side, question| all.iter().find(|asked| asked.is(side, question));
            let (employee, client) = (find(Side::Employee, &employee)?, find(Side::Client, &client)?);
            Some(comparable(&employee.item.answers, &client.item.answers))
        })
    });
    let add = move || {
        if let (Some(employee), Some(client)) = (employee.get_untracked(), client.get_untracked()) {
            let estimate = estimate.get_untracked();
            surveys.change(|said| said.set_pair(MirroredPair { employee, client, estimate }));
        }
        employee.set(None);
        client.set(None);
        estimate.set(false);
    };
    part(move || {
        if !both_sides.get() {
            return view! { <p class="faint">{tr!(language, surveys.pair_one_side)}</p> }.into_any();
        }
        view! {
            <div class="pair-add">
                <Choice testid="pair-client" label=say!(language, surveys.pair_client) side=Side::Client chosen=client />
                <Choice
                    testid="pair-employee"
                    label=say!(language, surveys.pair_employee)
                    side=Side::Employee
                    chosen=employee
                />
                <label class="field check">
                    <input
                        type="checkbox"
                        data-testid="pair-estimate"
                        prop:checked=move || estimate.get()
                        on:change:target=move |event| estimate.set(event.target().checked())
                    />
                    <span>{say!(language, surveys.pair_estimate)}</span>
                </label>
                {part(move || {
                    (fits.get() == Some(false)).then(|| view! { <p role="status">{tr!(language, surveys.pair_apart)}</p> })
                })}
                <button
                    class="primary"
                    data-testid="pair-add"
                    disabled=move || fits.get() != Some(true)
                    on:click=act(add)
                >
                    {say!(language, surveys.pair_add)}
                </button>
            </div>
        }
        .into_any()
    })
}

/// A list of the questions of one side; its values are their places among them.
#[component]
fn Choice(
    testid: &'static str,
    label: Reactive,
    side: Side,
    chosen: RwSignal<Option<Question>>,
) -> impl IntoView {
    let language = Language::get();
    let surveys = Surveys::get();
    let questions = Memo::new(move |_| {
        let own = |all: &Vec<Asked>| -> Vec<Question> {
            all.iter().filter(|asked| asked.item.side == side).map(Asked::question).collect()
        };
        surveys.asked.with(own)
    });
    let place = move || {
        let place = questions.with(|all| all.iter().position(|known| chosen.get().as_ref() == Some(known)));
        place.map_or_else(String::new, |place| place.to_string())
    };
    let option = move |(place, question): (usize, Question)| {
        view! { <option value=place>{choice(language.locale(), &question)}</option> }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select
                data-testid=testid
                prop:value=reactive(place)
                on:change:target=move |event| {
                    let place = event.target().value().parse::<usize>().ok();
                    chosen.set(place.and_then(|place| questions.with_untracked(|all| all.get(place).cloned())));
                }
            >
                <option value="">{say!(language, surveys.pair_choose)}</option>
                {part(move || questions.get().into_iter().enumerate().map(option).collect_view())}
            </select>
        </label>
    }
}
