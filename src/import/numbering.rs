//! Repeated identifiers: the user is asked about them before rows are rejected for it.

use super::report::{Reason, Report};

/// The fewest rows with repeated identifiers: fewer may be slips or corrections.
const FEW: usize = 5;

/// The possible meaning of repeated identifiers, with the number of rows that would be rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// They are repeated within the table, with other texts: they may identify people.
    OfPeople(usize),
    /// They repeat identifiers of the project, with other texts: the numbering of another survey may begin again.
    BeginsAgain(usize),
}

/// The question about the identifiers of a table, by its report; `None` where few are repeated. With a scope, no
/// numbering begins again.
pub fn asked(report: &Report, has_scope: bool) -> Option<Numbering> {
    let repeated = report.rejects.iter().filter(|reject| reject.reason == Reason::IdRepeated).count();
    if repeated >= FEW && repeated * 10 >= report.read {
        return Some(Numbering::OfPeople(repeated));
    }
    let is_most = report.changed >= FEW && report.changed * 2 >= report.read;
    (is_most && !has_scope).then_some(Numbering::BeginsAgain(report.changed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Reject;

    #[test]
    fn slips_and_corrections_are_not_asked_about() {
        let reject = Reject { row_number: 2, reason: Reason::IdRepeated, cells: Vec::new() };
        let report = |read, repeated, changed| Report {
            read,
            changed,
            rejects: vec![reject.clone(); repeated],
            ..Report::default()
        };
        assert_eq!(asked(&report(50, 5, 0), false), Some(Numbering::OfPeople(5)));
        assert_eq!(asked(&report(51, 5, 0), false), None);
        assert_eq!(asked(&report(12, 4, 0), false), None);
        assert_eq!(asked(&report(12, 0, 6), false), Some(Numbering::BeginsAgain(6)));
        assert_eq!(asked(&report(13, 0, 6), false), None);
        assert_eq!(asked(&report(12, 0, 12), true), None);
    }
}
