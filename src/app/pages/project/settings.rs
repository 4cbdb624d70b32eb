//! The choices that change what the mirror shows and what leaves the page.

use leptos::prelude::*;

use crate::app::language::{Language, say};
use crate::app::live::live;
use crate::app::workspace::Workspace;
use crate::command::Command;
use crate::model::Settings;

/// Smallest sample, seed, protection of small groups.
#[component]
pub fn SettingsForm() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let settings = Memo::new(move |_| workspace.with(|p| p.settings).unwrap_or_default());
    let change = move |change: fn(&mut Settings, u64), value: String| {
        if let Ok(value) = value.trim().parse() {
            let mut changed = settings.get_untracked();
            change(&mut changed, value);
            workspace.dispatch(Command::Settings(changed));
        }
    };
    view! {
        <section>
            <h2>{say!(language, settings.title)}</h2>
            <label class="field">
                <span>{say!(language, settings.minimum)}</span>
                <input
                    type="number"
                    min="1"
                    max="1000"
                    data-testid="minimum"
                    prop:value=live(move || settings.get().minimum.to_string())
                    on:change:target=move |event| {
                        change(
                            |s, value| s.minimum = u32::try_from(value.clamp(1, 1000)).unwrap_or(1000),
                            event.target().value(),
                        );
                    }
                />
                <span class="faint">{say!(language, settings.minimum_text)}</span>
            </label>
            <label class="field">
                <span>{say!(language, settings.seed)}</span>
                <input
                    type="number"
                    min="0"
                    data-testid="seed"
                    prop:value=live(move || settings.get().seed.to_string())
                    on:change:target=move |event| change(|s, value| s.seed = value, event.target().value())
                />
                <span class="faint">{say!(language, settings.seed_text)}</span>
            </label>
            <label class="field check">
                <input
                    type="checkbox"
                    data-testid="protect-small-groups"
                    prop:checked=move || settings.get().protect_small_groups
                    on:change:target=move |event| {
                        let protect_small_groups = event.target().checked();
                        workspace
                            .dispatch(
                                Command::Settings(Settings {
                                    protect_small_groups,
                                    ..settings.get_untracked()
                                }),
                            );
                    }
                />
                <span>{say!(language, settings.protect)}</span>
                <span class="faint">{say!(language, settings.protect_text)}</span>
            </label>
        </section>
    }
}
