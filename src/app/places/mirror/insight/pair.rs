//! Two groups beside each other, as the page shows them.

use crate::analysis::compare::groups::{Axis, Comparison};
use crate::analysis::groups::Plan;
use crate::analysis::{Class, Filter, Row, Tracker};
use crate::figures::Pairing;
use crate::model::Project;

/// How figures are protected that leave the page.
type Protect = fn(&Project, &Tracker, &Filter, &Plan) -> Tracker;

/// Two groups and how they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What tells them apart, and what each reads.
    pub pairing: Pairing,
    /// Their mirrors, their differences.
    pub found: Comparison,
}

impl Pair {
    /// What each is called.
    pub fn names(&self) -> [&str; 2] {
        let (Axis::Waves { before, after } | Axis::Segments { before, after, .. }) = &self.pairing.axis;
        [before, after]
    }

    /// The two rows of every moment that has an arrow.
    pub fn typed(&self) -> impl Iterator<Item = [&Row; 2]> {
        let is_typed = |row: &&Row| matches!(row.class, Class::Typed(..));
        let pairs = self.found.before.rows.iter().zip(&self.found.after.rows);
        pairs.map(|(before, after)| [before, after]).filter(move |pair| pair.iter().all(is_typed))
    }

    /// The same with no more than may leave the page. Each group is protected as if it left alone, because all that may
    /// leave is protected together.
    pub fn leaving(&self, project: &Project, plan: &Plan, hide: Protect) -> Self {
        let [first, second] = &self.pairing.filters;
        let found = Comparison {
            before: hide(project, &self.found.before, first, plan),
            after: hide(project, &self.found.after, second, plan),
            ..self.found.clone()
        };
        Self { found, ..self.clone() }
    }
}
