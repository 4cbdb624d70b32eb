//! The results table: the mirror as a table that other programs read. Its columns are a stable contract.

use std::collections::BTreeMap;

use crate::{
    analysis::{
        Certainty, Class, Estimate, Level, Masked, Measures, Mirror, Proportion, Row, Share, SideSummary,
        Undefined,
    },
    model::{MomentId, Project},
};

mod csv;
mod json;

pub use csv::{Decimal, Dialect, Separator, csv};
pub use json::json;

/// Stands in place of a confidence where the type comes from the silence of employees.
pub const SILENCE: &str = "silence";

/// The columns, in order.
pub const COLUMNS: [&str; 29] = [
    "stage",
    "moment",
    "client_respondents",
    "client_n",
    "client_frequency",
    "client_frequency_low",
    "client_frequency_high",
    "client_level",
    "client_level_low",
    "client_level_high",
    "client_intensity",
    "client_balance",
    "client_rating",
    "employee_respondents",
    "employee_n",
    "employee_frequency",
    "employee_frequency_low",
    "employee_frequency_high",
    "employee_level",
    "employee_level_low",
    "employee_level_high",
    "employee_intensity",
    "employee_balance",
    "employee_rating",
    "type",
    "type_probability",
    "confidence",
    "stake",
    "divided",
];

/// One moment, a cell per column of [`COLUMNS`].
#[derive(Clone, Debug, PartialEq)]
pub struct Record(pub [Cell; COLUMNS.len()]);

/// The content of one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text that a user wrote.
    Text(String),
    /// An identifier of this format, such as a type.
    Id(&'static str),
    /// A number of people.
    Count(u32),
    /// A number of people that is masked, because it is at least one and below this minimum.
    Below(u32),
    /// A figure, written with six decimals.
    Figure(f64),
    /// Undefined, or masked.
    Empty,
}

/// The rows of the table, in journey order.
///
/// Frequencies and P in 0…1; balance in −1…1; levels, intensity and rating ×50. `…_respondents` is N, `…_n` the
/// respondents who cite. This function masks nothing: callers pass results from
/// [`protect`](crate::analysis::groups::protect). A masked number of too few people is `<5`, any other masked figure is
/// empty, and a masked type is `masked`, unless the respondents are fewer than a type needs.
pub fn rows(project: &Project, mirror: &Mirror) -> Vec<Record> {
    let names: BTreeMap<MomentId, (&str, &str)> = project
        .codebook
        .moments()
        .map(|(stage, moment)| (moment.id, (stage.name.as_str(), moment.name.as_str())))
        .collect();
    let record = |row: &Row| {
        let (stage, moment) = names.get(&row.moment)?;
        let values = [stage, moment]
            .into_iter()
            .map(|name| Cell::Text((*name).to_owned()))
            .chain(side(&row.client, &mirror.client))
            .chain(side(&row.employee, &mirror.employee))
            .chain(outcome(row));
        let mut cells = [const { Cell::Empty }; COLUMNS.len()];
        for (cell, value) in cells.iter_mut().zip(values) {
            *cell = value;
        }
        Some(Record(cells))
    };
    mirror.rows.iter().filter_map(record).collect()
}

/// N, n, frequency with its ends, level with its ends, intensity, balance, rating.
fn side(measures: &Measures, summary: &SideSummary) -> [Cell; 11] {
    let [frequency, frequency_low, frequency_high] = estimate(measures.frequency, |Proportion(f)| f);
    let [level, level_low, level_high] = estimate(measures.level, Level::shown);
    [
        people(summary.respondents, summary.masked),
        people(measures.cited, measures.masked),
        frequency,
        frequency_low,
        frequency_high,
        level,
        level_low,
        level_high,
        figure(measures.intensity, Level::shown),
        figure(measures.balance, |Share(balance)| balance),
        figure(measures.rating, Level::shown),
    ]
}

fn people(count: u32, masked: Option<Masked>) -> Cell {
    match masked {
        None => Cell::Count(count),
        Some(Masked::Few(below)) => Cell::Below(below),
        Some(Masked::Derivable | Masked::Group) => Cell::Empty,
    }
}

fn estimate<T: Copy>(estimate: Result<Estimate<T>, Undefined>, shown: fn(T) -> f64) -> [Cell; 3] {
    let ends = estimate.and_then(|estimate| estimate.interval);
    [
        figure(estimate.map(|estimate| estimate.value), shown),
        figure(ends.map(|ends| ends.low), shown),
        figure(ends.map(|ends| ends.high), shown),
    ]
}

fn figure<T>(value: Result<T, Undefined>, shown: fn(T) -> f64) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Figure(shown(value)))
}

/// Type or reason, P, confidence, stake, the sides that are divided.
fn outcome(row: &Row) -> [Cell; 5] {
    let [kind, probability, confidence] = match row.class {
        Class::Typed(kind, Some(Certainty { probability, confidence })) => {
            [Cell::Id(kind.id()), Cell::Figure(probability.0), Cell::Id(confidence.id())]
        }
        Class::Typed(kind, None) => [Cell::Id(kind.id()), Cell::Empty, Cell::Empty],
        // The rule is off by default; the table marks each type that it makes.
        Class::Silent(kind) => [Cell::Id(kind.id()), Cell::Empty, Cell::Id(SILENCE)],
        Class::Unclassified(reason) => [Cell::Id(reason.id()), Cell::Empty, Cell::Empty],
    };
    let stake = row.stake.map_or(Cell::Empty, |stake| Cell::Figure(stake.0));
    // Of masked employees it is not told whether they are divided too.
    let is_known = row.employee.level != Err(Undefined::Masked);
    let divided = row.divided().filter(|_| is_known).map_or(Cell::Empty, |divided| Cell::Id(divided.id()));
    [kind, probability, confidence, stake, divided]
}

/// The decimal form of a figure, with a decimal point; zero has no sign.
fn six_decimals(figure: f64) -> String {
    let text = format!("{figure:.6}");
    match text.strip_prefix('-') {
        Some(zero) if !zero.contains(|digit: char| ('1'..='9').contains(&digit)) => zero.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_has_no_sign() {
        for (figure, text) in
            [(-0.0, "0.000000"), (-4e-7, "0.000000"), (-6e-7, "-0.000001"), (-10.0, "-10.000000")]
        {
            assert_eq!(six_decimals(figure), text);
        }
    }
}
