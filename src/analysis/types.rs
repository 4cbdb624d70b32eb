//! The six types: the state of each side, and when a moment has none.
//!
//! A convention of this program (thresholds and minimum are editable), not a standard.

use crate::model::{Settings, Threshold};

use super::{Class, Level, Measures, Reason, Type, Undefined};

/// How clients live a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClientState {
    /// Level at or above the clients' threshold.
    Delighted,
    /// Level below it.
    Dissatisfied,
}

/// How employees live a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EmployeeState {
    /// Level at or above the employees' threshold.
    Engaged,
    /// Level between the two thresholds.
    Indifferent,
    /// Level at or below the negative of the employees' threshold.
    Frustrated,
}

impl ClientState {
    /// The state that a level means.
    ///
    /// ```
    /// use reflet::{analysis::{Level, types::ClientState}, model::Threshold};
    /// assert_eq!(ClientState::of(Level(0.0), Threshold::CLIENT), ClientState::Delighted);
    /// assert_eq!(ClientState::of(Level(-0.01), Threshold::CLIENT), ClientState::Dissatisfied);
    /// ```
    pub fn of(level: Level, threshold: Threshold) -> Self {
        if units(level.0) >= units(threshold.valence()) { Self::Delighted } else { Self::Dissatisfied }
    }
}

impl EmployeeState {
    /// The state that a level means. Ties leave the middle; at a threshold of 0, a tie is engaged.
    ///
    /// ```
    /// use reflet::{analysis::{Level, types::EmployeeState}, model::Threshold};
    /// let state = |level| EmployeeState::of(Level(level), Threshold::EMPLOYEE);
    /// assert_eq!(state(1.0 / 3.0), EmployeeState::Engaged);
    /// assert_eq!(state(0.0), EmployeeState::Indifferent);
    /// assert_eq!(state(-1.0 / 3.0), EmployeeState::Frustrated);
    /// ```
    pub fn of(level: Level, threshold: Threshold) -> Self {
        let (level, threshold) = (units(level.0), units(threshold.valence()));
        if level >= threshold {
            Self::Engaged
        } else if level <= -threshold {
            Self::Frustrated
        } else {
            Self::Indifferent
        }
    }
}

impl Type {
    /// The type that two states make.
    pub const fn of(client: ClientState, employee: EmployeeState) -> Self {
        match (client, employee) {
            (ClientState::Delighted, EmployeeState::Engaged) => Self::WinWin,
            (ClientState::Delighted, EmployeeState::Indifferent) => Self::LuckyBreak,
            (ClientState::Delighted, EmployeeState::Frustrated) => Self::Pain,
            (ClientState::Dissatisfied, EmployeeState::Engaged) => Self::WrongFight,
            (ClientState::Dissatisfied, EmployeeState::Indifferent) => Self::Blindness,
            (ClientState::Dissatisfied, EmployeeState::Frustrated) => Self::DeadEnd,
        }
    }
}

/// The type of a moment, not yet resampled, or the first reason that applies.
pub fn class(client: &Measures, employee: &Measures, settings: &Settings) -> Class {
    match (class_level(client, settings), class_level(employee, settings)) {
        (Ok(client), Ok(employee)) => Class::Typed(
            Type::of(
                ClientState::of(client, settings.client_threshold),
                EmployeeState::of(employee, settings.employee_threshold),
            ),
            None,
        ),
        (client, employee) => Class::Unclassified(reason(client.err(), employee.err())),
    }
}

/// Why one side alone has no state.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lack {
    Data,
    Citation,
    Valences,
}

fn class_level(measures: &Measures, settings: &Settings) -> Result<Level, Lack> {
    match measures.level {
        Ok(level) if measures.with_valence >= settings.minimum => Ok(level.value),
        Err(Undefined::NoRespondents) => Err(Lack::Data),
        Err(Undefined::NotCited) => Err(Lack::Citation),
        _ => Err(Lack::Valences),
    }
}

fn reason(client: Option<Lack>, employee: Option<Lack>) -> Reason {
    match (client, employee) {
        (Some(Lack::Data), _) => Reason::NoDataClient,
        (_, Some(Lack::Data)) => Reason::NoDataEmployee,
        (Some(Lack::Citation), Some(Lack::Citation)) => Reason::NotCited,
        (_, Some(Lack::Citation)) => Reason::ClientOnly,
        (Some(Lack::Citation), _) => Reason::EmployeeOnly,
        (Some(Lack::Valences), Some(Lack::Valences)) => Reason::InsufficientBoth,
        (Some(Lack::Valences), None) => Reason::InsufficientClient,
        (None, _) => Reason::InsufficientEmployee,
    }
}

/// In whole steps of 1e-9 of a valence unit, so that an exact tie stays one whatever the order of summation.
fn units(valence: f64) -> f64 {
    (valence * 1e9).round()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_hold_in_every_order_of_summation() {
        let third = 1.0 / 3.0;
        let sums: [f64; 4] = [(0.0 + 0.0 + 1.0) / 3.0, third, 0.1 + 0.2 + third - 0.3, 1.0 - 2.0 * third];
        for sum in sums {
            assert_eq!(EmployeeState::of(Level(sum), Threshold::EMPLOYEE), EmployeeState::Engaged);
            assert_eq!(EmployeeState::of(Level(-sum), Threshold::EMPLOYEE), EmployeeState::Frustrated);
        }
        for zero in [0.0, -0.0, 0.1 + 0.2 - 0.3, 0.3 - 0.1 - 0.2] {
            assert_eq!(ClientState::of(Level(zero), Threshold::CLIENT), ClientState::Delighted);
        }
    }

    #[test]
    fn every_pair_of_lacks_has_its_first_reason() {
        use Lack::{Citation, Data, Valences};
        let table = [
            (Some(Data), Some(Data), Reason::NoDataClient),
            (Some(Data), None, Reason::NoDataClient),
            (Some(Citation), Some(Data), Reason::NoDataEmployee),
            (None, Some(Data), Reason::NoDataEmployee),
            (Some(Citation), Some(Citation), Reason::NotCited),
            (Some(Valences), Some(Citation), Reason::ClientOnly),
            (None, Some(Citation), Reason::ClientOnly),
            (Some(Citation), Some(Valences), Reason::EmployeeOnly),
            (Some(Citation), None, Reason::EmployeeOnly),
            (Some(Valences), Some(Valences), Reason::InsufficientBoth),
            (Some(Valences), None, Reason::InsufficientClient),
            (None, Some(Valences), Reason::InsufficientEmployee),
        ];
        for (client, employee, expected) in table {
            assert_eq!(reason(client, employee), expected);
        }
    }
}
