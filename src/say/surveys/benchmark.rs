//! A share beside what others reach.

use super::figure::range;
use crate::analysis::closed::benchmark::{Benchmark, Standing, above, standing};
use crate::analysis::{Estimate, Points, Proportion};
use crate::model::Fraction;
use crate::say::{Locale, points, text, undefined};

/// A benchmark in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// Where the share stands, for style sheets and tests.
    pub id: &'static str,
    /// How far above or below it lies.
    pub distance: String,
    /// How sure that is.
    pub range: String,
    /// Where the share stands.
    pub verdict: &'static str,
    /// What was put into which formula.
    pub how: String,
}

/// A share beside a benchmark.
pub fn beside(locale: Locale, share: Estimate<Proportion>, benchmark: Benchmark) -> Beside {
    let found = above(share, benchmark);
    let signed = |points: Points| locale.points(points, 1);
    let percent = |share: Proportion| locale.percent(share.0, 1);
    let (id, verdict) = match standing(&found) {
        Ok(Standing::Above) => ("above", text!(locale, surveys.above)),
        Ok(Standing::Below) => ("below", text!(locale, surveys.below)),
        Ok(Standing::Near) => ("neither", text!(locale, surveys.near)),
        Err(reason) => ("neither", undefined::reason(locale, reason)),
    };
    let distance = points::points(locale, signed(found.value));
    let how = text!(
        locale,
        surveys.benchmark_how,
        value = percent(share.value),
        benchmark = percent(benchmark.share()),
        points = distance.as_str()
    );
    Beside { id, distance, range: range(locale, &found, signed), verdict, how }
}

/// A share in percent as a field has it, without the noise of a binary fraction.
pub fn typed(share: Fraction) -> String {
    ((share.get() * 1e10).round() / 1e8).to_string()
}

/// The share that somebody typed in percent; none where it is none.
pub fn of_typed(percent: &str) -> Option<Fraction> {
    Fraction::new(percent.trim().parse::<f64>().ok()? / 100.0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::analysis::{Undefined, wilson::frequency};

    fn said(locale: Locale, citing: u32, benchmark: f64) -> Beside {
        beside(locale, frequency(citing, 20).unwrap(), Benchmark::new(Proportion(benchmark)).unwrap())
    }

    #[test]
    fn a_share_stands_above_below_or_near_its_benchmark() {
        let above = said(Locale::English, 19, 0.7);
        assert_eq!((above.id, above.distance.as_str()), ("above", "+25.0 points"));
        assert_eq!(above.range, "between +6.4 and +29.1 (95%)");
        assert!(above.verdict.starts_with("Above the benchmark"));
        assert!(above.how.starts_with("95.0% − 70.0% = +25.0 points."), "{}", above.how);
        assert_eq!(said(Locale::English, 1, 0.7).id, "below");
        let near = said(Locale::French, 15, 0.74);
        assert_eq!((near.id, near.distance.as_str()), ("neither", "+1,0 point"));
    }

    #[test]
    fn a_share_without_interval_says_why() {
        let alone = Estimate { value: Proportion(1.0), interval: Err(Undefined::OneRespondent) };
        let said = beside(Locale::English, alone, Benchmark::new(Proportion(0.5)).unwrap());
        assert_eq!(said.id, "neither");
        assert_eq!(said.verdict, undefined::reason(Locale::English, Undefined::OneRespondent));
        assert_eq!(said.range, said.verdict);
    }

    #[test]
    fn what_is_typed_in_percent_comes_back_as_it_was_typed() {
        for written in ["0", "7", "57.5", "33.3", "66.6667", "100"] {
            assert_eq!(typed(of_typed(written).unwrap()), written);
        }
        assert_eq!(of_typed(" 80 "), Fraction::new(0.8));
        assert_eq!(["", "-1", "100.1", "x"].map(of_typed), [None; 4]);
    }
}
