//! The cells of a moment in the table of the mirror.

use super::{certainty, kind};
use crate::analysis::{Class, Estimate, Level, Measures, Row, Undefined};
use crate::say::{Locale, text, types, undefined};

/// A figure with its interval below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The figure; a dash where there is none.
    pub value: String,
    /// Its interval; a dash where the figure has none.
    pub interval: String,
    /// Why there is no figure, or no interval.
    pub why: Option<&'static str>,
}

/// What one side says of a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideCells {
    /// How many cite it.
    pub cited: String,
    /// How often.
    pub frequency: Cell,
    /// How they live it.
    pub level: Cell,
    /// How strongly.
    pub intensity: String,
    /// That they are divided, where they are.
    pub ambivalent: Option<&'static str>,
}

/// What both sides together come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The type, or why there is none.
    pub class: String,
    /// What the type means.
    pub meaning: &'static str,
    /// How sure it is.
    pub certainty: String,
    /// How much there is to win.
    pub stake: String,
}

/// The cells of one side, with levels measured from a level.
pub fn side_cells(locale: Locale, measures: &Measures, from: Level) -> SideCells {
    let shift = from.shown();
    SideCells {
        cited: locale.count(measures.cited as usize),
        frequency: cell(locale, measures.frequency, |share| percent(locale, share.0)),
        level: cell(locale, measures.level, |level| locale.signed(level.shown() - shift, 0)),
        intensity: measures
            .intensity
            .map_or_else(|_| "—".to_owned(), |level| locale.number(level.shown(), 0)),
        ambivalent: measures.ambivalent.then(|| text!(locale, mirror.ambivalent)),
    }
}

/// The cells of both sides together.
pub fn outcome(locale: Locale, row: &Row) -> Outcome {
    Outcome {
        class: kind(locale, row),
        meaning: meaning(locale, row),
        certainty: certainty(locale, row.class),
        stake: row.stake.map_or_else(|_| "—".to_owned(), |stake| locale.number(stake.0, 0)),
    }
}

/// What a type means, with what to do about it where one may act; else how the moment is lived, or which side is divided.
fn meaning(locale: Locale, row: &Row) -> &'static str {
    match (row.class, row.divided()) {
        (Class::Unclassified(_), _) => "",
        (Class::Typed(..), Some(sides)) => types::divided(locale, sides),
        (Class::Typed(kind, _), None) if row.family().is_none() => types::lived(locale, kind),
        (Class::Typed(kind, _) | Class::Silent(kind), _) => types::meaning(locale, kind),
    }
}

/// What the button is called that says how a moment's figures were computed.
pub fn ask(locale: Locale, name: &str) -> String {
    format!("{} {name}", text!(locale, explain.ask))
}

fn cell<T: Copy>(
    locale: Locale,
    estimate: Result<Estimate<T>, Undefined>,
    show: impl Fn(T) -> String,
) -> Cell {
    let dash = || "—".to_owned();
    let why = |reason| Some(undefined::reason(locale, reason));
    match estimate {
        Err(reason) => Cell { value: dash(), interval: String::new(), why: why(reason) },
        Ok(Estimate { value, interval: Err(reason) }) => {
            Cell { value: show(value), interval: dash(), why: why(reason) }
        }
        Ok(Estimate { value, interval: Ok(ends) }) => {
            let interval = format!("{} … {}", show(ends.low), show(ends.high));
            Cell { value: show(value), interval, why: None }
        }
    }
}

/// A share in percent; below ten with a decimal, so that few is not none.
fn percent(locale: Locale, share: f64) -> String {
    locale.percent(share, u8::from(share > 0.0 && share < 0.0995))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Certainty, Confidence, Proportion, Type, Undefined};
    use crate::say::example::samples;

    #[test]
    fn the_tables_of_the_samples() {
        for sample in samples() {
            let lines = Locale::ALL.map(|locale| {
                let row = |row: &Row| {
                    let sides = [&row.client, &row.employee].map(|side| {
                        let of = side_cells(locale, side, Level(0.0));
                        let [f, l] = [of.frequency, of.level].map(|c| format!("{} {}", c.value, c.interval));
                        [of.cited, f, l, of.intensity, of.ambivalent.unwrap_or_default().to_owned()]
                            .join(" | ")
                    });
                    let Outcome { class, meaning, certainty, stake } = outcome(locale, row);
                    [sides.join(" | "), class, certainty, stake, meaning.to_owned()].join(" | ")
                };
                sample.mirror.rows.iter().map(row).collect::<Vec<_>>().join("\n")
            });
            insta::assert_snapshot!(format!("table_{}", sample.name), lines.join("\n\n"));
        }
    }

    #[test]
    fn what_is_missing_is_a_dash_that_says_why() {
        let mut row = samples()[0].mirror.rows.swap_remove(0);
        let cells = |row: &Row, from| side_cells(Locale::English, &row.client, Level(from));
        let level = Cell { value: "+23".into(), interval: "−4 … +49".into(), why: None };
        assert_eq!(cells(&row, 0.5).level, level, "levels are measured from that one");
        row.client.level =
            row.client.level.map(|level| Estimate { interval: Err(Undefined::NoVariation), ..level });
        let why = Some(undefined::reason(Locale::English, Undefined::NoVariation));
        assert_eq!((cells(&row, 0.0).level.interval, cells(&row, 0.0).level.why), ("—".to_owned(), why));
        row.client.level = Err(Undefined::NoValence);
        let why = Some(undefined::reason(Locale::English, Undefined::NoValence));
        assert_eq!(cells(&row, 0.0).level, Cell { value: "—".into(), interval: String::new(), why });
    }

    #[test]
    fn what_nobody_should_act_on_gets_no_advice() {
        let mut row = samples()[0].mirror.rows.swap_remove(0);
        let mut said = |confidence, is_divided| {
            row.class =
                Class::Typed(Type::DeadEnd, Some(Certainty { probability: Proportion(0.6), confidence }));
            row.employee.ambivalent = is_divided;
            let Outcome { class, meaning, .. } = outcome(Locale::English, &row);
            format!("{class}: {meaning}")
        };
        let advice = "dead end: Clients are disappointed and employees frustrated: change the process.";
        assert_eq!(said(Confidence::Firm, false), advice);
        assert_eq!(said(Confidence::Tendency, false), advice);
        assert_eq!(
            said(Confidence::Undetermined, false),
            "dead end: disappointed clients, frustrated employees"
        );
        assert_eq!(said(Confidence::Firm, true), "divided (dead end): employees are divided");
    }

    #[test]
    fn a_button_names_its_moment() {
        assert_eq!(
            Locale::ALL.map(|locale| ask(locale, "Accueil")),
            ["Comment est-ce calculé\u{a0}? Accueil", "How was this computed? Accueil"]
        );
    }

    #[test]
    fn few_is_not_none() {
        let shown = |share| percent(Locale::English, share);
        assert_eq!([0.0, 0.004, 0.0994, 0.0996].map(shown), ["0%", "0.4%", "9.9%", "10%"]);
    }
}
