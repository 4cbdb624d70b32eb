//! What differs between two groups, in words and in the cells of a table.

use super::verdicts::{probability, untested, verdict, without_test};
use crate::analysis::compare::groups::{Change, Design, SideChange, Transition, Verdict};
use crate::analysis::compare::{Incomparable, Pair};
use crate::analysis::{Class, Estimate, Points, Shift};
use crate::model::{Project, Side};
use crate::say::mirror::{certainty, class};
use crate::say::{Locale, side, text};

/// All that is said of two groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Of how many differences chance alone is no likely explanation.
    pub verdict: String,
    /// Whether people are in both groups, and what that means.
    pub recurring: Vec<String>,
    /// How many differences have no test, and why.
    pub untested: Option<String>,
    /// How all differences were made.
    pub method: String,
    /// The types that have moved.
    pub moved: Vec<String>,
    /// What stands above these, or in their place if there is none.
    pub above: &'static str,
}

/// A difference with its interval, and how surely it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The difference; a dash where there is none.
    pub value: String,
    /// Its interval.
    pub interval: String,
    /// How many people are compared with themselves, where they are.
    pub whose: Option<String>,
    /// The p-value, corrected; a dash where there is none.
    pub p: String,
    /// That it is called a change, where it is.
    pub changed: Option<&'static str>,
    /// Why it has no test, where it has none.
    pub why: Option<&'static str>,
}

/// What is said of two groups.
pub fn changes(locale: Locale, project: &Project, pair: &Pair) -> Changes {
    let found = &pair.found;
    let verdicts = found.verdicts();
    let moved: Vec<String> = found.moved().map(|step| moved(locale, project, step)).collect();
    let above = match (moved.is_empty(), pair.typed().next()) {
        (false, _) => text!(locale, compare.transitions_text),
        (true, Some(_)) => text!(locale, compare.no_transition),
        (true, None) => text!(locale, compare.no_types),
    };
    let designs = [(Side::Client, found.client), (Side::Employee, found.employee)];
    Changes {
        verdict: verdict(locale, &verdicts),
        recurring: designs.into_iter().filter_map(|(side, of)| recurring(locale, side, of)).collect(),
        untested: without_test(locale, &found.rows),
        method: text!(locale, compare.method, all = locale.count(verdicts.len())),
        moved,
        above,
    }
}

/// The differences of one side of a moment: of its frequency, of its level.
pub fn difference_cells(locale: Locale, side: &SideChange) -> [Difference; 2] {
    let points = move |Points(points): Points| locale.signed(points * 100.0, 1);
    // No two levels are further apart than the ends of the scale.
    // Near none with a decimal, so that a little is not none.
    let shift = move |shift: Shift| {
        let shown = shift.shown().clamp(-200.0, 200.0);
        locale.signed(shown, u8::from(shown.abs() < 0.95))
    };
    let pairs = side.pairs.filter(|_| side.level.is_ok());
    let pairs = pairs.map(|pairs| text!(locale, compare.pairs, count = locale.count(pairs as usize)));
    [difference(locale, &side.frequency, points, None), difference(locale, &side.level, shift, pairs)]
}

fn difference<T: Copy>(
    locale: Locale,
    change: &Result<Change<T>, Incomparable>,
    show: impl Fn(T) -> String,
    whose: Option<String>,
) -> Difference {
    let (value, interval) = match change {
        Ok(Change { estimate: Estimate { value, interval }, .. }) => (
            show(*value),
            interval
                .map_or_else(|_| String::new(), |ends| format!("{} … {}", show(ends.low), show(ends.high))),
        ),
        Err(_) => ("—".to_owned(), String::new()),
    };
    let verdict = change.as_ref().ok().and_then(|change| change.test.ok());
    let changed = verdict.is_some_and(Verdict::changed);
    Difference {
        value,
        interval,
        whose,
        p: verdict.map_or_else(|| "—".to_owned(), |verdict| probability(locale, verdict.adjusted.0)),
        changed: changed.then(|| text!(locale, compare.changed)),
        why: untested(locale, change),
    }
}

fn moved(locale: Locale, project: &Project, step: Transition) -> String {
    let [before, after] = [step.before, step.after].map(|class| sure(locale, class));
    let name = project.codebook.moment(step.moment).map_or("", |moment| moment.name.as_str());
    format!("{name} — {before} → {after}")
}

/// A type and how sure it is.
fn sure(locale: Locale, of: Class) -> String {
    let name = class(locale, of);
    match of {
        Class::Typed(_, Some(_)) => format!("{name}, {}", certainty(locale, of)),
        _ => name,
    }
}

fn recurring(locale: Locale, side: Side, design: Design) -> Option<String> {
    let name = side::name(locale, side);
    match design {
        Design::Independent { recurring: 0 } => None,
        Design::Independent { recurring } => {
            Some(text!(locale, compare.recurring, count = recurring, side = name))
        }
        Design::Paired { recurring } => Some(text!(locale, compare.paired, count = recurring, side = name)),
    }
}
