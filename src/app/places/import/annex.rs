//! The whole import in words, for a method annex.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::done::Joined;
use super::{choices, found, sentences};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::live;
use crate::import::{Mapping, Role, SideSource, Table};
use crate::say::words;

/// The description and a way to copy it.
#[component]
pub fn Annex(joined: Joined) -> impl IntoView {
    let language = Language::get();
    let copied = RwSignal::new(false);
    let text = StoredValue::new(joined);
    let words = move || text.with_value(|joined| description(language, joined));
    let copy = move |_| {
        let text = untrack(words);
        spawn_local(async move {
            let done = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
            copied.set(done.is_ok());
        });
    };
    let label = move || {
        if copied.get() {
            tr!(language, import.copied).to_owned()
        } else {
            tr!(language, import.copy).to_owned()
        }
    };
    view! {
        <details>
            <summary>{say!(language, import.annex)}</summary>
            <p data-testid="import-description">{words}</p>
            <button on:click=copy>{live(label)}</button>
        </details>
    }
}

/// Source, reading, columns, rows.
fn description(language: Language, joined: &Joined) -> String {
    let source = joined.name.clone().unwrap_or_else(|| tr!(language, import.the_paste).to_owned());
    let table = &joined.opened.table;
    tr!(
        language,
        import.annex_text,
        source = source,
        reading = found::understood(language, &joined.opened),
        columns = columns(language, &joined.mapping, table),
        account = sentences::account(language, &joined.report)
    )
}

fn columns(language: Language, mapping: &Mapping, table: &Table) -> String {
    let name = |column: usize| {
        let name = table.names().get(column).map_or("", String::as_str);
        tr!(language, import.quoted, text = name)
    };
    let mut parts: Vec<String> = Vec::new();
    for text in &mapping.texts {
        let prompt = sentences::prompt(language, text.prompt);
        parts.push(format!("{} {} ({prompt})", tr!(language, import.mark_text), name(text.column)));
    }
    parts.push(match &mapping.side {
        SideSource::Fixed(side) => words::side(language.locale(), *side).to_owned(),
        SideSource::Column { column, .. } => {
            format!("{} {}", sentences::role(language, Role::Side), name(*column))
        }
    });
    for rating in &mapping.ratings {
        let (low, high) = rating.scale.ends();
        let ends = format!("{}–{}", language.short(low), language.short(high));
        parts.push(format!("{} {} ({ends})", sentences::role(language, Role::Rating), name(rating.column)));
    }
    parts.extend(
        mapping.single().into_iter().filter_map(|(role, column)| {
            Some(format!("{} {}", sentences::role(language, role), name(column?)))
        }),
    );
    parts.extend(mapping.segments.iter().map(|segment| {
        let words = choices::words(language, segment, table);
        format!("{} {words}", sentences::role(language, Role::Segment))
    }));
    let columns = parts.join(", ");
    match sentences::left_out(language, mapping, table) {
        // The sentence that they stand in has an end of its own.
        Some(left_out) => format!("{columns}. {}", left_out.trim_end_matches('.')),
        None => columns,
    }
}
