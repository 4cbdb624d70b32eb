//! Paste, drop or pick, and what could not be understood.

use leptos::ev::{DragEvent, Event};
use leptos::html::Textarea;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};

use super::opened::Busy;
use super::state::Import;
use crate::app::jobs::reading::Failure;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::part;
use crate::say::import::{failure, progress};

/// The ways in.
#[component]
pub fn Sources() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let workspace = Workspace::get();
    let over = RwSignal::new(false);
    let field = NodeRef::<Textarea>::new();
    field.on_load(move |field| {
        // Where a keyboard would cover half of the screen, the user says when.
        let keyboard = window().match_media("(pointer: fine)").ok().flatten().is_some_and(|m| m.matches());
        if keyboard && workspace.peek(|p| p.verbatims.is_empty()).unwrap_or_default() {
            drop(field.focus());
        }
    });
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        take(&import, files.as_ref());
    };
    let chosen = move |event: Event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            take(&import, input.files().as_ref());
            // So that choosing the same file again is a change too.
            input.set_value("");
        }
    };
    view! {
        <div
            class="sources"
            class:over=over
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <label class="field">
                <span>{say!(language, import.paste)}</span>
                <textarea
                    node_ref=field
                    rows="6"
                    data-testid="import-paste"
                    placeholder=say!(language, import.paste_hint)
                    prop:value=import.pasted
                    on:input:target=move |event| import.paste(event.target().value())
                ></textarea>
            </label>
            <label class="file-button">
                <span>{say!(language, import.pick)}</span>
                <input
                    type="file"
                    multiple
                    accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.jsonl,.ndjson,.qdc,.qdpx,text/csv,text/plain,text/tab-separated-values,application/json"
                    data-testid="import-file"
                    on:change=chosen
                />
            </label>
        </div>
        <Reading />
        <Failed />
    }
}

/// How far a large source is read, and the way to stop it.
#[component]
fn Reading() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_busy = Memo::new(move |_| import.busy.with(Option::is_some));
    let busy = move || import.busy.get().unwrap_or_default();
    let share = move || {
        let Busy { progress, total } = busy();
        progress::share(progress, total)
    };
    let words = move || {
        let Busy { progress, total } = busy();
        progress::reading(language.locale(), import.name.get(), progress, total)
    };
    let bar = move || {
        view! {
            <div class="file-progress" data-testid="import-progress" role="status">
                <p>{words}</p>
                <progress max="1" value=share></progress>
                <button data-testid="import-cancel" on:click=move |_| import.stop()>
                    {say!(language, import.cancel)}
                </button>
            </div>
        }
    };
    part(move || is_busy.get().then(bar))
}

fn take(import: &Import, files: Option<&FileList>) {
    let files: Vec<File> =
        files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect()).unwrap_or_default();
    import.files(files);
}

/// Why there is no table.
#[component]
fn Failed() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let why = move |failure: &Failure| match failure {
        Failure::Source(error) => failure::source(language.locale(), error),
        Failure::File => tr!(language, import.file_gone).to_owned(),
        Failure::Worker(_) => tr!(language, import.worker_lost).to_owned(),
    };
    let failed = move || match import.opened.get() {
        Some(Err(failure)) => Some(failure::failure(language.locale(), import.name.get(), why(&failure))),
        None if import.asked_too_early.get() => Some(tr!(language, import.nothing).to_owned()),
        _ => None,
    };
    let stopped =
        move || import.stopped.get().then(|| ("info", "status", tr!(language, import.stopped).to_owned()));
    let next = move || {
        (import.waiting() > 0).then(|| {
            view! {
                <p>{tr!(language, import.waiting, count = language.count(import.waiting()))}</p>
                <button data-testid="import-next" on:click=move |_| import.next_file()>
                    {say!(language, import.next_file)}
                </button>
            }
        })
    };
    part(move || {
        stopped().or_else(|| Some(("error", "alert", failed()?))).map(|(kind, role, text)| {
            view! {
                <div class="message" data-testid="message" data-kind=kind role=role>
                    <p>{text}</p>
                    {part(next)}
                </div>
            }
        })
    })
}
