//! How many of some trials succeed.

use crate::Stream;
use crate::alias::Tables;

/// Weights below this share of the largest are left out: the tables could not tell them from none.
const NEGLIGIBLE: f64 = 1e-12;

/// Bits of a digit of the number of trials.
const BITS: u32 = 3;

/// Binomial numbers of one probability and any number of trials up to a most.
///
/// The trials are written in digits, and the successes of each digit's share of them add up: each value of each digit
/// has a table, so a draw costs one step per digit. Exact up to the rounding of the tables (2⁻³²), for all sizes alike.
#[derive(Clone, Debug)]
pub struct Binomial {
    tables: Tables,
    digits: u32,
}

impl Binomial {
    /// Of `successes` to `failures`, both above zero, for at most that many trials.
    pub fn new(successes: u32, failures: u32, most: u32) -> Self {
        let digits = (u32::BITS - most.leading_zeros()).div_ceil(BITS);
        let mut tables = Tables::default();
        let mut weights = Weights::default();
        for shift in (0..digits).map(|digit| digit * BITS) {
            for digit in 0..1_u64 << BITS {
                // Numbers of trials above the most are never asked for.
                let trials = u32::try_from(digit << shift).unwrap_or(u32::MAX).min(most);
                weights.of(successes, failures, trials);
                tables.push(weights.first, &weights.weights);
            }
        }
        Self { tables, digits }
    }

    /// How many of `trials` succeed, at most as many as were announced.
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

/// How likely each number of successes is, times a constant: from the likeliest on, each weight is the one before
/// times a ratio, which needs neither powers nor factorials.
#[derive(Default)]
pub struct Weights {
    /// The number of successes that the first weight is for.
    pub first: u32,
    /// One weight per number.
    pub weights: Vec<f64>,
}

impl Weights {
    /// Of a fixed number of trials at these odds.
    pub fn of(&mut self, successes: u32, failures: u32, trials: u32) {
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
            // Five sigmas; a variance has about √(2 + excess) / √draws of its own.
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
    fn no_trial_no_success() {
        let mut stream = Stream::new(1, 1);
        assert!((0..1000).all(|_| Binomial::new(1, 1, 8).draw(0, &mut stream) == 0));
    }
}
