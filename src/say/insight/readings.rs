//! Each reading across the moments: its value, what it means, how it comes out of the project's own figures.

use crate::analysis::symmetry::{self, Symmetry};
use crate::analysis::{Interval, Undefined, joint};
use crate::say::{Locale, simulated, text};

/// One reading.
pub struct Reading {
    /// Its name.
    pub name: &'static str,
    /// Its value, or why it has none.
    pub value: Result<f64, Undefined>,
    /// What it means, and how it was computed.
    pub text: String,
    /// How many digits behind the point are shown; one that has some is shown with its sign.
    pub decimals: u8,
    /// Where its interval stands among what was drawn.
    pub interval: fn(&joint::Intervals) -> Option<Interval<f64>>,
}

/// What a reading means, and how it comes out of the project's own figures where it does.
fn worked(meaning: &str, formula: &str, is_defined: bool) -> String {
    if is_defined { format!("{meaning} {formula}") } else { meaning.to_owned() }
}

/// Every reading, those of the gap first.
pub fn readings(locale: Locale, found: Symmetry) -> impl Iterator<Item = Reading> {
    gaps(locale, found).into_iter().chain(correlations(locale, found))
}

/// How far the intervals of such readings can be believed.
pub fn honest(locale: Locale) -> String {
    let times = |percent: f64| locale.number(percent, 0);
    text!(
        locale,
        across.honest,
        observed_least = times(simulated::OBSERVED_LEAST),
        observed_most = times(simulated::OBSERVED_MOST),
        corrected_least = times(simulated::CORRECTED_LEAST),
        corrected_most = times(simulated::CORRECTED_MOST)
    )
}

/// A sum: in the digits that let one work the formula out again.
fn written(locale: Locale, value: f64) -> String {
    locale.number(value, if value.abs() < 10.0 { 3 } else { 1 })
}

fn gaps(locale: Locale, readings: Symmetry) -> [Reading; 3] {
    let sums = readings.sums;
    let number = |value: f64| written(locale, value);
    let gap = readings.gap.map_or(0.0, |gap| gap.0);
    [
        Reading {
            name: text!(locale, across.gap),
            value: readings.gap.map(|gap| gap.0),
            text: worked(
                &text!(locale, across.gap_text, moments = readings.moments),
                &text!(
                    locale,
                    across.gap_worked,
                    apart = number(sums.differences),
                    weight = number(sums.weight),
                    value = locale.number(gap, 1)
                ),
                readings.gap.is_ok(),
            ),
            decimals: 0,
            interval: |across| across.gap,
        },
        Reading {
            name: text!(locale, across.corrected),
            value: readings.corrected.map(|gap| gap.0),
            text: worked(
                text!(locale, across.corrected_text),
                &text!(
                    locale,
                    across.corrected_worked,
                    gap = locale.number(gap, 1),
                    noise = number(sums.noise_of_both()),
                    squares = number(sums.squares),
                    value = locale.number(readings.corrected.map_or(0.0, |gap| gap.0), 1)
                ),
                readings.corrected.is_ok(),
            ),
            decimals: 0,
            interval: |across| across.corrected,
        },
        Reading {
            name: text!(locale, across.index),
            value: readings.gap.map(symmetry::Gap::index),
            text: worked(
                text!(locale, across.index_text),
                &text!(
                    locale,
                    across.index_worked,
                    gap = locale.number(gap, 1),
                    value = locale.number(symmetry::Gap(gap).index(), 1)
                ),
                readings.gap.is_ok(),
            ),
            decimals: 0,
            interval: joint::Intervals::index,
        },
    ]
}

fn correlations(locale: Locale, readings: Symmetry) -> [Reading; 3] {
    let sums = readings.sums;
    let number = |value: f64| written(locale, value);
    let [client, employee] = sums.reliability().map(|share| locale.number(share, 3));
    let correlation =
        |both: f64, [client, employee]: [f64; 2], value: Result<symmetry::Correlation, Undefined>| {
            text!(
                locale,
                across.correlation_worked,
                both = number(both),
                client = number(client),
                employee = number(employee),
                value = locale.signed(value.map_or(0.0, |r| r.0), 3)
            )
        };
    let [ranked_client, ranked_employee, ranked_both] = sums.ranked;
    [
        Reading {
            name: text!(locale, across.pearson),
            value: readings.pearson.map(|r| r.0),
            text: worked(
                text!(locale, across.pearson_text),
                &correlation(sums.both, sums.spread, readings.pearson),
                readings.pearson.is_ok(),
            ),
            decimals: 2,
            interval: |across| across.pearson,
        },
        Reading {
            name: text!(locale, across.disattenuated),
            value: readings.disattenuated.map(|r| r.0),
            text: worked(
                text!(locale, across.disattenuated_text),
                &text!(
                    locale,
                    across.disattenuated_worked,
                    pearson = locale.signed(readings.pearson.map_or(0.0, |r| r.0), 3),
                    client = client,
                    employee = employee,
                    value = locale.signed(readings.disattenuated.map_or(0.0, |r| r.0), 3)
                ),
                readings.disattenuated.is_ok(),
            ),
            decimals: 2,
            interval: |across| across.disattenuated,
        },
        Reading {
            name: text!(locale, across.spearman),
            value: readings.spearman.map(|r| r.0),
            text: worked(
                text!(locale, across.spearman_text),
                &correlation(ranked_both, [ranked_client, ranked_employee], readings.spearman),
                readings.spearman.is_ok(),
            ),
            decimals: 2,
            interval: |across| across.spearman,
        },
    ]
}
