//! Doubts whether columns of marks are themes of the texts.

use super::{Doubt, DoubtKind, Reading};
use crate::import::choices::Segment;
use crate::import::guess::columns::Columns;
use crate::import::mapping::Mapping;
use crate::import::themes;

/// Doubts columns that may be themes, attributes or closed questions. Beside a column of moments they are no themes:
/// the table is coded in another way.
pub(super) fn doubts(columns: &Columns, mapping: &Mapping) -> Vec<Doubt> {
    let found = themes::themes(columns.table).filter(|found| !found.sure);
    let Some(found) = found.filter(|_| mapping.moment.is_none()) else { return Vec::new() };
    let is_choice = |column: &usize| {
        mapping.segments.iter().any(|segment| {
            matches!(segment, Segment::Columns { .. }) && segment.columns().any(|of| of == *column)
        })
    };
    if found.columns.iter().any(is_choice) {
        return Vec::new();
    }
    let column = found.columns.first().copied();
    let mut readings = vec![Reading::Themes(Vec::new()), Reading::Themes(found.columns)];
    if !mapping.themes.is_empty() {
        readings.reverse();
    }
    vec![Doubt { kind: DoubtKind::Themes, column, readings }]
}
