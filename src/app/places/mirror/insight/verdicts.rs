//! Of which differences chance alone is no likely explanation, in words.

use crate::analysis::Measures;
use crate::analysis::compare::Incomparable;
use crate::analysis::compare::groups::{Change, Compared, Comparison, SideChange, Verdict};
use crate::app::shell::language::{Language, tr};
use crate::say::words;

/// The verdicts of one side, of its frequency and of its level.
fn verdicts(side: &SideChange) -> [Option<Verdict>; 2] {
    let frequency = side.frequency.as_ref().ok().and_then(|change| change.test.ok());
    let level = side.level.as_ref().ok().and_then(|change| change.test.ok());
    [frequency, level]
}

/// Why a difference has no test; none if it has one.
pub fn untested<T>(language: Language, change: &Result<Change<T>, Incomparable>) -> Option<&'static str> {
    match change {
        Err(reason) => Some(words::incomparable(language.locale(), *reason)),
        Ok(Change { test: Err(reason), .. }) => Some(words::undefined(language.locale(), *reason)),
        Ok(_) => None,
    }
}

/// How many differences have no test, and why: a dash alone would look like nothing to find.
pub fn without_test(language: Language, found: &[Compared]) -> Option<String> {
    let sides = found.iter().flat_map(|row| [&row.client, &row.employee]);
    let mut reasons: Vec<&str> = sides
        .flat_map(|side| [untested(language, &side.frequency), untested(language, &side.level)])
        .flatten()
        .collect();
    let count = reasons.len();
    reasons.sort_unstable();
    reasons.dedup();
    (count > 0).then(|| {
        let reasons = reasons.join(", ");
        tr!(language, compare.untested, count = language.count(count), reasons = reasons)
    })
}

/// The verdicts of all moments.
pub fn all_verdicts(found: &[Compared]) -> Vec<Verdict> {
    found.iter().flat_map(|row| [&row.client, &row.employee]).flat_map(verdicts).flatten().collect()
}

/// Those of figures that both mirrors tell: what they hide is not counted either.
pub fn told_verdicts(found: &Comparison) -> Vec<Verdict> {
    let is_told = |before: &Measures, after: &Measures| {
        [before.frequency.is_ok() && after.frequency.is_ok(), before.level.is_ok() && after.level.is_ok()]
    };
    let rows = found.rows.iter().zip(found.before.rows.iter().zip(&found.after.rows));
    rows.flat_map(|(row, (before, after))| {
        let sides = [
            (&row.client, is_told(&before.client, &after.client)),
            (&row.employee, is_told(&before.employee, &after.employee)),
        ];
        sides.into_iter().flat_map(|(side, told)| verdicts(side).into_iter().zip(told))
    })
    .filter_map(|(verdict, told)| verdict.filter(|_| told))
    .collect()
}

/// Of how many comparisons chance alone is no likely explanation, in a sentence.
pub fn verdict(language: Language, verdicts: &[Verdict]) -> String {
    let changed = verdicts.iter().filter(|verdict| verdict.changed()).count();
    if changed == 0 {
        tr!(language, compare.none, all = language.count(verdicts.len()))
    } else {
        tr!(language, compare.some, count = language.count(changed), all = language.count(verdicts.len()))
    }
}

/// A p-value; below what anybody needs to know, that it is below.
pub fn probability(language: Language, p: f64) -> String {
    if p < 0.001 { format!("< {}", language.number(0.001, 3)) } else { language.number(p, 3) }
}
