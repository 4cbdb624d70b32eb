//! How the level of a moment was computed.

use super::entry::plain;
use super::ratings::named;
use crate::analysis::{Level, Measures, student};
use crate::model::{LevelSource, Question};
use crate::say::{Locale, text, undefined};

pub(super) fn level(
    locale: Locale,
    measures: &Measures,
    (source, read): (LevelSource, Option<&Question>),
    relative: Option<Level>,
) -> Vec<String> {
    let Ok(estimate) = measures.level else {
        return vec![plain(locale, measures.level, |_| String::new())];
    };
    let (people, terms) = (locale.count(measures.with_valence as usize), student::terms(&measures.profile));
    let sum = terms.map_or(estimate.value.0, |terms| terms.sum);
    let shown = |level: Level| locale.signed(level.shown(), 1);
    let whose = match source {
        LevelSource::Valence => text!(locale, explain.level_valences).to_owned(),
        LevelSource::Rating => text!(locale, explain.level_ratings, question = named(locale, read)),
    };
    let sum = text!(
        locale,
        explain.level_text,
        told = people,
        sum = locale.signed(sum, 2),
        mean = locale.signed(estimate.value.0, 3),
        value = shown(estimate.value)
    );
    let text = format!("{whose} {sum}");
    let interval = match (estimate.interval, terms) {
        (Ok(ends), Some(terms)) => text!(
            locale,
            explain.level_interval,
            spread = locale.number(terms.spread.shown(), 1),
            told = locale.count(terms.people as usize),
            t = locale.number(terms.t, 3),
            half = locale.number(terms.half.shown(), 1),
            low = shown(ends.low),
            high = shown(ends.high)
        ),
        (Err(reason), _) => {
            text!(locale, explain.no_interval, reason = undefined::reason(locale, reason))
        }
        (Ok(_), None) => String::new(),
    };
    let relative = relative.map(|mean| {
        text!(
            locale,
            explain.relative,
            value = shown(estimate.value),
            mean = shown(mean),
            shown = shown(estimate.value.from(mean))
        )
    });
    [text, interval].into_iter().chain(relative).collect()
}
