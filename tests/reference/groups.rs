//! Two waves, two stores and the rating of a small project against `groups.py`, which computes them from the
//! definitions.

use reflet::analysis::compare::association;
use reflet::analysis::compare::groups::{Axis, Change, Comparison, SideChange, compare};
use reflet::analysis::compare::{Incomparable, Tested};
use reflet::analysis::{Filter, Shift, measure};

use crate::{assert_close, project};

const EXPECTED: &str = include_str!("groups_expected.csv");
const SOURCE: &str = "groups.py, scipy 1.17.1 and numpy 2.4.6";
const TOLERANCE: f64 = 1e-10;

#[derive(serde::Deserialize)]
struct Line {
    comparison: String,
    moment: String,
    side: String,
    figure: String,
    difference: Option<f64>,
    p: Option<f64>,
    adjusted: Option<f64>,
}

/// The difference, its p and the adjusted one, as far as they exist.
type Found = [Option<f64>; 3];

fn change<T: Copy>(change: Result<Change<T>, Incomparable>, number: impl Fn(T) -> f64) -> Found {
    let verdict = change.ok().and_then(|change| change.test.ok());
    let difference = change.ok().map(|change| number(change.estimate.value));
    [difference, verdict.map(|verdict| verdict.p.0), verdict.map(|verdict| verdict.adjusted.0)]
}

fn rating<E>(tested: Result<Tested<Shift>, E>) -> Found {
    let tested = tested.ok();
    [tested.map(|t| t.estimate.value.0), tested.and_then(|t| Some(t.p.ok()?.0)), None]
}

fn side(side: &SideChange, figure: &str) -> Found {
    match figure {
        "frequency" => change(side.frequency, |points| points.0),
        _ => change(side.level, |shift| shift.0),
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn every_difference() {
    let project = project::read();
    let rest = Filter::default();
    let waves = Axis::Waves { before: "2024".into(), after: "2025".into() };
    let stores = Axis::Segments { name: "store".into(), before: "Lyon".into(), after: "Paris".into() };
    let [waves, stores]: [Comparison; 2] = [waves, stores].map(|axis| compare(&project, &axis, &rest));
    let mentions = measure(&project, &rest).mentions;
    let lines: Vec<Line> =
        csv::Reader::from_reader(EXPECTED.as_bytes()).deserialize().map(Result::unwrap).collect();
    assert_eq!(lines.len(), 2 * 5 * 2 * 2 + 5 * 2);
    for line in lines {
        let row = project::MOMENTS.iter().position(|moment| *moment == line.moment).unwrap();
        let client = line.side == "client";
        let of = |comparison: &Comparison| {
            let row = &comparison.rows[row];
            side(if client { &row.client } else { &row.employee }, &line.figure)
        };
        let found = match line.comparison.as_str() {
            "wave" => of(&waves),
            "store" => of(&stores),
            _ => rating(association::of(&mentions[usize::from(!client)], u32::try_from(row).unwrap())),
        };
        let place = format!("{} {} {} {}: {SOURCE}", line.comparison, line.moment, line.side, line.figure);
        for (found, expected) in found.iter().zip([line.difference, line.p, line.adjusted]) {
            assert_eq!(found.is_some(), expected.is_some(), "{found:?} instead of {expected:?}: {place}");
            if let Some((found, expected)) = found.zip(expected) {
                assert_close(found, expected, TOLERANCE, &place);
            }
        }
    }
}
