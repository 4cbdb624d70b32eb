//! The results table: the mirror as a table that other programs read. Its columns are a stable contract.

use std::collections::BTreeMap;

use crate::{
    analysis::{
        Certainty, Class, Estimate, Level, Measures, Proportion, Reason, Row, Share, Tracker, Undefined,
    },
    model::{MomentId, Project},
};

mod csv;
mod json;

pub use csv::{Decimal, Dialect, Separator, csv};
pub use json::json;

/// Employees that a group needs before its figures leave the page.
pub const SMALL_GROUP: u32 = 5;

/// In place of a confidence: the type is one by the silence of employees.
pub const SILENCE: &str = "silence";

/// The columns, in order.
pub const COLUMNS: [&str; 28] = [
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
];

/// One moment, a cell per column of [`COLUMNS`].
#[derive(Clone, Debug, PartialEq)]
pub struct Record(pub [Cell; COLUMNS.len()]);

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// What a user wrote.
    Text(String),
    /// An identifier of ours.
    Id(&'static str),
    /// A number of people.
    Count(u32),
    /// A number of people that is not told, because it is at least one and below that.
    Below(u32),
    /// A figure as it is shown: six decimals.
    Figure(f64),
    /// Undefined, or masked.
    Empty,
}

/// The rows of the table, in journey order.
///
/// Frequencies and P in 0…1; balance in −1…1; levels, intensity and rating ×50. `…_respondents` is N, `…_n` the
/// respondents who cite. With small groups protected, a moment that 1…4 employees cite keeps nothing from which
/// their answers could be told, its type included.
pub fn rows(project: &Project, tracker: &Tracker) -> Vec<Record> {
    let names: BTreeMap<MomentId, (&str, &str)> = project
        .codebook
        .moments()
        .map(|(stage, moment)| (moment.id, (stage.name.as_str(), moment.name.as_str())))
        .collect();
    let protected = project.settings.protect_small_groups;
    let record = |row: &Row| {
        let (stage, moment) = names.get(&row.moment)?;
        let masked = protected && (1..SMALL_GROUP).contains(&row.employee.cited);
        let employee = side(&row.employee, tracker.employee.respondents);
        let values = [stage, moment]
            .into_iter()
            .map(|name| Cell::Text((*name).to_owned()))
            .chain(side(&row.client, tracker.client.respondents))
            .chain(if masked { mask(employee) } else { employee })
            .chain(outcome(row, masked));
        let mut cells = [const { Cell::Empty }; COLUMNS.len()];
        for (cell, value) in cells.iter_mut().zip(values) {
            *cell = value;
        }
        Some(Record(cells))
    };
    tracker.rows.iter().filter_map(record).collect()
}

/// N, n, frequency with its ends, level with its ends, intensity, balance, rating.
fn side(measures: &Measures, respondents: u32) -> [Cell; 11] {
    let [frequency, frequency_low, frequency_high] = estimate(measures.frequency, |Proportion(f)| f);
    let [level, level_low, level_high] = estimate(measures.level, Level::shown);
    [
        Cell::Count(respondents),
        Cell::Count(measures.cited),
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

/// Type or reason, P, confidence, stake.
fn outcome(row: &Row, masked: bool) -> [Cell; 4] {
    if masked {
        let reason = match row.class {
            // A smaller minimum may have given a type, or counted the employees' valences as enough: both tell
            // something of the few. As if they were not enough, then.
            Class::Typed(..) | Class::Silent(_) => Reason::InsufficientEmployee,
            Class::Unclassified(Reason::InsufficientClient) => Reason::InsufficientBoth,
            Class::Unclassified(reason) => reason,
        };
        return [Cell::Id(reason.id()), Cell::Empty, Cell::Empty, Cell::Empty];
    }
    let [kind, probability, confidence] = match row.class {
        Class::Typed(kind, Some(Certainty { probability, confidence })) => {
            [Cell::Id(kind.id()), Cell::Figure(probability.0), Cell::Id(confidence.id())]
        }
        Class::Typed(kind, None) => [Cell::Id(kind.id()), Cell::Empty, Cell::Empty],
        // The rule is off unless the user wants it; where it has made a type, the table says so.
        Class::Silent(kind) => [Cell::Id(kind.id()), Cell::Empty, Cell::Id(SILENCE)],
        Class::Unclassified(reason) => [Cell::Id(reason.id()), Cell::Empty, Cell::Empty],
    };
    [kind, probability, confidence, row.stake.map_or(Cell::Empty, |stake| Cell::Figure(stake.0))]
}

/// A side of which only N may be told.
fn mask([respondents, ..]: [Cell; 11]) -> [Cell; 11] {
    let mut cells = [const { Cell::Empty }; 11];
    cells[0] = respondents;
    cells[1] = Cell::Below(SMALL_GROUP);
    cells
}

/// A figure as it is shown, with a decimal point; zero has no sign.
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
