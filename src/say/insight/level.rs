//! How the level of a moment was computed.

use super::entry::plain;
use super::ratings::named;
use crate::analysis::{Level, Measures, student};
use crate::model::{LevelSource, Question};
use crate::say::{Locale, text, words};

pub(super) fn level(
    locale: Locale,
    measures: &Measures,
    (source, read): (LevelSource, Option<&Question>),
    relative: Option<Level>,
) -> Vec<String> {
    let Ok(estimate) = measures.level else {
        return vec![plain(locale, measures.level, |_| String::new())];
    };
    let told = measures.with_valence;
    let count = locale.count(told as usize);
    let mean = estimate.value.0;
    let shown = |level: Level| locale.signed(level.shown(), 1);
    let whose = match source {
        LevelSource::Valence => text!(locale, explain.level_valences).to_owned(),
        LevelSource::Rating => text!(locale, explain.level_ratings, question = named(locale, read)),
    };
    let sum = text!(
        locale,
        explain.level_text,
        told = count.clone(),
        sum = locale.signed(mean * f64::from(told), 2),
        mean = locale.signed(mean, 3),
        value = shown(estimate.value)
    );
    let text = format!("{whose} {sum}");
    let interval = match (estimate.interval, measures.profile.error()) {
        (Ok(ends), Some(error)) => {
            let t = student::quantile(told.saturating_sub(1));
            text!(
                locale,
                explain.level_interval,
                spread = locale.number(error * f64::from(told).sqrt() * 50.0, 1),
                told = count,
                t = locale.number(t, 3),
                half = locale.number(t * error * 50.0, 1),
                low = shown(ends.low),
                high = shown(ends.high)
            )
        }
        (Err(reason), _) => {
            text!(locale, explain.no_interval, reason = words::undefined(locale, reason))
        }
        (Ok(_), None) => String::new(),
    };
    let relative = relative.map(|mean| {
        let value = Level(estimate.value.0 - mean.0);
        text!(
            locale,
            explain.relative,
            value = shown(estimate.value),
            mean = shown(mean),
            shown = shown(value)
        )
    });
    [text, interval].into_iter().chain(relative).collect()
}
