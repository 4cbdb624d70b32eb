//! Columns, prompts and sides as the values of a select.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlOptionElement, HtmlSelectElement};

use super::state::Import;
use crate::model::{Prompt, Side};
use crate::say::side;

/// The columns of the table, as options with their place as value.
pub fn column_options(import: &Import) -> impl IntoView + use<> {
    import.with_table(|opened| {
        opened
            .table
            .names()
            .iter()
            .enumerate()
            .map(|(at, name)| view! { <option value=at>{name.clone()}</option> })
            .collect_view()
    })
}

/// The same for a select of several, those that are chosen marked.
pub fn marked_options<F>(import: &Import, is_marked: F) -> impl IntoView + use<F>
where
    F: Fn(usize) -> bool + Copy + Send + Sync + 'static,
{
    import.with_table(|opened| {
        let option = |(at, name): (usize, &String)| {
            view! { <option value=at prop:selected=move || is_marked(at)>{name.clone()}</option> }.into_any()
        };
        opened.table.names().iter().enumerate().map(option).collect_view()
    })
}

/// The value of an optional column in its select.
pub fn column_value(column: Option<usize>) -> String {
    column.map_or_else(String::new, |column| column.to_string())
}

/// The values that are selected in a select of several.
pub fn selected(select: &HtmlSelectElement) -> Vec<usize> {
    let options = select.options();
    (0..options.length())
        .filter_map(|at| options.item(at)?.dyn_into::<HtmlOptionElement>().ok())
        .filter(HtmlOptionElement::selected)
        .filter_map(|option| option.value().parse().ok())
        .collect()
}

/// A prompt as the value of an option.
pub const fn prompt_id(prompt: Prompt) -> &'static str {
    match prompt {
        Prompt::Positive => "positive",
        Prompt::Negative => "negative",
        Prompt::Neutral => "neutral",
        Prompt::Unknown => "unknown",
    }
}

/// The prompt of that value.
pub fn prompt_of(value: &str) -> Prompt {
    match value {
        "positive" => Prompt::Positive,
        "negative" => Prompt::Negative,
        "neutral" => Prompt::Neutral,
        _ => Prompt::Unknown,
    }
}

/// A side as the value of an option; empty if nothing was said.
pub fn side_value(side: Option<Side>) -> &'static str {
    side.map_or("", side::id)
}

/// The side of that value.
pub fn side_of(value: &str) -> Option<Side> {
    Side::BOTH.into_iter().find(|side| side::id(*side) == value)
}
