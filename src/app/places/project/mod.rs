//! The Project place: name, codebook, waves, imports, settings, files, and the answers of one person.

mod codebook;
mod erase;
mod imports;
mod moment;
mod settings;
mod waves;

use leptos::prelude::*;

use crate::app::browser::storage;
use crate::app::components::{CoderChoice, Confirm};
use crate::app::keep::download_open;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::shell::parts::{Loading, load};
use crate::app::shell::reactive::{act, reactive};
use crate::app::shell::route::{Route, Router};
use crate::command::Command;
use crate::command::{ProjectPart, ProjectParts};
use crate::say::project::storage as said;
use codebook::CodebookEditor;
use erase::EraseSection;
use imports::ImportsSection;
use settings::SettingsForm;
use waves::WavesSection;

/// Fetches the code of the place.
pub fn load() -> Loading {
    load!(project, project, || view! { <ProjectPage /> }.into_any())
}

/// The whole place.
#[component]
fn ProjectPage() -> impl IntoView {
    view! {
        <div class="project">
            <NameAndFile />
            <CoderChoice />
            <CodebookEditor />
            <WavesSection />
            <ImportsSection />
            <SettingsForm />
            <EraseSection />
            <StorageSection />
        </div>
    }
}

/// The project's name, and the file to keep.
#[component]
fn NameAndFile() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let notices = Notices::get();
    view! {
        <section>
            <h1>{say!(language, project.title)}</h1>
            <label class="field">
                <span>{say!(language, project.name)}</span>
                <input
                    type="text"
                    data-testid="project-name"
                    prop:value=reactive(move || workspace.follow(ProjectParts::of(&[ProjectPart::Name]), |p| p.name.clone()).unwrap_or_default())
                    on:change:target=move |event| {
                        workspace.dispatch(Command::Rename(event.target().value()));
                    }
                />
            </label>
            <p>{say!(language, project.file_text)}</p>
            <button
                class="primary"
                data-testid="save-file"
                on:click=act(move || download_open(workspace, notices))
            >
                {say!(language, project.save_file)}
            </button>
        </section>
    }
}

/// What this browser holds, and how to empty it.
#[component]
fn StorageSection() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let notices = Notices::get();
    let router = Router::get();
    let used = Memo::new(move |_| {
        workspace.stored();
        storage::used()
    });
    let text = move || said::used(language.locale(), used.get(), storage::LIMIT);
    let wipe = move |()| {
        workspace.forget();
        workspace.unstored().clear();
        // First, because going somewhere is remembered.
        router.go(Route::Start);
        let entries = storage::wipe();
        notices.dismiss(|_| true);
        notices.tell(Notice::Wiped(entries));
    };
    view! {
        <section>
            <h2>{say!(language, project.storage)}</h2>
            <p data-testid="storage-used" data-units=used data-limit=storage::LIMIT>
                {text}
            </p>
            <p>{say!(language, project.wipe_text)}</p>
            <Confirm
                testid="wipe"
                label=Signal::derive(move || tr!(language, project.wipe).to_owned())
                question=Signal::derive(move || tr!(language, project.wipe_question).to_owned())
                yes=Signal::derive(move || tr!(language, project.wipe_yes).to_owned())
                on_yes=wipe
            />
        </section>
    }
}
