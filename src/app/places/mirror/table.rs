//! The numbers of the pictures.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analysis::{
    Class, Confidence, Estimate, Level, Measures, Proportion, SideSummary, Tracker, Undefined,
};
use crate::app::jobs::pause::yield_to_browser;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{act, flag, live, part};
use crate::app::study::figures::Mirror;
use crate::chart::Reading;
use crate::figures::Figures;
use crate::model::{LevelSource, MomentId, Project, Side};
use crate::say::words;

/// Rows that are made at once: all of a long journey would hold the page up.
const AT_ONCE: usize = 20;

/// One row per moment, in journey order.
#[component]
pub fn Table() -> impl IntoView {
    let language = Language::get();
    let page = Mirror::get();
    let made = RwSignal::new(AT_ONCE);
    let is_short = move || page.settled().is_some_and(|figures| figures.tracker.rows.len() > made.get());
    Effect::new(move || {
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
            |figures: &Figures| figures.tracker.rows.iter().take(made.get()).map(|row| row.moment).collect();
        page.settled().map_or_else(Vec::new, |figures| rows(&figures))
    };
    let side_heads = move |side: Side| {
        view! {
            <th scope="col" class="number" data-side=words::side_id(side) title=say!(language, mirror.cited_text)>
                {say!(language, mirror.cited)}
            </th>
            <th scope="col" class="number" data-side=words::side_id(side) title=say!(language, mirror.frequency_text)>
                {say!(language, mirror.frequency)}
            </th>
            <th scope="col" class="number" data-side=words::side_id(side) title=say!(language, mirror.level_text)>
                {say!(language, mirror.level)}
            </th>
            <th scope="col" class="number" data-side=words::side_id(side) title=say!(language, mirror.intensity_text)>
                {say!(language, mirror.intensity)}
            </th>
        }
    };
    view! {
        <section class="figures">
            <h2>{say!(language, mirror.table_title)}</h2>
            <p class="faint">{say!(language, mirror.table_text)}</p>
            {part(move || {
                let is_relative = page.reading.get() == Reading::Relative;
                page.settled().filter(|_| is_relative).map(|figures| {
                    let mean = |side: &SideSummary| {
                        side.mean_level.map_or_else(|_| "—".to_owned(), |mean| language.signed(mean.shown(), 1))
                    };
                    let tracker = &figures.tracker;
                    let (client, employee) = (mean(&tracker.client), mean(&tracker.employee));
                    let types = match figures.settings.types {
                        Reading::Absolute => tr!(language, mirror.table_types_absolute),
                        Reading::Relative => tr!(language, mirror.table_types_relative),
                    };
                    let levels = tr!(language, mirror.table_relative, client = client, employee = employee);
                    view! { <p>{levels} " " {types}</p> }
                })
            })}
            {part(move || {
                let figures = page.settled().filter(|f| f.settings.levels == LevelSource::Rating)?;
                let [client, employee] = &*figures.told;
                let read = words::questions(language.locale(), [client.question.as_ref(), employee.question.as_ref()]);
                Some(view! { <p>{tr!(language, mirror.table_ratings, questions = read.join(" · "))}</p> })
            })}
            <div class="table-frame" tabindex="0" role="region" aria-label=say!(language, mirror.table_title)>
                <table data-testid="mirror-table" aria-busy=flag(move || page.is_busy() || is_short())>
                    <thead>
                        <tr>
                            <td></td>
                            <th colspan="4" scope="colgroup" data-side="client">
                                {part(move || words::side(language.locale(), Side::Client))}
                            </th>
                            <th colspan="4" scope="colgroup" data-side="employee">
                                {part(move || words::side(language.locale(), Side::Employee))}
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
                        <For each=moments key=|id| *id let:id>
                            <MomentLine id />
                        </For>
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
    let page = Mirror::get();
    let naming = move || workspace.with(|project| name_and_stage(project, id)).unwrap_or_default();
    let row = move |figures: &Figures| figures.tracker.rows.iter().find(|row| row.moment == id).cloned();
    // No threshold changes what a side says.
    let cells = move |side: Side| {
        part(move || {
            let figures = page.settled()?;
            let row = row(&figures)?;
            let (measures, summary) = match side {
                Side::Client => (row.client, &figures.tracker.client),
                Side::Employee => (row.employee, &figures.tracker.employee),
            };
            let offset = match page.reading.get() {
                Reading::Relative => summary.mean_level.map_or(0.0, Level::shown),
                Reading::Absolute => 0.0,
            };
            Some(side_cells(language, &measures, offset))
        })
    };
    // What they change: the type, its name, how sure it is, the stake. New texts move the whole table: they are for eyes.
    let kind = Memo::new(move |_| page.now().and_then(|figures| type_id(&figures.tracker, id)));
    let outcome = Memo::new(move |_| -> Vec<String> {
        let figures = page.figures();
        let row = figures.iter().flat_map(|figures| &figures.tracker.rows).find(|row| row.moment == id);
        let Some(row) = row else { return vec![String::new(); 4] };
        let stake = row.stake.map_or_else(|_| "—".to_owned(), |stake| language.number(stake.0, 0));
        let meaning = match row.class {
            Class::Typed(kind, _) | Class::Silent(kind) => words::kind_meaning(language.locale(), kind),
            Class::Unclassified(_) => "",
        };
        let [name, certainty] = [class_name(language, row.class), certainty_text(language, row.class)];
        vec![name, certainty, stake, meaning.to_owned()]
    });
    let cell = move |at: usize| live(move || outcome.with(|cells| cells[at].clone()));
    let name = move || naming().0;
    view! {
        <tr
            data-moment=name
            data-type=move || kind.get()
            aria-selected=flag(move || page.chosen.get() == Some(id))
        >
            <th scope="row">
                <button class="link" on:click=act(move || page.chosen.set(Some(id)))>
                    {name}
                </button>
                {part(move || naming().1.map(|stage| view! { <small>{stage}</small> }))}
            </th>
            {cells(Side::Client)}
            {cells(Side::Employee)}
            <td class="kind" title=cell(3)>{cell(0)}</td>
            <td>{cell(1)}</td>
            <td class="number">{cell(2)}</td>
            <td>
                <button
                    class="quiet why"
                    data-testid="explain"
                    aria-label=move || format!("{} {}", tr!(language, explain.ask), name())
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

fn side_cells(language: Language, measures: &Measures, offset: f64) -> impl IntoView + use<> {
    let frequency = estimate(language, measures.frequency, move |f| share(language, f.0));
    let level = estimate(language, measures.level, move |l| language.signed(l.shown() - offset, 0));
    let intensity =
        measures.intensity.map_or_else(|_| "—".to_owned(), |level| language.number(level.shown(), 0));
    view! {
        <td class="number">{language.count(measures.cited as usize)}</td>
        {frequency}
        {level}
        <td class="number">
            {intensity}
            {measures.ambivalent.then(|| view! { <small>{tr!(language, mirror.ambivalent)}</small> })}
        </td>
    }
}

/// A figure with its interval below; a dash where there is none, which says why when pointed at.
fn estimate<T: Copy>(
    language: Language,
    estimate: Result<Estimate<T>, Undefined>,
    show: impl Fn(T) -> String,
) -> impl IntoView {
    let (value, interval, why) = match estimate {
        Err(reason) => ("—".to_owned(), String::new(), Some(words::undefined(language.locale(), reason))),
        Ok(estimate) => match estimate.interval {
            Ok(interval) => {
                let ends = format!("{} … {}", show(interval.low), show(interval.high));
                (show(estimate.value), ends, None)
            }
            Err(reason) => {
                (show(estimate.value), "—".to_owned(), Some(words::undefined(language.locale(), reason)))
            }
        },
    };
    view! {
        <td class="number" title=why>
            {value}
            <small>{interval}</small>
        </td>
    }
}

/// A share in percent; below ten with a decimal, so that few is not none.
fn share(language: Language, share: f64) -> String {
    language.percent(share, u8::from(share > 0.0 && share < 0.0995))
}

/// A type, or why there is none.
pub fn class_name(language: Language, class: Class) -> String {
    match class {
        Class::Typed(kind, _) => words::kind(language.locale(), kind).to_owned(),
        Class::Silent(kind) => tr!(language, mirror.by_silence, kind = words::kind(language.locale(), kind)),
        Class::Unclassified(reason) => words::reason(language.locale(), reason).to_owned(),
    }
}

/// How sure a type is; a dash where nothing tells.
pub fn certainty_text(language: Language, class: Class) -> String {
    match class {
        Class::Typed(_, Some(certainty)) => {
            let Proportion(probability) = certainty.probability;
            // A probability just below a limit is not shown as the limit, nor one below certainty as certainty.
            let is_close = [0.5, 0.8, 1.0].iter().any(|limit| (limit - 0.005..*limit).contains(&probability));
            let probability = match probability {
                0.9995..1.0 => format!("> {}", language.percent(0.999, 1)),
                _ => language.percent(probability, u8::from(is_close)),
            };
            // Sure enough, of too few.
            let is_few = certainty.confidence == Confidence::Tendency && certainty.probability.0 >= 0.8;
            let few = if is_few { format!(", {}", tr!(language, mirror.few)) } else { String::new() };
            format!("{} ({probability}{few})", words::confidence(language.locale(), certainty.confidence))
        }
        _ => "—".to_owned(),
    }
}

fn class_id(class: Class) -> &'static str {
    match class {
        Class::Typed(kind, _) | Class::Silent(kind) => kind.id(),
        Class::Unclassified(reason) => reason.id(),
    }
}

/// The identifier of a moment's type, or of the reason why it has none.
pub fn type_id(tracker: &Tracker, moment: MomentId) -> Option<&'static str> {
    tracker.rows.iter().find(|row| row.moment == moment).map(|row| class_id(row.class))
}
