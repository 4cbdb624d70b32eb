//! What the mirror says, in one sentence or two.

use leptos::prelude::*;

use super::cautions;
use crate::analysis::{Certainty, Class, Confidence, Row, SideSummary, Tracker, Type};
use crate::app::components::Arriving;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::live::part;
use crate::app::study::figures::Mirror;
use crate::app::study::titles;
use crate::model::{Project, Side};
use crate::say::words;

/// The sentences above the pictures.
#[component]
pub fn Summary() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let heading = move || {
        let figures = page.figures()?;
        workspace.with(|project| headline(language, project, &figures.tracker))
    };
    let facts = move || {
        let figures = page.settled()?;
        let tracker = &figures.tracker;
        Some(tr!(
            language,
            mirror.facts,
            clients = language.count(tracker.client.respondents as usize),
            employees = language.count(tracker.employee.respondents as usize),
            client_coverage = coverage(language, &tracker.client),
            employee_coverage = coverage(language, &tracker.employee)
        ))
    };
    let prompts = move || {
        let figures = page.settled()?;
        let tracker = &figures.tracker;
        let sides = [(Side::Client, &tracker.client), (Side::Employee, &tracker.employee)];
        let told = sides.into_iter().filter(|(_, summary)| {
            let [.., unknown] = summary.prompts;
            unknown < summary.coded
        });
        let told: Vec<String> =
            told.map(|(side, summary)| words::prompts(language.locale(), side, summary)).collect();
        Some(told.join(" "))
    };
    let marks = move || {
        let marks: Vec<&str> = titles::marks(language, page.settled()?.settings).collect();
        (!marks.is_empty()).then(|| tr!(language, mirror.marks, marks = marks.join(" · ")))
    };
    view! {
        <section class="summary">
            <h1 data-testid="summary">{heading}</h1>
            <p class="faint">{facts} " " {prompts}</p>
            {part(move || marks().map(|text| view! { <p data-testid="marks">{text}</p> }))}
            <Arriving load=cautions::load />
        </section>
    }
}

/// The sure moment with the highest stake; failing one, how many moments have a type.
fn headline(language: Language, project: &Project, tracker: &Tracker) -> String {
    let typed = tracker.rows.iter().filter(|row| matches!(row.class, Class::Typed(..))).count();
    let firm = tracker.rows.iter().filter(|row| is_firm(row));
    let top = firm.filter_map(|row| Some((row, row.stake.ok()?.0))).max_by(|(_, a), (_, b)| a.total_cmp(b));
    let named = top.and_then(|(row, _)| {
        let Class::Typed(kind, _) = row.class else { return None };
        Some((kind, project.codebook.moment(row.moment)?.name.clone(), row.employee.ambivalent))
    });
    match named {
        Some((kind, name, ambivalent)) => {
            let text = tr!(
                language,
                mirror.headline,
                name = name,
                kind = words::kind(language.locale(), kind),
                meaning = words::kind_meaning(language.locale(), kind)
            );
            // Who is for and against at once is not indifferent, though their mean is.
            let is_divided = ambivalent && matches!(kind, Type::LuckyBreak | Type::Blindness);
            match is_divided.then(|| tr!(language, mirror.headline_divided)) {
                Some(divided) => format!("{text} {divided}"),
                None => text,
            }
        }
        None if typed > 0 => tr!(language, mirror.headline_unsure, count = language.count(typed)),
        None => tr!(language, mirror.headline_none, minimum = project.settings.minimum),
    }
}

fn is_firm(row: &Row) -> bool {
    matches!(row.class, Class::Typed(_, Some(Certainty { confidence: Confidence::Firm, .. })))
}

fn coverage(language: Language, side: &SideSummary) -> String {
    if side.verbatims == 0 {
        return "—".to_owned();
    }
    language.percent(f64::from(side.coded) / f64::from(side.verbatims), 0)
}
