//! Two groups beside each other: what has changed more than chance would change it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::settled::Mirror;
use super::super::slices::{Slice, Wishes, measure};
use super::super::table::class_name;
use super::arrows::{Arrows, Pair};
use super::trends::TrendTable;
use crate::analysis::compare::Incomparable;
use crate::analysis::compare::groups::{
    Axis, Change, Compared, Comparison, Design, SideChange, Verdict, between,
};
use crate::analysis::{Class, Estimate, Filter, Measures, Points, Shift, Tracker};
use crate::app::language::{Language, say, tr};
use crate::app::live::part;
use crate::app::words;
use crate::app::workspace::Workspace;
use crate::model::{MomentId, Project, Side};

/// A wave, or a value of an attribute.
type Group = Filter;

/// The two groups, each once it is chosen.
type Groups = (Option<Group>, Option<Group>);

/// What was found of two groups.
struct Found {
    axis: Axis,
    filters: [Filter; 2],
    /// Whether the filter of the page holds for it too.
    offered: bool,
    comparison: Comparison,
}

/// The section; nothing where there are no two groups.
#[component]
pub fn Compare() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let groups = Memo::new(move |_| {
        let single = |filter: &&Filter| filter.wave.is_some() != filter.segment.is_some();
        let plan = page.plan();
        plan.iter().flat_map(|plan| plan.filters()).filter(single).cloned().collect::<Vec<Group>>()
    });
    let chosen = RwSignal::new(Groups::default());
    let axis = Memo::new(move |_| {
        let (first, second) = chosen.get();
        axis(&first?, &second?)
    });
    let (found, wishes) = (RwSignal::new(None::<Arc<Found>>), Wishes::new());
    Effect::new(move || {
        let Some(wish) = wishes.next() else { return };
        workspace.revision();
        let (chosen, plan) = (page.filter.get(), page.plan());
        match (axis.get(), plan, workspace.share()) {
            (Some(axis), Some(plan), Some(project)) => spawn_local(async move {
                // What the page does not let one choose is not compared either.
                let offered = axis.filters(&chosen).iter().all(|filter| plan.offers(filter));
                let rest = if offered { chosen } else { Filter::default() };
                let filters = axis.filters(&rest);
                let (mut slice, is_wanted) = (Slice::begin(), || wishes.wants(wish));
                let Some(before) = measure(&project, &filters[0], &mut slice, is_wanted).await else {
                    return;
                };
                let Some(after) = measure(&project, &filters[1], &mut slice, is_wanted).await else { return };
                let comparison = between(before, after);
                if is_wanted() {
                    found.set(Some(Arc::new(Found { axis, filters, offered, comparison })));
                }
            }),
            _ => found.set(None),
        }
    });
    let select =
        move |testid: &'static str, label: &'static str, place: fn(&mut Groups) -> &mut Option<Group>| {
            view! {
                <select
                    data-testid=testid
                    aria-label=label
                    on:change:target=move |event| {
                        let group = event.target().value().parse::<usize>().ok();
                        let group = group.and_then(|at| groups.with(|all| all.get(at).cloned()));
                        chosen.update(|chosen| *place(chosen) = group);
                    }
                >
                    <option value="">{format!("{} — {}", label, tr!(language, compare.choose))}</option>
                    {groups
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(at, group)| view! { <option value=at>{group_name(language, &group)}</option> })
                        .collect_view()}
                </select>
            }
        };
    let both_chosen = move || chosen.with(|(first, second)| first.is_some() && second.is_some());
    part(move || {
        (groups.with(Vec::len) > 1).then(|| {
            view! {
                <section class="compare" data-testid="compare">
                    <h2>{say!(language, compare.title)}</h2>
                    <p class="faint">{say!(language, compare.text)}</p>
                    <div class="controls">
                        {select("compare-first", tr!(language, compare.first), |chosen| &mut chosen.0)}
                        {select("compare-second", tr!(language, compare.second), |chosen| &mut chosen.1)}
                    </div>
                    {part(move || match found.get() {
                        Some(found) => {
                            let all = (!found.offered).then(|| {
                                view! { <p class="warning">{tr!(language, compare.everybody)}</p> }
                            });
                            let changes =
                                workspace.with(|project| changes(language, project, &found.comparison).into_any());
                            let Comparison { before, after, rows, .. } = found.comparison.clone();
                            let pair =
                                Pair { filters: found.filters.clone(), axis: found.axis.clone(), before, after, rows };
                            Some((all, changes, view! { <Arrows pair /> }).into_any())
                        }
                        None if axis.with(Option::is_some) => None,
                        None => both_chosen().then(|| view! { <p>{tr!(language, compare.same)}</p> }.into_any()),
                    })}
                    <TrendTable />
                </section>
            }
        })
    })
}

/// What tells two groups apart; none if they are the same, or of different kinds.
fn axis(first: &Group, second: &Group) -> Option<Axis> {
    match (first, second) {
        (Group { wave: Some(before), .. }, Group { wave: Some(after), .. }) if before != after => {
            Some(Axis::Waves { before: before.clone(), after: after.clone() })
        }
        (Group { segment: Some((name, before)), .. }, Group { segment: Some((other, after)), .. })
            if name == other && before != after =>
        {
            Some(Axis::Segments { name: name.clone(), before: before.clone(), after: after.clone() })
        }
        _ => None,
    }
}

fn group_name(language: Language, group: &Group) -> String {
    match (&group.wave, &group.segment) {
        (Some(wave), _) => tr!(language, mirror.of_wave, wave = wave.clone()),
        (_, Some((name, value))) => {
            tr!(language, mirror.of_segment, name = name.clone(), value = value.clone())
        }
        _ => tr!(language, mirror.everybody).to_owned(),
    }
}

fn moment_name(project: &Project, id: MomentId) -> String {
    project.codebook.moment(id).map(|moment| moment.name.clone()).unwrap_or_default()
}

fn changes(language: Language, project: &Project, found: &Comparison) -> impl IntoView + use<> {
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
            let (before, after) = (class_name(language, step.before), class_name(language, step.after));
            view! { <li>{format!("{} — {before} → {after}", moment_name(project, step.moment))}</li> }
        })
        .collect();
    let moved = if moved.is_empty() {
        view! { <p class="faint">{tr!(language, compare.no_transition)}</p> }.into_any()
    } else {
        view! { <ul data-testid="transitions-list">{moved}</ul> }.into_any()
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
        <p><b>{headline}</b></p>
        {warnings}
        <div class="table-frame" tabindex="0" role="region" aria-label=tr!(language, compare.title)>
            <table data-testid="compare-table">
                <thead>
                    <tr>
                        <td></td>
                        <th colspan="4" scope="colgroup" data-side="client">{words::side(language, Side::Client)}</th>
                        <th colspan="4" scope="colgroup" data-side="employee">{words::side(language, Side::Employee)}</th>
                    </tr>
                    <tr>
                        <th scope="col">{tr!(language, codebook.moment)}</th>
                        {heads()}
                        {heads()}
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

/// The verdicts of one side, of its frequency and of its level.
fn verdicts(side: &SideChange) -> [Option<Verdict>; 2] {
    let frequency = side.frequency.as_ref().ok().and_then(|change| change.test.ok());
    let level = side.level.as_ref().ok().and_then(|change| change.test.ok());
    [frequency, level]
}

/// Why a difference has no test; none if it has one.
fn untested<T>(language: Language, change: &Result<Change<T>, Incomparable>) -> Option<&'static str> {
    match change {
        Err(reason) => Some(words::incomparable(language, *reason)),
        Ok(Change { test: Err(reason), .. }) => Some(words::undefined(language, *reason)),
        Ok(_) => None,
    }
}

/// How many differences have no test, and why: a dash alone would look like nothing to find.
fn without_test(language: Language, found: &[Compared]) -> Option<String> {
    let sides = found.iter().flat_map(|row| [&row.client, &row.employee]);
    let mut reasons: Vec<&str> = sides
        .flat_map(|side| [untested(language, &side.frequency), untested(language, &side.level)])
        .flatten()
        .collect();
    let count = reasons.len();
    reasons.sort_unstable();
    reasons.dedup();
    (count > 0).then(|| {
        let reasons = reasons.join(", ");
        tr!(language, compare.untested, count = language.count(count), reasons = reasons)
    })
}

fn all_verdicts(found: &[Compared]) -> Vec<Verdict> {
    found.iter().flat_map(|row| [&row.client, &row.employee]).flat_map(verdicts).flatten().collect()
}

/// Those of figures that both mirrors tell: what they hide is not counted either.
pub fn told_verdicts(found: &[Compared], [before, after]: [&Tracker; 2]) -> Vec<Verdict> {
    let is_told = |before: &Measures, after: &Measures| {
        [before.frequency.is_ok() && after.frequency.is_ok(), before.level.is_ok() && after.level.is_ok()]
    };
    let rows = found.iter().zip(before.rows.iter().zip(&after.rows));
    rows.flat_map(|(row, (before, after))| {
        let sides = [
            (&row.client, is_told(&before.client, &after.client)),
            (&row.employee, is_told(&before.employee, &after.employee)),
        ];
        sides.into_iter().flat_map(|(side, told)| verdicts(side).into_iter().zip(told))
    })
    .filter_map(|(verdict, told)| verdict.filter(|_| told))
    .collect()
}

/// Of how many comparisons chance alone is no likely explanation, in a sentence.
pub fn verdict(language: Language, verdicts: &[Verdict]) -> String {
    let changed = verdicts.iter().filter(|verdict| verdict.changed()).count();
    if changed == 0 {
        tr!(language, compare.none, all = language.count(verdicts.len()))
    } else {
        tr!(language, compare.some, count = language.count(changed), all = language.count(verdicts.len()))
    }
}

fn recurring(language: Language, side: Side, design: Design) -> Option<String> {
    let name = words::side(language, side);
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
    let shift = move |shift: Shift| language.signed(shift.shown().clamp(-200.0, 200.0), 0);
    view! {
        {difference(language, &side.frequency, points)}
        {difference(language, &side.level, shift)}
    }
}

/// A difference with its interval, then how surely it is one.
fn difference<T: Copy>(
    language: Language,
    change: &Result<Change<T>, Incomparable>,
    show: impl Fn(T) -> String,
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
        </td>
        <td class="number" class:changed=changed title=why>
            {p}
            {changed.then(|| view! { <small>{tr!(language, compare.changed)}</small> })}
        </td>
    }
    .into_any()
}

/// A p-value; below what anybody needs to know, that it is below.
pub fn probability(language: Language, p: f64) -> String {
    if p < 0.001 { format!("< {}", language.number(0.001, 3)) } else { language.number(p, 3) }
}
