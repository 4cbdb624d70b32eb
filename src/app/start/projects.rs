//! The projects that this browser holds. Who comes for the first time has none, so this comes later.

use leptos::prelude::*;

use crate::app::browser::clock;
use crate::app::browser::storage::{self, ProjectKey};
use crate::app::components::Confirm;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::parts::{Loading, load};
use crate::app::shell::reactive::{act, part};
use crate::app::shell::route::{Place, Route, Router};
use crate::format::stored::Record;
use crate::say::name;

/// Fetches the code of the list.
pub fn load() -> Loading {
    load!(projects, projects, || view! { <Projects /> }.into_any())
}

/// The list.
#[component]
fn Projects() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let projects = RwSignal::new(storage::list());
    let row = move |(key, record): (ProjectKey, Option<Record>)| {
        let gone = key.clone();
        let delete = move |()| {
            storage::remove(&gone);
            drop(workspace.unstored().take(&gone));
            // There is room now.
            workspace.unstored().store();
            projects.set(storage::list());
        };
        view! { <Row key record on_delete=delete /> }
    };
    view! {
        {part(move || {
            (!projects.with(Vec::is_empty))
                .then(|| {
                    view! {
                        <section class="projects">
                            <h2>{say!(language, start.projects)}</h2>
                            <ul>{projects.get().into_iter().map(row).collect_view()}</ul>
                        </section>
                    }
                })
        })}
    }
}

/// One stored project.
#[component]
fn Row(
    /// Its name in the storage.
    key: ProjectKey,
    /// What is known of it.
    record: Option<Record>,
    /// Removes it.
    #[prop(into)]
    on_delete: Callback<()>,
) -> impl IntoView {
    let language = Language::get();
    let router = Router::get();
    let name = record.as_ref().map(|r| r.name.clone()).unwrap_or_default();
    let sample = record.as_ref().is_some_and(|r| r.sample);
    let open = Route::Inside(key.clone(), Place::MIRROR);
    let title = move || name::or_unnamed(language.locale(), &name);
    let facts = move || {
        record.as_ref().map(|record| {
            tr!(
                language,
                start.project_facts,
                verbatims = language.count(record.verbatims),
                date = language.locale().day(clock::day(record.saved)),
                time = clock::time(record.saved)
            )
        })
    };
    view! {
        <li class="project-row">
            <button class="link" data-testid="project-open" on:click=act(move || router.go(open.clone()))>
                {title}
            </button>
            {part(move || sample.then(|| view! { <span class="badge">{tr!(language, head.sample)}</span> }))}
            <span class="faint">{facts}</span>
            <Confirm
                testid="project-delete"
                label=Signal::derive(move || tr!(language, start.delete).to_owned())
                question=Signal::derive(move || tr!(language, start.delete_question).to_owned())
                yes=Signal::derive(move || tr!(language, start.delete_yes).to_owned())
                on_yes=on_delete
            />
        </li>
    }
}
