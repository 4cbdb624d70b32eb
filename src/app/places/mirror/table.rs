//! The numbers of the pictures.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::MirrorState;
use crate::app::jobs::pause::yield_to_browser;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{act, effect, flag, item, list, part, reactive};
use crate::chart::Reading;
use crate::figures::Figures;
use crate::model::{MomentId, Project, Side};
use crate::say::mirror::{self as say, Cell, Outcome, SideCells};
use crate::say::side;

/// Rows that are made at once: all of a long journey would hold the page up.
const AT_ONCE: usize = 20;

/// One row per moment, in journey order.
#[component]
pub fn Table() -> impl IntoView {
    let language = Language::get();
    let page = MirrorState::get();
    let made = RwSignal::new(AT_ONCE);
    let is_short = move || page.kept().is_some_and(|figures| figures.mirror.rows.len() > made.get());
    effect(move || {
        if is_short() {
            let more = made.get_untracked() + AT_ONCE;
            spawn_local(async move {
                yield_to_browser().await;
                // The place may have been left meanwhile.
                made.try_set(more);
            });
        }
    });
    let moments = move || -> Vec<MomentId> {
        let rows =
            |figures: &Figures| figures.mirror.rows.iter().take(made.get()).map(|row| row.moment).collect();
        page.kept().map_or_else(Vec::new, |figures| rows(&figures))
    };
    let side_heads = move |side: Side| {
        view! {
            <th scope="col" class="number" data-side=side::id(side) title=say!(language, mirror.cited_text)>
                {say!(language, mirror.cited)}
            </th>
            <th scope="col" class="number" data-side=side::id(side) title=say!(language, mirror.frequency_text)>
                {say!(language, mirror.frequency)}
            </th>
            <th scope="col" class="number" data-side=side::id(side) title=say!(language, mirror.level_text)>
                {say!(language, mirror.level)}
            </th>
            <th scope="col" class="number" data-side=side::id(side) title=say!(language, mirror.intensity_text)>
                {say!(language, mirror.intensity)}
            </th>
        }
    };
    view! {
        <section class="figures">
            <h2>{say!(language, mirror.table_title)}</h2>
            <p class="faint">{say!(language, mirror.table_text)}</p>
            {part(move || {
                let is_relative = page.study.reading.get() == Reading::Relative;
                page.kept().filter(|_| is_relative).map(|figures| {
                    let text = say::relative_to(language.locale(), &figures.mirror, figures.settings);
                    view! { <p>{text}</p> }
                })
            })}
            {part(move || {
                let figures = page.kept()?;
                let text = say::questions(language.locale(), &figures.mentions, figures.settings)?;
                Some(view! { <p>{text}</p> })
            })}
            <div class="table-frame" tabindex="0" role="region" aria-label=say!(language, mirror.table_title)>
                <table data-testid="mirror-table" aria-busy=flag(move || page.is_busy() || is_short())>
                    <thead>
                        <tr>
                            <td></td>
                            <th colspan="4" scope="colgroup" data-side="client">
                                {part(move || side::name(language.locale(), Side::Client))}
                            </th>
                            <th colspan="4" scope="colgroup" data-side="employee">
                                {part(move || side::name(language.locale(), Side::Employee))}
                            </th>
                            <td colspan="4"></td>
                        </tr>
                        <tr>
                            <th scope="col">{say!(language, codebook.moment)}</th>
                            {side_heads(Side::Client)}
                            {side_heads(Side::Employee)}
                            <th scope="col">{say!(language, mirror.kind)}</th>
                            <th scope="col" title=say!(language, mirror.certainty_text)>
                                {say!(language, mirror.certainty)}
                            </th>
                            <th scope="col" class="number" title=say!(language, mirror.stake_text)>
                                {say!(language, mirror.stake)}
                            </th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        {list(move || {
                            moments().into_iter().map(|id| (id.0.to_string(), item(move || view! { <MomentLine id /> }))).collect()
                        })}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// One moment. Each part follows what it shows alone, so that a slider redraws only the types that it changes.
#[component]
fn MomentLine(id: MomentId) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let naming = move || workspace.with(|project| name_and_stage(project, id)).unwrap_or_default();
    // No threshold changes what a side says.
    let cells = move |side: Side| {
        part(move || {
            let figures = page.kept()?;
            let measures = figures.mirror.row(id)?.side(side);
            let from = figures.mirror.zero(side, page.study.reading.get());
            Some(side_cells(say::side_cells(language.locale(), measures, from)))
        })
    };
    // What they change: the type, its name, how sure it is, the stake. New texts move the whole table: they are for eyes.
    let kind = Memo::new(move |_| page.now().and_then(|figures| Some(figures.mirror.row(id)?.class.id())));
    let outcome = Memo::new(move |_| {
        let figures = page.figures()?;
        Some(say::outcome(language.locale(), figures.mirror.row(id)?))
    });
    let cell = move |text: fn(&Outcome) -> &str| {
        reactive(move || {
            outcome.with(|outcome| outcome.as_ref().map_or_else(String::new, |of| text(of).to_owned()))
        })
    };
    let name = move || naming().0;
    view! {
        <tr
            data-moment=reactive(name)
            data-type=move || kind.get()
            aria-selected=flag(move || page.chosen.get() == Some(id))
        >
            <th scope="row">
                <button class="link" on:click=act(move || page.chosen.set(Some(id)))>
                    {reactive(name)}
                </button>
                {part(move || naming().1.map(|stage| view! { <small>{stage}</small> }))}
            </th>
            {cells(Side::Client)}
            {cells(Side::Employee)}
            <td class="kind" title=cell(|of| of.meaning)>{cell(|of| &of.class)}</td>
            <td>{cell(|of| &of.certainty)}</td>
            <td class="number">{cell(|of| &of.stake)}</td>
            <td>
                <button
                    class="quiet why"
                    data-testid="explain"
                    aria-label=reactive(move || say::ask(language.locale(), &name()))
                    title=say!(language, explain.ask)
                    on:click=act(move || page.explained.set(Some(id)))
                >
                    "?"
                </button>
            </td>
        </tr>
    }
}

/// The name of a moment, and its stage where another moment has the same name.
fn name_and_stage(project: &Project, id: MomentId) -> (String, Option<String>) {
    let moments = || project.codebook.moments();
    let Some((stage, moment)) = moments().find(|(_, moment)| moment.id == id) else {
        return Default::default();
    };
    let has_twin = moments().any(|(_, other)| other.id != id && other.name == moment.name);
    (moment.name.clone(), has_twin.then(|| stage.name.clone()))
}

fn side_cells(SideCells { cited, frequency, level, intensity, ambivalent }: SideCells) -> impl IntoView {
    view! {
        <td class="number">{cited}</td>
        {estimate(frequency)}
        {estimate(level)}
        <td class="number">
            {intensity}
            {ambivalent.map(|text| view! { <small>{text}</small> })}
        </td>
    }
}

/// A figure with its interval below; what is missing says why when pointed at.
fn estimate(Cell { value, interval, why }: Cell) -> impl IntoView {
    view! {
        <td class="number" title=why>
            {value}
            <small>{interval}</small>
        </td>
    }
}
