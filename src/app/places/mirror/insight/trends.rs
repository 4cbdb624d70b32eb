//! Each moment over the waves.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::state::MirrorState;
use crate::analysis::compare::trend::{Row, Trend, Trends};
use crate::app::jobs::turn::{Turn, Wishes, drive};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::reactive::{effect, part};
use crate::app::study::figures::MEASURED;
use crate::figures::{Following, waves};
use crate::model::Side;
use crate::say::insight::{TrendCells, short, trend_cells, trend_text};
use crate::say::side;

/// Per moment and side, its figures wave by wave, and their slope; nothing below three waves. A side that answered in
/// fewer says so once.
#[component]
pub fn TrendTable() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let (found, wishes) = (RwSignal::new(None::<(bool, Trends)>), Wishes::new());
    effect(move || {
        let Some(wish) = wishes.next() else { return };
        workspace.state_of(MEASURED);
        let chosen = page.study.filter.get();
        match (workspace.share(), page.study.plan()) {
            (Some(project), Some(plan)) => spawn_local(async move {
                let Some((filters, is_whole)) = waves(&project, &chosen, &plan) else {
                    found.set(None);
                    return;
                };
                let (following, mut turn) = (Following::new(&project, &filters), Turn::begin());
                let followed = drive(following, &mut turn, || wishes.wants(wish)).await;
                if let Some(followed) = followed.filter(|_| wishes.wants(wish)) {
                    found.set(Some((is_whole, followed)));
                }
            }),
            _ => found.set(None),
        }
    });
    let line = move |row: Row| {
        let name = workspace
            .with(|p| p.codebook.moment(row.moment).map(|m| m.name.clone()))
            .flatten()
            .unwrap_or_default();
        let side = move |side: Side, trend: &Trend| {
            let TrendCells { frequencies, levels, slope, p } = trend_cells(language.locale(), trend);
            view! {
                <td data-side=side::id(side)>
                    {frequencies}
                    <small>{levels}</small>
                </td>
                <td class="number">
                    {slope}
                    <small>{p}</small>
                </td>
            }
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                {side(Side::Client, &row.client)}
                {side(Side::Employee, &row.employee)}
            </tr>
        }
    };
    part(move || {
        found.get().map(|(is_whole, found)| {
            let mut short = short(language.locale(), &found);
            short.extend((!is_whole).then(|| tr!(language, compare.everybody).to_owned()));
            view! {
                <h3>{tr!(language, compare.trend)}</h3>
                <p class="faint">{trend_text(language.locale(), &found.waves)}</p>
                {short.into_iter().map(|text| view! { <p class="warning">{text}</p> }).collect_view()}
                <div class="table-frame" tabindex="0" role="region" aria-label=tr!(language, compare.trend)>
                    <table data-testid="trend-table">
                        <thead>
                            <tr>
                                <th scope="col">{tr!(language, codebook.moment)}</th>
                                <th scope="col" data-side="client">{side::name(language.locale(), Side::Client)}</th>
                                <th scope="col" class="number">{tr!(language, compare.slope)}</th>
                                <th scope="col" data-side="employee">{side::name(language.locale(), Side::Employee)}</th>
                                <th scope="col" class="number">{tr!(language, compare.slope)}</th>
                            </tr>
                        </thead>
                        <tbody>{found.rows.into_iter().map(line).collect_view()}</tbody>
                    </table>
                </div>
            }
        })
    })
}
