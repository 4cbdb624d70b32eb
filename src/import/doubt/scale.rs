//! Which scale a column of ratings is on, or whether it is one at all.

use super::{Doubt, DoubtKind, Reading};
use crate::import::mapping::{Mapping, RatingColumn};
use crate::import::ratings::{self, Evidence};
use crate::import::scale::verbal::{self, Verbal};
use crate::import::table::Table;
use crate::model::Scale;

/// So many answers without a middle tell that the scale has none.
const ENOUGH: usize = 30;

pub(super) fn doubts(table: &Table, mapping: &Mapping) -> Vec<Doubt> {
    let columns: Vec<usize> = mapping.ratings.iter().map(|rating| rating.column).collect();
    let evidence = ratings::evidence(table, &columns);
    let doubt = |rating: &RatingColumn| {
        let reason = evidence.iter().find(|(column, _)| *column == rating.column).map(|(_, reason)| *reason);
        let mut readings = vec![Reading::Rating(rating.clone())];
        match verbal::of(table, rating.column, true) {
            Some(steps) => readings.extend(other_steps(table, rating, &steps)),
            None => readings.extend(other_scale(table, rating)),
        }
        match reason {
            Some(Evidence::Alike) => readings.push(Reading::LeftOut(rating.column)),
            Some(Evidence::Half) => {
                readings.extend([Reading::Text(rating.column), Reading::LeftOut(rating.column)]);
            }
            _ => {}
        }
        (readings.len() > 1).then_some(Doubt {
            kind: DoubtKind::Scale,
            column: Some(rating.column),
            readings,
        })
    };
    mapping.ratings.iter().filter_map(doubt).collect()
}

/// The other ends that the numbers allow.
fn other_scale(table: &Table, rating: &RatingColumn) -> Option<Reading> {
    let understood = ratings::understand(table, rating.column);
    let scale = understood.or.filter(|scale| scale.ends() != rating.scale.ends())?;
    Some(Reading::Rating(RatingColumn { scale, ..rating.clone() }))
}

/// The same words with a middle that few people had the time to choose, or as groups where two languages mix.
fn other_steps(table: &Table, rating: &RatingColumn, steps: &Verbal) -> Option<Reading> {
    if steps.mixed {
        return Some(Reading::Segment(rating.column));
    }
    let all: Vec<Verbal> =
        (0..table.columns()).filter_map(|column| verbal::of(table, column, true)).collect();
    let mut sizes = verbal::sizes(all.iter(), steps.steps);
    if steps.filled >= ENOUGH || !sizes.insert(0) || !steps.mirrors() {
        return None;
    }
    let (scale, meanings): (Scale, _) = verbal::scale(steps, &sizes)?;
    Some(Reading::Rating(RatingColumn { column: rating.column, scale, meanings }))
}
