//! What the page has to tell, in the flow of the page: it pushes the rest down and covers nothing.

use leptos::prelude::*;

use crate::app::browser::files;
use crate::app::browser::storage::{self, ProjectKey};
use crate::app::keep::workspace::Workspace;
use crate::app::keep::{download, download_open};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::notice_text;
use crate::app::shell::notices::{Kind, Notice, Notices};
use crate::app::shell::reactive::{act, item, list, part, reactive};
use crate::app::shell::route::{Place, Route, Router};
use crate::say::name;

/// All notices.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let notices = Notices::get();
    view! {
        <div class="notices" aria-live="polite">
            {list(move || {
                let shown = |(number, notice): (u32, Notice)| {
                    (number.to_string(), item(move || view! { <Message notice=notice.clone() /> }))
                };
                notices.all().into_iter().map(shown).collect()
            })}
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
        move || notice_text::notice(language.locale(), &notice)
    };
    let remedy = notice.clone();
    view! {
        <div class="message" data-testid="message" data-kind=kind role=(kind == "error").then_some("alert")>
            <p>{reactive(text)}</p>
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
    let router = Router::get();
    match notice {
        // Nothing to download where no project is open.
        Notice::NotSaved(_) | Notice::NoStorage => part(move || {
            workspace.key().map(|_| {
                view! { <button on:click=act(move || download_open(workspace, notices))>{say!(language, notice.download)}</button> }
            })
        })
        .into_any(),
        Notice::Unstored(all) => {
            let ways = move |(key, name): (ProjectKey, String)| {
                let name = name::or_unnamed(language.locale(), &name);
                let (back, quoted) = (Route::Inside(key.clone(), Place::MIRROR), name.clone());
                let save = move || {
                    if workspace.unstored().peek(&key, |project| download(project, notices)).is_none() {
                        leptos::logging::warn!("it is open, or stored, by now");
                    }
                };
                view! {
                    <button data-testid="unstored-download" on:click=act(save)>
                        {part(move || tr!(language, notice.download_named, name = quoted.clone()))}
                    </button>
                    <button data-testid="unstored-open" on:click=act(move || router.go(back.clone()))>
                        {part(move || tr!(language, notice.back_to, name = name.clone()))}
                    </button>
                }
            };
            all.into_iter().map(ways).collect_view().into_any()
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
                let bytes = storage::file(&key).unwrap_or_default();
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
