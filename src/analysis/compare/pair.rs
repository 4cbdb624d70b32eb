//! Two groups beside each other, as they are shown and as they may leave the page.

use crate::analysis::groups::Plan;
use crate::analysis::{Class, Filter, Row, Tracker};
use crate::model::Project;

use super::groups::{Axis, Comparison};

/// How figures are protected that leave the page.
type Protect = fn(&Project, &Tracker, &Filter, &Plan) -> Tracker;

/// Which groups are compared, and inside of what.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// What tells them apart.
    pub axis: Axis,
    /// What each reads.
    pub filters: [Filter; 2],
    /// Whether the chosen filter holds for them too.
    pub inside: bool,
}

impl Pairing {
    /// The groups of an axis inside a chosen filter, unless one of them then is none that may be chosen: what the plan does
    /// not offer is not compared either.
    pub fn new(axis: Axis, chosen: &Filter, plan: &Plan) -> Self {
        let inside = axis.filters(chosen).iter().all(|filter| plan.offers(filter));
        let filters = if inside { axis.filters(chosen) } else { axis.filters(&Filter::default()) };
        Self { axis, filters, inside }
    }
}

/// Whether a moment has a type in both groups by the levels of both sides: one by silence has no place of its own.
pub fn has_arrow(before: &Row, after: &Row) -> bool {
    before.moment == after.moment && [before, after].iter().all(|row| matches!(row.class, Class::Typed(..)))
}

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
        let pairs = self.found.before.rows.iter().zip(&self.found.after.rows);
        pairs.map(|(before, after)| [before, after]).filter(|[before, after]| has_arrow(before, after))
    }

    /// How many of them lead to another type.
    pub fn changed(&self) -> usize {
        self.typed().filter(|[before, after]| before.class.moves_to(after.class)).count()
    }

    /// The same with no more than may leave the page. Each group is protected as if it left alone, because all that may
    /// leave is protected together.
    pub fn protected(&self, project: &Project, plan: &Plan, hide: Protect) -> Self {
        let [first, second] = &self.pairing.filters;
        let found = Comparison {
            before: hide(project, &self.found.before, first, plan),
            after: hide(project, &self.found.after, second, plan),
            ..self.found.clone()
        };
        Self { found, ..self.clone() }
    }
}
