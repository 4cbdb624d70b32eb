//! A share beside a benchmark that the user enters.

use crate::analysis::{Estimate, Interval, Points, Proportion, Undefined};

/// A reference share, 0…1: a fixed number, whose own uncertainty is unknown.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Benchmark(f64);

impl Benchmark {
    /// A benchmark of this share; none outside 0…1.
    pub fn new(share: Proportion) -> Option<Self> {
        (0.0..=1.0).contains(&share.0).then_some(Self(share.0))
    }

    /// The share.
    pub const fn share(self) -> Proportion {
        Proportion(self.0)
    }
}

/// The difference of a share and its benchmark, with the share's interval moved by the benchmark; negative below it.
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

/// How a share compares with its benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Above it, and so is the whole interval.
    Above,
    /// Below it, and so is the whole interval.
    Below,
    /// The interval of the difference holds 0.
    Near,
}

/// How a share compares with its benchmark, from their difference ([`above`]).
///
/// # Errors
/// The reason why the difference has no interval.
pub fn standing(difference: &Estimate<Points>) -> Result<Standing, Undefined> {
    let ends = difference.interval?;
    Ok(if ends.low.0 > 0.0 {
        Standing::Above
    } else if ends.high.0 < 0.0 {
        Standing::Below
    } else {
        Standing::Near
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::wilson::frequency;

    #[test]
    fn a_benchmark_is_a_share() {
        let held = [-0.1, 0.0, 0.8, 1.0, 1.1, f64::NAN].map(|b| Benchmark::new(Proportion(b)).is_some());
        assert_eq!(held, [false, true, true, true, false, false]);
    }

    #[test]
    fn an_interval_that_holds_the_benchmark_is_near_it() {
        let stands = |citing, all| {
            let share = frequency(citing, all).map(|share| above(share, Benchmark(0.5)));
            share.map(|difference| standing(&difference))
        };
        assert_eq!(stands(19, 20), Ok(Ok(Standing::Above)));
        assert_eq!(stands(1, 20), Ok(Ok(Standing::Below)));
        assert_eq!(stands(11, 20), Ok(Ok(Standing::Near)));
        let alone = Estimate { value: Points(0.5), interval: Err(Undefined::OneRespondent) };
        assert_eq!(standing(&alone), Err(Undefined::OneRespondent));
    }

    #[test]
    fn a_missing_interval_stays_missing() {
        let alone = Estimate { value: Proportion(0.5), interval: Err(Undefined::OneRespondent) };
        assert_eq!(above(alone, Benchmark(0.75)).interval, Err(Undefined::OneRespondent));
        assert_eq!(above(alone, Benchmark(0.75)).value, Points(-0.25));
    }
}
