//! What became of the rows.

use super::decisions;
use super::reason::{issue, reason};
use crate::import::{CellWarning, Reject, Report};
use crate::model::Side;
use crate::say::{Locale, side, text};

/// What became of the rows.
pub fn account(locale: Locale, report: &Report) -> String {
    let counts = text!(
        locale,
        import.account,
        read = locale.count(report.read),
        kept = locale.count(report.kept),
        rejected = locale.count(report.rejected),
        duplicate = locale.count(report.duplicate),
        verbatims = locale.count(report.verbatims),
        codings = locale.count(report.codings)
    );
    decisions::after(locale, counts, report)
}

/// One rejected row.
pub fn reject(locale: Locale, reject: &Reject) -> String {
    text!(locale, import.row_says, row = reject.row_number, why = reason(locale, reject.reason))
}

/// One cell that was left out.
pub fn warning(locale: Locale, warning: &CellWarning) -> String {
    let value: String = warning.value.chars().take(40).collect();
    let why = issue(locale, warning.issue);
    if value.is_empty() {
        return text!(locale, import.row_told, row = warning.row_number, why = why);
    }
    text!(locale, import.cell_says, row = warning.row_number, value = value, why = why)
}

/// The first rejected rows and the first cells that were left out, `most` of each, and how many more there are.
pub fn details(locale: Locale, report: &Report, most: usize) -> Vec<String> {
    let rejects = report.rejects.iter().map(|rejected| reject(locale, rejected));
    let warnings = report.warnings.iter().map(|found| warning(locale, found));
    let mut lines: Vec<String> = rejects.take(most).chain(warnings.take(most)).collect();
    let others = report.rejects.len() + report.warnings.len() - lines.len();
    lines.extend((others > 0).then(|| text!(locale, import.others, count = locale.count(others))));
    lines
}

/// How many answers a sample kept and left out.
pub fn sampled(locale: Locale, kept: usize, left: usize) -> String {
    text!(locale, import.sample_on, kept = locale.count(kept), left = locale.count(left))
}

/// The offer to go on with the side that has no answer yet.
pub fn next_side(locale: Locale, side: Side) -> String {
    text!(locale, import.next_side, side = side::name(locale, side).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Issue, Reason};

    fn report(rejects: usize, warnings: usize) -> Report {
        let rejected = Reject { row_number: 7, reason: Reason::Empty, cells: Vec::new() };
        let warned = CellWarning {
            row_number: 9,
            column: Some(1),
            value: "douze".to_owned(),
            issue: Issue::RatingUnreadable,
        };
        Report {
            read: 1500,
            kept: 1400,
            rejected: 80,
            duplicate: 20,
            verbatims: 1300,
            rejects: vec![rejected; rejects],
            warnings: vec![warned; warnings],
            ..Report::default()
        }
    }

    #[test]
    fn every_row_is_accounted_for() {
        let counts =
            "Rows read: 1,500 = kept 1,400 + rejected 80 + duplicates 20. Added: verbatims 1,300, codings 0.";
        assert_eq!(account(Locale::English, &report(0, 0)), counts);
        let coded = Report { no_moment: 3, uncoded: 1200, ..report(0, 0) };
        let said = account(Locale::English, &coded);
        assert_eq!(said, format!("{counts} Decisions “no moment”: 3. Texts still without coding: 1,200."));
        assert!(account(Locale::French, &coded).contains("1\u{202f}500"));
    }

    #[test]
    fn the_first_of_each_kind_are_listed_and_the_others_counted() {
        let lines = details(Locale::English, &report(3, 1), 2);
        let row = "Row 7 rejected: neither text nor rating nor coding";
        let cell = "Row 9, “douze” left out: unreadable rating";
        assert_eq!(lines, [row, row, cell, "… and 1 more."]);
        assert_eq!(details(Locale::English, &report(1, 1), 2).len(), 2);
    }

    #[test]
    fn a_cell_without_a_value_is_told_by_its_row() {
        let empty =
            CellWarning { row_number: 4, column: Some(1), value: String::new(), issue: Issue::TextMissing };
        assert_eq!(warning(Locale::English, &empty), "Row 4: coding without a text");
        let long = CellWarning { value: "x".repeat(60), ..empty };
        assert!(warning(Locale::English, &long).contains(&format!("“{}”", "x".repeat(40))));
    }

    #[test]
    fn the_next_side_stands_inside_a_sentence() {
        assert_eq!(next_side(Locale::English, Side::Employee), "And your employees?");
        assert!(next_side(Locale::French, Side::Client).contains("clients"));
    }
}
