//! Whose codings are read, where there are several coders.

use leptos::prelude::*;

use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::parts::{Loading, load};
use crate::app::shell::reactive::part;
use crate::model::{Coder, CoderId, Project, Settings};

/// A coder as a choice: who, what they are called, and how many verbatims they decided on.
pub type Counted = (CoderId, String, usize);

/// The coders who decided something; none where there is one coder alone, which is quick to know.
pub fn deciders(project: &Project) -> Vec<Counted> {
    if project.coders.len() < 2 {
        return Vec::new();
    }
    project.deciders().into_iter().map(|(coder, count)| (coder.id, coder.name.clone(), count)).collect()
}

/// What a coder is called: an owner who never said is the user.
pub fn coder_name(language: Language, name: &str) -> String {
    if name.is_empty() { tr!(language, code.coder_own).to_owned() } else { name.to_owned() }
}

/// Reads the codings of that coder from now on.
pub fn read_codings_of(workspace: Workspace, coder: CoderId) {
    let settings = workspace.peek(|project| project.settings).unwrap_or_default();
    workspace.change_settings(Settings { coder, ..settings });
}

/// Fetches the code of the choice, for places that show it at times.
pub fn coder_choice() -> Loading {
    load!(choice, plan, || view! { <CoderChoice /> }.into_any())
}

/// The choice; nothing where nobody but the coder whose codings are read has decided anything.
#[component]
pub fn CoderChoice() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let choices = Memo::new(move |_| workspace.with(choices).flatten());
    let option = move |(id, name, count): Counted, read: CoderId| {
        let name = coder_name(language, &name);
        let label = tr!(language, code.coder_option, name = name, count = language.count(count));
        view! { <option value=id.0 selected=id == read>{label}</option> }
    };
    part(move || {
        choices.get().map(|(read, coders)| {
            view! {
                <label class="coder-choice">
                    <span>{say!(language, code.codings_of)}</span>
                    " "
                    <select
                        data-testid="coder-choice"
                        on:change:target=move |event| {
                            if let Ok(id) = event.target().value().parse() {
                                read_codings_of(workspace, CoderId(id));
                            }
                        }
                    >
                        {coders.into_iter().map(|coder| option(coder, read)).collect_view()}
                    </select>
                </label>
            }
        })
    })
}

/// Whose codings are read, and all whose could be.
fn choices(project: &Project) -> Option<(CoderId, Vec<Counted>)> {
    let read = project.settings.coder;
    let mut coders = deciders(project);
    coders.iter().any(|(id, ..)| *id != read).then_some(())?;
    if coders.iter().all(|(id, ..)| *id != read) {
        let own = project.coders.iter().find(|coder| coder.id == read);
        coders.splice(..0, own.map(|Coder { id, name }| (*id, name.clone(), 0)));
    }
    Some((read, coders))
}
