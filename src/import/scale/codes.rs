//! Numbers that stand for "no answer": 99, −1, 999.

use super::asked::Asked;
use super::ends;
use crate::import::values::Written;

/// The codes of survey and statistics programs for no answer.
const CODES: [f64; 17] = [
    -1.0, -2.0, -7.0, -8.0, -9.0, -66.0, -77.0, -88.0, -97.0, -98.0, -99.0, -999.0, 9.0, 88.0, 98.0, 99.0,
    999.0,
];
const MORE: [f64; 8] = [77.0, 96.0, 97.0, 997.0, 998.0, 9999.0, -9999.0, -998.0];

/// The number of answers from which an outlying 9 is a code.
const MANY: usize = 20;

fn is_code(value: f64) -> bool {
    CODES.iter().chain(&MORE).any(|code| (code - value).abs() < 1e-9)
}

/// Separates the answers from the cells that are codes: those outside of the scale of all others.
pub(super) fn apart<'c>(
    written: &[(&'c str, Written, usize)],
    asked: &Asked,
) -> (Vec<(&'c str, Written, usize)>, Vec<&'c str>) {
    let gave = |wanted: f64| written.iter().any(|(_, written, _)| (written.value - wanted).abs() < 1e-9);
    if is_around_zero(written) {
        return (written.to_vec(), Vec::new());
    }
    // 8 and 9 mean "don't know" and "refused" where nobody gave 5, 6 or 7.
    let with_eight = gave(8.0) && gave(9.0) && ![5.0, 6.0, 7.0].iter().any(|value| gave(*value));
    let is_silence = |value: f64| is_code(value) || with_eight && (value - 8.0).abs() < 1e-9;
    let (maybe, sure): (Vec<_>, Vec<_>) = written
        .iter()
        .copied()
        .partition(|(_, written, _)| written.of.is_none() && is_silence(written.value));
    let count = |of: &[(&str, Written, usize)]| of.iter().map(|(.., count)| count).sum::<usize>();
    // Fewer answers than codes do not show a scale.
    if sure.is_empty() || maybe.is_empty() || count(&sure) < count(&maybe) {
        return (written.to_vec(), Vec::new());
    }
    let (low, high) = ends::of(asked, &sure).scale.ends();
    let is_outside = |value: f64| value < low || value > high;
    // Negative answers that are no codes belong to a scale around 0.
    if sure.iter().any(|(_, written, _)| written.value < 0.0) {
        return (written.to_vec(), Vec::new());
    }
    // 9 may be a grade: it is a code only beside many answers up to 5, or if the header names the ends.
    let may_be_nine = asked.ends.is_some() || high <= 5.0 && count(&sure) >= MANY;
    let is_nine = |value: f64| (value - 9.0).abs() < 1e-9 || (value - 8.0).abs() < 1e-9;
    let is_silent = |value: f64| is_outside(value) && (may_be_nine || !is_nine(value));
    let codes: Vec<&str> =
        maybe.iter().filter(|(_, written, _)| is_silent(written.value)).map(|(cell, ..)| *cell).collect();
    let answers = written.iter().copied().filter(|(cell, ..)| !codes.contains(cell)).collect();
    (answers, codes)
}

/// Whether the answers are a short scale around 0: −2, −1, 0, 1, 2.
fn is_around_zero(written: &[(&str, Written, usize)]) -> bool {
    let gave = |wanted: f64| written.iter().any(|(_, written, _)| (written.value - wanted).abs() < 1e-9);
    let is_within = written.iter().all(|(_, written, _)| written.value.abs() <= 2.0);
    is_within && gave(-1.0) && gave(-2.0) && gave(1.0) && gave(2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::values;

    #[test]
    fn codes_are_separated_from_answers() {
        for (cells, expected) in [
            ("1 2 3 4 8 9", &["8", "9"][..]),
            ("1 2 3 4 5 8 9", &[]),
            ("1 2 3 4 8", &[]),
            ("1 2 3 4 9", &["9"]),
            ("1 2 3 4 8 9 10", &[]),
            ("-2 -1 0 1 2", &[]),
            ("-2 -1 1 2 3 4 5", &["-2", "-1"]),
            ("1 2 3 4 5 9999", &["9999"]),
        ] {
            let written: Vec<(&str, Written, usize)> = cells
                .split(' ')
                .filter_map(|cell| {
                    let written = values::rating(cell)?;
                    Some((cell, written, if (1.0..=5.0).contains(&written.value) { 8 } else { 2 }))
                })
                .collect();
            assert_eq!(apart(&written, &Asked::default()).1, expected, "{cells}");
        }
    }
}
