//! How the frequency, the balance and the stake of a moment were computed.

use super::entry::plain;
use crate::analysis::{Estimate, Level, Measures, Proportion, Row, Share, SideSummary, wilson};
use crate::model::{LevelSource, Side};
use crate::say::{Locale, side, text};

pub(super) fn frequency(
    locale: Locale,
    side: Side,
    measures: &Measures,
    summary: &SideSummary,
) -> Vec<String> {
    let percent = |share: Proportion| locale.percent(share.0, 1);
    let Ok(Estimate { value, interval: Ok(ends) }) = measures.frequency else {
        return vec![plain(locale, measures.frequency, |estimate| percent(estimate.value))];
    };
    let all = locale.count(summary.respondents as usize);
    vec![
        text!(
            locale,
            explain.frequency_text,
            cited = locale.count(measures.cited as usize),
            all = all.clone(),
            side = side::name(locale, side),
            value = percent(value),
            low = percent(ends.low),
            high = percent(ends.high)
        ),
        text!(
            locale,
            explain.frequency_formula,
            p = locale.number(value.0, 4),
            all = all,
            z = locale.number(wilson::Z, 6)
        ),
    ]
}

pub(super) fn balance(locale: Locale, measures: &Measures, source: LevelSource) -> Vec<String> {
    let (positive, negative) = measures.profile.signs();
    let text = plain(locale, measures.balance, |Share(balance)| {
        let value = locale.signed(balance, 2);
        match source {
            LevelSource::Valence => {
                text!(locale, explain.balance_text, positive = positive, negative = negative, value = value)
            }
            // The groups that levels are made of are not those of the valences then.
            LevelSource::Rating => text!(locale, explain.balance_plain, value = value),
        }
    });
    let ambivalent = measures.ambivalent.then(|| text!(locale, explain.ambivalent).to_owned());
    std::iter::once(text).chain(ambivalent).collect()
}

pub(super) fn stake(locale: Locale, row: &Row) -> String {
    let told = |side: &Measures| {
        let frequency = side.frequency.ok()?.value.0;
        Some((locale.number(frequency, 4), taken_off(locale, side.level.ok()?.value)))
    };
    match (row.stake, told(&row.client), told(&row.employee)) {
        (Ok(stake), Some((client_frequency, client)), Some((employee_frequency, employee))) => text!(
            locale,
            explain.stake_text,
            client_frequency = client_frequency,
            employee_frequency = employee_frequency,
            client = client,
            employee = employee,
            value = locale.number(stake.0, 1)
        ),
        (stake, ..) => plain(locale, stake, |_| String::new()),
    }
}

/// A level as it stands behind a minus sign.
pub(super) fn taken_off(locale: Locale, level: Level) -> String {
    let number = locale.signed(level.shown(), 1).replace('+', "");
    if level.0 < 0.0 { format!("({number})") } else { number }
}
