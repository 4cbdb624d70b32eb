//! What the mean of a side would be if the moment were lived at another level.

use leptos::prelude::*;

use super::entries::taken_off;
use crate::analysis::student::quantile;
use crate::analysis::what_if::{Ground, change};
use crate::analysis::{Estimate, Interval, Level, Undefined};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{live, part};
use crate::app::study::figures::Mirror;
use crate::model::{MomentId, Side};
use crate::say::words;

/// How far the slider first stands from the level.
const STEP: f64 = 20.0;

/// A slider for the level, and what would follow.
#[component]
pub fn WhatIf(moment: MomentId, side: Side) -> impl IntoView {
    let language = Language::get();
    let page = Mirror::get();
    let ground = Memo::new(move |_| {
        let figures = page.figures()?;
        let place = figures.tracker.rows.iter().position(|row| row.moment == moment)?;
        let row = &figures.tracker.rows[place];
        let (measures, summary) = match side {
            Side::Client => (&row.client, &figures.tracker.client),
            Side::Employee => (&row.employee, &figures.tracker.employee),
        };
        let level = measures.level.ok()?.value;
        Some((Ground::new(summary, measures, place)?, level, summary.mean_level.ok()?))
    });
    let target = RwSignal::new(None::<f64>);
    // Something to look at: a step that one would notice, downwards where there is no room above.
    let start = |level: f64| if level + STEP <= 100.0 { level + STEP } else { level - STEP };
    let chosen = move |level: Level| target.get().unwrap_or_else(|| start(level.shown().round()));
    let text = move |(ground, level, mean): (Ground, Level, Level)| {
        sentence(language, &ground, (level, mean), chosen(level))
    };
    let slider = move |level: Level| {
        view! {
            <input
                type="range"
                min="-100"
                max="100"
                step="1"
                data-testid="what-if"
                prop:value=live(move || chosen(level).to_string())
                on:input:target=move |event| target.set(event.target().value().parse().ok())
            />
        }
    };
    let shown = move || ground.get().map(|(_, level, _)| level);
    part(move || {
        shown().map(|level| {
            view! {
                <div class="what-if">
                    <h4>{say!(language, explain.what_if)}</h4>
                    <label>
                        <span>
                            {move || {
                                format!(
                                    "{} {}",
                                    tr!(language, explain.what_if_target),
                                    language.signed(chosen(level), 0),
                                )
                            }}
                        </span>
                        {slider(level)}
                    </label>
                    <p>{part(move || ground.get().map(text))}</p>
                </div>
            }
        })
    })
}

/// What would follow if a moment of that level, on a side of that mean, came to the target on the shown scale.
fn sentence(language: Language, ground: &Ground, (level, mean): (Level, Level), target: f64) -> String {
    let (mean, all) = (language.signed(mean.shown(), 1), language.number(ground.moments.0, 0));
    // All are where the slider stands: that is no interval around it.
    let is_none = |ends: &Interval<Level>| (ends.high.0 - ends.low.0).abs() < 1e-9;
    let points = |value: Level| words::points(language.locale(), language.signed(value.shown(), 1));
    let found = change(ground, Level(target / 50.0)).map(|found| Estimate {
        interval: found
            .interval
            .and_then(|ends| if is_none(&ends) { Err(Undefined::NoVariation) } else { Ok(ends) }),
        ..found
    });
    let formula = |value: Level, ends: Interval<Level>| {
        let (half, t) = ((ends.high.0 - ends.low.0) * 25.0, quantile(ground.told));
        tr!(
            language,
            explain.what_if_formula,
            told = ground.told,
            target = language.signed(target, 0),
            level = taken_off(language, level),
            all = language.number(ground.moments.0, 0),
            value = language.signed(value.shown(), 1),
            t = language.number(t, 3),
            error = language.number(half / t, 2),
            half = language.number(half, 1)
        )
    };
    match found {
        Ok(Estimate { value, interval: Ok(ends) }) => {
            let text = tr!(
                language,
                explain.what_if_text,
                mean = mean,
                value = points(value),
                low = language.signed(ends.low.shown(), 1),
                high = language.signed(ends.high.shown(), 1),
                told = ground.told,
                all = all
            );
            format!("{text} {}", formula(value, ends))
        }
        Ok(Estimate { value, interval: Err(reason) }) => tr!(
            language,
            explain.what_if_plain,
            mean = mean,
            value = points(value),
            reason = words::undefined(language.locale(), reason),
            told = ground.told,
            all = all
        ),
        Err(reason) => tr!(language, explain.undefined, reason = words::undefined(language.locale(), reason)),
    }
}
