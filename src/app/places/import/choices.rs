//! Questions where several answers may be ticked: what each is made of, and a way to take its cells as they are.

use leptos::prelude::*;

use super::state::Import;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::reactive::{act, part};
use crate::import::choices::{self, Segment};
use crate::import::{Mapping, Table};
use crate::say::import::choices::several;

/// One line per question among the segments; nothing where there is none.
#[component]
pub fn Choices() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let columns = Memo::new(move |_| import.mapping.with(columns));
    let questions = Memo::new(move |_| {
        let segments = columns.get();
        let of = |table: &Table| choices::questions(table, |column| segments.contains(&column));
        let mut questions = import.with_table(|opened| of(&opened.table)).unwrap_or_default();
        questions.retain(|question| question.columns().any(|column| segments.contains(&column)));
        questions
    });
    let line = move |question: Segment| {
        let current =
            import.mapping.with(|mapping| choices::of_question(&mapping.segments, &question).cloned());
        let words = import.with_table(|opened| {
            let written = || tr!(language, import.choices_as_written, name = question.name(&opened.table));
            current
                .as_ref()
                .map_or_else(written, |segment| several(language.locale(), segment, &opened.table))
        });
        let is_grouped = current.is_some();
        let label = if is_grouped {
            tr!(language, import.take_as_written)
        } else {
            tr!(language, import.take_as_choices)
        };
        let turn = act(move || {
            import.mapping.update(|mapping| {
                mapping.segments = choices::turned(&mapping.segments, &question, is_grouped);
            });
        });
        view! {
            <p data-testid="choices-question">
                {words} " " <button data-testid="choices-turn" on:click=turn>{label}</button>
            </p>
        }
    };
    part(move || questions.get().into_iter().map(line).collect_view())
}

/// The columns of all segments.
pub fn columns(mapping: &Mapping) -> Vec<usize> {
    mapping.segments.iter().flat_map(Segment::columns).collect()
}

/// The segments of the mapping once those columns are chosen.
pub fn choose(mapping: &mut Mapping, table: &Table, columns: &[usize]) {
    let questions = choices::questions(table, |column| columns.contains(&column));
    mapping.segments = choices::chosen(&mapping.segments, &questions, columns);
}
