//! How each figure of a moment was computed, with the project's own figures in the formula.

use super::entry::{Entry, entry, plain};
use super::{certainty, kind, level, ratings, share};
use crate::analysis::certainty::Resampled;
use crate::analysis::compare::association;
use crate::analysis::{Filter, Mentions, Mirror, Row};
use crate::model::{LevelSource, Project, Reading, Settings, Side};
use crate::say::{Locale, points, text};

/// The moment that is explained, and what its figures are made of.
#[derive(Clone, Copy, Debug)]
pub struct Explained<'a> {
    /// The project.
    pub project: &'a Project,
    /// Which responses were read.
    pub filter: &'a Filter,
    /// The mirror.
    pub mirror: &'a Mirror,
    /// What was told, clients first.
    pub mentions: &'a [Mentions; 2],
    /// What the types were made with.
    pub settings: &'a Settings,
    /// The row of the moment.
    pub row: &'a Row,
    /// Its place among the rows.
    pub place: usize,
    /// Its levels in resamples.
    pub resampled: Option<&'a Resampled>,
}

/// The figures of one side.
pub fn of_side(locale: Locale, of: Explained<'_>, (side, reading): (Side, Reading)) -> Vec<Entry> {
    let (measures, summary) = (of.row.side(side), of.mirror.side(side));
    let source = of.project.settings.levels;
    let read = of.mentions[side as usize].question.as_ref();
    let relative = summary.mean_level.ok().filter(|_| reading == Reading::Relative);
    let mut entries = vec![
        entry(text!(locale, explain.frequency), share::frequency(locale, side, measures, summary)),
        entry(text!(locale, explain.level), level::level(locale, measures, (source, read), relative)),
        entry(
            text!(locale, explain.intensity),
            vec![plain(locale, measures.intensity, |value| {
                let value = locale.number(value.shown(), 0);
                match source {
                    LevelSource::Valence => text!(locale, explain.intensity_text, value = value),
                    LevelSource::Rating => text!(locale, explain.intensity_plain, value = value),
                }
            })],
        ),
        entry(text!(locale, explain.balance), share::balance(locale, measures, source)),
    ];
    let ratings = ratings::ratings(locale, of, (side, read), measures);
    entries.extend((!ratings.is_empty()).then(|| entry(text!(locale, explain.rating), ratings)));
    let association = association(locale, of, side);
    entries.extend(association.map(|text| entry(text!(locale, explain.association), vec![text])));
    entries.extend(measures.effort.ok().map(|effort| {
        let text = text!(locale, explain.effort_text, value = locale.number(effort.0, 1));
        entry(text!(locale, explain.effort), vec![text])
    }));
    entries
}

/// The figures of both sides together.
pub fn of_both(locale: Locale, of: Explained<'_>) -> Vec<Entry> {
    let mut entries = vec![entry(text!(locale, explain.kind), kind::kind(locale, of))];
    let certainty = certainty::certainty(locale, of);
    entries.extend((!certainty.is_empty()).then(|| entry(text!(locale, explain.certainty), certainty)));
    entries.push(entry(text!(locale, explain.stake), vec![share::stake(locale, of.row)]));
    entries
}

fn association(locale: Locale, of: Explained<'_>, side: Side) -> Option<String> {
    let mentions = &of.mentions[side as usize];
    let estimate = association::of(mentions, u32::try_from(of.place).ok()?).ok()?.estimate;
    let ends = estimate.interval.ok()?;
    Some(text!(
        locale,
        explain.association_text,
        question = ratings::named(locale, mentions.question.as_ref()),
        value = points::points(locale, locale.signed(estimate.value.shown(), 1)),
        low = locale.signed(ends.low.shown(), 1),
        high = locale.signed(ends.high.shown(), 1)
    ))
}
