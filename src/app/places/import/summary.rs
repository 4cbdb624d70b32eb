//! What the page understood, line by line in the order in which a person checks it, each the way to change it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::Import;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{act, part};
use crate::say::import::summary::{self, About, Line};
use crate::say::import::whose::Source;

/// The lines.
#[component]
pub fn Summary() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let lines = move || {
        let mapping = import.mapping.get();
        let source = Source {
            because: import.because.get(),
            is_recalled: import.recalled.get() && !import.side_said.get(),
        };
        let outcome = import.forecast.outcome();
        let people = outcome.as_deref().map(|outcome| (outcome.imported.people(), &outcome.report));
        let locale = language.locale();
        let lines = import
            .with_table(|opened| summary::lines(locale, &mapping, &opened.table, source, people))
            .unwrap_or_default();
        let row = move |Line { about, said }: Line| {
            let (control, handle) = handles(about);
            view! {
                <div>
                    <dt>{summary::title(locale, about)}</dt>
                    <dd>
                        <span dir="auto" data-testid=handle>{said}</span>
                        " "
                        <button class="link" data-testid="change" data-control=control on:click=act(move || show(&import, control))>
                            {say!(language, import.change)}
                        </button>
                    </dd>
                </div>
            }
        };
        lines.into_iter().map(row).collect_view()
    };
    view! { <dl class="understood-lines" data-testid="import-summary">{part(lines)}</dl> }
}

/// The control that changes a line, and the handle of its words.
const fn handles(about: About) -> (&'static str, &'static str) {
    match about {
        About::Whose => ("import-side", "import-whose"),
        About::People => ("map-respondent", "import-people"),
        About::Texts => ("map-text", "import-texts"),
        About::Ratings => ("map-rating", "import-ratings"),
        About::Groups => ("map-segment", "import-groups"),
        About::When => ("map-wave", "import-when"),
        About::Moments => ("map-moment", "import-codings"),
        About::Themes => ("map-theme", "import-codings"),
        About::LeftOut => ("map-text", "import-left-out"),
    }
}

/// Opens the corrections and goes to one of their controls.
fn show(import: &Import, control: &'static str) {
    import.correcting.set(true);
    // The corrections are on the page in the next turn.
    request_animation_frame(move || {
        let found = document().query_selector(&format!("[data-testid={control}]")).ok().flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            found.scroll_into_view();
            drop(found.focus());
        }
    });
}
