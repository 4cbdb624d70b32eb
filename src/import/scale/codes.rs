//! Numbers that stand for "no answer": 99, −1, 999.

use super::asked::Asked;
use super::ends;
use crate::import::values::Written;

/// What survey programs and statistics programs write where nobody answered.
const CODES: [f64; 17] = [
    -1.0, -2.0, -7.0, -8.0, -9.0, -66.0, -77.0, -88.0, -97.0, -98.0, -99.0, -999.0, 9.0, 88.0, 98.0, 99.0,
    999.0,
];
const MORE: [f64; 8] = [77.0, 96.0, 97.0, 997.0, 998.0, 9999.0, -9999.0, -998.0];

/// So many answers tell that a number beyond theirs is none.
const MANY: usize = 20;

fn is_code(value: f64) -> bool {
    CODES.iter().chain(&MORE).any(|code| (code - value).abs() < 1e-9)
}

/// The answers, and the cells that are codes: those outside of the scale that all the others make.
pub(super) fn apart<'c>(
    written: &[(&'c str, Written, usize)],
    asked: &Asked,
) -> (Vec<(&'c str, Written, usize)>, Vec<&'c str>) {
    let (maybe, sure): (Vec<_>, Vec<_>) =
        written.iter().copied().partition(|(_, written, _)| written.of.is_none() && is_code(written.value));
    let count = |of: &[(&str, Written, usize)]| of.iter().map(|(.., count)| count).sum::<usize>();
    // Fewer answers than codes say nothing about a scale.
    if sure.is_empty() || maybe.is_empty() || count(&sure) < count(&maybe) {
        return (written.to_vec(), Vec::new());
    }
    let (low, high) = ends::of(asked, &sure).scale.ends();
    let is_outside = |value: f64| value < low || value > high;
    // Negative numbers beside others that mirror them are a scale around 0.
    if sure.iter().any(|(_, written, _)| written.value < 0.0) {
        return (written.to_vec(), Vec::new());
    }
    // 9 is a grade, too: it is a code beside many answers that end at 5, or at the end that the header names.
    let may_be_nine = asked.ends.is_some() || high <= 5.0 && count(&sure) >= MANY;
    let is_nine = |value: f64| (value - 9.0).abs() < 1e-9;
    let is_silent = |value: f64| is_outside(value) && (may_be_nine || !is_nine(value));
    let codes: Vec<&str> =
        maybe.iter().filter(|(_, written, _)| is_silent(written.value)).map(|(cell, ..)| *cell).collect();
    let answers = written.iter().copied().filter(|(cell, ..)| !codes.contains(cell)).collect();
    (answers, codes)
}
