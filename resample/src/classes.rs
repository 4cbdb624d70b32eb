//! The levels of one moment in samples drawn again.

use crate::Stream;
use crate::alias::Tables;
use crate::binomial::{Binomial, Weights};

/// Parts of a unit to which a level is rounded, so that an exact tie stays one whatever the order of summation.
pub const PARTS: f64 = 1e9;

/// The mean value in each sample, in whole [`PARTS`] of a unit, in the order drawn.
///
/// `classes` are the values that occur, ascending, with the number of people who have each, above zero; `others` have no value.
/// A sample is as many people as there are, drawn with replacement. One in which nobody with a value is drawn has no
/// mean and is left out, so fewer than `samples` may return.
pub fn means(classes: &[(f64, u32)], others: u32, stream: Stream, samples: u32) -> Vec<f64> {
    let valued: u32 = classes.iter().map(|(_, people)| people).sum();
    if valued == 0 {
        return Vec::new();
    }
    Sampler::new(classes, valued, others, stream).take(samples)
}

struct Sampler {
    stream: Stream,
    /// How many of a sample have a value; none if all do.
    with_value: Option<Tables>,
    valued: u32,
    /// The values with how many have each of those who do not have one before; the last one gets the rest.
    classes: Vec<(f64, Binomial)>,
    last: f64,
}

impl Sampler {
    fn new(classes: &[(f64, u32)], valued: u32, others: u32, stream: Stream) -> Self {
        let with_value = (others > 0).then(|| {
            let (mut tables, mut weights) = (Tables::default(), Weights::default());
            weights.of(valued, others, valued + others);
            tables.push(weights.first, &weights.weights);
            tables
        });
        let most = with_value.as_ref().map_or(valued, |tables| tables.most(0));
        // The rare ones last, when few are left to be drawn. They are few enough to be put in their place one by one.
        let mut sorted: Vec<(f64, u32)> = Vec::with_capacity(classes.len());
        for class in classes {
            let place = sorted.partition_point(|known| known.1 >= class.1);
            sorted.insert(place, *class);
        }
        let last = sorted.pop().map_or(0.0, |(value, _)| value);
        let mut left = valued;
        let mut tables = Vec::with_capacity(sorted.len());
        for (value, people) in sorted {
            tables.push((value, Binomial::new(people, left - people, most)));
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
    fn one_value_is_certain_where_anybody_has_it() {
        let means = means(&[(1.5, 1)], 9, Stream::new(1, 1), 1000);
        assert!(means.iter().all(|mean| (mean - 1.5 * PARTS).abs() < 0.5));
        // Nobody of the one is drawn in (9/10)^10 = 35 % of the samples.
        assert!((600..700).contains(&means.len()), "{}", means.len());
    }

    #[test]
    fn nobody_has_no_mean() {
        assert!(means(&[], 9, Stream::new(1, 1), 10).is_empty());
        assert!(means(&[(1.0, 3)], 0, Stream::new(1, 1), 0).is_empty());
    }
}
