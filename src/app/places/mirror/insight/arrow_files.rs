//! The picture of the arrows as files, with no more than may leave the page.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::state::MirrorState;
use super::files::{WIDTH, save_png, tell};
use crate::analysis::compare::Pair;
use crate::analysis::groups::{Plan, protect};
use crate::app::browser::clock;
use crate::app::browser::files;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::notices::Notices;
use crate::app::shell::reactive::act;
use crate::chart::{Picture, svg};
use crate::say::file_name;
use crate::say::picture::{compose_arrows, frame_of_arrows};

/// The buttons.
#[component]
pub fn Files(pair: Arc<Pair>) -> impl IntoView {
    let language = Language::get();
    let saver =
        Saver { language, page: MirrorState::get(), notices: Notices::get(), pair: StoredValue::new(pair) };
    view! {
        <div class="export-row">
            <button data-testid="transitions-svg" on:click=act(move || untrack(|| saver.svg()))>
                {tr!(language, export.svg)}
            </button>
            <button data-testid="transitions-png" on:click=act(move || untrack(|| saver.png()))>
                {tr!(language, export.png)}
            </button>
        </div>
    }
}

#[derive(Clone, Copy)]
struct Saver {
    language: Language,
    page: MirrorState,
    notices: Notices,
    pair: StoredValue<Arc<Pair>>,
}

impl Saver {
    fn svg(self) {
        if let Some((picture, stem)) = self.picture() {
            let file = svg(&picture);
            tell(self.notices, files::download_text(&format!("{stem}.svg"), "image/svg+xml", &file));
        }
    }

    fn png(self) {
        if let Some((picture, stem)) = self.picture() {
            save_png(self.notices, &picture, format!("{stem}.png"));
        }
    }

    /// The picture for paper and slides, and what its file is called.
    fn picture(self) -> Option<(Picture, String)> {
        let locale = self.language.locale();
        // The place may have been left meanwhile.
        let pair = self.pair.try_get_value()?;
        let taken = self.page.study.take()?;
        let (plan, project) = (taken.plan_by(Plan::new), &*taken.project);
        // What may be compared no more is about to go.
        let pair = Some(pair).filter(|pair| pair.pairing.filters.iter().all(|group| plan.offers(group)))?;
        let protected = pair.protected(project, &plan, protect);
        let frame = frame_of_arrows(locale, project, &protected, clock::today());
        let picture = compose_arrows(locale, project, &protected, (WIDTH, false), Some(&frame));
        Some((picture, file_name::of_arrows(locale, project)))
    }
}
