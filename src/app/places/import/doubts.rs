//! What may be understood in more than one way: each doubt with its readings, one click apart.

use leptos::prelude::*;

use super::state::Import;
use crate::app::browser::keyboard::focus;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, part};
use crate::import::doubt::Doubt;
use crate::say::import::doubt;

/// The open doubts; nothing where there is none.
#[component]
pub fn Doubts() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let open = Memo::new(move |_| import.open_doubts());
    let all = RwSignal::new(false);
    let shown = move || {
        let mut shown = open.get();
        if !all.get() {
            shown.truncate(MOST);
        }
        shown
    };
    let others = Memo::new(move |_| if all.get() { 0 } else { open.with(Vec::len).saturating_sub(MOST) });
    let more = move |count: usize| {
        view! {
            <button data-testid="doubts-more" on:click=act(move || all.set(true))>
                {tr!(language, import.more_doubts, count = language.count(count))}
            </button>
        }
    };
    let list = move || {
        view! {
            <section class="doubts" aria-labelledby="doubts-title">
                <h3 id="doubts-title">{say!(language, import.first_doubts)}</h3>
                <For
                    each=shown
                    key=|doubt| (doubt.kind, doubt.column)
                    children=move |doubt| view! { <OneDoubt doubt /> }
                />
                {part(move || Some(others.get()).filter(|count| *count > 0).map(more))}
            </section>
        }
    };
    let is_open = Memo::new(move |_| !open.get().is_empty());
    part(move || is_open.get().then(list))
}

/// So many doubts stand on the page at first: a table of hundreds of columns may have hundreds.
const MOST: usize = 12;

/// The focus goes to what is still open, or to the step.
fn to_the_next() {
    request_animation_frame(|| {
        let _ = focus("[data-testid=doubt] button") || focus("[data-testid=import-confirm]");
    });
}

/// One doubt: the question, what it is about, and its readings.
#[component]
fn OneDoubt(doubt: Doubt) -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let asked = doubt.clone();
    let question = move || {
        let said = import.with_table(|opened| doubt::question(language.locale(), &asked, &opened.table));
        said.unwrap_or_default()
    };
    let shown = doubt.clone();
    let example = move || import.with_table(|opened| doubt::example(&shown, &opened.table)).flatten();
    let kind = doubt.kind;
    let choices = doubt.readings.clone().into_iter().map(move |reading| {
        let (doubt, chosen) = (doubt.clone(), reading.clone());
        let label = move || {
            let said =
                import.with_table(|opened| doubt::reading(language.locale(), kind, &reading, &opened.table));
            said.unwrap_or_default()
        };
        view! {
            <button
                data-testid="doubt-choice"
                on:click=act(move || {
                    import.settle(&doubt, &chosen);
                    to_the_next();
                })
            >
                {part(label)}
            </button>
        }
    });
    view! {
        <div class="doubt" data-testid="doubt" data-kind=kind.id()>
            <p>{part(question)}</p>
            {part(move || example().map(|(before, after)| view! { <BeforeAfter before after /> }))}
            <p class="buttons">{choices.collect_view()}</p>
        </div>
    }
}

/// A text before and after a repair.
#[component]
fn BeforeAfter(before: String, after: String) -> impl IntoView {
    view! {
        <p class="repair-example">
            <span dir="auto">{before}</span>
            " → "
            <span dir="auto">{after}</span>
        </p>
    }
}
