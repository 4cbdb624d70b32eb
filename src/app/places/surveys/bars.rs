//! How the answers to one question spread, as bars with their numbers beside them.

use leptos::prelude::*;

use super::state::marked;
use crate::analysis::closed::{Answers, Bar, bars};
use crate::app::shell::language::{Language, tr};
use crate::app::shell::live::{live, part};

/// A bar per answer.
#[component]
pub fn Spread(answers: Answers) -> impl IntoView {
    let language = Language::get();
    let all = f64::from(answers.respondents().max(1));
    let scale = answers.scale;
    let title = move || live(move || marked(language, tr!(language, surveys.spread), scale));
    let bar = move |bar: Bar| {
        let share = f64::from(bar.respondents) / all;
        let (low, high) = (language.short(bar.answers.low.0), language.short(bar.answers.high.0));
        let label = if low == high { low } else { format!("{low}–{high}") };
        let count = language.count(bar.respondents as usize);
        view! {
            <li>
                <span class="bar-label">{label}</span>
                <span class="bar" aria-hidden="true">
                    <span style=format!("width: {:.2}%", share * 100.0)></span>
                </span>
                <span class="number">{count} " " <small>{language.percent(share, 0)}</small></span>
            </li>
        }
    };
    view! {
        <h4>{title()}</h4>
        <ul class="bars" aria-label=title()>
            {part(move || bars(&answers).into_iter().map(bar).collect_view())}
        </ul>
    }
}
