//! A share beside a benchmark that the user enters.

use crate::analysis::{Estimate, Interval, Points, Proportion};

/// A share that others reach, 0…1: a fixed number, whose own uncertainty nobody told.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Benchmark(f64);

impl Benchmark {
    /// A benchmark; none outside 0…1.
    pub fn new(share: Proportion) -> Option<Self> {
        (0.0..=1.0).contains(&share.0).then_some(Self(share.0))
    }

    /// The share.
    pub const fn share(self) -> Proportion {
        Proportion(self.0)
    }
}

/// How far a share lies above the benchmark, with its interval moved by it; below it is negative.
///
/// ```text
/// p − b      l − b  …  u − b
/// ```
///
/// These are points of a share and nothing else: "I would recommend my company", 95 % favourable against 80 %, is
/// +15 points of advocacy and never an eNPS.
///
/// Units: proportions, −1…+1. By hand: 19 of 20 against 80 %.
///
/// ```
/// use reflet::analysis::{Proportion, closed::benchmark::{Benchmark, above}, wilson::frequency};
/// let eighty = Benchmark::new(Proportion(0.8)).unwrap();
/// let advocacy = above(frequency(19, 20)?, eighty);
/// assert!((advocacy.value.0 - 0.15).abs() < 1e-12);
/// assert!((advocacy.interval?.low.0 - (frequency(19, 20)?.interval?.low.0 - 0.8)).abs() < 1e-12);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
pub fn above(share: Estimate<Proportion>, benchmark: Benchmark) -> Estimate<Points> {
    let moved = |share: Proportion| Points(share.0 - benchmark.0);
    Estimate {
        value: moved(share.value),
        interval: share.interval.map(|ends| Interval { low: moved(ends.low), high: moved(ends.high) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Undefined;

    #[test]
    fn a_benchmark_is_a_share() {
        let held = [-0.1, 0.0, 0.8, 1.0, 1.1, f64::NAN].map(|b| Benchmark::new(Proportion(b)).is_some());
        assert_eq!(held, [false, true, true, true, false, false]);
    }

    #[test]
    fn a_missing_interval_stays_missing() {
        let alone = Estimate { value: Proportion(0.5), interval: Err(Undefined::OneRespondent) };
        assert_eq!(above(alone, Benchmark(0.75)).interval, Err(Undefined::OneRespondent));
        assert_eq!(above(alone, Benchmark(0.75)).value, Points(-0.25));
    }
}
