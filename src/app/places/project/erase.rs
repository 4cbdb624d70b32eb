//! Erasing a person: they are looked for, what would go is shown, and it goes for good.

use leptos::html::Input;
use leptos::prelude::*;

use crate::app::components::Confirm;
use crate::app::keep::columns;
use crate::app::keep::workspace::{Saving, Workspace};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, flag, part, reactive};
use crate::coding::{People, Person, people};
use crate::command::Command;
use crate::model::ResponseId;
use crate::say::project::person::facts;
use crate::say::side;

/// How many of those found are shown.
const MOST: usize = 20;

/// What went last: responses, verbatims, and whether the storage is rid of them.
type Gone = (usize, usize, bool);

/// The search, and the people that it finds.
#[component]
pub fn EraseSection() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let field = NodeRef::<Input>::new();
    let search = RwSignal::new(String::new());
    let chosen = RwSignal::new(None::<ResponseId>);
    let gone = RwSignal::new(None::<Gone>);
    let found = Memo::new(move |_| {
        let search = search.get();
        workspace.with(|project| people(project, &search, MOST)).unwrap_or_default()
    });
    let look = move |words: String| {
        gone.set(None);
        chosen.set(None);
        search.set(words);
    };
    let erase = Callback::new(move |person: Person| {
        if workspace.dispatch(Command::Erase(person.first)) {
            // A word of theirs may have become the name of a column, or what a value of one means.
            columns::forget();
            look(String::new());
            let is_stored = matches!(untrack(|| workspace.saving()), Saving::Saved(_));
            gone.set(Some((person.responses, person.texts.len(), is_stored)));
            if let Some(field) = field.get_untracked() {
                drop(field.focus());
            }
        }
    });
    let state = move || {
        if let Some(gone) = gone.get() {
            return outcome(language, gone);
        }
        let (shown, count) = found.with(|people| (people.shown.len(), people.count));
        match count {
            0 if search.with(|words| words.trim().is_empty()) => String::new(),
            0 => tr!(language, erase.nobody).to_owned(),
            _ if count > shown => {
                tr!(language, erase.more, count = language.count(count), shown = language.count(shown))
            }
            _ => tr!(language, erase.found, count = language.count(count)),
        }
    };
    view! {
        <section class="erase">
            <h2>{say!(language, erase.title)}</h2>
            <p>{say!(language, erase.text)}</p>
            <label class="field">
                <span>{say!(language, erase.search)}</span>
                // The browser, too, is not to remember whom one looked for.
                <input
                    type="search"
                    autocomplete="off"
                    data-testid="erase-search"
                    node_ref=field
                    prop:value=reactive(move || search.get())
                    on:input:target=move |event| look(event.target().value())
                />
            </label>
            <p role="status" data-testid="erase-state">
                {reactive(state)}
            </p>
            {part(move || {
                let People { shown, .. } = found.get();
                let row = |person| view! { <PersonRow person chosen erase /> };
                (!shown.is_empty()).then(|| view! { <ul class="people">{shown.into_iter().map(row).collect_view()}</ul> })
            })}
        </section>
    }
}

/// What went, and whether this browser still keeps it.
fn outcome(language: Language, (responses, verbatims, is_stored): Gone) -> String {
    let (responses, verbatims) = (language.count(responses), language.count(verbatims));
    if is_stored {
        tr!(language, erase.done, responses = responses, verbatims = verbatims)
    } else {
        tr!(language, erase.done_here, responses = responses, verbatims = verbatims)
    }
}

/// A person, and at a click what would go.
#[component]
fn PersonRow(
    /// Who.
    person: Person,
    /// The person whose answers are shown in full, by their first response.
    chosen: RwSignal<Option<ResponseId>>,
    /// Erases a person.
    erase: Callback<Person>,
) -> impl IntoView {
    let language = Language::get();
    let first = person.first;
    let is_chosen = Memo::new(move |_| chosen.get() == Some(first));
    let (responses, verbatims) = (person.responses, person.texts.len());
    let side = side::id(person.side);
    let beginning = person.texts.first().cloned();
    let person = StoredValue::new(person);
    let name = move || {
        let name = person.with_value(|person| person.name.clone());
        name.unwrap_or_else(|| tr!(language, erase.unnamed).to_owned())
    };
    let facts = move || person.with_value(|person| facts(language.locale(), person));
    let choose = move || chosen.update(|chosen| *chosen = (*chosen != Some(first)).then_some(first));
    let goes = move || view! { <Goes person=person.get_value() erase /> };
    view! {
        <li data-testid="erase-person" data-side=side data-responses=responses data-verbatims=verbatims>
            <b>{reactive(name)}</b>
            <span class="faint">{reactive(facts)}</span>
            <button
                class="quiet"
                data-testid="erase-choose"
                aria-expanded=flag(move || is_chosen.get())
                on:click=act(choose)
            >
                {say!(language, erase.choose)}
            </button>
            {part(move || {
                let beginning = beginning.clone().filter(|_| !is_chosen.get());
                beginning.map(|text| view! { <p class="beginning">{text}</p> })
            })}
            {part(move || is_chosen.get().then(goes))}
        </li>
    }
}

/// All that would go, what would not, and the step itself.
#[component]
fn Goes(
    /// Who.
    person: Person,
    /// Erases a person.
    erase: Callback<Person>,
) -> impl IntoView {
    let language = Language::get();
    let (responses, ratings, codings) = (person.responses, person.ratings, person.codings);
    let texts = person.texts.clone();
    let verbatims = texts.len();
    let counts = move || {
        tr!(
            language,
            erase.goes,
            responses = language.count(responses),
            ratings = language.count(ratings),
            verbatims = language.count(verbatims),
            codings = language.count(codings)
        )
    };
    view! {
        <div class="goes" data-testid="erase-goes" data-codings=codings data-ratings=ratings>
            <p>{reactive(counts)}</p>
            <ul class="texts">{texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            <p>{say!(language, erase.for_good)}</p>
            <p>{say!(language, erase.stays)}</p>
            <Confirm
                testid="erase"
                label=Signal::derive(move || tr!(language, erase.erase).to_owned())
                question=Signal::derive(move || tr!(language, erase.question).to_owned())
                yes=Signal::derive(move || tr!(language, erase.yes).to_owned())
                on_yes=move |()| erase.run(person.clone())
            />
        </div>
    }
}
