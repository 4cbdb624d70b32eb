//! The method annex: what a report says of how its figures came about.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::state::MirrorState;
use crate::analysis::compare::Pair;
use crate::analysis::groups::{Plan, protect};
use crate::app::browser::{clock, files};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::shell::reactive::{act, part};
use crate::say::file_name;
use crate::say::insight::{Chapter, chapters, file};

/// The section: the annex on demand, and as a file.
#[component]
pub fn Annex(found: RwSignal<Option<Arc<Pair>>>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let notices = Notices::get();
    let open = RwSignal::new(false);
    let text = move || {
        let pair = found.get();
        let Some(taken) = page.study.take() else { return Vec::new() };
        let (plan, project, filter) = (taken.plan_by(Plan::new), &*taken.project, &taken.filter);
        let pair = pair.filter(|pair| pair.pairing.filters.iter().all(|group| plan.offers(group)));
        let compared = pair.map(|pair| pair.protected(project, &plan, protect));
        let mirror = protect(project, &taken.final_mirror(), filter, &plan);
        chapters(language.locale(), project, (&mirror, filter), compared.as_ref(), clock::today())
    };
    let download = move || {
        let locale = untrack(|| language.locale());
        let name = workspace.peek(|project| file_name::of_annex(locale, project)).unwrap_or_default();
        if let Err(error) = files::download_text(&name, "text/plain", &file(untrack(text))) {
            notices.tell(Notice::NotExported(error));
        }
    };
    let chapter = |(title, sentences): Chapter| {
        let items = sentences.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
        view! {
            <h3>{title}</h3>
            <ul>{items}</ul>
        }
    };
    view! {
        <section class="annex">
            <h2>{say!(language, annex.title)}</h2>
            <p class="faint">{say!(language, annex.text)}</p>
            <div class="export-row">
                <button
                    data-testid="show-annex"
                    aria-expanded=move || open.get().to_string()
                    on:click=act(move || open.update(|open| *open = !*open))
                >
                    {say!(language, annex.show)}
                </button>
                <button data-testid="export-annex" on:click=act(download)>
                    {say!(language, annex.download)}
                </button>
            </div>
            {part(move || {
                open.get()
                    .then(|| {
                        page.figures();
                        view! {
                            <div class="annex-text" data-testid="annex">
                                {text().into_iter().map(chapter).collect_view()}
                            </div>
                        }
                    })
            })}
        </section>
    }
}
