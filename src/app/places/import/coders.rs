//! Whose codings came in with the last import, and which of them are read.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::components::{Counted, coder_name, deciders, read_codings_of};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::reactive::{act, part};
use crate::model::CoderId;
use crate::model::imported::Imported;

/// The names of the coders whose decisions come with what was read.
pub fn came(imported: &Imported) -> BTreeSet<String> {
    let verbatims = imported.responses.iter().flat_map(|response| &response.verbatims);
    let names =
        verbatims.flat_map(|new| new.codings.iter().map(|coding| &coding.coder).chain(&new.no_moment));
    names.flatten().cloned().collect()
}

/// Says which are read, and offers the others, one button each; nothing where no named coder came.
#[component]
pub fn CodingsThatCame(names: BTreeSet<String>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let found = Memo::new(move |_| {
        let of_these = |project: &crate::model::Project| {
            let coders = deciders(project).into_iter().filter(|(_, name, _)| names.contains(name));
            (project.settings.coder, coders.collect::<Vec<Counted>>())
        };
        workspace.with(of_these).unwrap_or((CoderId(0), Vec::new()))
    });
    let message = move |read: CoderId, coders: Vec<Counted>| {
        let (are_read, others): (Vec<_>, Vec<_>) = coders.into_iter().partition(|(id, ..)| *id == read);
        let kind = if are_read.is_empty() { "warning" } else { "info" };
        let text = are_read.first().map_or_else(
            || tr!(language, import.whose_codings).to_owned(),
            |(_, name, count)| {
                let name = coder_name(language, name);
                tr!(language, import.reads_coder, name = name, count = language.count(*count))
            },
        );
        let button = move |(id, name, count): Counted| {
            let name = coder_name(language, &name);
            let label = tr!(language, import.read_coder, name = name, count = language.count(count));
            view! {
                <button data-testid="read-coder" on:click=act(move || read_codings_of(workspace, id))>
                    {label}
                </button>
            }
        };
        view! {
            <div class="message" data-testid="message" data-kind=kind role="status">
                <p>{text}</p>
                {others.into_iter().map(button).collect_view()}
            </div>
        }
    };
    part(move || {
        let (read, coders) = found.get();
        (!coders.is_empty()).then(|| message(read, coders))
    })
}
