//! Exact tests of the difference of two frequencies.

use crate::analysis::{Probability, Undefined};

/// Relative tolerance within which a table is as probable as the observed one, because equal weights may differ by
/// rounding. R's `fisher.test` uses the same.
const TOLERANCE: f64 = 1e-7;

/// Fisher's exact two-sided p-value for two frequencies, each group as `(cited, respondents)`.
///
/// Given how many cite in all, the number in the first group is hypergeometric if the groups do not differ. The
/// p-value is the probability of all tables that are not more probable than the observed one:
///
/// ```text
/// w(x + 1) / w(x) = (n₁ − x)(k − x) / ((x + 1)(n₂ − k + x + 1))      p = Σ {w(x) : w(x) ≤ w(observed)} / Σ w
/// ```
///
/// Fisher, R. A. (1935), The logic of inductive inference, *Journal of the Royal Statistical Society* 98, 39–82.
/// Weights are relative to the most probable table and found by their ratios, outwards from it: no factorial, no
/// logarithm.
///
/// Edge cases: 1 if nobody or everybody cites. Never 0: underflow gives the smallest positive number. The order of the
/// groups changes no bit. The groups must not share respondents.
///
/// By hand: 3 of 3 against 0 of 3 has 2 such tables of 20, hence 0.1.
///
/// ```
/// use reflet::analysis::compare::fisher;
/// assert!((fisher::p((3, 3), (0, 3))?.0 - 0.1).abs() < 1e-15);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
///
/// # Errors
/// [`Undefined::NoRespondents`] if one of the groups has no respondents.
pub fn p(first: (u32, u32), second: (u32, u32)) -> Result<Probability, Undefined> {
    if first.1 == 0 || second.1 == 0 {
        return Err(Undefined::NoRespondents);
    }
    let [one, two] = if first <= second { [first, second] } else { [second, first] };
    let (observed, n1, n2) = (u64::from(one.0), u64::from(one.1), u64::from(two.1));
    let cited = observed + u64::from(two.0);
    let mode = (cited + 1) * (n1 + 1) / (n1 + n2 + 2);
    // Each factor is the place's distance to an end of the support, so a ratio is 0 where the support ends.
    let up = |x: u64| ratio((n1 - x, cited - x), (x + 1, n2 + x + 1 - cited));
    let down = |x: u64| ratio((x, n2 + x - cited), (n1 + 1 - x, cited + 1 - x));
    let above = walk(mode, observed.checked_sub(mode), up, |x| x + 1);
    let below = walk(mode, mode.checked_sub(observed), down, |x| x - 1);
    Ok(extreme(&above, &below))
}

/// `McNemar`'s exact two-sided p-value for `one` who changed in one direction and `other` who changed in the other,
/// where both directions are equally likely.
///
/// `McNemar`, Q. (1947), Note on the sampling error of the difference between correlated proportions or percentages,
/// *Psychometrika* 12, 153–157; exact as a sign test. 1 if nobody changed.
///
/// By hand: 5 against 0 gives `2 / 2⁵ = 0.0625`.
///
/// ```
/// use reflet::analysis::compare::fisher;
/// assert!((fisher::sign(5, 0).0 - 0.0625).abs() < 1e-15);
/// ```
pub fn sign(one: u32, other: u32) -> Probability {
    let (fewer, all) = (u64::from(one.min(other)), u64::from(one) + u64::from(other));
    let mode = all / 2;
    let above = walk(mode, None, |x| ratio((all - x, 1), (x + 1, 1)), |x| x + 1);
    let below = walk(mode, mode.checked_sub(fewer), |x| ratio((x, 1), (all + 1 - x, 1)), |x| x - 1);
    extreme(&above, &below)
}

/// The weights on one side of the mode, and that of the observed table if it lies on that side.
struct Weights {
    all: Vec<f64>,
    observed: Option<f64>,
}

/// The weights outwards from the mode, whose own is 1, until they underflow to 0.
fn walk(mode: u64, steps: Option<u64>, ratio: impl Fn(u64) -> f64, next: impl Fn(u64) -> u64) -> Weights {
    let (mut weights, mut weight, mut place) = (Vec::new(), 1.0, mode);
    while weight > 0.0 {
        weights.push(weight);
        weight *= ratio(place);
        // Past the end of the support the weight is 0, and `next` may leave the range of numbers.
        if weight > 0.0 {
            place = next(place);
        }
    }
    let at = |step| weights.get(usize::try_from(step).unwrap_or(usize::MAX)).copied().unwrap_or(0.0);
    Weights { observed: steps.map(at), all: weights }
}

#[allow(clippy::cast_precision_loss, reason = "people are fewer than 2³², their products only rounded")]
fn ratio(above: (u64, u64), below: (u64, u64)) -> f64 {
    (above.0 as f64 * above.1 as f64) / (below.0 as f64 * below.1 as f64)
}

/// The share of the weights that are not above the observed one.
fn extreme(above: &Weights, below: &Weights) -> Probability {
    let limit = above.observed.or(below.observed).unwrap_or(1.0) * (1.0 + TOLERANCE);
    let (mut tail, mut all) = (0.0, 0.0);
    // Added from the smallest, so that rounding loses none; the mode is in both lists and counts once.
    for weights in [&above.all, below.all.get(1..).unwrap_or_default()] {
        let (mut inside, mut outside) = (0.0, 0.0);
        for weight in weights.iter().rev() {
            *(if *weight <= limit { &mut outside } else { &mut inside }) += weight;
        }
        tail += outside;
        all += inside + outside;
    }
    Probability((tail / all).clamp(f64::MIN_POSITIVE, 1.0))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn p_is_above_zero_and_the_order_of_groups_changes_no_bit() {
        for (n1, n2) in [(1, 1), (1, 9), (4, 7), (12, 12), (30, 5)] {
            for (a, b) in (0..=n1).flat_map(|a| (0..=n2).map(move |b| (a, b))) {
                let found = p((a, n1), (b, n2)).unwrap();
                assert!(found.0 > 0.0 && found.0 <= 1.0, "{a}/{n1}, {b}/{n2}: {found:?}");
                assert_eq!(found, p((b, n2), (a, n1)).unwrap());
            }
        }
    }

    #[test]
    fn the_p_value_of_the_most_probable_table_is_one() {
        // 6 citing among 10 and 14: the largest p-value of all tables is 1.
        let mut all: Vec<f64> = (0..=6).map(|a| p((a, 10), (6 - a, 14)).unwrap().0).collect();
        all.sort_unstable_by(f64::total_cmp);
        assert!((all.last().unwrap() - 1.0).abs() < 1e-15 && *all.first().unwrap() > 0.0);
    }

    #[test]
    fn without_respondents_it_is_undefined() {
        assert_eq!(p((0, 0), (1, 2)), Err(Undefined::NoRespondents));
        assert_eq!(p((1, 2), (0, 0)), Err(Undefined::NoRespondents));
    }

    #[test]
    fn p_of_large_groups_stays_above_zero() {
        assert_eq!(p((25_000, 25_000), (0, 25_000)), Ok(Probability(f64::MIN_POSITIVE)));
        assert_eq!(sign(0, 0), Probability(1.0));
        assert_eq!(sign(7, 7), Probability(1.0));
    }
}
