//! What leaves the page: the results table and the pictures. The buttons are in the first load, what makes the files is not.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::file::{Exporting, File};
use super::insight::exporter;
use super::state::MirrorState;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::shell::reactive::{act, flag, part};
use crate::chart::PictureKind;
use crate::command::{ProjectPart, ProjectParts};
use crate::say::mirror::{exports, picture};

/// The buttons.
#[component]
pub fn Exports() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let (study, notices) = (MirrorState::get().study, Notices::get());
    let kind = RwSignal::new(PictureKind::Mirror);
    // While the code is on its way, pressing again makes no second file.
    let is_coming = RwSignal::new(false);
    let start = move |file: File| {
        let taken = untrack(|| study.take());
        if let Some(taken) = taken.filter(|_| !is_coming.get_untracked()) {
            let exporting = Exporting {
                locale: untrack(|| language.locale()),
                taken,
                kind: kind.get_untracked(),
                notices,
            };
            is_coming.set(true);
            spawn_local(async move {
                make(exporting, file).await;
                // The place may have been left.
                is_coming.try_set(false);
            });
        }
    };
    let protected = move || {
        let settings = ProjectParts::of(&[ProjectPart::Settings]);
        workspace.follow(settings, |p| p.settings.protect_small_groups).unwrap_or_default()
    };
    let button = move |file: File, testid: &'static str, text: fn(Language) -> &'static str| {
        view! {
            <button data-testid=testid aria-busy=flag(move || is_coming.get()) on:click=act(move || start(file))>
                {part(move || text(language))}
            </button>
        }
    };
    view! {
        <section class="exports">
            <h2>{say!(language, export.title)}</h2>
            <p class="faint">
                {part(move || exports(language.locale(), protected()))}
            </p>
            <div class="export-row">
                {button(File::Csv, "export-csv", |language| tr!(language, export.csv))}
                {button(File::Json, "export-json", |language| tr!(language, export.json))}
                <select
                    data-testid="export-picture"
                    aria-label=say!(language, export.which)
                    on:change:target=move |event| {
                        let id = event.target().value();
                        if let Some(chosen) = PictureKind::ALL.into_iter().find(|kind| kind.id() == id) {
                            kind.set(chosen);
                        }
                    }
                >
                    {PictureKind::ALL
                        .map(|kind| {
                            view! { <option value=kind.id()>{part(move || picture::title(language.locale(), kind))}</option> }
                        })}
                </select>
                {button(File::Svg, "export-svg", |language| tr!(language, export.svg))}
                {button(File::Png, "export-png", |language| tr!(language, export.png))}
            </div>
        </section>
    }
}

/// Makes that file as soon as the code that does is here.
async fn make(exporting: Exporting, file: File) {
    match exporter().await {
        Ok(make) => make(&exporting, file),
        Err(_) => exporting.notices.tell(Notice::NotFetched),
    }
}
