//! Doubts the scale of a column of ratings, or whether it holds ratings at all.

use std::collections::{BTreeMap, BTreeSet};

use super::{Doubt, DoubtKind, Reading};
use crate::import::mapping::{Mapping, Meaning, RatingColumn};
use crate::import::matching::fold;
use crate::import::ratings::{self, Evidence};
use crate::import::scale::asked;
use crate::import::scale::verbal::{self, Verbal};
use crate::import::table::Table;
use crate::import::values;
use crate::model::{Scale, ScaleKind};

/// The number of answers without a middle from which the scale is taken to have none.
const ENOUGH: usize = 30;
/// The number of answers from which a step that nobody chose is taken not to exist.
const MANY: usize = 100;
/// The number of numeric answers without a middle from which the scale is doubted.
const FEW: usize = 10;
/// The rows read to find groups of promoters.
const FEW_ROWS: usize = 50;
/// The rows read to find the steps that occur.
const FIRST: usize = 1000;

pub(super) fn doubts(table: &Table, mapping: &Mapping) -> Vec<Doubt> {
    let columns: Vec<usize> = mapping.ratings.iter().map(|rating| rating.column).collect();
    if columns.is_empty() {
        return Vec::new();
    }
    let all = ratings::steps(table);
    let evidence = ratings::evidence(table, &columns, &all);
    let doubt = |rating: &RatingColumn| {
        let reason = evidence.iter().find(|(column, _)| *column == rating.column).map(|(_, reason)| *reason);
        let mut readings = vec![Reading::Rating(rating.clone())];
        match all.iter().find(|(column, _)| *column == rating.column) {
            Some((_, steps)) => readings.extend(other_steps(rating, steps, &all)),
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

/// A reading with other ends or steps that the numbers allow, or as a recommendation if another column names promoters.
fn other_scale(table: &Table, rating: &RatingColumn) -> Option<Reading> {
    let understood = ratings::understand(table, rating.column);
    if let Some((scale, meanings)) = understood.or.filter(|(scale, _)| scale.ends() != rating.scale.ends()) {
        return Some(Reading::Rating(RatingColumn { column: rating.column, scale, meanings }));
    }
    let is_ten = rating.scale.kind == ScaleKind::Custom && rating.scale.ends() == (0.0, 10.0);
    if is_ten && !rating.scale.is_reversed() && names_promoters(table) {
        return Some(Reading::Rating(RatingColumn { scale: Scale::NPS, ..rating.clone() }));
    }
    fewer_steps(table, rating).map(Reading::Rating)
}

/// Whether a column groups people into promoters, passives and detractors.
fn names_promoters(table: &Table) -> bool {
    const GROUPS: [&str; 9] = [
        "promoter",
        "promoters",
        "promoteur",
        "promoteurs",
        "detractor",
        "detractors",
        "detracteur",
        "detracteurs",
        "promotrice",
    ];
    let names = |cell: &str| cell.len() <= 12 && GROUPS.contains(&fold(cell).as_str());
    let few = table.rows().min(FEW_ROWS);
    (0..table.columns()).any(|column| (0..few).any(|row| names(table.cell(row, column))))
}

/// The rating on a scale of 1 to 4, where many answers on 1 to 5 never take the middle or never the end.
fn fewer_steps(table: &Table, rating: &RatingColumn) -> Option<RatingColumn> {
    if rating.scale.ends() != (1.0, 5.0) {
        return None;
    }
    let is_silent = |cell: &str| rating.meanings.iter().any(|meaning| meaning.cell == cell);
    let cells = (0..table.rows().min(FIRST)).map(|row| table.cell(row, rating.column).trim());
    let mut counts: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
    for cell in cells.filter(|cell| !is_silent(cell)) {
        if let Some(written) = values::rating(cell) {
            counts.entry(cell).or_insert((written.value, 0)).1 += 1;
        }
    }
    let all: usize = counts.values().map(|(_, count)| count).sum();
    let given: BTreeSet<u8> = (1..=5)
        .filter(|step| counts.values().any(|(value, _)| (value - f64::from(*step)).abs() < 1e-9))
        .collect();
    // Stars and labels show the number of steps.
    let is_bare = counts.keys().all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()));
    let few =
        is_bare && counts.values().all(|(value, _)| value.fract() == 0.0 && (1.0..=5.0).contains(value));
    let misses = |steps: [u8; 4], least: usize| few && all >= least && given == BTreeSet::from(steps);
    let scale = Scale::new(rating.scale.kind, 1.0, 4.0).or_else(|_| Scale::custom(1.0, 4.0)).ok()?;
    let scale = if rating.scale.is_reversed() { scale.turned() } else { scale };
    let mut fewer = RatingColumn { scale, ..rating.clone() };
    if misses([1, 2, 4, 5], FEW) {
        let moved = counts.iter().filter(|(_, (value, _))| *value > 3.0);
        fewer.meanings.extend(
            moved.map(|(cell, (value, _))| Meaning { cell: (*cell).to_owned(), value: Some(value - 1.0) }),
        );
        return Some(fewer);
    }
    let says_its_end =
        asked::of(table.headers().get(rating.column).map_or("", String::as_str)).ends.is_some();
    (!says_its_end && misses([1, 2, 3, 4], ENOUGH)).then_some(fewer)
}

/// A reading of the same words with a middle that nobody chose, with other steps that nobody chose, or as groups where
/// two languages mix.
fn other_steps(rating: &RatingColumn, steps: &Verbal, all: &[(usize, Verbal)]) -> Option<Reading> {
    if steps.mixed {
        return Some(Reading::Segment(rating.column));
    }
    let battery = verbal::sizes(all.iter().map(|(_, steps)| steps), steps);
    let other = match steps.filled {
        ..ENOUGH => battery.with_middle(steps.steps)?,
        ENOUGH..MANY => battery.of_few(),
        _ => return None,
    };
    let (scale, meanings): (Scale, _) = verbal::scale(steps, &other)?;
    // Five steps that occur are a whole scale.
    let is_whole = steps.filled >= ENOUGH && rating.scale.ends().1 > 4.0;
    let is_other = scale.ends() != rating.scale.ends() && !is_whole;
    is_other.then_some(Reading::Rating(RatingColumn { column: rating.column, scale, meanings }))
}
