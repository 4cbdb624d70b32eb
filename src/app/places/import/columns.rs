//! Which column is what.

use leptos::prelude::*;

use super::choices;
use super::options::{self, column_options, column_value, marked_options, selected};
use super::ratings::Ratings;
use super::state::Import;
use super::waves::{WaveOfAll, WavePeriod};
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{part, reactive};
use crate::import::{Mapping, Role, TextColumn, guess};
use crate::model::{Prompt, Side};
use crate::say::import::{recalled, role};
use crate::say::side;

/// All roles.
#[component]
pub fn Columns() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let recalled = move || {
        view! {
            <p data-testid="import-recalled">
                {say!(language, import.recalled)} " "
                {reactive(move || {
                    let said = import.side_said.get();
                    import.mapping.with(|mapping| recalled::of_all_rows(language.locale(), mapping, said))
                })} " "
                <button on:click=move |_| import.guess_anew()>{say!(language, import.guess_anew)}</button>
            </p>
        }
    };
    view! {
        <section class="columns">
            <h2>{say!(language, import.columns)}</h2>
            {part(move || import.recalled.get().then(recalled))}
            <div class="roles">
                <Texts />
                {Mapping::default().single().map(|(role, _)| view! { <SingleRole role /> })}
                <WavePeriod />
                <WaveOfAll />
                <Ratings />
                <Themes />
                <Segments />
            </div>
        </section>
    }
}

/// A role of one column at most.
#[component]
fn SingleRole(role: Role) -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let column = move |mapping: &Mapping| {
        mapping.single().into_iter().find_map(|(it, column)| column.filter(|_| it == role))
    };
    let choose = move |column: Option<usize>| {
        import.mapping.update(|mapping| {
            mapping
                .single_mut()
                .into_iter()
                .filter(|(it, _)| *it == role)
                .for_each(|(_, place)| *place = column);
        });
    };
    view! {
        <label class="field">
            <span>{part(move || role::role(language.locale(), role))}</span>
            <select
                data-testid=format!("map-{}", role.id())
                prop:value=move || column_value(import.mapping.with(column))
                on:change:target=move |event| choose(event.target().value().parse().ok())
            >
                <option value="">{say!(language, import.none)}</option>
                {part(move || column_options(&import))}
            </select>
        </label>
    }
}

/// The open answers: several columns give several verbatims.
#[component]
fn Texts() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let chosen = move |columns: Vec<usize>| {
        let texts = import.with_table(|opened| {
            columns
                .into_iter()
                .map(|column| {
                    let kept = import.mapping.with_untracked(|mapping| {
                        mapping.texts.iter().find(|text| text.column == column).copied()
                    });
                    kept.unwrap_or_else(|| guess::text_column(&opened.table, column))
                })
                .collect::<Vec<TextColumn>>()
        });
        import.mapping.update(|mapping| mapping.texts = texts.unwrap_or_default());
    };
    let is_text = move |column: usize| {
        import.mapping.with(|mapping| mapping.texts.iter().any(|text| text.column == column))
    };
    let options = move || marked_options(&import, is_text);
    view! {
        <label class="field wide">
            <span>{part(move || role::role(language.locale(), Role::Text))}</span>
            <select
                multiple
                size="4"
                data-testid="map-text"
                on:change:target=move |event| chosen(selected(&event.target()))
            >
                {part(options)}
            </select>
        </label>
        <div class="text-columns">
            <For each=move || import.mapping.with(|m| m.texts.clone()) key=|text| text.column let:text>
                <TextRow column=text.column />
            </For>
        </div>
    }
}

/// The question and the side of one text column.
#[component]
fn TextRow(column: usize) -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let name = import.with_table(|opened| opened.table.names().get(column).cloned()).flatten();
    let text = move || import.mapping.with(|m| m.texts.iter().find(|t| t.column == column).copied());
    let change = move |change: &dyn Fn(&mut TextColumn)| {
        import.mapping.update(|m| m.texts.iter_mut().filter(|t| t.column == column).for_each(change));
    };
    view! {
        <div class="text-column" data-testid="text-column" data-column=column>
            <span class="text-name">{name}</span>
            <select
                data-testid="map-text-prompt"
                aria-label=say!(language, import.prompt_asked)
                prop:value=move || text().map(|t| options::prompt_id(t.prompt))
                on:change:target=move |event| {
                    let prompt = options::prompt_of(&event.target().value());
                    change(&|text| text.prompt = prompt);
                }
            >
                {[Prompt::Unknown, Prompt::Positive, Prompt::Negative, Prompt::Neutral]
                    .map(|p| {
                        view! {
                            <option value=options::prompt_id(p)>{part(move || role::prompt(language.locale(), p))}</option>
                        }
                    })}
            </select>
            <select
                data-testid="map-text-side"
                aria-label=reactive(move || role::role(language.locale(), Role::Side))
                prop:value=move || text().map(|t| options::side_value(t.side))
                on:change:target=move |event| {
                    let side = options::side_of(&event.target().value());
                    change(&|text| text.side = side);
                }
            >
                <option value="">{say!(language, import.side_of_row)}</option>
                <option value="client">{part(move || side::name(language.locale(), Side::Client))}</option>
                <option value="employee">{part(move || side::name(language.locale(), Side::Employee))}</option>
            </select>
            <select
                data-testid="map-text-title"
                aria-label=say!(language, import.title_of)
                prop:value=reactive(move || column_value(text().and_then(|text| text.title)))
                on:change:target=move |event| {
                    let title = event.target().value().parse().ok();
                    change(&|text| text.title = title);
                }
            >
                <option value="">{say!(language, import.title_none)}</option>
                {part(move || column_options(&import))}
            </select>
        </div>
    }
}

/// Other attributes.
#[component]
fn Segments() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_segment = move |column: usize| import.mapping.with(|m| choices::columns(m).contains(&column));
    let options = move || marked_options(&import, is_segment);
    view! {
        <label class="field wide">
            <span>{part(move || role::role(language.locale(), Role::Segment))}</span>
            <select
                multiple
                size="3"
                data-testid="map-segment"
                on:change:target=move |event| {
                    let columns = selected(&event.target());
                    import
                        .with_table(|opened| {
                            import.mapping.update(|m| choices::choose(m, &opened.table, &columns));
                        });
                }
            >
                {part(options)}
            </select>
        </label>
        <choices::Choices />
    }
}

/// Columns that say by themselves which theme a text speaks of.
#[component]
fn Themes() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_theme = move |column: usize| import.mapping.with(|mapping| mapping.themes.contains(&column));
    view! {
        <label class="field wide">
            <span>{say!(language, import.themes)}</span>
            <select
                multiple
                size="3"
                data-testid="map-theme"
                on:change:target=move |event| {
                    let themes = selected(&event.target());
                    import.mapping.update(|mapping| mapping.themes = themes);
                }
            >
                {part(move || marked_options(&import, is_theme))}
            </select>
        </label>
    }
}
