//! Whether the lowest or the highest number of a scale is the best, where nothing says it for sure.

use super::{Doubt, DoubtKind, Reading};
use crate::import::mapping::{Mapping, RatingColumn};
use crate::import::ratings;
use crate::import::scale::asked::{self, AskedKind};
use crate::import::table::Table;
use crate::import::values;

/// So many rows tell how two columns go together.
const ROWS: usize = 2000;
/// Fewer pairs of answers say nothing about that.
const PAIRS: usize = 15;
/// Ratings of one experience go together; from here on they go against each other.
const AGAINST: f64 = -0.4;

/// A rating whose way up is known or not.
struct Told<'m> {
    rating: &'m RatingColumn,
    /// What header and labels say; none if neither does, or they contradict each other.
    reversed: Option<bool>,
    contradicts: bool,
    asks: Option<AskedKind>,
}

pub(super) fn doubts(table: &Table, mapping: &Mapping) -> Vec<Doubt> {
    let told: Vec<Told> = mapping.ratings.iter().map(|rating| Told::of(table, rating)).collect();
    let is_doubtful = |one: &Told| {
        one.contradicts
            || one.reversed.is_none()
                && (one.asks == Some(AskedKind::Burden)
                    || told.iter().any(|other| other.is_example_for(one))
                    || told.iter().any(|other| one.goes_against(other, table)))
    };
    let doubt = |one: &Told| {
        let rating = one.rating.clone();
        let turned = RatingColumn { scale: rating.scale.turned(), ..rating.clone() };
        Doubt {
            kind: DoubtKind::Direction,
            column: Some(rating.column),
            readings: vec![Reading::Rating(rating), Reading::Rating(turned)],
        }
    };
    told.iter().filter(|one| is_doubtful(one)).map(doubt).collect()
}

impl<'m> Told<'m> {
    fn of(table: &Table, rating: &'m RatingColumn) -> Self {
        let header = table.headers().get(rating.column).map_or("", String::as_str);
        let asks = asked::of(header).kind;
        // Words have an order of their own.
        if rating.meanings.iter().any(|meaning| meaning.value.is_some()) {
            return Self { rating, reversed: Some(rating.scale.is_reversed()), contradicts: false, asks };
        }
        let understood = ratings::understand(table, rating.column);
        let contradicts = understood.by_header.zip(understood.by_labels).is_some_and(|(a, b)| a != b);
        let reversed = understood.by_header.or(understood.by_labels).filter(|_| !contradicts);
        Self { rating, reversed, contradicts, asks }
    }

    /// Whether it stands on the same numbers, the other way up than one would take for granted.
    fn is_example_for(&self, other: &Self) -> bool {
        self.reversed == Some(true) && self.rating.scale.ends() == other.rating.scale.ends()
    }

    /// Whether who gives a high number here gives a low one there.
    fn goes_against(&self, other: &Self, table: &Table) -> bool {
        if self.rating.column == other.rating.column {
            return false;
        }
        let value = |rating: &RatingColumn, row: usize| {
            let value = values::rating(table.cell(row, rating.column))?.value;
            let (low, high) = rating.scale.ends();
            (value >= low && value <= high).then(|| rating.scale.upright(value))
        };
        let pairs: Vec<(f64, f64)> = (0..table.rows().min(ROWS))
            .filter_map(|row| Some((value(self.rating, row)?, value(other.rating, row)?)))
            .collect();
        pairs.len() >= PAIRS && correlation(&pairs).is_some_and(|r| r <= AGAINST)
    }
}

/// Pearson's correlation; none where one side does not vary.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    #[allow(clippy::cast_precision_loss, reason = "a few thousand pairs")]
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(a, b)| of(a - x, b - y)).sum::<f64>();
    let (xx, yy, xy) = (sum(&|a, _| a * a), sum(&|_, b| b * b), sum(&|a, b| a * b));
    (xx > 0.0 && yy > 0.0).then(|| xy / (xx * yy).sqrt())
}
