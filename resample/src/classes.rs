//! The levels of one moment in resamples, drawn by class counts.

use crate::Stream;
use crate::alias::AliasTables;
use crate::binomial::{Binomial, Weights};

/// Parts of a unit to which a level is rounded, so that an exact tie stays one whatever the order of summation.
pub const PARTS: f64 = 1e9;

/// The mean value in each resample, in whole [`PARTS`] of a unit, in the order drawn.
///
/// `classes` are the values that occur, ascending, with the number of people who have each, above zero; `others` have
/// no value. A resample draws as many people as there are, with replacement. One in which nobody with a value is drawn
/// has no mean and is left out, so that fewer than `samples` means may be returned.
pub fn means(classes: &[(f64, u32)], others: u32, stream: Stream, samples: u32) -> Vec<f64> {
    let valued: u32 = classes.iter().map(|(_, people)| people).sum();
    if valued == 0 {
        return Vec::new();
    }
    Sampler::new(classes, valued, others, stream).take(samples)
}

struct Sampler {
    stream: Stream,
    /// The distribution of how many people of a resample have a value; none if all do.
    with_value: Option<AliasTables>,
    valued: u32,
    /// Each value with the distribution of its people among those who have no earlier value; `last` takes the rest.
    classes: Vec<(f64, Binomial)>,
    last: f64,
}

impl Sampler {
    fn new(classes: &[(f64, u32)], valued: u32, others: u32, stream: Stream) -> Self {
        let with_value = (others > 0).then(|| {
            let (mut tables, mut weights) = (AliasTables::default(), Weights::default());
            weights.fill(valued, others, valued + others);
            tables.push(weights.first, &weights.weights);
            tables
        });
        let max_trials = with_value.as_ref().map_or(valued, |tables| tables.largest(0));
        // Rare values come last, when few people are left to draw. The classes are few, so insertion is fast enough.
        let mut sorted: Vec<(f64, u32)> = Vec::with_capacity(classes.len());
        for class in classes {
            let position = sorted.partition_point(|known| known.1 >= class.1);
            sorted.insert(position, *class);
        }
        let last = sorted.pop().map_or(0.0, |(value, _)| value);
        let mut left = valued;
        let mut tables = Vec::with_capacity(sorted.len());
        for (value, people) in sorted {
            tables.push((value, Binomial::new(people, left - people, max_trials)));
            left -= people;
        }
        Self { stream, with_value, valued, classes: tables, last }
    }

    fn take(mut self, samples: u32) -> Vec<f64> {
        let mut means = Vec::with_capacity(samples as usize);
        for _ in 0..samples {
            let drawn =
                self.with_value.as_ref().map_or(self.valued, |tables| tables.draw(0, &mut self.stream));
            if drawn > 0 {
                means.push(self.mean(drawn));
            }
        }
        means
    }

    fn mean(&mut self, drawn: u32) -> f64 {
        let (mut left, mut sum) = (drawn, 0.0);
        for (value, share) in &self.classes {
            if left == 0 {
                break;
            }
            let taken = share.draw(left, &mut self.stream);
            sum += value * f64::from(taken);
            left -= taken;
        }
        sum += self.last * f64::from(left);
        (sum / f64::from(drawn) * PARTS).round_ties_even()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_value_is_the_mean_of_every_resample_that_has_one() {
        let means = means(&[(1.5, 1)], 9, Stream::new(1, 1), 1000);
        assert!(means.iter().all(|mean| (mean - 1.5 * PARTS).abs() < 0.5));
        // The one person with a value is not drawn in (9/10)^10 = 35 % of the resamples.
        assert!((600..700).contains(&means.len()), "{}", means.len());
    }

    #[test]
    fn without_values_or_resamples_there_is_no_mean() {
        assert!(means(&[], 9, Stream::new(1, 1), 10).is_empty());
        assert!(means(&[(1.0, 3)], 0, Stream::new(1, 1), 0).is_empty());
    }
}
