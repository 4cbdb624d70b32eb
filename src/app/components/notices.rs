//! What the page has to tell, in the flow of the page: it pushes the rest down and covers nothing.

use leptos::prelude::*;

use crate::app::files;
use crate::app::language::{Language, say};
use crate::app::live::act;
use crate::app::notice::{Kind, Notice, Notices};
use crate::app::storage;
use crate::app::words;
use crate::app::workspace::Workspace;
use crate::format::saved;

/// All notices.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let notices = Notices::get();
    view! {
        <div class="notices" aria-live="polite">
            <For each=move || notices.all() key=|notice| format!("{notice:?}") let:notice>
                <Message notice />
            </For>
        </div>
    }
}

/// One notice with what can be done about it.
#[component]
fn Message(notice: Notice) -> impl IntoView {
    let language = Language::get();
    let notices = Notices::get();
    let kind = match notice.kind() {
        Kind::Info => "info",
        Kind::Warning => "warning",
        Kind::Error => "error",
    };
    let text = {
        let notice = notice.clone();
        move || words::notice(language, &notice)
    };
    let remedy = notice.clone();
    view! {
        <div class="message" data-testid="message" data-kind=kind role=(kind == "error").then_some("alert")>
            <p>{text}</p>
            <Remedy notice=remedy />
            <button class="quiet" on:click=act(move || notices.dismiss(|other| *other == notice))>
                {say!(language, notice.dismiss)}
            </button>
        </div>
    }
}

/// The one next action that helps.
#[component]
fn Remedy(notice: Notice) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let notices = Notices::get();
    match notice {
        Notice::NotSaved(_) | Notice::NoStorage => {
            view! { <button on:click=act(move || download_open(workspace, notices))>{say!(language, notice.download)}</button> }
                .into_any()
        }
        Notice::OpenElsewhere => view! {
            <button on:click=act(move || download_open(workspace, notices))>{say!(language, notice.download)}</button>
            <button on:click=move |_| {
                notices.dismiss(|other| *other == Notice::OpenElsewhere);
                workspace.reopen();
            }>{say!(language, notice.reload)}</button>
        }
        .into_any(),
        Notice::StoredUnreadable(key, _) => view! {
            <button on:click=move |_| {
                let bytes = storage::raw(&key).unwrap_or_default();
                let name = format!("reflet-{}.json", key.0);
                if let Err(error) = files::download_text(&name, "application/json", &bytes) {
                    notices.tell(Notice::NotExported(error));
                }
            }>{say!(language, notice.download_bytes)}</button>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

/// Offers the open project as a file.
pub fn download_open(workspace: Workspace, notices: Notices) {
    let file = workspace.peek(|project| {
        (format!("{}.reflet.json", files::file_stem(&project.name, "reflet")), saved::write(project))
    });
    if let Some((name, json)) = file
        && let Err(error) = files::download_text(&name, "application/json", &json)
    {
        notices.tell(Notice::NotExported(error));
    }
}
