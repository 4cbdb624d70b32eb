//! What differs between two groups, moment by moment, and which types have moved.

use leptos::prelude::*;

use crate::analysis::compare::Pair;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::reactive::act;
use crate::model::{MomentId, Project, Side};
use crate::say::insight::{self as say, Changes, Difference, difference_cells};
use crate::say::mirror::ask as asking;
use crate::say::side;

fn moment_name(project: &Project, id: MomentId) -> String {
    project.codebook.moment(id).map(|moment| moment.name.clone()).unwrap_or_default()
}

/// The table of the differences, then the types that have moved.
pub fn changes(
    language: Language,
    project: &Project,
    pair: &Pair,
    asked: RwSignal<Option<MomentId>>,
) -> impl IntoView + use<> {
    let found = &pair.found;
    let said = say::changes(language.locale(), project, pair);
    let Changes { verdict, recurring, untested, method, moved, above } = said;
    let warnings = recurring.into_iter().map(|text| view! { <p class="warning">{text}</p> }).collect_view();
    let rows = found
        .rows
        .iter()
        .map(|row| {
            view! {
                <tr data-moment=moment_name(project, row.moment)>
                    <th scope="row">{moment_name(project, row.moment)}</th>
                    {difference_cells(language.locale(), &row.client).map(cells)}
                    {difference_cells(language.locale(), &row.employee).map(cells)}
                    <td>{ask(language, &moment_name(project, row.moment), row.moment, asked)}</td>
                </tr>
            }
        })
        .collect_view();
    let moved: Vec<_> = moved.into_iter().map(|text| view! { <li>{text}</li> }).collect();
    let moved = (!moved.is_empty()).then(|| view! { <ul data-testid="transitions-list">{moved}</ul> });
    let heads = || {
        view! {
            <th scope="col" class="number">{tr!(language, compare.frequency)}</th>
            <th scope="col" class="number">{tr!(language, compare.probability)}</th>
            <th scope="col" class="number">{tr!(language, compare.level)}</th>
            <th scope="col" class="number">{tr!(language, compare.probability)}</th>
        }
    };
    view! {
        <p>{say::groups(language.locale(), pair)}</p>
        <p><b>{verdict}</b></p>
        {warnings}
        <div class="table-frame" tabindex="0" role="region" aria-label=tr!(language, compare.title)>
            <table data-testid="compare-table">
                <thead>
                    <tr>
                        <td></td>
                        <th colspan="4" scope="colgroup" data-side="client">{side::name(language.locale(), Side::Client)}</th>
                        <th colspan="4" scope="colgroup" data-side="employee">{side::name(language.locale(), Side::Employee)}</th>
                        <td></td>
                    </tr>
                    <tr>
                        <th scope="col">{tr!(language, codebook.moment)}</th>
                        {heads()}
                        {heads()}
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {untested.map(|text| view! { <p class="faint">{text}</p> })}
        <details>
            <summary>{tr!(language, explain.ask)}</summary>
            <p>{method}</p>
        </details>
        <h3>{tr!(language, compare.transitions)}</h3>
        <p class="faint">{above}</p>
        {moved}
    }
}

/// How the differences of a moment are made, on demand.
fn ask(
    language: Language,
    name: &str,
    moment: MomentId,
    asked: RwSignal<Option<MomentId>>,
) -> impl IntoView + use<> {
    view! {
        <button
            class="quiet why"
            data-testid="explain-change"
            aria-label=asking(language.locale(), name)
            title=tr!(language, explain.ask)
            on:click=act(move || asked.set(Some(moment)))
        >
            "?"
        </button>
    }
}

/// A difference with its interval, then how surely it is one.
fn cells(Difference { value, interval, whose, p, changed, why }: Difference) -> impl IntoView {
    view! {
        <td class="number" class:changed=changed.is_some() title=why>
            {value}
            <small>{interval}</small>
            {whose.map(|whose| view! { <small>{whose}</small> })}
        </td>
        <td class="number" class:changed=changed.is_some() title=why>
            {p}
            {changed.map(|text| view! { <small>{text}</small> })}
        </td>
    }
}
