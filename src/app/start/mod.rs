//! The start page: three ways in, the projects of this browser, and where the data live.

pub mod projects;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use crate::app::browser::files;
use crate::app::browser::storage;
use crate::app::components::Arriving;
use crate::app::keep::samples::Sample;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::shell::reactive::{act, flag, reactive};
use crate::app::shell::route::{Place, Router};
use crate::format::saved::{self, ReadError};
use crate::model::Project;

/// One screen with three ways in.
#[component]
pub fn StartPage() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let has_projects = storage::has_projects();
    view! {
        <section class="start">
            <h1>{say!(language, start.promise)}</h1>
            <p class="lead">{say!(language, start.explanation)}</p>
            <div class="ways">
                <div class="way">
                    <h2>{say!(language, start.sample_title)}</h2>
                    <p>{say!(language, start.sample_text)}</p>
                    <SampleButton sample=Sample::BankFr />
                    <SampleButton sample=Sample::ShopEn />
                </div>
                <div class="way">
                    <h2>{say!(language, start.new_title)}</h2>
                    <p>{say!(language, start.new_text)}</p>
                    <button
                        class="primary"
                        data-testid="new-project"
                        on:click=act(move || workspace.adopt(Project::default(), Place::IMPORT))
                    >
                        {say!(language, start.new_project)}
                    </button>
                </div>
                <div class="way">
                    <h2>{say!(language, start.open_title)}</h2>
                    <p>{say!(language, start.open_text)}</p>
                    <OpenFile />
                </div>
            </div>
            {has_projects.then(|| view! { <Arriving load=projects::load /> })}
            <section class="about-data">
                <h2>{say!(language, start.data_title)}</h2>
                <p>{say!(language, start.data_text)}</p>
            </section>
        </section>
    }
}

/// Opens a sample with one click.
#[component]
fn SampleButton(sample: Sample) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let notices = Notices::get();
    let router = Router::get();
    let busy = RwSignal::new(false);
    let open = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            if let Err(error) = sample.open(workspace, router).await {
                leptos::logging::warn!("sample not fetched: {error}");
                notices.tell(Notice::NotFetched);
            }
            busy.try_set(false);
        });
    };
    let label = move || match sample {
        _ if busy.get() => tr!(language, start.opening),
        Sample::BankFr => tr!(language, start.sample_bank),
        Sample::ShopEn => tr!(language, start.sample_shop),
    };
    view! {
        <button class="primary" data-testid="open-sample" data-sample=sample.id() aria-busy=flag(move || busy.get()) on:click=open>
            {reactive(label)}
        </button>
    }
}

/// Opens a project file.
#[component]
fn OpenFile() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let notices = Notices::get();
    let chosen = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(file) = input.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0)) {
            spawn_local(open_file(file, workspace, notices));
        }
        // So that choosing the same file again is a change too.
        if let Some(input) = input {
            input.set_value("");
        }
    };
    view! {
        <label class="file-button">
            <span>{say!(language, start.open_file)}</span>
            <input type="file" accept=".json,.reflet,application/json" data-testid="open-file" on:change=chosen />
        </label>
    }
}

async fn open_file(file: File, workspace: Workspace, notices: Notices) {
    let name = file.name();
    let bytes = match files::read(&file).await {
        Ok(bytes) => bytes,
        Err(error) => {
            leptos::logging::warn!("file not read: {error}");
            notices.tell(Notice::FileUnavailable(name));
            return;
        }
    };
    let project = std::str::from_utf8(&bytes).map_err(|_| ReadError::OtherFormat).and_then(saved::read);
    match project {
        Ok(project) => {
            notices.dismiss(|notice| matches!(notice, Notice::FileUnreadable(..)));
            let place = if project.verbatims.is_empty() { Place::IMPORT } else { Place::MIRROR };
            workspace.adopt(project, place);
        }
        Err(error) => notices.tell(Notice::FileUnreadable(name, error)),
    }
}
