//! How the differences of a moment between two groups were computed, with the project's own figures in the formulas.

use super::entry::{Entry, entry};
use super::verdicts::{probability, untested};
use crate::analysis::compare::groups::{Change, Design, SideChange, Verdict};
use crate::analysis::compare::{Incomparable, Pair, welch};
use crate::analysis::{Estimate, Interval, Measures, Points, Proportion, Shift};
use crate::model::{MomentId, Side};
use crate::say::{Locale, text};

/// Both differences of a side.
pub fn differences(locale: Locale, pair: &Pair, side: Side, moment: MomentId) -> Vec<Entry> {
    let found = &pair.found;
    let rows = found.rows.iter().zip(found.before.rows.iter().zip(&found.after.rows));
    let Some((row, (before, after))) = rows.into_iter().find(|(row, _)| row.moment == moment) else {
        return Vec::new();
    };
    let (change, design, groups) = match side {
        Side::Client => (&row.client, found.client, [&before.client, &after.client]),
        Side::Employee => (&row.employee, found.employee, [&before.employee, &after.employee]),
    };
    let family = locale.count(found.verdicts().len());
    [
        (
            text!(locale, explain.frequency),
            frequency(locale, change, design, groups),
            test(&change.frequency),
        ),
        (text!(locale, explain.level), level(locale, change, groups), test(&change.level)),
    ]
    .into_iter()
    .map(|(name, sentences, test)| {
        let tested = test.map(|verdict| {
            text!(
                locale,
                compare.worked_p,
                p = probability(locale, verdict.p.0),
                adjusted = probability(locale, verdict.adjusted.0),
                all = family.clone()
            )
        });
        entry(name, sentences.into_iter().chain(tested).collect())
    })
    .collect()
}

fn test<T>(change: &Result<Change<T>, Incomparable>) -> Option<Verdict> {
    change.as_ref().ok()?.test.ok()
}

fn none<T>(locale: Locale, change: &Result<Change<T>, Incomparable>) -> Vec<String> {
    let reason = untested(locale, change).unwrap_or_default();
    vec![text!(locale, explain.undefined, reason = reason)]
}

fn frequency(
    locale: Locale,
    change: &SideChange,
    design: Design,
    [before, after]: [&Measures; 2],
) -> Vec<String> {
    let Ok(Change { estimate: Estimate { value, interval: Ok(ends) }, .. }) = change.frequency else {
        return none(locale, &change.frequency);
    };
    let points = |Points(points): Points| locale.signed(points * 100.0, 1);
    let (low, high) = (points(ends.low), points(ends.high));
    if let Design::Paired { recurring } = design {
        return vec![text!(
            locale,
            compare.worked_paired_frequency,
            people = locale.count(recurring as usize),
            value = points(value),
            low = low,
            high = high
        )];
    }
    let group = |measures: &Measures| {
        let percent = |Proportion(share): Proportion| locale.percent(share, 1);
        let end = |of: fn(Interval<Proportion>) -> Proportion| {
            let ends = measures.frequency.and_then(|frequency| frequency.interval);
            ends.map_or_else(|_| "—".to_owned(), |ends| percent(of(ends)))
        };
        text!(
            locale,
            compare.worked_group,
            cited = locale.count(measures.cited as usize),
            all = locale.count(measures.profile.respondents() as usize),
            value = measures.frequency.map_or_else(|_| "—".to_owned(), |share| percent(share.value)),
            low = end(|ends| ends.low),
            high = end(|ends| ends.high)
        )
    };
    vec![
        text!(
            locale,
            compare.worked_frequency,
            first = group(before),
            second = group(after),
            value = points(value)
        ),
        text!(locale, compare.worked_newcombe, low = low, high = high),
    ]
}

fn level(locale: Locale, change: &SideChange, [before, after]: [&Measures; 2]) -> Vec<String> {
    let Ok(Change { estimate: Estimate { value, interval: Ok(ends) }, .. }) = change.level else {
        return none(locale, &change.level);
    };
    let shown = |shift: Shift| locale.signed(shift.shown(), 1);
    let (value, low, high) = (shown(value), shown(ends.low), shown(ends.high));
    if let Some(pairs) = change.pairs {
        return vec![text!(
            locale,
            compare.worked_paired_level,
            people = locale.count(pairs as usize),
            value = value,
            low = low,
            high = high
        )];
    }
    let group = |measures: &Measures| {
        let people = measures.with_valence;
        let spread = measures.profile.spread().map_or(0.0, Shift::shown);
        let mean = measures.profile.mean().map_or_else(String::new, |mean| locale.signed(mean.shown(), 1));
        text!(
            locale,
            compare.worked_mean,
            mean = mean,
            spread = locale.number(spread, 1),
            people = locale.count(people as usize)
        )
    };
    let text =
        text!(locale, compare.worked_level, first = group(before), second = group(after), value = value);
    let welch = welch::terms(&after.profile, &before.profile).ok().map(|terms| {
        text!(
            locale,
            compare.worked_welch,
            error = locale.number(terms.error.shown(), 1),
            degrees = locale.number(terms.degrees.0, 1),
            t = locale.number(terms.t, 3),
            half = locale.number(terms.half.shown(), 1),
            low = low,
            high = high
        )
    });
    std::iter::once(text).chain(welch).collect()
}
