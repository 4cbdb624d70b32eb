//! The six types: the state of each side, and when a moment has none.
//!
//! A convention of this program (thresholds and minimum are editable), not a standard.

use reflet_resample::classes::PARTS;

use crate::model::{Reading, Settings};

use super::{Class, Level, Measures, Reason, Row, Type, Undefined};

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

/// The upper bound of the employees' frequency below which their silence may be read as indifference.
const SILENT: f64 = 0.10;

/// The rule that turns levels into types: thresholds, minimum sample, and whether silence counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// The clients' threshold; all three are in billionths of a valence unit.
    delighted: f64,
    engaged: f64,
    frustrated: f64,
    pub(super) minimum: u32,
    silence: bool,
}

impl Rule {
    /// The rule of these settings. In the relative reading the thresholds are distances from the mean level of their
    /// side (`means`: clients, employees); for a side without a mean they are absolute.
    ///
    /// ```
    /// use reflet::analysis::{Level, types::{ClientState, EmployeeState, Rule}};
    /// use reflet::model::{Reading, Settings};
    /// let absolute = Rule::new(&Settings::default(), [Some(Level(0.5)), None]);
    /// assert_eq!(absolute.client(Level(0.0)), ClientState::Delighted);
    /// assert_eq!(absolute.employee(Level(1.0 / 3.0)), EmployeeState::Engaged);
    /// assert_eq!(absolute.employee(Level(0.0)), EmployeeState::Indifferent);
    /// assert_eq!(absolute.employee(Level(-1.0 / 3.0)), EmployeeState::Frustrated);
    /// let relative = Settings { types: Reading::Relative, ..Settings::default() };
    /// let relative = Rule::new(&relative, [Some(Level(0.5)), None]);
    /// assert_eq!(relative.client(Level(0.4)), ClientState::Dissatisfied);
    /// ```
    pub fn new(settings: &Settings, means: [Option<Level>; 2]) -> Self {
        let [client, employee] = means.map(|mean| match (settings.types, mean) {
            (Reading::Relative, Some(mean)) => units(mean.0),
            _ => 0.0,
        });
        // The sign of the employees' threshold has no meaning.
        let threshold = units(settings.employee_threshold.valence()).abs();
        Self {
            delighted: client + units(settings.client_threshold.valence()),
            engaged: employee + threshold,
            frustrated: employee - threshold,
            minimum: settings.minimum,
            silence: settings.silence,
        }
    }

    /// How clients live a moment at that level.
    pub fn client(&self, level: Level) -> ClientState {
        self.client_units(units(level.0))
    }

    /// How employees live a moment at that level. A level equal to a threshold is not indifferent; at a threshold of 0
    /// it is engaged.
    pub fn employee(&self, level: Level) -> EmployeeState {
        self.employee_units(units(level.0))
    }

    /// How both sides live a moment that both have a level of, whether enough people cite it or not.
    pub fn states(&self, row: &Row) -> Option<(ClientState, EmployeeState)> {
        Some((self.client(row.client.level.ok()?.value), self.employee(row.employee.level.ok()?.value)))
    }

    pub(super) fn client_units(&self, level: f64) -> ClientState {
        if level >= self.delighted { ClientState::Delighted } else { ClientState::Dissatisfied }
    }

    pub(super) fn employee_units(&self, level: f64) -> EmployeeState {
        if level >= self.engaged {
            EmployeeState::Engaged
        } else if level <= self.frustrated {
            EmployeeState::Frustrated
        } else {
            EmployeeState::Indifferent
        }
    }

    /// The type of a moment, not yet resampled, or the first reason that applies.
    ///
    /// If silence counts, a moment that enough clients and hardly any employees cite (the upper end of the
    /// frequency's interval is below 10 %) has the type of indifferent employees.
    pub fn class(&self, client: &Measures, employee: &Measures) -> Class {
        match (self.level(client), self.level(employee)) {
            (Ok(client), Ok(employee)) => {
                Class::Typed(Type::of(self.client(client), self.employee(employee)), None)
            }
            (Ok(client), Err(_)) if self.silence && is_silent(employee) => {
                Class::Silent(Type::of(self.client(client), EmployeeState::Indifferent))
            }
            (client, employee) => Class::Unclassified(reason(client.err(), employee.err())),
        }
    }

    fn level(&self, measures: &Measures) -> Result<Level, Lack> {
        match measures.level {
            Ok(level) if measures.with_valence >= self.minimum => Ok(level.value),
            Err(Undefined::NoRespondents) => Err(Lack::Data),
            Err(Undefined::NotCited) => Err(Lack::Citation),
            _ => Err(Lack::Valences),
        }
    }
}

fn is_silent(employee: &Measures) -> bool {
    let ends = employee.frequency.and_then(|frequency| frequency.interval);
    // A masked moment is not silent.
    employee.level != Err(Undefined::Masked) && ends.is_ok_and(|ends| ends.high.0 < SILENT)
}

/// Why one side has no state.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lack {
    Data,
    Citation,
    Valences,
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

/// A valence rounded to whole billionths, so that an exact tie stays one whatever the order of summation.
pub(super) fn units(valence: f64) -> f64 {
    (valence * PARTS).round_ties_even()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_hold_in_every_order_of_summation() {
        let rule = Rule::new(&Settings::default(), [None, None]);
        let third = 1.0 / 3.0;
        let sums: [f64; 4] = [(0.0 + 0.0 + 1.0) / 3.0, third, 0.1 + 0.2 + third - 0.3, 1.0 - 2.0 * third];
        for sum in sums {
            assert_eq!(rule.employee(Level(sum)), EmployeeState::Engaged);
            assert_eq!(rule.employee(Level(-sum)), EmployeeState::Frustrated);
        }
        for zero in [0.0, -0.0, 0.1 + 0.2 - 0.3, 0.3 - 0.1 - 0.2] {
            assert_eq!(rule.client(Level(zero)), ClientState::Delighted);
        }
    }

    /// The upper bound of 0 of 35 is 9.9 %, that of 0 of 34 10.2 %.
    #[test]
    fn silence_needs_thirty_five_employees() {
        let client = Measures::of_valences(&[1.0; 5], 0, 20);
        let class = |silence, employees| {
            let rule = Rule::new(&Settings { silence, ..Settings::default() }, [None, None]);
            rule.class(&client, &Measures::of_valences(&[], 0, employees))
        };
        assert_eq!(class(false, 35), Class::Unclassified(Reason::ClientOnly));
        assert_eq!(class(true, 35), Class::Silent(Type::LuckyBreak));
        assert_eq!(class(true, 34), Class::Unclassified(Reason::ClientOnly));
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
