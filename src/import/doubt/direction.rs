//! Doubts whether the lowest or the highest number of a scale is the best, where no source is certain.

use std::collections::BTreeMap;

use super::{Doubt, DoubtKind, Reading};
use crate::import::guess::names::folded;
use crate::import::mapping::{Mapping, RatingColumn};
use crate::import::ratings;
use crate::import::scale::against::{self, Against};
use crate::import::scale::asked::{self, AskedKind};
use crate::import::scale::verbal::{self, Verbal};
use crate::import::sides;
use crate::import::table::Table;
use crate::import::values;

/// The most rows read for a correlation.
const ROWS: usize = 2000;
/// The most ratings that are compared pair by pair.
const MANY: usize = 8;
/// The fewest pairs of answers for a correlation.
const PAIRS: usize = 15;
/// The correlation at or below which two ratings point in opposite directions. Ratings of one experience agree.
const AGAINST: f64 = -0.4;

/// The answers of a column row by row, turned so that a higher number is better.
fn given(table: &Table, rating: &RatingColumn) -> Vec<Option<f64>> {
    let (low, high) = rating.scale.ends();
    let mut known: BTreeMap<&str, Option<f64>> =
        rating.meanings.iter().map(|meaning| (meaning.cell.as_str(), meaning.value)).collect();
    let by_key: BTreeMap<String, Option<f64>> =
        rating.meanings.iter().map(|meaning| (sides::key(&meaning.cell), meaning.value)).collect();
    let read = |cell: &str| match values::rating(cell) {
        Some(written) => Some(written.value),
        None => by_key.get(&sides::key(cell)).copied().flatten(),
    };
    let mut value = |row: usize| {
        let cell = table.cell(row, rating.column).trim();
        let value = (*known.entry(cell).or_insert_with(|| read(cell)))?;
        (value >= low && value <= high).then(|| rating.scale.upright(value))
    };
    (0..table.rows().min(ROWS)).map(&mut value).collect()
}

/// The number and the sum of the answers of each row.
fn sums<'g>(given: impl Iterator<Item = &'g Vec<Option<f64>>>) -> Vec<(f64, f64)> {
    let mut sums = Vec::new();
    for answers in given {
        sums.resize(answers.len(), (0.0, 0.0));
        for (sum, answer) in sums.iter_mut().zip(answers) {
            if let Some(value) = answer {
                *sum = (sum.0 + 1.0, sum.1 + value);
            }
        }
    }
    sums
}

/// For each row, the mean of its other answers.
fn rest(all: &[(f64, f64)], own: &[Option<f64>]) -> Vec<Option<f64>> {
    let mean = |((count, sum), own): (&(f64, f64), &Option<f64>)| {
        let (count, sum) = own.map_or((*count, *sum), |own| (count - 1.0, sum - own));
        (count > 0.0).then(|| sum / count)
    };
    all.iter().zip(own).map(mean).collect()
}

/// Whether high numbers in one column come with low ones in the other.
fn goes_against(one: &[Option<f64>], other: &[Option<f64>]) -> bool {
    together(one, other).is_some_and(|r| r <= AGAINST)
}

/// Whether the two columns are not opposed: their correlation is at least −[`AGAINST`].
fn goes_with(one: &[Option<f64>], other: &[Option<f64>]) -> bool {
    together(one, other).is_some_and(|r| r >= -AGAINST)
}

/// The correlation over rows with both answers; `None` for too few rows.
fn together(one: &[Option<f64>], other: &[Option<f64>]) -> Option<f64> {
    let pairs: Vec<(f64, f64)> = one.iter().zip(other).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    if pairs.len() < PAIRS { None } else { correlation(&pairs) }
}

/// The direction of a scale by header, labels and names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    /// All sources agree: the lowest number is the best if `reversed`, else the highest.
    Known { reversed: bool },
    /// The sources contradict each other.
    Contradicted,
    /// The ends have words, but the words do not show which end is the best.
    Ambiguous,
    /// No source gives a direction.
    Unknown,
}

/// A rating and what is known of its direction.
struct RatingDirection<'m> {
    rating: &'m RatingColumn,
    direction: Direction,
    asks: Option<AskedKind>,
    /// How likely a high number is bad, if the question asks about something bad.
    against: Option<Against>,
    /// Whether its steps are frequencies or amounts, which are good or bad depending on the question.
    is_how_much: bool,
    /// Whether it judges quality, and is no frequency, amount or agreement.
    is_judge: bool,
}

pub(super) fn doubts(table: &Table, mapping: &Mapping) -> Vec<Doubt> {
    let steps = ratings::steps(table);
    let directions: Vec<RatingDirection> =
        mapping.ratings.iter().map(|rating| RatingDirection::of(table, rating, &steps)).collect();
    if directions.iter().all(|one| matches!(one.direction, Direction::Known { .. })) {
        return Vec::new();
    }
    let given: Vec<Vec<Option<f64>>> = mapping.ratings.iter().map(|rating| given(table, rating)).collect();
    let judges: Vec<usize> = (0..directions.len()).filter(|at| directions[*at].is_judge).collect();
    let all = (judges.len() > MANY).then(|| sums(judges.iter().map(|at| &given[*at])));
    // With many ratings, each is compared with the mean of the others.
    let goes_against = |at: usize| match &all {
        Some(all) if !directions[at].is_judge => {
            goes_against(&given[at], &rest(all, &vec![None; given[at].len()]))
        }
        Some(all) => goes_against(&given[at], &rest(all, &given[at])),
        None => judges.iter().any(|other| *other != at && goes_against(&given[at], &given[*other])),
    };
    let goes_with_one =
        |at: usize| judges.iter().any(|other| *other != at && goes_with(&given[at], &given[*other]));
    let is_doubtful = |at: usize, one: &RatingDirection| match one.direction {
        Direction::Known { .. } => false,
        Direction::Contradicted => true,
        Direction::Ambiguous if !goes_with_one(at) => true,
        Direction::Ambiguous | Direction::Unknown => {
            one.asks == Some(AskedKind::Burden) && !one.is_how_much
                || matches!(one.against, Some(Against::Surely | Against::Likely))
                || one.against == Some(Against::Perhaps) && !goes_with_one(at)
                || directions.iter().any(|other| other.is_example_for(one))
                || goes_against(at)
        }
    };
    let doubt = |one: &RatingDirection| {
        let rating = one.rating.clone();
        let turned = RatingColumn { scale: rating.scale.turned(), ..rating.clone() };
        Doubt {
            kind: DoubtKind::Direction,
            column: Some(rating.column),
            readings: vec![Reading::Rating(rating), Reading::Rating(turned)],
        }
    };
    directions
        .iter()
        .enumerate()
        .filter(|(at, one)| is_doubtful(*at, one))
        .map(|(_, one)| doubt(one))
        .collect()
}

impl<'m> RatingDirection<'m> {
    /// A rating of unknown direction.
    const fn new(rating: &'m RatingColumn, asks: Option<AskedKind>) -> Self {
        Self {
            rating,
            direction: Direction::Unknown,
            asks,
            against: None,
            is_how_much: false,
            is_judge: true,
        }
    }

    fn of(table: &Table, rating: &'m RatingColumn, steps: &[(usize, Verbal)]) -> Self {
        let header = table.headers().get(rating.column).map_or("", String::as_str);
        let asked = asked::of(header);
        let (asks, against) = (asked.kind, asked.against);
        // Words of satisfaction have a fixed direction; words of agreement have one unless the statement is about a bad
        // thing.
        if rating.meanings.iter().any(|meaning| meaning.value.is_some()) {
            let steps = verbal::of(table, rating.column);
            let is_how_much = steps.as_ref().is_some_and(Verbal::is_how_much);
            let is_agreement = steps.as_ref().is_some_and(Verbal::is_agreement);
            let is_of_unknown = steps.as_ref().is_some_and(Verbal::is_how_often)
                && against.is_none()
                && !against::is_of_good(&folded(header));
            let is_judge = steps.as_ref().is_some_and(Verbal::is_how_good);
            let reversed = rating.scale.is_reversed();
            let direction = if is_of_unknown {
                Direction::Ambiguous
            } else if is_how_much || is_agreement && against.is_some() {
                Direction::Unknown
            } else {
                Direction::Known { reversed }
            };
            return Self { direction, against, is_how_much, is_judge, ..Self::new(rating, asks) };
        }
        let understood = ratings::understand(table, rating.column);
        let named = ratings::named(table, rating.column, steps).map(|named| named.reversed);
        let sources: Vec<bool> =
            [understood.by_header, understood.by_labels, named].into_iter().flatten().collect();
        let direction = match sources[..] {
            _ if sources.windows(2).any(|pair| pair[0] != pair[1]) => Direction::Contradicted,
            [reversed, ..] => Direction::Known { reversed },
            [] if understood.asked.has_neutral_ends => Direction::Ambiguous,
            [] => Direction::Unknown,
        };
        Self { direction, against: understood.asked.against, ..Self::new(rating, asks) }
    }

    /// Whether this rating has the same ends as `other` and is known to be reversed, so that the other may be too.
    fn is_example_for(&self, other: &Self) -> bool {
        self.direction == Direction::Known { reversed: true }
            && !other.is_how_much
            && self.rating.scale.ends() == other.rating.scale.ends()
    }
}

/// Pearson's correlation; `None` if one of the two does not vary.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    #[allow(clippy::cast_precision_loss, reason = "a few thousand pairs")]
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(a, b)| of(a - x, b - y)).sum::<f64>();
    let (xx, yy, xy) = (sum(&|a, _| a * a), sum(&|_, b| b * b), sum(&|a, b| a * b));
    (xx > 0.0 && yy > 0.0).then(|| xy / (xx * yy).sqrt())
}
