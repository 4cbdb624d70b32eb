//! What may be understood in more than one way: each doubt with its readings, one click apart.

use leptos::prelude::*;

use super::ratings;
use super::state::Import;
use crate::app::browser::keyboard::focus;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{act, part};
use crate::import::doubt::{Doubt, DoubtKind, Reading};
use crate::import::{Note, Table};
use crate::say::words;

/// The open doubts; nothing where there is none.
#[component]
pub fn Doubts() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let open = Memo::new(move |_| import.open_doubts());
    let all = RwSignal::new(false);
    let shown = move || {
        let mut shown = open.get();
        if !all.get() {
            shown.truncate(MOST);
        }
        shown
    };
    let others = Memo::new(move |_| if all.get() { 0 } else { open.with(Vec::len).saturating_sub(MOST) });
    let more = move |count: usize| {
        view! {
            <button data-testid="doubts-more" on:click=act(move || all.set(true))>
                {tr!(language, import.more_doubts, count = language.count(count))}
            </button>
        }
    };
    let list = move || {
        view! {
            <section class="doubts" aria-labelledby="doubts-title">
                <h3 id="doubts-title">{say!(language, import.first_doubts)}</h3>
                <For
                    each=shown
                    key=|doubt| (doubt.kind, doubt.column)
                    children=move |doubt| view! { <OneDoubt doubt /> }
                />
                {part(move || Some(others.get()).filter(|count| *count > 0).map(more))}
            </section>
        }
    };
    let is_open = Memo::new(move |_| !open.get().is_empty());
    part(move || is_open.get().then(list))
}

/// So many doubts stand on the page at first: a table of hundreds of columns may have hundreds.
const MOST: usize = 12;

/// The focus goes to what is still open, or to the step.
fn to_the_next() {
    request_animation_frame(|| {
        let _ = focus("[data-testid=doubt] button") || focus("[data-testid=import-confirm]");
    });
}

/// One doubt: the question, what it is about, and its readings.
#[component]
fn OneDoubt(doubt: Doubt) -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let asked = doubt.clone();
    let question = move || {
        let said = import.with_table(|opened| self::question(language, &asked, &opened.table));
        said.unwrap_or_default()
    };
    let shown = doubt.clone();
    let example = move || import.with_table(|opened| self::example(&shown, &opened.table)).flatten();
    let kind = doubt.kind;
    let choices = doubt.readings.clone().into_iter().map(move |reading| {
        let (doubt, chosen) = (doubt.clone(), reading.clone());
        let label = move || {
            let said = import.with_table(|opened| self::reading(language, kind, &reading, &opened.table));
            said.unwrap_or_default()
        };
        view! {
            <button
                data-testid="doubt-choice"
                on:click=act(move || {
                    import.settle(&doubt, &chosen);
                    to_the_next();
                })
            >
                {part(label)}
            </button>
        }
    });
    view! {
        <div class="doubt" data-testid="doubt" data-kind=kind.id()>
            <p>{part(question)}</p>
            {part(move || example().map(|(before, after)| view! { <BeforeAfter before after /> }))}
            <p class="buttons">{choices.collect_view()}</p>
        </div>
    }
}

/// A text before and after a repair.
#[component]
fn BeforeAfter(before: String, after: String) -> impl IntoView {
    view! {
        <p class="repair-example">
            <span dir="auto">{before}</span>
            " → "
            <span dir="auto">{after}</span>
        </p>
    }
}

fn name(table: &Table, column: Option<usize>) -> &str {
    column.and_then(|column| table.names().get(column)).map_or("", String::as_str)
}

fn question(language: Language, doubt: &Doubt, table: &Table) -> String {
    let name = name(table, doubt.column);
    let counted = |is: fn(&Note) -> Option<usize>| {
        language.count(table.notes().iter().find_map(is).unwrap_or_default())
    };
    match doubt.kind {
        DoubtKind::Header => tr!(language, doubt.header).to_owned(),
        DoubtKind::Direction => tr!(language, doubt.direction, name = name),
        DoubtKind::People => tr!(language, doubt.people, name = name),
        DoubtKind::Separator => {
            let torn = counted(|note| if let Note::Torn(torn) = note { Some(torn.count) } else { None });
            tr!(language, doubt.separator, count = torn)
        }
        DoubtKind::Markup => {
            let cells =
                counted(|note| if let Note::Markup { count, .. } = note { Some(*count) } else { None });
            tr!(language, doubt.markup, count = cells)
        }
        DoubtKind::Scale => tr!(language, doubt.scale, name = name),
        DoubtKind::Text => tr!(language, doubt.text, name = name),
        DoubtKind::Side => tr!(language, doubt.side).to_owned(),
        DoubtKind::Themes => {
            let themes = doubt.readings.iter().find_map(|reading| match reading {
                Reading::Themes(columns) if !columns.is_empty() => Some(columns),
                _ => None,
            });
            let names: Vec<&str> =
                themes.into_iter().flatten().map(|column| self::name(table, Some(*column))).collect();
            tr!(language, doubt.themes, names = names.join(", "))
        }
    }
}

/// A doubt that nobody settled, with the reading that holds.
pub fn unsettled(language: Language, doubt: &Doubt, table: &Table) -> String {
    let held = doubt.holds().map(|held| reading(language, doubt.kind, held, table)).unwrap_or_default();
    format!("{} → {held}", question(language, doubt, table))
}

/// What a repair would change.
fn example(doubt: &Doubt, table: &Table) -> Option<(String, String)> {
    table.notes().iter().find_map(|note| match (doubt.kind, note) {
        (DoubtKind::Separator, Note::Torn(torn)) => {
            let example = torn.examples.first()?;
            Some((example.before.join(" ¦ "), example.after.clone()))
        }
        (DoubtKind::Markup, Note::Markup { before, after, .. }) => Some((before.clone(), after.clone())),
        _ => None,
    })
}

fn reading(language: Language, kind: DoubtKind, reading: &Reading, table: &Table) -> String {
    match reading {
        Reading::HeaderRows(0) => tr!(language, doubt.header_no).to_owned(),
        Reading::HeaderRows(1) => tr!(language, doubt.header_yes).to_owned(),
        Reading::HeaderRows(rows) => tr!(language, doubt.header_rows, count = *rows),
        Reading::Rating(rating) => ratings::as_reading(language, rating, kind),
        Reading::Text(_) => tr!(language, doubt.as_text).to_owned(),
        Reading::Segment(_) => tr!(language, doubt.as_segment).to_owned(),
        Reading::LeftOut(_) => tr!(language, doubt.as_left_out).to_owned(),
        Reading::Respondent(None) => tr!(language, doubt.people_none).to_owned(),
        Reading::Respondent(column) => tr!(language, doubt.people_column, name = name(table, *column)),
        Reading::Themes(columns) if columns.is_empty() => tr!(language, doubt.as_before).to_owned(),
        Reading::Themes(_) => tr!(language, doubt.as_themes).to_owned(),
        Reading::Side(side) => tr!(language, doubt.side_is, side = words::side(language.locale(), *side)),
        Reading::Rejoined(Some(_)) => tr!(language, doubt.separator_join).to_owned(),
        Reading::Rejoined(None) => tr!(language, doubt.separator_keep).to_owned(),
        Reading::Plain(true) => tr!(language, doubt.markup_plain).to_owned(),
        Reading::Plain(false) => tr!(language, doubt.markup_keep).to_owned(),
    }
}
