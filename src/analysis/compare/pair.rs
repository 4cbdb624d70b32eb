//! Two compared groups, as they are shown and as they may leave the page.

use crate::analysis::groups::Plan;
use crate::analysis::{Class, Filter, Mirror, Row};
use crate::model::Project;

use super::groups::{Axis, Comparison};

/// The protection of figures that leave the page: [`protect`](crate::analysis::groups::protect).
type Protect = fn(&Project, &Mirror, &Filter, &Plan) -> Mirror;

/// Which groups are compared, and under which filters.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// The variable by which they differ.
    pub axis: Axis,
    /// The filter of each group.
    pub filters: [Filter; 2],
    /// Whether they are restricted to the chosen filter.
    pub inside: bool,
}

impl Pairing {
    /// The groups of an axis inside the chosen filter, if the plan offers both; else the groups of the axis alone.
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

/// Two groups and their differences.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The groups and their filters.
    pub pairing: Pairing,
    /// Their mirrors and differences.
    pub found: Comparison,
}

impl Pair {
    /// The names of the two groups.
    pub fn names(&self) -> [&str; 2] {
        let (Axis::Waves { before, after } | Axis::Segments { before, after, .. }) = &self.pairing.axis;
        [before, after]
    }

    /// The two rows of every moment that has a type by levels in both groups, and so an arrow.
    pub fn typed(&self) -> impl Iterator<Item = [&Row; 2]> {
        let pairs = self.found.before.rows.iter().zip(&self.found.after.rows);
        pairs.map(|(before, after)| [before, after]).filter(|[before, after]| has_arrow(before, after))
    }

    /// How many of these moments change their type.
    pub fn changed(&self) -> usize {
        self.typed().filter(|[before, after]| before.class.moves_to(after.class)).count()
    }

    /// The pair as it may leave the page. Each group is protected by itself, because the plan protects all filters
    /// together.
    pub fn protected(&self, project: &Project, plan: &Plan, mask: Protect) -> Self {
        let [first, second] = &self.pairing.filters;
        let found = Comparison {
            before: mask(project, &self.found.before, first, plan),
            after: mask(project, &self.found.after, second, plan),
            ..self.found.clone()
        };
        Self { found, ..self.clone() }
    }
}
