//! What the page understood, line by line in the order in which a person checks it, each the way to change it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::Import;
use super::{choices, ratings, sentences};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{act, part};
use crate::import::guess::Because;
use crate::import::{Mapping, Report, SideSource, Table, values};
use crate::model::Side;
use crate::say::words;

/// A line: what it is about, what was understood, the control that changes it, and the handle of the words.
type Line = (String, String, &'static str, &'static str);

/// The lines.
#[component]
pub fn Summary() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let lines = move || {
        let mapping = import.mapping.get();
        let because = import.because.get();
        let recalled = import.recalled.get() && !import.side_said.get();
        let people =
            import.forecast.outcome().map(|outcome| (outcome.imported.people(), outcome.report.clone()));
        let lines = import
            .with_table(|opened| {
                lines(language, &mapping, &opened.table, (because, recalled), people.as_ref())
            })
            .unwrap_or_default();
        let row = move |(what, said, control, handle): Line| {
            view! {
                <div>
                    <dt>{what}</dt>
                    <dd>
                        <span dir="auto" data-testid=handle>{said}</span>
                        " "
                        <button class="link" data-testid="change" data-control=control on:click=act(move || show(&import, control))>
                            {say!(language, import.change)}
                        </button>
                    </dd>
                </div>
            }
        };
        lines.into_iter().map(row).collect_view()
    };
    view! { <dl class="understood-lines" data-testid="import-summary">{part(lines)}</dl> }
}

/// Opens the corrections and goes to one of their controls.
fn show(import: &Import, control: &'static str) {
    import.correcting.set(true);
    // The corrections are on the page in the next turn.
    request_animation_frame(move || {
        let found = document().query_selector(&format!("[data-testid={control}]")).ok().flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            found.scroll_into_view();
            drop(found.focus());
        }
    });
}

/// So many rows tell how a column is written.
const ROWS: usize = 1000;

/// Where the codings stand: moments, how they were lived, who coded.
fn codings(language: Language, mapping: &Mapping, table: &Table, moment: usize) -> String {
    let name = |column: usize| table.names().get(column).map_or("", String::as_str);
    let moments = tr!(language, import.moment_line, name = name(moment));
    let lived = mapping.valence.map(|column| {
        let is_word = |row: usize| {
            let cell = table.cell(row, column);
            values::tone(cell).is_some() && values::valence(cell).is_err()
        };
        if (0..table.rows().min(ROWS)).any(is_word) {
            tr!(language, import.valence_words, name = name(column))
        } else {
            tr!(language, import.valence_line, name = name(column))
        }
    });
    let coder = mapping.coder.map(|column| tr!(language, import.coder_line, name = name(column)));
    [moments].into_iter().chain(lived).chain(coder).collect::<Vec<_>>().join(" · ")
}

fn lines(
    language: Language,
    mapping: &Mapping,
    table: &Table,
    because: (Option<Because>, bool),
    people: Option<&(usize, Report)>,
) -> Vec<Line> {
    let name = |column: usize| table.names().get(column).map_or("", String::as_str);
    let mut lines = vec![(
        tr!(language, import.line_whose).to_owned(),
        whose(language, mapping, table, because),
        "import-side",
        "import-whose",
    )];
    if let Some((people, report)) = people {
        let rows = tr!(
            language,
            import.people_rows,
            people = language.count(*people),
            rows = language.count(report.read)
        );
        let rows = match mapping.respondent {
            Some(column) => {
                tr!(language, import.people_of, said = rows.as_str(), name = name(column))
            }
            None => rows,
        };
        lines.push((tr!(language, import.line_people).to_owned(), rows, "map-respondent", "import-people"));
    }
    let texts: Vec<String> = mapping
        .texts
        .iter()
        .map(|text| {
            let prompt = sentences::prompt(language, text.prompt);
            text.title.map_or_else(
                || tr!(language, import.text_of, name = name(text.column), prompt = prompt),
                |title| {
                    let (name, title) = (name(text.column), name(title));
                    tr!(language, import.text_titled, name = name, title = title, prompt = prompt)
                },
            )
        })
        .collect();
    let none = || tr!(language, import.no_texts).to_owned();
    let asked = mapping.prompt.map(|column| tr!(language, import.prompt_of, name = name(column)));
    let texts: Vec<String> = texts.into_iter().chain(asked).collect();
    let texts = if texts.is_empty() { none() } else { texts.join(" · ") };
    lines.push((tr!(language, import.line_texts).to_owned(), texts, "map-text", "import-texts"));
    let ratings: Vec<String> =
        mapping.ratings.iter().map(|rating| ratings::words(language, name(rating.column), rating)).collect();
    if !ratings.is_empty() {
        lines.push((
            tr!(language, import.line_ratings).to_owned(),
            ratings.join(" · "),
            "map-rating",
            "import-ratings",
        ));
    }
    let groups: Vec<String> =
        mapping.segments.iter().map(|segment| choices::words(language, segment, table)).collect();
    if !groups.is_empty() {
        lines.push((
            tr!(language, import.line_groups).to_owned(),
            groups.join(" · "),
            "map-segment",
            "import-groups",
        ));
    }
    let when = when(language, mapping, table);
    let when = if when.is_empty() { tr!(language, import.when_nothing).to_owned() } else { when };
    lines.push((tr!(language, import.line_when).to_owned(), when, "map-wave", "import-when"));
    if let Some(moment) = mapping.moment {
        let said = codings(language, mapping, table, moment);
        lines.push((tr!(language, import.line_codings).to_owned(), said, "map-moment", "import-codings"));
    }
    if !mapping.themes.is_empty() {
        let names: Vec<&str> = mapping.themes.iter().map(|column| name(*column)).collect();
        let said = tr!(language, import.themes_line, names = names.join(", "));
        lines.push((tr!(language, import.line_codings).to_owned(), said, "map-theme", "import-codings"));
    }
    let out = sentences::columns_out(language, mapping, table);
    let out = out.unwrap_or_else(|| tr!(language, import.nothing_out).to_owned());
    lines.push((tr!(language, import.line_out).to_owned(), out, "map-text", "import-left-out"));
    lines
}

/// Whose answers they are, and what says so.
fn whose(
    language: Language,
    mapping: &Mapping,
    table: &Table,
    (because, recalled): (Option<Because>, bool),
) -> String {
    let name = |column: usize| table.names().get(column).map_or("", String::as_str);
    let sides = match &mapping.side {
        SideSource::Column { column, .. } => {
            return tr!(language, import.because_column, name = name(*column));
        }
        SideSource::Fixed(side) => {
            let of = |text: &crate::import::TextColumn| text.side.unwrap_or(*side);
            let has = |wanted: Side| mapping.texts.iter().any(|text| of(text) == wanted);
            let both = has(Side::Client) && has(Side::Employee);
            if both { Side::BOTH.to_vec() } else { vec![mapping.texts.first().map_or(*side, of)] }
        }
    };
    let sides: Vec<&str> = sides.into_iter().map(|side| words::side(language.locale(), side)).collect();
    let why = match because {
        None if recalled => tr!(language, import.because_recalled).to_owned(),
        None => tr!(language, import.because_said).to_owned(),
        Some(Because::Column(column)) => tr!(language, import.because_column, name = name(column)),
        Some(Because::Question(column)) => tr!(language, import.because_question, name = name(column)),
        Some(Because::Respondent(column)) => tr!(language, import.because_respondent, name = name(column)),
        Some(Because::Title) => tr!(language, import.because_title).to_owned(),
        Some(Because::Conflict | Because::Nothing) => tr!(language, import.because_nothing).to_owned(),
    };
    format!("{}, {why}", sides.join(" · "))
}

fn when(language: Language, mapping: &Mapping, table: &Table) -> String {
    let name = |column: usize| table.names().get(column).map_or("", String::as_str);
    let of_all = mapping.wave_of_all().map(|wave| tr!(language, import.wave_of_all, wave = wave));
    let wave = mapping.wave.map(|column| tr!(language, import.wave_column, name = name(column)));
    let date = mapping.date.map(|column| tr!(language, import.date_column, name = name(column)));
    of_all.into_iter().chain(wave).chain(date).collect::<Vec<_>>().join(" · ")
}
