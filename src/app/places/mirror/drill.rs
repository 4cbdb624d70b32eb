//! The verbatims behind a mark.

use leptos::prelude::*;

use super::state::MirrorState;
use crate::analysis::{Quote, quotes};
use crate::app::components::opened::Opened;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::parts::{Loading, load};
use crate::app::shell::reactive::{act, part};
use crate::model::{MomentId, Side};
use crate::say::mirror::{quoted, valence_sign};
use crate::say::{side, valence};

/// How many verbatims of a side are shown at first.
const SHOWN: usize = 50;

/// Fetches the code of the section.
pub fn load() -> Loading {
    load!(drill, insights, || view! { <DrillDown /> }.into_any())
}

/// The verbatims of the chosen moment, side by side.
#[component]
fn DrillDown() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let opened = Opened::new(page.chosen, false);
    let name = move || {
        let moment = page.chosen.get()?;
        workspace.with(|p| p.codebook.moment(moment).map(|m| m.name.clone())).flatten()
    };
    let body = move |moment: MomentId, name: String| {
        view! {
            <section class="drill" data-testid="drill-down" tabindex="-1" node_ref=opened.section on:keydown=move |event| opened.key(&event) aria-label=name.clone()>
                <div class="drill-head">
                    <h2>{name.clone()}</h2>
                    <button class="quiet" on:click=act(move || opened.close())>
                        {say!(language, notice.dismiss)}
                    </button>
                </div>
                <div class="drill-sides">
                    <Quotes moment side=Side::Client />
                    <Quotes moment side=Side::Employee />
                </div>
            </section>
        }
    };
    move || page.chosen.get().zip(name()).map(|(moment, name)| body(moment, name))
}

/// One side's verbatims, the strongest first.
#[component]
fn Quotes(moment: MomentId, side: Side) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let limit = RwSignal::new(SHOWN);
    let quotes = Memo::new(move |_| {
        let filter = page.study.filter.get();
        workspace.with(|project| quotes(project, &filter, moment, side)).unwrap_or_default()
    });
    let total = move || quotes.with(Vec::len);
    let item = move |Quote { verbatim, text, valence }: Quote| {
        view! {
            <li data-id=verbatim.0>
                <span class="on-valence" title=valence::meaning_or_none(language.locale(), side, valence)>
                    {valence_sign(valence)}
                </span>
                <span dir="auto">{text}</span>
            </li>
        }
    };
    view! {
        <div class="quotes" data-side=side::id(side)>
            <h3>{part(move || quoted(language.locale(), side, total()))}</h3>
            <ul>
                {part(move || quotes.get().into_iter().take(limit.get()).map(item).collect_view())}
            </ul>
            {part(move || {
                (total() > limit.get())
                    .then(|| {
                        view! {
                            <button class="quiet" on:click=act(move || limit.update(|shown| *shown += SHOWN))>
                                {tr!(language, mirror.more_quotes)}
                            </button>
                        }
                    })
            })}
        </div>
    }
}
