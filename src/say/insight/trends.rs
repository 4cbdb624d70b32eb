//! Each moment over the waves, in the cells of a table.

use super::verdicts::probability;
use crate::analysis::compare::trend::{FEWEST, Trend, Trends};
use crate::model::Side;
use crate::say::{Locale, side, text, undefined};

/// What is said of one side of a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendCells {
    /// Its frequency wave by wave.
    pub frequencies: String,
    /// Its level wave by wave.
    pub levels: String,
    /// How much the level rises from one wave to the next; a dash if nobody can say.
    pub slope: String,
    /// How surely it does, or why nobody can say.
    pub p: String,
}

/// The cells of one side.
pub fn trend_cells(locale: Locale, trend: &Trend) -> TrendCells {
    let (slope, p) = slope(locale, trend);
    TrendCells { frequencies: waves(locale, trend), levels: levels(locale, trend), slope, p }
}

/// The sides that answered in too few waves for a trend.
pub fn short(locale: Locale, found: &Trends) -> Vec<String> {
    let sides = [(Side::Client, found.client_waves), (Side::Employee, found.employee_waves)];
    sides
        .into_iter()
        .filter(|(_, waves)| (*waves as usize) < FEWEST)
        .map(|(side, waves)| {
            text!(locale, compare.trend_short, side = side::name(locale, side), count = waves)
        })
        .collect()
}

/// What the table shows, and of which waves.
pub fn trend_text(locale: Locale, waves: &[String]) -> String {
    format!("{} {}", text!(locale, compare.trend_text), waves.join(" → "))
}

fn waves(locale: Locale, trend: &Trend) -> String {
    let shown = trend.frequencies.iter().map(|frequency| {
        frequency.map_or_else(|_| "—".to_owned(), |frequency| locale.percent(frequency.value.0, 0))
    });
    shown.collect::<Vec<_>>().join(" → ")
}

fn levels(locale: Locale, trend: &Trend) -> String {
    let shown = trend
        .levels
        .iter()
        .map(|level| level.map_or_else(|_| "—".to_owned(), |level| locale.signed(level.value.shown(), 0)));
    shown.collect::<Vec<_>>().join(" → ")
}

fn slope(locale: Locale, trend: &Trend) -> (String, String) {
    match trend.level {
        Ok(tested) => (
            locale.signed(tested.estimate.value.shown(), 1),
            tested.p.map_or_else(
                |_| String::new(),
                |p| format!("{} {}", text!(locale, compare.p), probability(locale, p.0)),
            ),
        ),
        Err(reason) => ("—".to_owned(), undefined::incomparable(locale, reason).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waves_are_named_in_their_order() {
        let waves = ["2024", "2025", "2026"].map(str::to_owned);
        for locale in Locale::ALL {
            let said = trend_text(locale, &waves);
            assert_eq!(said, format!("{} 2024 → 2025 → 2026", text!(locale, compare.trend_text)));
        }
    }
}
