//! Each reading across the moments: its value, what it means, how it comes out of the project's own figures.

use crate::analysis::symmetry::{self, Symmetry};
use crate::analysis::{Interval, Undefined, joint};
use crate::app::shell::language::{Language, tr};

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
    pub interval: fn(&joint::Across) -> Option<Interval<f64>>,
}

/// What a reading means, and how it comes out of the project's own figures where it does.
fn worked(meaning: &str, formula: &str, is_defined: bool) -> String {
    if is_defined { format!("{meaning} {formula}") } else { meaning.to_owned() }
}

/// Every reading, those of the gap first.
pub fn list(language: Language, readings: Symmetry) -> impl Iterator<Item = Reading> {
    gaps(language, readings).into_iter().chain(correlations(language, readings))
}

/// A sum: in the digits that let one work the formula out again.
fn written(language: Language, value: f64) -> String {
    language.number(value, if value.abs() < 10.0 { 3 } else { 1 })
}

fn gaps(language: Language, readings: Symmetry) -> [Reading; 3] {
    let sums = readings.sums;
    let number = |value: f64| written(language, value);
    let gap = readings.gap.map_or(0.0, |gap| gap.0);
    let turned = |across: &joint::Across| {
        across.gap.map(|ends| Interval { low: 100.0 - ends.high, high: 100.0 - ends.low })
    };
    [
        Reading {
            name: tr!(language, across.gap),
            value: readings.gap.map(|gap| gap.0),
            text: worked(
                &tr!(language, across.gap_text, moments = readings.moments),
                &tr!(
                    language,
                    across.gap_worked,
                    apart = number(sums.apart),
                    weight = number(sums.weight),
                    value = language.number(gap, 1)
                ),
                readings.gap.is_ok(),
            ),
            decimals: 0,
            interval: |across| across.gap,
        },
        Reading {
            name: tr!(language, across.corrected),
            value: readings.corrected.map(|gap| gap.0),
            text: worked(
                tr!(language, across.corrected_text),
                &tr!(
                    language,
                    across.corrected_worked,
                    gap = language.number(gap, 1),
                    noise = number(sums.noise[0] + sums.noise[1]),
                    squares = number(sums.squares),
                    value = language.number(readings.corrected.map_or(0.0, |gap| gap.0), 1)
                ),
                readings.corrected.is_ok(),
            ),
            decimals: 0,
            interval: |across| across.corrected,
        },
        Reading {
            name: tr!(language, across.index),
            value: readings.gap.map(symmetry::Gap::index),
            text: worked(
                tr!(language, across.index_text),
                &tr!(
                    language,
                    across.index_worked,
                    gap = language.number(gap, 1),
                    value = language.number(100.0 - gap, 1)
                ),
                readings.gap.is_ok(),
            ),
            decimals: 0,
            interval: turned,
        },
    ]
}

fn correlations(language: Language, readings: Symmetry) -> [Reading; 3] {
    let sums = readings.sums;
    let number = |value: f64| written(language, value);
    let percent = |part: f64, whole: f64| language.number(1.0 - part / whole, 3);
    let correlation =
        |both: f64, [client, employee]: [f64; 2], value: Result<symmetry::Correlation, Undefined>| {
            tr!(
                language,
                across.correlation_worked,
                both = number(both),
                client = number(client),
                employee = number(employee),
                value = language.signed(value.map_or(0.0, |r| r.0), 3)
            )
        };
    let [ranked_client, ranked_employee, ranked_both] = sums.ranked;
    [
        Reading {
            name: tr!(language, across.pearson),
            value: readings.pearson.map(|r| r.0),
            text: worked(
                tr!(language, across.pearson_text),
                &correlation(sums.both, sums.spread, readings.pearson),
                readings.pearson.is_ok(),
            ),
            decimals: 2,
            interval: |across| across.pearson,
        },
        Reading {
            name: tr!(language, across.disattenuated),
            value: readings.disattenuated.map(|r| r.0),
            text: worked(
                tr!(language, across.disattenuated_text),
                &tr!(
                    language,
                    across.disattenuated_worked,
                    pearson = language.signed(readings.pearson.map_or(0.0, |r| r.0), 3),
                    client = percent(sums.noise[0], sums.spread[0]),
                    employee = percent(sums.noise[1], sums.spread[1]),
                    value = language.signed(readings.disattenuated.map_or(0.0, |r| r.0), 3)
                ),
                readings.disattenuated.is_ok(),
            ),
            decimals: 2,
            interval: |across| across.disattenuated,
        },
        Reading {
            name: tr!(language, across.spearman),
            value: readings.spearman.map(|r| r.0),
            text: worked(
                tr!(language, across.spearman_text),
                &correlation(ranked_both, [ranked_client, ranked_employee], readings.spearman),
                readings.spearman.is_ok(),
            ),
            decimals: 2,
            interval: |across| across.spearman,
        },
    ]
}
