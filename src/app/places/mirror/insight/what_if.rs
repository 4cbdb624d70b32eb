//! What the mean of a side would be if the moment were lived at another level.

use leptos::prelude::*;

use super::super::state::MirrorState;
use crate::analysis::Level;
use crate::analysis::what_if::{Sums, first_target};
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{part, reactive};
use crate::model::{MomentId, Side};
use crate::say::insight::{what_if, what_if_target};

/// A slider for the level, and what would follow.
#[component]
pub fn WhatIf(moment: MomentId, side: Side) -> impl IntoView {
    let language = Language::get();
    let page = MirrorState::get();
    let sums = Memo::new(move |_| {
        let figures = page.figures()?;
        let place = figures.mirror.rows.iter().position(|row| row.moment == moment)?;
        let (measures, summary) = (figures.mirror.rows[place].side(side), figures.mirror.side(side));
        let level = measures.level.ok()?.value;
        Some((Sums::new(summary, measures, place)?, level, summary.mean_level.ok()?))
    });
    let target = RwSignal::new(None::<f64>);
    let chosen = move |level: Level| target.get().unwrap_or_else(|| first_target(level));
    let text = move |(sums, level, mean): (Sums, Level, Level)| {
        what_if(language.locale(), &sums, (level, mean), chosen(level))
    };
    let slider = move |level: Level| {
        view! {
            <input
                type="range"
                min="-100"
                max="100"
                step="1"
                data-testid="what-if"
                prop:value=reactive(move || chosen(level).to_string())
                on:input:target=move |event| target.set(event.target().value().parse().ok())
            />
        }
    };
    let shown = move || sums.get().map(|(_, level, _)| level);
    part(move || {
        shown().map(|level| {
            view! {
                <div class="what-if">
                    <h4>{say!(language, explain.what_if)}</h4>
                    <label>
                        <span>
                            {part(move || what_if_target(language.locale(), chosen(level)))}
                        </span>
                        {slider(level)}
                    </label>
                    <p>{part(move || sums.get().map(text))}</p>
                </div>
            }
        })
    })
}
