//! How the answers to one question spread, as bars with their numbers beside them.

use leptos::prelude::*;

use crate::analysis::closed::{Answers, Bar, bars};
use crate::app::shell::language::{Language, tr};
use crate::app::shell::reactive::{part, reactive};
use crate::say::surveys::bars::label;
use crate::say::surveys::question::marked;

/// A bar per answer.
#[component]
pub fn Spread(answers: Answers) -> impl IntoView {
    let language = Language::get();
    let scale = answers.scale;
    let title = move || reactive(move || marked(language.locale(), tr!(language, surveys.spread), scale));
    let bar = move |bar: Bar| {
        let share = bar.share.0;
        let count = language.count(bar.respondents as usize);
        view! {
            <li>
                <span class="bar-label">{label(language.locale(), bar.answers)}</span>
                <span class="bar" aria-hidden="true">
                    <span style=format!("width: calc(100% * {share:.4})")></span>
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
