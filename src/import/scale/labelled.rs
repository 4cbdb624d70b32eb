//! Reads the scale from the words behind numbers: `1 - Pas du tout d'accord`.

use super::asked::{Asked, AskedKind};
use super::degree::{self, Degree, Family};
use super::places::{self, Battery, Step};
use super::verbal::Steps;
use crate::import::values::{self, Written};

/// The fewest labels that show the steps between them.
const FEW: usize = 3;
/// The number of answers from which their labels show all steps.
const ENOUGH: usize = 20;

/// Completes the scale of a header by the labels of the answers: the kind of question, and the ends.
pub(super) fn complete(asked: &mut Asked, written: &[(&str, Written, usize)]) {
    let labels = labels(written);
    let family =
        labels.iter().try_fold(None, |family: Option<Family>, (_, degree)| match (family, degree.family) {
            (Some(one), Some(other)) => one.joined(other).map(Some),
            (one, other) => Some(one.or(other)),
        });
    let family = family.flatten();
    if asked.kind != Some(AskedKind::Recommendation) {
        match family {
            Some(Family::Agreement | Family::Open) if is_on_both_sides(&labels) => {
                asked.kind = Some(AskedKind::Agreement);
            }
            Some(Family::Satisfaction) => asked.kind = Some(AskedKind::Satisfaction),
            _ => {}
        }
    }
    let filled = written.iter().map(|(.., count)| count).sum();
    let by_all = || {
        family.filter(|_| labels.len() == written.len()).and_then(|family| by_places(family, &labels, filled))
    };
    asked.ends = asked.ends.or_else(by_all).or_else(|| outermost(&labels, written));
}

/// The numbers with labels, the lowest first.
fn labels(answers: &[(&str, Written, usize)]) -> Vec<(f64, Degree)> {
    let of = |(cell, written, _): &(&str, Written, usize)| {
        Some((written.value, degree::degree(values::label_of(cell)?)?))
    };
    let mut labels: Vec<(f64, Degree)> = answers.iter().filter_map(of).collect();
    labels.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    labels
}

fn is_on_both_sides(labels: &[(f64, Degree)]) -> bool {
    labels.iter().any(|(_, degree)| degree.size > 0) && labels.iter().any(|(_, degree)| degree.size < 0)
}

/// The ends of the scale on which each label has the place of its number, in either direction; else from 1 to the
/// highest number, where many answers have all numbers from 1 on.
fn by_places(family: Family, labels: &[(f64, Degree)], filled: usize) -> Option<(f64, f64)> {
    let battery = Battery::new(labels.iter().map(|(_, degree)| Step::of(*degree)), filled);
    let family = if family == Family::Open { Family::Agreement } else { family };
    let (places, count) = places::of(Steps::Words(Some(family)), &battery);
    if labels.len() < FEW || places.len() != labels.len() {
        return None;
    }
    let (first, count) = (labels[0].0, f64::from(count));
    let fits = |place: &dyn Fn(f64) -> f64| {
        labels.iter().all(|(value, degree)| {
            places.get(&Step::of(*degree)).is_some_and(|at| (place(f64::from(*at)) - value).abs() < 1e-9)
        })
    };
    if fits(&|at| at) || fits(&|at| count + 1.0 - at) {
        return Some((1.0, count));
    }
    if fits(&|at| at - 1.0) || fits(&|at| count - at) {
        return Some((0.0, count - 1.0));
    }
    let is_row = labels.windows(2).all(|pair| (pair[1].0 - pair[0].0 - 1.0).abs() < 1e-9);
    let is_one = (first - 1.0).abs() < 1e-9;
    (is_row && is_one && labels.len() > FEW && filled >= ENOUGH).then(|| (first, labels[labels.len() - 1].0))
}

/// The ends of a scale whose lowest and highest answers have the strongest labels: `4 - Pas du tout satisfait`.
fn outermost(labels: &[(f64, Degree)], written: &[(&str, Written, usize)]) -> Option<(f64, f64)> {
    let (low, high) = (labels.first()?, labels.last()?);
    let is_within = |(_, written, _): &(&str, Written, usize)| (low.0..=high.0).contains(&written.value);
    let (worst, best) = (low.1.size, high.1.size);
    let are_ends = worst.abs() >= 30 && best.abs() >= 30 && worst.signum() != best.signum();
    (are_ends && written.iter().all(is_within)).then_some((low.0, high.0))
}

/// Whether the lowest number is the best by the labels; `None` if they do not show it.
pub(super) fn reversed(answers: &[(&str, Written, usize)]) -> Option<bool> {
    let labels = labels(answers);
    let (first, last) = (labels.first()?, labels.last()?);
    match (first.1.size, last.1.size) {
        // A single label shows it only at an end.
        (size, _) if labels.len() == 1 => (first.0 <= 1.0 && size != 0).then_some(size > 0),
        (low, high) => (low != high).then_some(low > high),
    }
}
