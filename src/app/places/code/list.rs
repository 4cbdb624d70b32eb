//! All listed verbatims; only those in sight are in the page.

use leptos::html::Div;
use leptos::prelude::*;

use super::state::Coding;
use crate::app::browser::keyboard::focus;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{act, effect, part, reactive};
use crate::coding::Selection;
use crate::command::{ProjectPart, ProjectParts};
use crate::model::{Project, VerbatimId};
use crate::say::code::verbatim::decision;
use crate::say::side;

/// The height of a row in pixels, as the style sheet has it.
const ROW: usize = 56;
/// What a row shows of a verbatim depends on.
const DECIDED: ProjectParts =
    ProjectParts::of(&[ProjectPart::Codings, ProjectPart::Codebook, ProjectPart::Settings]);
/// Rows above and below those in sight.
const MARGIN: usize = 6;

/// The list.
#[component]
pub fn List() -> impl IntoView {
    let language = Language::get();
    let coding = Coding::get();
    let listed = coding.listed();
    let frame = NodeRef::<Div>::new();
    let top = RwSignal::new(0_usize);
    let height = RwSignal::new(800_usize);
    let measure = move || {
        if let Some(frame) = frame.get() {
            top.set(usize::try_from(frame.scroll_top()).unwrap_or_default() / ROW);
            height.set(usize::try_from(frame.client_height()).unwrap_or_default().max(ROW));
        }
    };
    // Coding goes down the list: the current verbatim stays in sight.
    effect(move || {
        let at = coding.current().and_then(|id| listed.with(|all| all.binary_search(&id).ok()));
        if let (Some(at), Some(frame)) = (at, frame.get()) {
            let place = i32::try_from(at * ROW).unwrap_or(i32::MAX);
            let (above, room) = (frame.scroll_top(), frame.client_height());
            if place < above || place > above + room - i32::try_from(ROW).unwrap_or_default() {
                frame.set_scroll_top(place - room / 2);
            }
        }
    });
    let window = Memo::new(move |_| {
        let total = listed.with(|listed| listed.len());
        let first = top.get().saturating_sub(MARGIN).min(total);
        let last = (top.get() + height.get() / ROW + 1 + MARGIN).min(total);
        (first, last.max(first))
    });
    let rows = move || {
        let (first, last) = window.get();
        listed.with(|listed| listed.get(first..last.min(listed.len())).unwrap_or_default().to_vec())
    };
    let total = move || listed.with(|listed| listed.len());
    view! {
        <p class="faint list-count">
            {say!(language, code.listed, count = language.count(total()))}
        </p>
        {part(move || {
            (total() == 0)
                .then(|| {
                    view! {
                        <p>{say!(language, code.none_listed)}</p>
                        <button
                            data-testid="list-all"
                            on:click=act(move || coding.refine(|selection| *selection = Selection::default()))
                        >
                            {say!(language, code.list_all)}
                        </button>
                    }
                })
        })}
        <div class="list" node_ref=frame on:scroll=move |_| measure() tabindex="-1">
            <div class="list-all" style=reactive(move || format!("height:{}px", total() * ROW))>
                <div class="list-shown" style=reactive(move || format!("transform:translateY({}px)", window.get().0 * ROW))>
                    <For each=rows key=|id| *id children=|id| view! { <Row id /> } />
                </div>
            </div>
        </div>
    }
}

/// One verbatim of the list.
#[component]
fn Row(id: VerbatimId) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let coding = Coding::get();
    let text = workspace
        .peek(|p| p.verbatims.get(&id).map(|v| v.text.chars().take(160).collect::<String>()))
        .flatten()
        .unwrap_or_default();
    let side =
        workspace.peek(|p| p.verbatims.get(&id).and_then(|v| p.response_of(v)).map(|r| r.side)).flatten();
    let state = Memo::new(move |_| {
        let locale = language.locale();
        let said = |project: &Project| Some(decision(locale, project, project.verbatims.get(&id)?));
        workspace.follow(DECIDED, said).flatten().unwrap_or_default()
    });
    view! {
        <button
            class="verbatim-row"
            data-testid="verbatim-row"
            data-id=id.0
            data-side=side.map(side::id)
            aria-current=move || (coding.current() == Some(id)).then_some("true")
            on:click=act(move || {
                coding.show(id);
                focus("[data-testid=verbatim]");
            })
        >
            <span class="row-text" dir="auto">{text}</span>
            <span class="row-state">{state}</span>
        </button>
    }
}
