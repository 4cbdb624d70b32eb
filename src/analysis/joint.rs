//! Readings across moments in resamples of whole respondents: intervals of symmetry, ranks of the stakes.
//!
//! A respondent who cites two moments is drawn with both, so a resample keeps the dependence between moments. The work
//! is cut into blocks, so that a caller can show progress, and stop.

use reflet_resample::Stream;
use reflet_resample::people::{self, LANES, Mention, People, Scratch};

use crate::model::Settings;

use super::{
    Class, Family, Interval, Level, Mentions, Mirror, Proportion, Row,
    quantile::middle,
    stake::stake,
    symmetry::{Gap, Point, of_points},
    units::count,
};

/// What is drawn of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing: it has no type by its levels.
    Nothing,
    /// Its part in the readings. It has no rank, because nobody should act on it yet.
    Readings,
    /// Its part in the readings, and its rank in its family of action.
    Rank(Family),
}

impl Part {
    fn of(row: &Row) -> Self {
        match (row.class, row.family()) {
            (_, Some(family)) => Self::Rank(family),
            (Class::Typed(..), None) => Self::Readings,
            _ => Self::Nothing,
        }
    }
}

/// The data that the draws need, without the project, so that another thread can draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Clients, employees: N, and who cites which moment.
    pub sides: [(u32, Vec<Mention>); 2],
    /// Per moment, what is drawn of it.
    pub moments: Vec<Part>,
    /// Per moment, the squared standard errors of its two levels, on the valence scale.
    pub errors: Vec<[f64; 2]>,
    /// The seed of the draws.
    pub seed: u64,
    /// How many resamples.
    pub resamples: u32,
}

/// Percentile bootstrap 95 % intervals; none where no resample has the figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intervals {
    /// Weighted Pearson correlation.
    pub pearson: Option<Interval<f64>>,
    /// Spearman correlation.
    pub spearman: Option<Interval<f64>>,
    /// Mirror gap.
    pub gap: Option<Interval<f64>>,
    /// Disattenuated correlation.
    pub disattenuated: Option<Interval<f64>>,
    /// Noise-corrected gap.
    pub corrected: Option<Interval<f64>>,
    /// Per moment, the ranks that its stake has inside its family, from 1 for the highest.
    pub ranks: Vec<Option<Interval<u32>>>,
}

impl Intervals {
    /// Index of symmetry: the gap turned round.
    ///
    /// ```
    /// use reflet::analysis::{Interval, joint::Intervals};
    /// let intervals = Intervals { gap: Some(Interval { low: 10.0, high: 30.0 }), ..Intervals::default() };
    /// assert_eq!(intervals.index(), Some(Interval { low: 70.0, high: 90.0 }));
    /// ```
    pub fn index(&self) -> Option<Interval<f64>> {
        let index = |gap| Gap(gap).index();
        self.gap.map(|gap| Interval { low: index(gap.high), high: index(gap.low) })
    }
}

impl Input {
    /// The input for a mirror, under these settings.
    pub fn new(mentions: &[Mentions; 2], mirror: &Mirror, settings: &Settings) -> Self {
        let error = |side: &super::Measures| side.profile.error().unwrap_or_default();
        Self {
            sides: [0, 1].map(|side| (mentions[side].respondents(), mentions[side].by_moment.clone())),
            moments: mirror.rows.iter().map(Part::of).collect(),
            errors: mirror
                .rows
                .iter()
                .map(|row| [&row.client, &row.employee].map(|side| error(side) * error(side)))
                .collect(),
            seed: settings.seed,
            resamples: settings.resamples.min(super::certainty::MOST),
        }
    }
}

/// The draws, block by block.
#[derive(Debug)]
pub struct Draw {
    people: [People; 2],
    respondents: [u32; 2],
    moments: Vec<Part>,
    errors: Vec<[f64; 2]>,
    seed: u64,
    resamples: u32,
    done: u32,
    scratch: Scratch,
    /// Pearson, Spearman, gap, disattenuated, corrected.
    readings: [Vec<f64>; 5],
    /// Per moment, its rank in each resample in which it has one.
    ranks: Vec<Vec<f64>>,
}

impl Draw {
    /// Draws of which none is made yet.
    pub fn new(input: &Input) -> Self {
        let places = count(input.moments.len());
        let people = |side: usize| {
            let (respondents, mentions) = &input.sides[side];
            People::new(*respondents, places, mentions)
        };
        Self {
            people: [people(0), people(1)],
            respondents: [input.sides[0].0, input.sides[1].0],
            moments: input.moments.clone(),
            errors: input.errors.clone(),
            seed: input.seed,
            resamples: input.resamples,
            done: 0,
            scratch: Scratch::default(),
            readings: Default::default(),
            ranks: vec![Vec::new(); input.moments.len()],
        }
    }

    /// How many resamples are done.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// Draws one block, and returns how many resamples are done; the work is over when that is [`Input::resamples`].
    ///
    /// Each resample has a stream of its own from (seed, side, its number), so the result does not depend on the blocks.
    pub fn step(&mut self) -> u32 {
        let first = self.done;
        let counts: [Vec<people::Counts>; 2] = [0, 1].map(|side| {
            let place = |lane: usize| u64::from(first + count(lane)) << 1 | side as u64;
            // The highest bit keeps these apart from the streams of single moments, whose places are below 2³³.
            let mut streams = std::array::from_fn(|lane| Stream::new(self.seed, place(lane) | 1 << 63));
            self.people[side].draw(&mut streams, &mut self.scratch)
        });
        for lane in 0..LANES.min((self.resamples - first) as usize) {
            self.take(&counts, lane);
        }
        self.done = (first + count(LANES)).min(self.resamples);
        self.done
    }

    fn take(&mut self, counts: &[Vec<people::Counts>; 2], lane: usize) {
        let mut moments = Vec::with_capacity(self.moments.len());
        for (place, part) in self.moments.iter().enumerate() {
            let family = match part {
                Part::Nothing => continue,
                Part::Readings => None,
                Part::Rank(family) => Some(*family),
            };
            let side = |side: usize| {
                let counts = &counts[side][place];
                let valued = counts.valued[lane];
                let cited = f64::from(counts.cited[lane]) / f64::from(self.respondents[side]);
                (valued > 0).then(|| (Proportion(cited), Level(counts.sum[lane] / f64::from(valued))))
            };
            if let (Some(client), Some(employee)) = (side(0), side(1)) {
                moments.push((place, family, client, employee));
            }
        }
        let points: Vec<Point> = moments
            .iter()
            .map(|(place, _, client, employee)| Point {
                levels: [client.1, employee.1],
                weight: (client.0.0 * employee.0.0).sqrt(),
                // The noise of a level in a resample is that of the data plus that of the draw, which has the same
                // variance.
                errors: self.errors[*place].map(|error| 2.0 * error),
            })
            .collect();
        let found = of_points(&points);
        let [pearson, spearman, gap, disattenuated, corrected] = &mut self.readings;
        pearson.extend(found.pearson.map(|r| r.0));
        spearman.extend(found.spearman.map(|r| r.0));
        gap.extend(found.gap.map(|gap| gap.0));
        disattenuated.extend(found.disattenuated.map(|r| r.0));
        corrected.extend(found.corrected.map(|gap| gap.0));
        let stakes: Vec<(usize, Family, f64)> = moments
            .iter()
            .filter_map(|(place, family, client, employee)| {
                Some((*place, (*family)?, stake(*client, *employee).0))
            })
            .collect();
        for (place, family, own) in &stakes {
            let above = stakes.iter().filter(|(_, other, stake)| other == family && stake > own).count();
            self.ranks[*place].push(f64::from(count(above) + 1));
        }
    }

    /// The intervals of all readings.
    pub fn finish(self) -> Intervals {
        let [pearson, spearman, gap, disattenuated, corrected] = self.readings.map(middle);
        // Where a percentile falls between two ranks, the interval holds both.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ranks among the moments")]
        let whole =
            |ends: Interval<f64>| Interval { low: ends.low.floor() as u32, high: ends.high.ceil() as u32 };
        let ranks = self.ranks.into_iter().map(|ranks| middle(ranks).map(whole)).collect();
        Intervals { pearson, spearman, gap, disattenuated, corrected, ranks }
    }
}
