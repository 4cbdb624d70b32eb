//! What differs between two groups, moment by moment, and which types have moved.

use leptos::prelude::*;

use super::super::table::{certainty_text, class_name};
use super::comparison::groups;
use super::pair::Pair;
use super::verdicts::{all_verdicts, probability, untested, verdict, without_test};
use crate::analysis::compare::Incomparable;
use crate::analysis::compare::groups::{Change, Design, SideChange, Verdict};
use crate::analysis::{Class, Estimate, Points, Shift};
use crate::app::shell::language::{Language, tr};
use crate::app::shell::live::act;
use crate::model::{MomentId, Project, Side};
use crate::say::words;

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
    let verdicts = all_verdicts(&found.rows);
    let (headline, all) = (verdict(language, &verdicts), verdicts.len());
    let warnings = [(Side::Client, found.client), (Side::Employee, found.employee)]
        .into_iter()
        .filter_map(|(side, design)| recurring(language, side, design))
        .map(|text| view! { <p class="warning">{text}</p> })
        .collect_view();
    let rows = found
        .rows
        .iter()
        .map(|row| {
            view! {
                <tr data-moment=moment_name(project, row.moment)>
                    <th scope="row">{moment_name(project, row.moment)}</th>
                    {cells(language, &row.client)}
                    {cells(language, &row.employee)}
                    <td>{ask(language, &moment_name(project, row.moment), row.moment, asked)}</td>
                </tr>
            }
        })
        .collect_view();
    let moved: Vec<_> = found
        .transitions()
        .filter(|step| {
            // Where answers are missing nothing has moved.
            let typed =
                [step.before, step.after].iter().all(|class| !matches!(class, Class::Unclassified(_)));
            typed && class_name(language, step.before) != class_name(language, step.after)
        })
        .map(|step| {
            let [before, after] = [step.before, step.after].map(|class| sure_name(language, class));
            view! { <li>{format!("{} — {before} → {after}", moment_name(project, step.moment))}</li> }
        })
        .collect();
    let moved = if moved.is_empty() {
        let could_move = pair.typed().next().is_some();
        let text =
            if could_move { tr!(language, compare.no_transition) } else { tr!(language, compare.no_types) };
        view! { <p class="faint">{text}</p> }.into_any()
    } else {
        view! {
            <p class="faint">{tr!(language, compare.transitions_text)}</p>
            <ul data-testid="transitions-list">{moved}</ul>
        }
        .into_any()
    };
    let heads = || {
        view! {
            <th scope="col" class="number">{tr!(language, compare.frequency)}</th>
            <th scope="col" class="number">{tr!(language, compare.probability)}</th>
            <th scope="col" class="number">{tr!(language, compare.level)}</th>
            <th scope="col" class="number">{tr!(language, compare.probability)}</th>
        }
    };
    view! {
        <p>{groups(language, pair)}</p>
        <p><b>{headline}</b></p>
        {warnings}
        <div class="table-frame" tabindex="0" role="region" aria-label=tr!(language, compare.title)>
            <table data-testid="compare-table">
                <thead>
                    <tr>
                        <td></td>
                        <th colspan="4" scope="colgroup" data-side="client">{words::side(language.locale(), Side::Client)}</th>
                        <th colspan="4" scope="colgroup" data-side="employee">{words::side(language.locale(), Side::Employee)}</th>
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
        {without_test(language, &found.rows).map(|text| view! { <p class="faint">{text}</p> })}
        <details>
            <summary>{tr!(language, explain.ask)}</summary>
            <p>{tr!(language, compare.method, all = language.count(all))}</p>
        </details>
        <h3>{tr!(language, compare.transitions)}</h3>
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
    let label = format!("{} {name}", tr!(language, explain.ask));
    view! {
        <button
            class="quiet why"
            data-testid="explain-change"
            aria-label=label
            title=tr!(language, explain.ask)
            on:click=act(move || asked.set(Some(moment)))
        >
            "?"
        </button>
    }
}

/// A type and how sure it is.
fn sure_name(language: Language, class: Class) -> String {
    let name = class_name(language, class);
    match class {
        Class::Typed(_, Some(_)) => format!("{name}, {}", certainty_text(language, class)),
        _ => name,
    }
}

fn recurring(language: Language, side: Side, design: Design) -> Option<String> {
    let name = words::side(language.locale(), side);
    match design {
        Design::Independent { recurring: 0 } => None,
        Design::Independent { recurring } => {
            Some(tr!(language, compare.recurring, count = recurring, side = name))
        }
        Design::Paired { recurring } => Some(tr!(language, compare.paired, count = recurring, side = name)),
    }
}

fn cells(language: Language, side: &SideChange) -> impl IntoView + use<> {
    let points = move |Points(points): Points| language.signed(points * 100.0, 1);
    // No two levels are further apart than the ends of the scale.
    // Near none with a decimal, so that a little is not none.
    let shift = move |shift: Shift| {
        let shown = shift.shown().clamp(-200.0, 200.0);
        language.signed(shown, u8::from(shown.abs() < 0.95))
    };
    let pairs = side.pairs.filter(|_| side.level.is_ok());
    let pairs = pairs.map(|pairs| tr!(language, compare.pairs, count = language.count(pairs as usize)));
    view! {
        {difference(language, &side.frequency, points, None)}
        {difference(language, &side.level, shift, pairs)}
    }
}

/// A difference with its interval, then how surely it is one.
fn difference<T: Copy>(
    language: Language,
    change: &Result<Change<T>, Incomparable>,
    show: impl Fn(T) -> String,
    whose: Option<String>,
) -> AnyView {
    let empty = || ("—".to_owned(), String::new());
    let (value, interval) = match change {
        Ok(Change { estimate: Estimate { value, interval }, .. }) => (
            show(*value),
            interval
                .map_or_else(|_| String::new(), |ends| format!("{} … {}", show(ends.low), show(ends.high))),
        ),
        Err(_) => empty(),
    };
    let why = untested(language, change);
    let verdict = change.as_ref().ok().and_then(|change| change.test.ok());
    let p = verdict.map_or_else(|| "—".to_owned(), |verdict| probability(language, verdict.adjusted.0));
    let changed = verdict.is_some_and(Verdict::changed);
    view! {
        <td class="number" class:changed=changed title=why>
            {value}
            <small>{interval}</small>
            {whose.map(|whose| view! { <small>{whose}</small> })}
        </td>
        <td class="number" class:changed=changed title=why>
            {p}
            {changed.then(|| view! { <small>{tr!(language, compare.changed)}</small> })}
        </td>
    }
    .into_any()
}
