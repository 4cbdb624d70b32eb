//! Two groups beside each other: what has changed more than chance would change it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::state::MirrorState;
use super::arrows::Arrows;
use super::changes::changes;
use super::difference::Difference;
use super::trends::TrendTable;
use crate::analysis::Filter;
use crate::analysis::compare::groups::Axis;
use crate::analysis::compare::{Pair, Pairing};
use crate::app::jobs::turn::{Turn, Wishes, drive};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{effect, part};
use crate::app::study::Groups;
use crate::app::study::figures::MEASURED;
use crate::figures::Comparing;
use crate::model::MomentId;
use crate::say::insight::choice;
use crate::say::read;

/// The section; nothing where there are no two groups.
#[component]
pub fn Compare(found: RwSignal<Option<Arc<Pair>>>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let groups = Memo::new(move |_| {
        let single = |filter: &&Filter| filter.wave.is_some() != filter.segment.is_some();
        let Some(plan) = page.study.plan() else { return Vec::new() };
        let mut groups: Vec<Filter> = plan.filters().iter().filter(single).cloned().collect();
        groups.sort_by_key(|group| (group.segment.is_some(), plan.place(group)));
        groups
    });
    let chosen = page.study.compared;
    // One that was chosen earlier may not be offered any more.
    let offered = Memo::new(move |_| -> Groups {
        let (first, second) = chosen.get();
        let is_offered = |group: &Filter| groups.with(|all| all.contains(group));
        (first.filter(is_offered), second.filter(is_offered))
    });
    let axis = Memo::new(move |_| {
        let (first, second) = offered.get();
        Axis::between(&first?, &second?)
    });
    let (wishes, asked) = (Wishes::new(), RwSignal::new(None));
    effect(move || {
        let Some(wish) = wishes.next() else { return };
        workspace.state_of(MEASURED);
        let (chosen, plan) = (page.study.filter.get(), page.study.plan());
        match (axis.get(), plan, workspace.share()) {
            (Some(axis), Some(plan), Some(project)) => spawn_local(async move {
                let (pairing, mut turn) = (Pairing::new(axis, &chosen, &plan), Turn::begin());
                let comparing = Comparing::new(&project, &pairing.filters);
                let compared = drive(comparing, &mut turn, || wishes.wants(wish)).await;
                if let Some(compared) = compared.filter(|_| wishes.wants(wish)) {
                    found.set(Some(Arc::new(Pair { pairing, found: compared })));
                }
            }),
            _ => found.set(None),
        }
    });
    let select = move |testid: &'static str,
                       label: &'static str,
                       place: fn(&mut Groups) -> &mut Option<Filter>| {
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
                <option value="">{choice(language.locale(), label)}</option>
                {groups
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(at, group)| {
                        let selected = place(&mut chosen.get_untracked()).as_ref() == Some(&group);
                        view! { <option value=at selected=selected>{read::filter(language.locale(), &group)}</option> }
                    })
                    .collect_view()}
            </select>
        }
    };
    let both_chosen = move || offered.with(|(first, second)| first.is_some() && second.is_some());
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
                        Some(pair) => Some(shown(language, workspace, pair, asked).into_any()),
                        None if axis.with(Option::is_some) => None,
                        None => both_chosen().then(|| view! { <p>{tr!(language, compare.same)}</p> }.into_any()),
                    })}
                    <TrendTable />
                </section>
            }
        })
    })
}

/// What was found of two groups, in the language of the page.
fn shown(
    language: Language,
    workspace: Workspace,
    pair: Arc<Pair>,
    asked: RwSignal<Option<MomentId>>,
) -> impl IntoView {
    let all =
        (!pair.pairing.inside).then(|| view! { <p class="warning">{tr!(language, compare.everybody)}</p> });
    let changes = workspace.with(|project| changes(language, project, &pair, asked).into_any());
    view! {
        {all}
        {changes}
        <Difference pair=Arc::clone(&pair) asked />
        <Arrows pair />
    }
}
