//! Multiple comparisons: control of the false discovery rate.

use crate::analysis::{Probability, units::count};

/// The accepted expected share of false discoveries among the differences that are called changes.
pub const RATE: Probability = Probability(0.05);

/// The Benjamini–Hochberg adjusted p-values of a family, in the order given.
///
/// ```text
/// adjusted of the i-th smallest of m = min over j ≥ i of min(1, p₍ⱼ₎ · m / j)
/// ```
///
/// Calling those at or below 5 % changes keeps the expected share of false ones among them at most 5 %. Benjamini, Y.
/// and Hochberg, Y. (1995), Controlling the false discovery rate, *Journal of the Royal Statistical Society B* 57,
/// 289–300.
///
/// Edge cases: equal p-values stay equal; an empty family stays empty; the order changes no bit.
///
/// By hand: 0.01, 0.04, 0.03 become `0.01 · 3`, `0.04 · 3/3` and `min(0.03 · 3/2, 0.04)`.
///
/// ```
/// use reflet::analysis::{Probability, compare::discovery};
/// let found = discovery::adjusted(&[0.01, 0.04, 0.03].map(Probability));
/// assert_eq!(found, [0.03, 0.04, 0.04].map(Probability));
/// ```
pub fn adjusted(family: &[Probability]) -> Vec<Probability> {
    let mut order: Vec<usize> = (0..family.len()).collect();
    order.sort_by(|a, b| family[*a].0.total_cmp(&family[*b].0));
    let mut adjusted = vec![Probability(1.0); family.len()];
    let (size, mut least) = (f64::from(count(family.len())), 1.0_f64);
    for (place, index) in order.into_iter().enumerate().rev() {
        // The factor first: m/m is exactly 1.
        least = least.min(family[index].0 * (size / f64::from(count(place + 1))));
        adjusted[index] = Probability(least);
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_family_and_a_single_p_value_stay_as_they_are() {
        assert_eq!(adjusted(&[]), []);
        assert_eq!(adjusted(&[Probability(0.2)]), [Probability(0.2)]);
    }

    #[test]
    fn ties_stay_ties_and_order_changes_nothing() {
        let family = [0.02, 0.5, 0.02, 1.0, 0.001, 0.5].map(Probability);
        let found = adjusted(&family);
        assert_eq!((found[0], found[1]), (found[2], found[5]));
        let reversed: Vec<Probability> = family.iter().rev().copied().collect();
        let back: Vec<Probability> = adjusted(&reversed).into_iter().rev().collect();
        assert_eq!(found, back);
    }

    #[test]
    fn the_order_of_p_values_is_kept_and_none_shrinks() {
        let family: Vec<Probability> = (1..40).map(|i| Probability(f64::from(i * i) / 1600.0)).collect();
        let found = adjusted(&family);
        assert!(found.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(found.iter().zip(&family).all(|(adjusted, p)| adjusted >= p && adjusted.0 <= 1.0));
    }
}
