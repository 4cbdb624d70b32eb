//! Of which differences chance alone is no likely explanation, in words.

use crate::analysis::compare::Incomparable;
use crate::analysis::compare::groups::{Change, Compared, Verdict};
use crate::say::{Locale, text, undefined};

/// Why a difference has no test; none if it has one.
pub fn untested<T>(locale: Locale, change: &Result<Change<T>, Incomparable>) -> Option<&'static str> {
    match change {
        Err(reason) => Some(undefined::incomparable(locale, *reason)),
        Ok(Change { test: Err(reason), .. }) => Some(undefined::reason(locale, *reason)),
        Ok(_) => None,
    }
}

/// How many differences have no test, and why: a dash alone would look like nothing to find.
pub fn without_test(locale: Locale, found: &[Compared]) -> Option<String> {
    let sides = found.iter().flat_map(|row| [&row.client, &row.employee]);
    let mut reasons: Vec<&str> = sides
        .flat_map(|side| [untested(locale, &side.frequency), untested(locale, &side.level)])
        .flatten()
        .collect();
    let count = reasons.len();
    reasons.sort_unstable();
    reasons.dedup();
    (count > 0).then(|| {
        let reasons = reasons.join(", ");
        text!(locale, compare.untested, count = locale.count(count), reasons = reasons)
    })
}

/// Of how many comparisons chance alone is no likely explanation, in a sentence.
pub fn verdict(locale: Locale, verdicts: &[Verdict]) -> String {
    let changed = verdicts.iter().filter(|verdict| verdict.changed()).count();
    if changed == 0 {
        text!(locale, compare.none, all = locale.count(verdicts.len()))
    } else {
        text!(locale, compare.some, count = locale.count(changed), all = locale.count(verdicts.len()))
    }
}

/// A p-value; below what anybody needs to know, that it is below.
pub fn probability(locale: Locale, p: f64) -> String {
    if p < 0.001 { format!("< {}", locale.number(0.001, 3)) } else { locale.number(p, 3) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Probability;
    use crate::analysis::compare::groups::SideChange;
    use crate::say::insight::tests::waves;

    #[test]
    fn a_small_p_is_below_what_anybody_needs() {
        let shown = |p| Locale::ALL.map(|locale| probability(locale, p));
        assert_eq!(shown(0.0004), ["< 0,001", "< 0.001"]);
        assert_eq!(shown(0.001), ["0,001", "0.001"]);
        assert_eq!(shown(0.0416), ["0,042", "0.042"]);
    }

    #[test]
    fn even_one_difference_without_a_test_is_said_and_each_reason_once() {
        let (_, pair) = waves();
        let why = |side: &SideChange| {
            untested(Locale::English, &side.frequency).or(untested(Locale::English, &side.level))
        };
        let tested = pair.found.rows.iter().map(|row| row.client).find(|side| why(side).is_none()).unwrap();
        let untested = SideChange { level: Err(Incomparable::NobodyTwice), ..tested };
        let said = |client, employee| {
            let moment = pair.found.rows[0].moment;
            without_test(Locale::English, &[Compared { moment, client, employee }])
        };
        let counted =
            |count| Some(format!("Comparisons without a test: {count} (nobody is in both groups)."));
        assert_eq!(said(tested, tested), None);
        assert_eq!(said(tested, untested), counted(1));
        assert_eq!(said(untested, untested), counted(2));
    }

    #[test]
    fn changes_are_counted_among_all_verdicts() {
        let of = |adjusted| Verdict { p: Probability(0.01), adjusted: Probability(adjusted) };
        let said = |verdicts: &[Verdict]| Locale::ALL.map(|locale| verdict(locale, verdicts));
        assert_eq!(
            said(&[of(0.05), of(0.06), of(0.01)]),
            [
                "Différences que le hasard seul n’expliquerait guère\u{a0}: 2 sur 3.",
                "Differences that chance alone would hardly explain: 2 of 3."
            ]
        );
        assert_eq!(
            said(&[of(0.06)]),
            [
                "Différences que le hasard seul n’expliquerait guère\u{a0}: aucune, parmi les comparaisons testées (1).",
                "Differences that chance alone would hardly explain: none, among the comparisons tested (1)."
            ]
        );
    }
}
