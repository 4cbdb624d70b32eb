//! Which column is what.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlOptionElement, HtmlSelectElement};

use super::recalled;
use super::state::Import;
use super::{choices, sentences};
use crate::app::language::{Language, say, tr};
use crate::app::live::{live, part};
use crate::import::dates::Period;
use crate::import::{Mapping, Role, TextColumn, guess, rating_column, scale};
use crate::model::{Prompt, Scale, ScaleKind, Side};

/// All roles.
#[component]
pub fn Columns() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let recalled = move || {
        view! {
            <p data-testid="import-recalled">
                {say!(language, import.recalled)} " "
                {live(move || import.mapping.with(|mapping| recalled::of_all_rows(language, mapping)))} " "
                <button on:click=move |_| import.guess_anew()>{say!(language, import.guess_anew)}</button>
            </p>
        }
    };
    let left_out = move || {
        let mapping = import.mapping.get();
        import.with_table(|opened| sentences::left_out(language, &mapping, &opened.table)).flatten()
    };
    view! {
        <section class="columns">
            <h2>{say!(language, import.columns)}</h2>
            {part(move || import.recalled.get().then(recalled))}
            {part(move || left_out().map(|words| view! { <p data-testid="import-left-out">{words}</p> }))}
            <div class="roles">
                <Texts />
                {Mapping::default().single().map(|(role, _)| view! { <SingleRole role /> })}
                <WavePeriod />
                <RatingRole />
                <Segments />
            </div>
        </section>
    }
}

/// The columns of the table, as options with their place as value.
pub fn column_options(import: &Import) -> impl IntoView + use<> {
    import.with_table(|opened| {
        opened
            .table
            .names()
            .iter()
            .enumerate()
            .map(|(at, name)| view! { <option value=at>{name.clone()}</option> })
            .collect_view()
    })
}

/// The value of an optional column in its select.
pub fn column_value(column: Option<usize>) -> String {
    column.map_or_else(String::new, |column| column.to_string())
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
            <span>{part(move || sentences::role(language, role))}</span>
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

/// How long the periods are that days in the wave column fall into.
#[component]
fn WavePeriod() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let value = move || import.mapping.with(|mapping| mapping.wave_by.map_or("", Period::id));
    let title = move |period: Period| match period {
        Period::Month => tr!(language, import.by_month),
        Period::Quarter => tr!(language, import.by_quarter),
        Period::Year => tr!(language, import.by_year),
    };
    view! {
        <label class="field">
            <span>{say!(language, import.wave_by)}</span>
            <select
                data-testid="map-wave-by"
                disabled=move || import.mapping.with(|mapping| mapping.wave.is_none())
                prop:value=live(value)
                on:change:target=move |event| {
                    let chosen = event.target().value();
                    let period = Period::ALL.into_iter().find(|period| period.id() == chosen);
                    import.mapping.update(|mapping| mapping.wave_by = period);
                }
            >
                <option value="">{say!(language, import.as_written)}</option>
                {Period::ALL
                    .map(|period| view! { <option value=period.id()>{part(move || title(period))}</option> })}
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
    let options = move || {
        import.with_table(|opened| {
            opened
                .table
                .names()
                .iter()
                .enumerate()
                .map(|(at, name)| {
                    view! { <option value=at prop:selected=move || is_text(at)>{name.clone()}</option> }
                })
                .collect_view()
        })
    };
    view! {
        <label class="field wide">
            <span>{part(move || sentences::role(language, Role::Text))}</span>
            <select
                multiple
                size="4"
                data-testid="map-text"
                on:change:target=move |event| chosen(selected(&event.target()))
            >
                {options}
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
                prop:value=move || text().map(|t| sentences::prompt_id(t.prompt))
                on:change:target=move |event| {
                    let prompt = sentences::prompt_of(&event.target().value());
                    change(&|text| text.prompt = prompt);
                }
            >
                {[Prompt::Unknown, Prompt::Positive, Prompt::Negative, Prompt::Neutral]
                    .map(|p| {
                        view! {
                            <option value=sentences::prompt_id(p)>{part(move || sentences::prompt(language, p))}</option>
                        }
                    })}
            </select>
            <select
                data-testid="map-text-side"
                aria-label=live(move || sentences::role(language, Role::Side))
                prop:value=move || text().map(|t| sentences::side_value(t.side))
                on:change:target=move |event| {
                    let side = sentences::side_of(&event.target().value());
                    change(&|text| text.side = side);
                }
            >
                <option value="">{say!(language, import.side_of_row)}</option>
                <option value="client">{part(move || crate::app::words::side(language, Side::Client))}</option>
                <option value="employee">{part(move || crate::app::words::side(language, Side::Employee))}</option>
            </select>
        </div>
    }
}

/// The closed answer and its scale.
#[component]
fn RatingRole() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let rating = move || import.mapping.with(|mapping| mapping.ratings.first().cloned());
    let choose = move |column: Option<usize>| {
        let rating =
            column.and_then(|column| import.with_table(|opened| rating_column(&opened.table, column)));
        import.mapping.update(|mapping| mapping.ratings = rating.into_iter().collect());
    };
    let rescale = move |scale: Option<Scale>| {
        if let Some(scale) = scale {
            import.mapping.update(|mapping| {
                if let Some(rating) = mapping.ratings.first_mut() {
                    rating.scale = scale;
                }
            });
        }
    };
    let named = move |name: &str| match name {
        "nps" => Some(Scale::NPS),
        "csat" => Some(Scale::CSAT),
        "ces" => Some(Scale::CES),
        _ => rating().and_then(|rating| {
            let (low, high) = rating.scale.ends();
            Scale::custom(low, high).ok()
        }),
    };
    let end = move |upper: bool, value: String| {
        if let (Ok(value), Some(rating)) = (value.parse::<f64>(), rating()) {
            let (low, high) = rating.scale.ends();
            let ends = if upper { (low, value) } else { (value, high) };
            rescale(Scale::custom(ends.0, ends.1).ok());
        }
    };
    let custom = move || rating().filter(|rating| rating.scale.kind == ScaleKind::Custom);
    view! {
        <label class="field">
            <span>{part(move || sentences::role(language, Role::Rating))}</span>
            <select
                data-testid="map-rating"
                prop:value=live(move || column_value(rating().map(|rating| rating.column)))
                on:change:target=move |event| choose(event.target().value().parse().ok())
            >
                <option value="">{say!(language, import.none)}</option>
                {part(move || column_options(&import))}
            </select>
        </label>
        <label class="field">
            <span>{say!(language, import.scale)}</span>
            <select
                data-testid="map-rating-scale"
                disabled=move || rating().is_none()
                prop:value=move || rating().map(|rating| scale::id(rating.scale.kind))
                on:change:target=move |event| rescale(named(&event.target().value()))
            >
                <option value="nps">"NPS, 0–10"</option>
                <option value="csat">"CSAT, 1–5"</option>
                <option value="ces">"CES, 1–7"</option>
                <option value="custom">{say!(language, import.scale_custom)}</option>
            </select>
        </label>
        {part(move || {
            custom()
                .map(|rating| {
                    let (low, high) = rating.scale.ends();
                    view! {
                        <label class="field">
                            <span>{tr!(language, import.scale_low)}</span>
                            <input
                                type="number"
                                step="any"
                                value=low
                                on:change:target=move |event| end(false, event.target().value())
                            />
                        </label>
                        <label class="field">
                            <span>{tr!(language, import.scale_high)}</span>
                            <input
                                type="number"
                                step="any"
                                value=high
                                on:change:target=move |event| end(true, event.target().value())
                            />
                        </label>
                    }
                })
        })}
    }
}

/// Other attributes.
#[component]
fn Segments() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let is_segment = move |column: usize| import.mapping.with(|m| choices::columns(m).contains(&column));
    let options = move || {
        import.with_table(|opened| {
            opened
                .table
                .names()
                .iter()
                .enumerate()
                .map(|(at, name)| {
                    view! { <option value=at prop:selected=move || is_segment(at)>{name.clone()}</option> }
                })
                .collect_view()
        })
    };
    view! {
        <label class="field wide">
            <span>{part(move || sentences::role(language, Role::Segment))}</span>
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
                {options}
            </select>
        </label>
        <choices::Choices />
    }
}

/// The values that are selected in a select of several.
fn selected(select: &HtmlSelectElement) -> Vec<usize> {
    let options = select.options();
    (0..options.length())
        .filter_map(|at| options.item(at)?.dyn_into::<HtmlOptionElement>().ok())
        .filter(HtmlOptionElement::selected)
        .filter_map(|option| option.value().parse().ok())
        .collect()
}
