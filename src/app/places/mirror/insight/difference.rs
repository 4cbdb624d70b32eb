//! How the differences of a moment between two groups were computed, with the project's own figures in the formulas.

use std::sync::Arc;

use leptos::prelude::*;

use super::entries::Entry;
use super::explain::definition;
use super::pair::Pair;
use super::verdicts::{all_verdicts, probability, untested};
use crate::analysis::compare::Incomparable;
use crate::analysis::compare::groups::{Change, Design, SideChange, Verdict};
use crate::analysis::compare::welch;
use crate::analysis::distribution::student_quantile;
use crate::analysis::{Estimate, Interval, Measures, Points, Proportion, Shift};
use crate::app::components::opened::Opened;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::live::{act, part};
use crate::model::{MomentId, Side};
use crate::say::words;

/// The moment that was asked for, until it is closed.
#[component]
pub fn Difference(pair: Arc<Pair>, asked: RwSignal<Option<MomentId>>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let opened = Opened::new(asked, false);
    let column = move |pair: &Pair, side: Side, moment: MomentId| {
        let entries = entries(language, pair, side, moment).into_iter().map(definition).collect_view();
        view! {
            <div data-side=words::side_id(side)>
                <h3>{words::side(language.locale(), side)}</h3>
                <dl>{entries}</dl>
            </div>
        }
    };
    part(move || {
        let moment = asked.get()?;
        let name = workspace.with(|p| p.codebook.moment(moment).map(|m| m.name.clone())).flatten()?;
        let sides = [Side::Client, Side::Employee].map(|side| column(&pair, side, moment));
        Some(view! {
            <section
                class="explanation"
                data-testid="difference"
                tabindex="-1"
                node_ref=opened.section
                on:keydown=move |event| opened.key(&event)
            >
                <div class="drill-head">
                    <h2>{tr!(language, explain.title, name = name)}</h2>
                    <button class="quiet" on:click=act(move || opened.close())>
                        {say!(language, notice.dismiss)}
                    </button>
                </div>
                <div class="drill-sides">{sides.into_iter().collect_view()}</div>
            </section>
        })
    })
}

/// Both differences of a side.
fn entries(language: Language, pair: &Pair, side: Side, moment: MomentId) -> Vec<Entry> {
    let found = &pair.found;
    let rows = found.rows.iter().zip(found.before.rows.iter().zip(&found.after.rows));
    let Some((row, (before, after))) = rows.into_iter().find(|(row, _)| row.moment == moment) else {
        return Vec::new();
    };
    let (change, design, groups) = match side {
        Side::Client => (&row.client, found.client, [&before.client, &after.client]),
        Side::Employee => (&row.employee, found.employee, [&before.employee, &after.employee]),
    };
    let family = language.count(all_verdicts(&found.rows).len());
    [
        (
            tr!(language, explain.frequency),
            frequency(language, change, design, groups),
            test(&change.frequency),
        ),
        (tr!(language, explain.level), level(language, change, groups), test(&change.level)),
    ]
    .into_iter()
    .map(|(name, sentences, test)| {
        let tested = test.map(|verdict| {
            tr!(
                language,
                compare.worked_p,
                p = probability(language, verdict.p.0),
                adjusted = probability(language, verdict.adjusted.0),
                all = family.clone()
            )
        });
        Entry { name: name.to_owned(), sentences: sentences.into_iter().chain(tested).collect() }
    })
    .collect()
}

fn test<T>(change: &Result<Change<T>, Incomparable>) -> Option<Verdict> {
    change.as_ref().ok()?.test.ok()
}

fn none<T>(language: Language, change: &Result<Change<T>, Incomparable>) -> Vec<String> {
    let reason = untested(language, change).unwrap_or_default();
    vec![tr!(language, explain.undefined, reason = reason)]
}

fn frequency(
    language: Language,
    change: &SideChange,
    design: Design,
    [before, after]: [&Measures; 2],
) -> Vec<String> {
    let Ok(Change { estimate: Estimate { value, interval: Ok(ends) }, .. }) = change.frequency else {
        return none(language, &change.frequency);
    };
    let points = |Points(points): Points| language.signed(points * 100.0, 1);
    let (low, high) = (points(ends.low), points(ends.high));
    if let Design::Paired { recurring } = design {
        return vec![tr!(
            language,
            compare.worked_paired_frequency,
            people = language.count(recurring as usize),
            value = points(value),
            low = low,
            high = high
        )];
    }
    let group = |measures: &Measures| {
        let percent = |Proportion(share): Proportion| language.percent(share, 1);
        let end = |of: fn(Interval<Proportion>) -> Proportion| {
            let ends = measures.frequency.and_then(|frequency| frequency.interval);
            ends.map_or_else(|_| "—".to_owned(), |ends| percent(of(ends)))
        };
        tr!(
            language,
            compare.worked_group,
            cited = language.count(measures.cited as usize),
            all = language.count(measures.profile.respondents() as usize),
            value = measures.frequency.map_or_else(|_| "—".to_owned(), |share| percent(share.value)),
            low = end(|ends| ends.low),
            high = end(|ends| ends.high)
        )
    };
    vec![
        tr!(
            language,
            compare.worked_frequency,
            first = group(before),
            second = group(after),
            value = points(value)
        ),
        tr!(language, compare.worked_newcombe, low = low, high = high),
    ]
}

fn level(language: Language, change: &SideChange, [before, after]: [&Measures; 2]) -> Vec<String> {
    let Ok(Change { estimate: Estimate { value, interval: Ok(ends) }, .. }) = change.level else {
        return none(language, &change.level);
    };
    let shown = |shift: Shift| language.signed(shift.shown(), 1);
    let (value, low, high) = (shown(value), shown(ends.low), shown(ends.high));
    if let Some(pairs) = change.pairs {
        return vec![tr!(
            language,
            compare.worked_paired_level,
            people = language.count(pairs as usize),
            value = value,
            low = low,
            high = high
        )];
    }
    let group = |measures: &Measures| {
        let people = measures.with_valence;
        let spread = measures.profile.error().unwrap_or_default() * f64::from(people).sqrt();
        let mean = measures.profile.mean().map_or_else(String::new, |mean| language.signed(mean.shown(), 1));
        tr!(
            language,
            compare.worked_mean,
            mean = mean,
            spread = language.number(spread * 50.0, 1),
            people = language.count(people as usize)
        )
    };
    let text =
        tr!(language, compare.worked_level, first = group(before), second = group(after), value = value);
    let welch = welch::error(&after.profile, &before.profile).ok().map(|(error, degrees)| {
        let t = student_quantile(degrees).0;
        tr!(
            language,
            compare.worked_welch,
            error = language.number(error.shown(), 1),
            degrees = language.number(degrees.0, 1),
            t = language.number(t, 3),
            half = language.number(t * error.shown(), 1),
            low = low,
            high = high
        )
    });
    std::iter::once(text).chain(welch).collect()
}
