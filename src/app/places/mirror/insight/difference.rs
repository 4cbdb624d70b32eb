//! How the differences of a moment between two groups were computed, with the project's own figures in the formulas.

use std::sync::Arc;

use leptos::prelude::*;

use super::explain::definition;
use crate::analysis::compare::Pair;
use crate::app::components::opened::Opened;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, part};
use crate::model::{MomentId, Side};
use crate::say::insight::differences;
use crate::say::side;

/// The moment that was asked for, until it is closed.
#[component]
pub fn Difference(pair: Arc<Pair>, asked: RwSignal<Option<MomentId>>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let opened = Opened::new(asked, false);
    let column = move |pair: &Pair, side: Side, moment: MomentId| {
        let entries =
            differences(language.locale(), pair, side, moment).into_iter().map(definition).collect_view();
        view! {
            <div data-side=side::id(side)>
                <h3>{side::name(language.locale(), side)}</h3>
                <dl>{entries}</dl>
            </div>
        }
    };
    part(move || {
        let moment = asked.get()?;
        let name = workspace.with(|p| p.codebook.moment(moment).map(|m| m.name.clone())).flatten()?;
        let sides = [Side::Client, Side::Employee].map(|side| column(&pair, side, moment));
        Some(view! {
            <section
                class="explanation"
                data-testid="difference"
                tabindex="-1"
                node_ref=opened.section
                on:keydown=move |event| opened.key(&event)
            >
                <div class="drill-head">
                    <h2>{tr!(language, explain.title, name = name)}</h2>
                    <button class="quiet" on:click=act(move || opened.close())>
                        {say!(language, notice.dismiss)}
                    </button>
                </div>
                <div class="drill-sides">{sides.into_iter().collect_view()}</div>
            </section>
        })
    })
}
