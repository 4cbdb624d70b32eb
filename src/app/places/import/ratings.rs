//! Which columns are closed answers, each with its scale, its way up and, where it is in words, its steps.

use leptos::prelude::*;

use super::options::{marked_options, selected};
use super::state::Import;
use crate::app::browser::keyboard::focus;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, part, reactive};
use crate::import::{Meaning, Misfit, RatingColumn, Role, Segment, rating_column, scale};
use crate::model::{Scale, ScaleKind};
use crate::say::import::{rating, role};

/// The columns, and a row for each that is chosen.
#[component]
pub fn Ratings() -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let columns = Memo::new(move |_| {
        import.mapping.with(|mapping| mapping.ratings.iter().map(|rating| rating.column).collect::<Vec<_>>())
    });
    let choose = move |chosen: Vec<usize>| {
        let new: Vec<usize> = columns
            .with_untracked(|of| chosen.iter().copied().filter(|column| !of.contains(column)).collect());
        let ratings = import.with_table(|opened| {
            let kept = import.mapping.with_untracked(|mapping| mapping.ratings.clone());
            let rating = |column: usize| {
                let known = kept.iter().find(|rating| rating.column == column).cloned();
                known.unwrap_or_else(|| rating_column(&opened.table, column))
            };
            chosen.into_iter().map(rating).collect::<Vec<_>>()
        });
        import.chosen.update(|chosen| chosen.extend(&new));
        import.mapping.update(|mapping| {
            mapping.ratings = ratings.unwrap_or_default();
            // What is a rating now groups nobody.
            mapping.segments.retain(|segment| !new.iter().any(|column| *segment == Segment::Column(*column)));
        });
    };
    let options = move || marked_options(&import, move |column| columns.with(|of| of.contains(&column)));
    view! {
        <label class="field wide">
            <span>{part(move || role::role(language.locale(), Role::Rating))}</span>
            <select
                multiple
                size="3"
                data-testid="map-rating"
                on:change:target=move |event| choose(selected(&event.target()))
            >
                <option value="">{say!(language, import.none)}</option>
                {part(options)}
            </select>
        </label>
        <div class="text-columns">
            <For each=move || columns.get() key=|column| *column let:column>
                <RatingRow column />
            </For>
        </div>
    }
}

/// One rating: its scale, its ends, which end is the best, and its steps.
#[component]
fn RatingRow(column: usize) -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let name = import.with_table(|opened| opened.table.names().get(column).cloned()).flatten();
    let rating = Memo::new(move |_| {
        import.mapping.with(|m| m.ratings.iter().find(|rating| rating.column == column).cloned())
    });
    let scale = move || rating.get().map_or(Scale::CSAT, |rating| rating.scale);
    let change = move |change: &dyn Fn(&mut RatingColumn)| {
        import.mapping.update(|m| m.ratings.iter_mut().filter(|r| r.column == column).for_each(change));
    };
    let rescale = move |wanted: Option<Scale>| {
        if let Some(wanted) = wanted {
            change(&|rating| {
                let turned = rating.scale.is_reversed();
                rating.scale = if turned { wanted.turned() } else { wanted };
            });
        }
    };
    let ends = move || scale().ends();
    let end = move |upper: bool, value: &str| {
        if let Ok(value) = value.parse::<f64>() {
            let (low, high) = ends();
            let (low, high) = if upper { (low, value) } else { (value, high) };
            let kind =
                if scale().kind == ScaleKind::Agreement { ScaleKind::Agreement } else { ScaleKind::Custom };
            rescale(Scale::new(kind, low, high).ok());
        }
    };
    let misfit = Memo::new(move |_| misfit(&import, column));
    let warning = move |found: Misfit| {
        let said = rating::misfit(language.locale(), found);
        view! { <span class="hint" data-testid="rating-other-ends">{said}</span> }
    };
    let reverse = act(move || change(&|rating| rating.scale = rating.scale.turned()));
    let other_best = move || {
        let locale = language.locale();
        rating.get().map(|of_column| rating::turned(locale, of_column)).unwrap_or_default()
    };
    view! {
        <div
            class="text-column"
            data-testid="rating-column"
            data-column=column
            data-scale=reactive(move || scale::id(scale().kind))
            data-min=reactive(move || ends().0.to_string())
            data-max=reactive(move || ends().1.to_string())
            data-reversed=reactive(move || scale().is_reversed().to_string())
        >
            <span class="text-name">{name}</span>
            <select
                data-testid="map-rating-scale"
                aria-label=say!(language, import.scale)
                prop:value=reactive(move || scale::id(scale().kind))
                on:change:target=move |event| {
                    import.chosen.update(|chosen| chosen.push(column));
                    rescale(named(&event.target().value(), scale()));
                }
            >
                <option value="nps">"NPS, 0–10"</option>
                <option value="csat">"CSAT, 1–5"</option>
                <option value="ces">"CES, 1–7"</option>
                <option value="agreement">{say!(language, import.scale_agreement)}</option>
                <option value="custom">{say!(language, import.scale_custom)}</option>
            </select>
            <input
                type="number"
                step="any"
                class="end"
                aria-label=say!(language, import.scale_low)
                prop:value=reactive(move || ends().0.to_string())
                on:change:target=move |event| end(false, &event.target().value())
            />
            "–"
            <input
                type="number"
                step="any"
                class="end"
                aria-label=say!(language, import.scale_high)
                prop:value=reactive(move || ends().1.to_string())
                on:change:target=move |event| end(true, &event.target().value())
            />
            <button data-testid="rating-reverse" on:click=reverse>
                {part(other_best)}
            </button>
            {part(move || misfit.get().map(warning))}
            {part(move || rating.get().map(|rating| view! { <Steps rating /> }))}
        </div>
    }
}

/// The steps of a rating in words, worst first, each movable; nothing for numbers.
#[component]
fn Steps(rating: RatingColumn) -> impl IntoView {
    let language = Language::get();
    let import = Import::get();
    let column = rating.column;
    let steps: Vec<Meaning> = rating.meanings.iter().filter(|step| step.value.is_some()).cloned().collect();
    let last = steps.len().saturating_sub(1);
    let swap = move |at: usize, with: usize| {
        import.mapping.update(|mapping| {
            let of_column = mapping.ratings.iter_mut().filter(|rating| rating.column == column);
            of_column.for_each(|rating| rating.swap_steps(at, with));
        });
        // The focus goes with the step, so that it can be moved on.
        let handle = if with < at { "step-up" } else { "step-down" };
        let place = with + 1;
        request_animation_frame(move || {
            let own =
                format!("[data-testid=rating-column][data-column='{column}'] [data-testid=rating-steps]");
            let button = format!("{own} li:nth-child({place}) [data-testid={handle}]:not(:disabled)");
            let other = format!("{own} li:nth-child({place}) button:not(:disabled)");
            let _ = focus(&button) || focus(&other);
        });
    };
    let row = move |(at, step): (usize, Meaning)| {
        let (up, down) = (step.cell.clone(), step.cell.clone());
        // Its number on the scale: steps that nobody chose are not listed.
        let number = step.value.unwrap_or_default().to_string();
        view! {
            <li value=number>
                {step.cell}
                <button
                    class="quiet"
                    data-testid="step-up"
                    disabled=at == 0
                    aria-label=move || tr!(language, import.step_up, name = up.as_str())
                    on:click=act(move || swap(at, at.saturating_sub(1)))
                >
                    "↑"
                </button>
                <button
                    class="quiet"
                    data-testid="step-down"
                    disabled=at == last
                    aria-label=move || tr!(language, import.step_down, name = down.as_str())
                    on:click=act(move || swap(at, at + 1))
                >
                    "↓"
                </button>
            </li>
        }
    };
    let scale = rating.scale;
    let order = move || rating::order(language.locale(), scale);
    let has_steps = !steps.is_empty();
    let silent = move || {
        let said = rating::silent(language.locale(), &rating);
        said.map(|said| view! { <span class="faint">{said}</span> })
    };
    view! {
        {has_steps
            .then(|| {
                view! {
                    <div class="degrees">
                        <span class="faint">{order}</span>
                        <ol data-testid="rating-steps">{steps.into_iter().enumerate().map(row).collect_view()}</ol>
                    </div>
                }
            })}
        {part(silent)}
    }
}

/// What is wrong with the scale of a column, where the user has chosen it.
pub fn misfit(import: &Import, column: usize) -> Option<Misfit> {
    let rating = import.mapping.with(|m| m.ratings.iter().find(|rating| rating.column == column).cloned())?;
    let is_chosen = import.chosen.with(|chosen| chosen.contains(&column));
    let table = import.with_table(|opened| opened.table.clone()).filter(|_| is_chosen)?;
    crate::import::misfit(&table, &rating)
}

/// The scale of that name; other ends stay as they are.
fn named(name: &str, scale: Scale) -> Option<Scale> {
    let (low, high) = scale.ends();
    match name {
        "nps" => Some(Scale::NPS),
        "csat" => Some(Scale::CSAT),
        "ces" => Some(Scale::CES),
        "agreement" => Scale::new(ScaleKind::Agreement, low, high).ok(),
        _ => Scale::custom(low, high).ok(),
    }
}
