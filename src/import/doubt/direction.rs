//! Whether the lowest or the highest number of a scale is the best, where nothing says it for sure.

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

/// So many rows tell how two columns go together.
const ROWS: usize = 2000;
/// More ratings are too many for a look at each pair of them.
const MANY: usize = 8;
/// Fewer pairs of answers say nothing about that.
const PAIRS: usize = 15;
/// Ratings of one experience go together; from here on they go against each other.
const AGAINST: f64 = -0.4;

/// The answers of a column, row by row, as far up as they are good.
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

/// Of each row how many answers it has and what they come to.
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

/// The mean of what the others of a row answer.
fn rest(all: &[(f64, f64)], own: &[Option<f64>]) -> Vec<Option<f64>> {
    let mean = |((count, sum), own): (&(f64, f64), &Option<f64>)| {
        let (count, sum) = own.map_or((*count, *sum), |own| (count - 1.0, sum - own));
        (count > 0.0).then(|| sum / count)
    };
    all.iter().zip(own).map(mean).collect()
}

/// Whether who gives a high number here gives a low one there.
fn goes_against(one: &[Option<f64>], other: &[Option<f64>]) -> bool {
    together(one, other).is_some_and(|r| r <= AGAINST)
}

/// Whether who gives a high number here gives a high one there.
fn goes_with(one: &[Option<f64>], other: &[Option<f64>]) -> bool {
    together(one, other).is_some_and(|r| r >= -AGAINST)
}

/// The correlation of those who answer both; none of too few.
fn together(one: &[Option<f64>], other: &[Option<f64>]) -> Option<f64> {
    let pairs: Vec<(f64, f64)> = one.iter().zip(other).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    if pairs.len() < PAIRS { None } else { correlation(&pairs) }
}

/// What header, labels and names say of the way up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The lowest number is the best, or the highest.
    Said { reversed: bool },
    /// One says this, another that.
    Contradicted,
    /// The ends have words that do not say which of them is the best.
    Unread,
    /// Nothing.
    Unsaid,
}

/// A rating whose way up is known or not.
struct Told<'m> {
    rating: &'m RatingColumn,
    way: Way,
    asks: Option<AskedKind>,
    /// What it asks about, if there should be little of it.
    against: Option<Against>,
    /// Whether its words say how often or how much, which is good or bad as the question is.
    is_how_much: bool,
    /// Whether it says how good something is, and not how much of what, or whether a statement is true.
    is_judge: bool,
}

pub(super) fn doubts(table: &Table, mapping: &Mapping) -> Vec<Doubt> {
    let steps = ratings::steps(table);
    let told: Vec<Told> = mapping.ratings.iter().map(|rating| Told::of(table, rating, &steps)).collect();
    if told.iter().all(|one| matches!(one.way, Way::Said { .. })) {
        return Vec::new();
    }
    let given: Vec<Vec<Option<f64>>> = mapping.ratings.iter().map(|rating| given(table, rating)).collect();
    let judges: Vec<usize> = (0..told.len()).filter(|at| told[*at].is_judge).collect();
    let all = (judges.len() > MANY).then(|| sums(judges.iter().map(|at| &given[*at])));
    // Beside many others, what counts is what they say together.
    let goes_against = |at: usize| match &all {
        Some(all) if !told[at].is_judge => goes_against(&given[at], &rest(all, &vec![None; given[at].len()])),
        Some(all) => goes_against(&given[at], &rest(all, &given[at])),
        None => judges.iter().any(|other| *other != at && goes_against(&given[at], &given[*other])),
    };
    let goes_with_one =
        |at: usize| judges.iter().any(|other| *other != at && goes_with(&given[at], &given[*other]));
    let is_doubtful = |at: usize, one: &Told| match one.way {
        Way::Said { .. } => false,
        Way::Contradicted => true,
        Way::Unread if !goes_with_one(at) => true,
        Way::Unread | Way::Unsaid => {
            one.asks == Some(AskedKind::Burden) && !one.is_how_much
                || matches!(one.against, Some(Against::Surely | Against::Likely))
                || one.against == Some(Against::Perhaps) && !goes_with_one(at)
                || told.iter().any(|other| other.is_example_for(one))
                || goes_against(at)
        }
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
    told.iter().enumerate().filter(|(at, one)| is_doubtful(*at, one)).map(|(_, one)| doubt(one)).collect()
}

impl<'m> Told<'m> {
    /// A rating of which nothing says the way up.
    const fn new(rating: &'m RatingColumn, asks: Option<AskedKind>) -> Self {
        Self { rating, way: Way::Unsaid, asks, against: None, is_how_much: false, is_judge: true }
    }

    fn of(table: &Table, rating: &'m RatingColumn, steps: &[(usize, Verbal)]) -> Self {
        let header = table.headers().get(rating.column).map_or("", String::as_str);
        let asked = asked::of(header);
        let (asks, against) = (asked.kind, asked.against);
        // Words of satisfaction have an order of their own; those of agreement where the statement is no bad one.
        if rating.meanings.iter().any(|meaning| meaning.value.is_some()) {
            let steps = verbal::of(table, rating.column);
            let is_how_much = steps.as_ref().is_some_and(Verbal::is_how_much);
            let is_agreement = steps.as_ref().is_some_and(Verbal::is_agreement);
            let is_of_unknown = steps.as_ref().is_some_and(Verbal::is_how_often)
                && against.is_none()
                && !against::is_of_good(&folded(header));
            let is_judge = steps.as_ref().is_some_and(Verbal::is_how_good);
            let reversed = rating.scale.is_reversed();
            let way = if is_of_unknown {
                Way::Unread
            } else if is_how_much || is_agreement && against.is_some() {
                Way::Unsaid
            } else {
                Way::Said { reversed }
            };
            return Self { way, against, is_how_much, is_judge, ..Self::new(rating, asks) };
        }
        let understood = ratings::understand(table, rating.column);
        let named = ratings::named(table, rating.column, steps).map(|named| named.reversed);
        let said: Vec<bool> =
            [understood.by_header, understood.by_labels, named].into_iter().flatten().collect();
        let way = match said[..] {
            _ if said.windows(2).any(|pair| pair[0] != pair[1]) => Way::Contradicted,
            [reversed, ..] => Way::Said { reversed },
            [] if understood.asked.is_unsaid => Way::Unread,
            [] => Way::Unsaid,
        };
        Self { way, against: understood.asked.against, ..Self::new(rating, asks) }
    }

    /// Whether it stands on the same numbers, the other way up than one would take for granted.
    fn is_example_for(&self, other: &Self) -> bool {
        self.way == Way::Said { reversed: true }
            && !other.is_how_much
            && self.rating.scale.ends() == other.rating.scale.ends()
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
