//! Numbers the steps of a scale: those that occur, and those that nobody chose.

use std::collections::{BTreeMap, BTreeSet};

use super::degree::{Degree, Family};
use super::verbal::Steps;

/// The number of answers that show every step of a scale of quality, amount or frequency.
const ENOUGH: usize = 30;

/// The size of a step, and the modifiers that change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) struct Step {
    /// The size from the worst, below 0, to the best.
    pub size: i8,
    /// Whether it has "moderately" or the like.
    is_half: bool,
    /// Whether it has "slightly" or the like.
    is_slight: bool,
    /// Whether it names the opposite of a quality.
    is_opposite: bool,
}

impl Step {
    pub(super) const fn of(degree: Degree) -> Self {
        let Degree { size, is_half, is_slight, is_opposite, .. } = degree;
        Self { size, is_half, is_slight, is_opposite }
    }

    /// A step that is no label in words.
    pub(super) const fn plain(size: i8) -> Self {
        Self { size, is_half: false, is_slight: false, is_opposite: false }
    }

    /// Whether two steps cannot be on one scale: "often" and "most of the time", "dissatisfied" and "not satisfied".
    pub(super) const fn competes(self, other: Self) -> bool {
        /// The distance within which two steps compete.
        const NEAR: i8 = 6;
        let (one, two) = (self.order(), other.order());
        let apart = (one - two).abs();
        apart > 0 && apart <= NEAR || one < 0 && two < 0 && self.is_opposite != other.is_opposite
    }

    /// Its size where "moderately" is no middle.
    pub(super) const fn order(self) -> i8 {
        if self.is_half && self.size == 0 { 10 } else { self.size }
    }
}

/// The steps of the columns of one questionnaire, and the number of cells with them.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Battery {
    pub(super) steps: BTreeSet<Step>,
    pub(super) filled: usize,
    /// The last letter in the header.
    pub(super) last: Option<i8>,
}

impl Battery {
    pub(super) fn new(steps: impl Iterator<Item = Step>, filled: usize) -> Self {
        Self { steps: steps.collect(), filled, last: None }
    }

    /// The same steps with a middle that nobody chose, if they are on both sides of it.
    pub(in crate::import) fn with_middle(&self, steps: Steps) -> Option<Self> {
        use Family::{Agreement, Ease, Favour, Likelihood, Satisfaction};
        let mirrors = matches!(
            steps,
            Steps::Faces | Steps::Words(Some(Agreement | Satisfaction | Favour | Likelihood | Ease))
        );
        let mut with = self.clone();
        let is_new = !self.sizes().values().any(|size| *size == 0) && with.steps.insert(Step::plain(0));
        // Two thumbs have nothing between them.
        let is_thumbs = steps == Steps::Faces && self.steps.iter().all(|step| step.size.abs() == 20);
        (mirrors && !is_thumbs && !self.is_how_much(steps) && is_new).then_some(with)
    }

    /// The same steps treated as those of few answers, so that more answers might show more.
    pub(in crate::import) fn of_few(&self) -> Self {
        Self { filled: self.steps.len(), ..self.clone() }
    }

    /// The size of each step. "Moderately" is the middle if there is no other, and if no step of its own side is below
    /// it.
    fn sizes(&self) -> BTreeMap<Step, i8> {
        let any = |is: &dyn Fn(&Step) -> bool| self.steps.iter().any(is);
        let is_middle = !any(&|step| step.size == 0 && !step.is_half)
            && !any(&|step| step.is_half && step.size < 0)
            && !any(&|step| step.is_slight && step.size > -10);
        let size = |step: &Step| if is_middle { step.size } else { step.order() };
        self.steps.iter().map(|step| (*step, size(step))).collect()
    }

    /// Whether the steps are amounts of one thing from nothing upwards, without two sides: then the steps that occur
    /// are all.
    fn is_how_much(&self, steps: Steps) -> bool {
        let Steps::Words(Some(family)) = steps else { return false };
        if matches!(
            family,
            Family::Frequency | Family::Quality | Family::Importance | Family::Amount | Family::Duration
        ) {
            return true;
        }
        let any = |is: &dyn Fn(&Step) -> bool| self.steps.iter().any(is);
        // No step is below "does not meet my expectations"; one may be below "below".
        if family == Family::Expectation && !any(&|step| step.is_opposite) {
            return true;
        }
        if any(&|step| step.is_opposite || step.size == 0 && !step.is_half) {
            return false;
        }
        let sizes: BTreeSet<i8> = self.sizes().into_values().collect();
        let from_nothing = sizes.first().is_some_and(|size| *size <= -10);
        let says_how_much = any(&|step| step.is_slight && step.size > 0 || step.size >= 40);
        let is_much = any(&|step| step.is_half || step.size >= 40);
        let is_one_sided =
            sizes.iter().filter(|size| **size < 0).count() == 1 && !sizes.contains(&0) && sizes.len() >= 4;
        // Agreement has two sides.
        let is_statement = matches!(family, Family::Agreement | Family::Favour);
        let are_all = sizes.len() >= 5 || sizes.len() == 4 && self.filled >= ENOUGH;
        if from_nothing {
            says_how_much || is_one_sided || are_all && !is_statement
        } else {
            says_how_much && is_much && !is_statement
        }
    }
}

/// The place of each step from 1, and the number of places.
pub(super) fn of(steps: Steps, battery: &Battery) -> (BTreeMap<Step, u8>, u8) {
    let own = battery.sizes();
    let sizes: BTreeSet<i8> = own.values().copied().collect();
    let (places, count) = match steps {
        Steps::Stars => (ranks(&(1..=5).collect()), 5),
        // "Good" and "bad" where nothing else occurs.
        Steps::Words(_) if sizes.iter().eq(&[-20, 20]) => ranked(&sizes),
        Steps::Letters => ranked(&letters(&sizes, battery)),
        Steps::Words(Some(family)) if battery.is_how_much(steps) => {
            ranked(&from_nothing(family, &sizes, battery.filled))
        }
        Steps::Words(_) | Steps::Faces => mirrored(steps, &sizes, battery.filled),
    };
    (own.into_iter().filter_map(|(step, size)| Some((step, *places.get(&size)?))).collect(), count)
}

fn count(n: usize) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}

fn ranks(sizes: &BTreeSet<i8>) -> BTreeMap<i8, u8> {
    sizes.iter().enumerate().map(|(at, size)| (*size, count(at + 1))).collect()
}

fn ranked(sizes: &BTreeSet<i8>) -> (BTreeMap<i8, u8>, u8) {
    (ranks(sizes), count(sizes.len()))
}

/// Steps that mirror each other around a middle, with those that nobody chose.
fn mirrored(steps: Steps, sizes: &BTreeSet<i8>, filled: usize) -> (BTreeMap<i8, u8>, u8) {
    let below: Vec<i8> = sizes.iter().copied().filter(|size| *size < 0).rev().collect();
    let above: Vec<i8> = sizes.iter().copied().filter(|size| *size > 0).collect();
    let has_middle = sizes.contains(&0);
    let is_drawn = steps == Steps::Faces;
    // "Oui, peut-être, non", "good" and "bad", three faces, two thumbs.
    let is_even = sizes.iter().all(|size| *size == 0 || size.abs() == 20);
    let has_sides = below.len() == 1 && above.len() == 1;
    let is_mild = sizes.iter().all(|size| size.abs() < 20);
    let is_short = is_even && (has_middle && sizes.len() == 3 || has_sides)
        || is_drawn
            && (is_mild || has_sides && (filled >= ENOUGH || far(true, below[0]) == far(true, above[0])));
    let arm = below.len().max(above.len()).max(if is_short { 1 } else { 2 });
    let place = |side: &[i8], other: &[i8], rank: usize, size: i8| match far(is_drawn, size) {
        _ if side.len() == arm => rank + 1,
        // The place of the same word on the other side.
        _ if other.len() == arm && other.contains(&-size) => {
            other.iter().position(|other| *other == -size).map_or(arm, |at| at + 1)
        }
        Far::Most => arm,
        Far::Least => 1,
        Far::Between => arm.saturating_sub(1).max(1),
    };
    let mut places = BTreeMap::new();
    if has_middle {
        places.insert(0, count(arm + 1));
    }
    for (rank, size) in below.iter().enumerate() {
        places.insert(*size, count(arm + 1 - place(&below, &above, rank, *size)));
    }
    for (rank, size) in above.iter().enumerate() {
        let middle = usize::from(has_middle);
        places.insert(*size, count(arm + middle + place(&above, &below, rank, *size)));
    }
    (places, count(2 * arm) + u8::from(has_middle))
}

/// The distance of a step from the middle, where not all steps of its side occur.
#[derive(PartialEq, Eq)]
enum Far {
    Least,
    Between,
    Most,
}

const fn far(is_drawn: bool, size: i8) -> Far {
    match size.abs() {
        30.. => Far::Most,
        20.. if is_drawn => Far::Most,
        ..=15 => Far::Least,
        _ if is_drawn => Far::Least,
        _ => Far::Between,
    }
}

/// The letters that occur, completed by those of the smallest usual scale, or by the header.
fn letters(sizes: &BTreeSet<i8>, battery: &Battery) -> BTreeSet<i8> {
    const LAST: i8 = -5;
    let lowest = sizes.first().copied().unwrap_or(0);
    // School grades with an F have no E.
    if lowest == LAST && !sizes.contains(&-4) && battery.filled >= ENOUGH {
        return [LAST, -3, -2, -1, 0].into();
    }
    let last = lowest.min(battery.last.unwrap_or(-3)).min(-3);
    (last..=0).collect()
}

/// The steps of amount that occur, completed by those of the smallest usual scale. Many answers on both sides of its
/// middle show them all.
fn from_nothing(family: Family, sizes: &BTreeSet<i8>, filled: usize) -> BTreeSet<i8> {
    const FREQUENCY: [&[i8]; 5] =
        [&[-4, 0, 2, 4], &[-4, -2, 2, 4], &[-4, -2, 0, 2, 4], &[-4, -2, 0, 2, 3], &[-4, -2, 0, 2, 3, 4]];
    const QUALITY: [&[i8]; 7] = [
        &[-2, 0, 4],
        &[-3, -2, 2, 3],
        &[-2, 0, 2, 4],
        &[-3, -2, 0, 2, 3],
        &[-2, 0, 2, 3, 4],
        &[-4, -2, 0, 2, 4],
        &[-3, -2, 0, 2, 4],
    ];
    let usual: &[&[i8]] = match family {
        Family::Frequency => &FREQUENCY,
        Family::Quality => &QUALITY,
        _ => &[],
    };
    let lowest = sizes.first().copied().unwrap_or(0);
    let begins = if family == Family::Frequency { lowest <= -30 } else { lowest < -5 };
    let all: BTreeSet<i8> = sizes.iter().map(|size| class(*size)).collect();
    let are_all = sizes.len() >= 4 && filled >= ENOUGH && begins || all.len() < sizes.len();
    let fits = |steps: &&&[i8]| !are_all && all.iter().all(|size| steps.contains(size));
    let mut with = sizes.clone();
    if let Some(steps) = usual.iter().find(fits) {
        with.extend(steps.iter().filter(|step| !all.contains(step)).map(|step| step * 10));
    } else if usual.is_empty() && lowest > -10 {
        // "Not at all" is added as a step that nobody chose.
        with.insert(-30);
    }
    with
}

/// The class of a size among the steps of a usual scale.
const fn class(size: i8) -> i8 {
    match size {
        ..=-35 => -4,
        -34..=-25 => -3,
        -24..=-12 => -2,
        -11..=-6 => -1,
        -5..=5 => 0,
        6..=15 => 1,
        16..=25 => 2,
        26..=34 => 3,
        35.. => 4,
    }
}
