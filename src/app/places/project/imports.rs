//! What came in, import by import, and how to take one out again.

use leptos::prelude::*;

use crate::app::browser::clock;
use crate::app::components::Confirm;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{part, reactive};
use crate::command::Command;
use crate::model::{Import, Project};

/// An import, and how many of its responses and verbatims the project still has.
type Listed = (Import, usize, usize);

/// The list; nothing where no import is known, as in projects from before.
#[component]
pub fn ImportsSection() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let imports = Memo::new(move |_| workspace.with(listed).unwrap_or_default());
    part(move || {
        let imports = imports.get();
        (!imports.is_empty()).then(|| {
            view! {
                <section class="imports">
                    <h2>{say!(language, project.imports)}</h2>
                    <p>{say!(language, project.imports_text)}</p>
                    <ul>{imports.into_iter().map(|import| view! { <ImportRow import /> }).collect_view()}</ul>
                </section>
            }
        })
    })
}

fn listed(project: &Project) -> Vec<Listed> {
    let left = |import: &Import| {
        let responses = project.responses.range(import.responses.clone()).count();
        let verbatims = project.verbatims.range(import.verbatims.clone()).count();
        (import.clone(), responses, verbatims)
    };
    project.imports.iter().map(left).collect()
}

/// One import.
#[component]
fn ImportRow(import: Listed) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let (Import { id, source, when, codings, .. }, responses, verbatims) = import;
    let name = move || {
        if source.is_empty() { tr!(language, project.import_paste).to_owned() } else { source.clone() }
    };
    let counts = move || {
        tr!(
            language,
            project.import_counts,
            when = day(language, &when),
            responses = language.count(responses),
            verbatims = language.count(verbatims),
            codings = language.count(codings as usize)
        )
    };
    let asked = name.clone();
    let question = move || {
        tr!(
            language,
            project.import_question,
            name = asked(),
            responses = language.count(responses),
            verbatims = language.count(verbatims)
        )
    };
    let action = if responses + verbatims > 0 {
        view! {
            <Confirm
                testid="import-remove"
                label=Signal::derive(move || tr!(language, project.import_remove).to_owned())
                question=Signal::derive(question)
                yes=Signal::derive(move || tr!(language, project.import_yes).to_owned())
                on_yes=move |()| {
                    workspace.dispatch(Command::RemoveImport(id));
                }
            />
        }
        .into_any()
    } else {
        view! { <span class="faint">{say!(language, project.import_codings_only)}</span> }.into_any()
    };
    view! {
        <li data-testid="import-entry" data-id=id.0 data-responses=responses data-verbatims=verbatims>
            <b>{reactive(name)}</b>
            <span class="faint">{reactive(counts)}</span>
            {action}
        </li>
    }
}

/// A day in the language of the page; as it was written, if it is none.
fn day(language: Language, when: &str) -> String {
    let instant = js_sys::Date::parse(when);
    if instant.is_nan() { when.to_owned() } else { language.locale().day(clock::day(instant)) }
}
