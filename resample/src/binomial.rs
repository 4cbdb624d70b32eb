//! Binomial draws: how many of a number of trials succeed.

use crate::Stream;
use crate::alias::AliasTables;

/// Weights below this share of the largest are left out: the tables, exact to 2⁻³², would round them to 0.
const NEGLIGIBLE: f64 = 1e-12;

/// Bits of a digit of the number of trials.
const BITS: u32 = 3;

/// Binomial draws at one probability, for any number of trials up to a maximum.
///
/// The trials are written in digits, and the successes of each digit's share of them add up: each value of each digit
/// has a table, so a draw costs one step per digit. Exact up to the rounding of the tables (2⁻³²), for all sizes alike.
#[derive(Clone, Debug)]
pub struct Binomial {
    tables: AliasTables,
    digits: u32,
}

impl Binomial {
    /// At odds of `successes` to `failures`, both above zero, for at most `max_trials`.
    pub fn new(successes: u32, failures: u32, max_trials: u32) -> Self {
        let digits = (u32::BITS - max_trials.leading_zeros()).div_ceil(BITS);
        let mut tables = AliasTables::default();
        let mut weights = Weights::default();
        for shift in (0..digits).map(|digit| digit * BITS) {
            for digit in 0..1_u64 << BITS {
                // No draw reads the tables of more trials than the maximum.
                let trials = u32::try_from(digit << shift).unwrap_or(u32::MAX).min(max_trials);
                weights.fill(successes, failures, trials);
                tables.push(weights.first, &weights.weights);
            }
        }
        Self { tables, digits }
    }

    /// How many of `trials` succeed; `trials` is at most the maximum given to [`Binomial::new`].
    #[inline]
    pub fn draw(&self, trials: u32, stream: &mut Stream) -> u32 {
        let (mut left, mut sum) = (trials, 0);
        for place in 0..self.digits {
            let digit = left & ((1 << BITS) - 1);
            sum += self.tables.draw(((place << BITS) | digit) as usize, stream);
            left >>= BITS;
        }
        sum
    }
}

/// The probability of each number of successes, times a constant. From the likeliest outwards, each weight is the one
/// before times a ratio, which needs neither powers nor factorials.
#[derive(Default)]
pub struct Weights {
    /// The number of successes that the first weight is for.
    pub first: u32,
    /// One weight per number.
    pub weights: Vec<f64>,
}

impl Weights {
    /// Replaces the weights by those of `trials` at odds of `successes` to `failures`.
    pub fn fill(&mut self, successes: u32, failures: u32, trials: u32) {
        let odds = f64::from(successes) / f64::from(failures);
        let share = f64::from(successes) / (f64::from(successes) + f64::from(failures));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the trials")]
        let likeliest = ((f64::from(trials) + 1.0) * share).min(f64::from(trials)) as u32;
        let up = |k: u32| f64::from(trials - k) * odds / f64::from(k + 1);
        self.weights.clear();
        let mut weight = 1.0;
        for k in (0..likeliest).rev() {
            weight /= up(k);
            if weight < NEGLIGIBLE {
                break;
            }
            self.weights.push(weight);
        }
        self.first = likeliest - u32::try_from(self.weights.len()).unwrap_or_default();
        self.weights.reverse();
        weight = 1.0;
        self.weights.push(weight);
        for k in likeliest..trials {
            weight *= up(k);
            if weight < NEGLIGIBLE {
                break;
            }
            self.weights.push(weight);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_variance_are_those_of_the_binomial() {
        for (successes, failures, trials) in
            [(1, 1, 1), (1, 9, 7), (3, 1, 64), (1, 499, 1000), (250, 250, 777), (1, 1, 4096)]
        {
            let binomial = Binomial::new(successes, failures, trials);
            let mut stream = Stream::new(1, u64::from(trials));
            let share = f64::from(successes) / f64::from(successes + failures);
            let (draws, n) = (40_000_u32, f64::from(trials));
            let counts: Vec<f64> =
                (0..draws).map(|_| f64::from(binomial.draw(trials, &mut stream))).collect();
            let mean = counts.iter().sum::<f64>() / f64::from(draws);
            let variance = counts.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / f64::from(draws);
            let expected = n * share * (1.0 - share);
            // Five standard errors; that of a variance is about variance · √((2 + excess) / draws).
            assert!(
                (mean - n * share).abs() < 5.0 * (expected / f64::from(draws)).sqrt(),
                "{trials}: {mean}"
            );
            let excess = 1.0 / expected;
            let tolerance = 5.0 * expected * ((2.0 + excess) / f64::from(draws)).sqrt();
            assert!((variance - expected).abs() < tolerance, "{trials}: {variance} of {expected}");
        }
    }

    #[test]
    fn no_trials_give_no_success() {
        let mut stream = Stream::new(1, 1);
        assert!((0..1000).all(|_| Binomial::new(1, 1, 8).draw(0, &mut stream) == 0));
    }
}
