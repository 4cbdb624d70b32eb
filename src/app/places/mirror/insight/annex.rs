//! The method annex: what a report says of how its figures came about.

use std::sync::Arc;

use leptos::prelude::*;

use super::comparison::{cautions, comparison};
use super::pair::Pair;
use crate::analysis::groups::{Plan, protect};
use crate::analysis::{Class, Confidence, Filter, Row, SideSummary, Tracker, rated, symmetry, warnings};
use crate::app::browser::clock;
use crate::app::browser::files;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{act, part};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::study::figures::Mirror;
use crate::app::study::titles::{masked, masked_note};
use crate::model::{LevelSource, Project, Reading, Side};
use crate::say::words;

/// The section: the annex on demand, and as a file.
#[component]
pub fn Annex(found: RwSignal<Option<Arc<Pair>>>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let notices = Notices::get();
    let open = RwSignal::new(false);
    let text = move || {
        page.plan();
        let Some(plan) = page.plan_now(Plan::new) else { return Vec::new() };
        let (filter, pair) = (page.filter.get(), found.get());
        let may_leave = |pair: &Arc<Pair>| pair.pairing.filters.iter().all(|group| plan.offers(group));
        let pair = pair.filter(may_leave);
        page.with_final(|project, tracker| {
            let compared = pair.map(|pair| pair.leaving(project, &plan, protect));
            let tracker = protect(project, tracker, &filter, &plan);
            chapters(language, project, (&tracker, &filter), compared)
        })
        .unwrap_or_default()
    };
    let download = move || {
        let text: Vec<String> = untrack(text)
            .into_iter()
            .map(|(title, sentences)| format!("{title}\n\n- {}\n", sentences.join("\n- ")))
            .collect();
        let name = untrack(|| workspace.peek(|project| words::project_name(language.locale(), project)));
        let stem = files::file_stem(&name.unwrap_or_default(), "reflet");
        let name = untrack(|| format!("{stem}-{}.txt", tr!(language, annex.file)));
        if let Err(error) = files::download_text(&name, "text/plain", &text.join("\n")) {
            notices.tell(Notice::NotExported(error));
        }
    };
    let chapter = |(title, sentences): (String, Vec<String>)| {
        let items = sentences.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
        view! {
            <h3>{title}</h3>
            <ul>{items}</ul>
        }
    };
    view! {
        <section class="annex">
            <h2>{say!(language, annex.title)}</h2>
            <p class="faint">{say!(language, annex.text)}</p>
            <div class="export-row">
                <button
                    data-testid="show-annex"
                    aria-expanded=move || open.get().to_string()
                    on:click=act(move || open.update(|open| *open = !*open))
                >
                    {say!(language, annex.show)}
                </button>
                <button data-testid="export-annex" on:click=act(download)>
                    {say!(language, annex.download)}
                </button>
            </div>
            {part(move || {
                open.get()
                    .then(|| {
                        page.figures();
                        view! {
                            <div class="annex-text" data-testid="annex">
                                {text().into_iter().map(chapter).collect_view()}
                            </div>
                        }
                    })
            })}
        </section>
    }
}

/// Every chapter: its title and its sentences.
fn chapters(
    language: Language,
    project: &Project,
    (tracker, filter): (&Tracker, &Filter),
    compared: Option<Pair>,
) -> Vec<(String, Vec<String>)> {
    let mut chapters = vec![
        (tr!(language, annex.data).to_owned(), data(language, project, tracker, filter)),
        (tr!(language, annex.codebook).to_owned(), codebook(language, project, tracker)),
        (tr!(language, annex.measures).to_owned(), measures(language, project)),
        (tr!(language, annex.types).to_owned(), types(language, project, tracker)),
    ];
    chapters
        .extend(across(language, tracker).map(|text| (tr!(language, annex.across).to_owned(), vec![text])));
    let mut more = Vec::new();
    if let Some(pair) = compared {
        let text = comparison(language, project, &pair);
        chapters.push((tr!(language, annex.compared).to_owned(), text));
        more = cautions(language, project, &pair);
    }
    chapters.push((tr!(language, annex.groups).to_owned(), vec![groups(language, project)]));
    let mut found: Vec<String> = warnings::of(project, filter, tracker)
        .into_iter()
        .map(|warning| words::warning(language.locale(), warning))
        .collect();
    let hidden = masked(tracker).len();
    found.extend((hidden > 0).then(|| masked_note(language, project, hidden)));
    found.extend(more.into_iter().filter(|text| !found.contains(text)).collect::<Vec<_>>());
    // A type whose certainty is masked counts as none.
    let [firm, tendencies, undetermined] = confidences(tracker);
    if firm == 0 && tendencies + undetermined > 0 {
        let count = language.count(tendencies + undetermined);
        found.push(tr!(language, mirror.headline_unsure, count = count));
    }
    if found.is_empty() {
        found.push(tr!(language, annex.no_warning).to_owned());
    }
    chapters.push((tr!(language, annex.warnings).to_owned(), found));
    chapters
}

fn data(language: Language, project: &Project, tracker: &Tracker, filter: &Filter) -> Vec<String> {
    let mut sentences = vec![tr!(
        language,
        annex.data_project,
        name = words::project_name(language.locale(), project),
        date = language.locale().day(clock::today()),
        version = env!("CARGO_PKG_VERSION")
    )];
    let wave = filter.wave.clone().map(|wave| tr!(language, annex.data_wave, wave = wave));
    let segment = filter
        .segment
        .clone()
        .map(|(name, value)| tr!(language, annex.data_segment, name = name, value = value));
    if wave.is_none() && segment.is_none() {
        sentences.push(tr!(language, annex.data_all).to_owned());
    }
    sentences.extend(wave.into_iter().chain(segment));
    let waves = project.waves();
    if !waves.is_empty() {
        sentences.push(tr!(language, annex.data_waves, waves = waves.join(", ")));
    }
    for (side, summary) in [(Side::Client, &tracker.client), (Side::Employee, &tracker.employee)] {
        sentences.push(of_side(language, side, summary));
        if summary.masked.is_none() && summary.coded > 0 {
            sentences.push(words::prompts(language.locale(), side, summary));
        }
    }
    sentences
}

fn of_side(language: Language, side: Side, summary: &SideSummary) -> String {
    let name = words::side(language.locale(), side);
    if summary.masked.is_some() {
        return tr!(language, annex.data_masked, side = name);
    }
    let share = f64::from(summary.coded) / f64::from(summary.verbatims.max(1));
    tr!(
        language,
        annex.data_side,
        side = name,
        people = language.count(summary.respondents as usize),
        coded = language.count(summary.coded as usize),
        verbatims = language.count(summary.verbatims as usize),
        share = language.percent(share, 0)
    )
}

fn codebook(language: Language, project: &Project, tracker: &Tracker) -> Vec<String> {
    let typed = tracker.rows.iter().filter(|row| matches!(row.class, Class::Typed(..))).count();
    vec![tr!(
        language,
        annex.codebook_text,
        moments = language.count(tracker.rows.len()),
        stages = language.count(project.codebook.stages.len()),
        typed = language.count(typed)
    )]
}

fn measures(language: Language, project: &Project) -> Vec<String> {
    let source = match project.settings.levels {
        LevelSource::Valence => tr!(language, settings.levels_valence),
        LevelSource::Rating => tr!(language, settings.levels_rating),
    };
    let mut sentences = vec![
        tr!(language, annex.measures_unit).to_owned(),
        tr!(language, annex.measures_frequency).to_owned(),
        tr!(language, annex.measures_level, source = source),
        tr!(language, annex.measures_intensity).to_owned(),
    ];
    sentences.extend(ratings(language, project));
    sentences
}

/// Which closed questions are read, and why these.
fn ratings(language: Language, project: &Project) -> Vec<String> {
    let read = Side::BOTH.map(|side| rated::question(project, side));
    let [client, employee] = &read;
    let named = words::questions(language.locale(), [client.as_ref(), employee.as_ref()]);
    let mut sentences: Vec<String> =
        named.into_iter().map(|question| tr!(language, annex.measures_rating, question = question)).collect();
    for (side, read) in Side::BOTH.into_iter().zip(&read) {
        let gone = project.surveys.mirrored(side).filter(|wanted| Some(*wanted) != read.as_ref());
        sentences.extend(gone.map(|wanted| {
            tr!(language, annex.measures_rating_gone, question = words::question(language.locale(), wanted))
        }));
    }
    if !sentences.is_empty() {
        sentences.push(tr!(language, annex.measures_rating_rule).to_owned());
    }
    sentences
}

/// How many types are firm, tendencies, undetermined.
fn confidences(tracker: &Tracker) -> [usize; 3] {
    let count = |wanted: Confidence| {
        let is_wanted =
            |row: &&Row| matches!(row.class, Class::Typed(_, Some(found)) if found.confidence == wanted);
        tracker.rows.iter().filter(is_wanted).count()
    };
    [Confidence::Firm, Confidence::Tendency, Confidence::Undetermined].map(count)
}

fn types(language: Language, project: &Project, tracker: &Tracker) -> Vec<String> {
    let settings = project.settings;
    let reading = match settings.types {
        Reading::Absolute => tr!(language, mirror.absolute),
        Reading::Relative => tr!(language, mirror.relative),
    };
    let employee = settings.employee_threshold.valence().abs() * 50.0;
    let [firm, tendency, undetermined] = confidences(tracker);
    let mut sentences = vec![
        tr!(
            language,
            annex.types_rule,
            client = language.signed(settings.client_threshold.valence() * 50.0, 1),
            employee_high = language.signed(employee, 1),
            employee_low = language.signed(-employee, 1),
            reading = reading.to_lowercase(),
            minimum = settings.minimum
        ),
        tr!(
            language,
            annex.types_certainty,
            draws = language.count(settings.resamples as usize),
            seed = settings.seed.to_string()
        ),
        tr!(
            language,
            annex.types_found,
            firm = language.count(firm),
            tendency = language.count(tendency),
            undetermined = language.count(undetermined)
        ),
        tr!(language, annex.stake).to_owned(),
    ];
    if settings.silence {
        let silent = tracker.rows.iter().filter(|row| matches!(row.class, Class::Silent(_))).count();
        sentences.push(tr!(language, annex.types_silence, count = language.count(silent)));
    }
    sentences
}

fn across(language: Language, tracker: &Tracker) -> Option<String> {
    let readings = symmetry::of(tracker).ok()?;
    let gap =
        |gap: Result<symmetry::Gap, _>| gap.map_or_else(|_| "—".to_owned(), |gap| language.number(gap.0, 0));
    let correlation =
        |r: Result<symmetry::Correlation, _>| r.map_or_else(|_| "—".to_owned(), |r| language.signed(r.0, 2));
    Some(tr!(
        language,
        annex.across_text,
        gap = gap(readings.gap),
        corrected = gap(readings.corrected),
        pearson = correlation(readings.pearson),
        disattenuated = correlation(readings.disattenuated),
        moments = language.count(readings.moments)
    ))
}

fn groups(language: Language, project: &Project) -> String {
    if project.settings.protect_small_groups {
        tr!(language, annex.groups_on, fewest = project.settings.small_group.get())
    } else {
        tr!(language, annex.groups_off).to_owned()
    }
}
