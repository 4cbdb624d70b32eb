//! Krippendorff's α.

use super::{Distance, Incomparable, Units};
use crate::analysis::Alpha;

/// Krippendorff's α: agreement beyond chance between any number of coders, some of whose judgements may be missing.
///
/// With `m_u` judgements of unit u (two at least), `n` of them in all, `n_c` of which are c, and a distance δ²,
///
/// ```text
/// D_o = 1/n Σ_u Σ_{i≠j in u} δ²(v_i, v_j) / (m_u − 1)
/// D_e = 1/(n (n − 1)) Σ_{c,k} n_c n_k δ²(c, k)
/// α   = 1 − D_o / D_e
/// ```
///
/// Krippendorff, K. (2019), *Content Analysis: An Introduction to Its Methodology*, 4th edition, chapter 12.
///
/// Units: 1 is perfect, 0 what chance gives, below it systematic disagreement. Neither the order of the units nor that
/// of the coders changes a bit. Edge case: if all judgements are the same, nothing shows whether coders distinguish
/// units, and α is a reason.
///
/// By hand: `a a`, `b b`, `a b` have `D_o = 2/6` and `D_e = (2·3·3)/(6·5) = 3/5`, so α = 1 − 5/9 = 4/9.
///
/// ```
/// use reflet::analysis::agreement::{Distance, Units, alpha};
/// let found = alpha(&Units::new([vec!['a', 'a'], vec!['b', 'b'], vec!['a', 'b']]), &Distance::Nominal)?;
/// assert!((found.0 - 4.0 / 9.0).abs() < 1e-12);
/// # Ok::<(), reflet::analysis::agreement::Incomparable>(())
/// ```
///
/// # Errors
/// [`Incomparable::NoOverlap`] if no unit has two judgements, [`Incomparable::NoVariation`] if all are the same.
pub fn alpha<T: PartialEq>(units: &Units<T>, distance: &Distance<T>) -> Result<Alpha, Incomparable> {
    if units.patterns.is_empty() {
        return Err(Incomparable::NoOverlap);
    }
    Distances::new(units, distance).alpha(units, &units.weights()).ok_or(Incomparable::NoVariation)
}

/// The matrix of distances between the judgements that occur, row by row; none if they depend on how often each is
/// given.
pub(super) struct Distances(Option<Vec<f64>>);

impl Distances {
    pub fn new<T: PartialEq>(units: &Units<T>, distance: &Distance<T>) -> Self {
        let values = &units.values;
        let pairs = values.iter().flat_map(|one| values.iter().map(move |other| (one, other)));
        Self(pairs.map(|(one, other)| distance.between(one, other)).collect())
    }

    /// α with `weights` units of each pattern; none without variation.
    pub fn alpha<T>(&self, units: &Units<T>, weights: &[u32]) -> Option<Alpha> {
        let size = units.values.len();
        let mut given = vec![0.0; size];
        for (pattern, weight) in units.patterns.iter().zip(weights) {
            for (value, count) in &pattern.given {
                given[*value] += f64::from(*count) * f64::from(*weight);
            }
        }
        let ranks;
        let distances = if let Some(fixed) = &self.0 {
            fixed
        } else {
            ranks = ordinal(&given);
            &ranks
        };
        let mut observed = 0.0;
        for (pattern, weight) in units.patterns.iter().zip(weights) {
            let within: f64 = pairs(&pattern.given)
                .map(|((c, n_c), (k, n_k))| f64::from(n_c) * f64::from(n_k) * distances[c * size + k])
                .sum();
            observed += f64::from(*weight) * within / f64::from(pattern.judgements - 1);
        }
        let mut expected = 0.0;
        for (c, n_c) in given.iter().enumerate().filter(|(_, number)| **number > 0.0) {
            for (k, n_k) in given.iter().enumerate().skip(c + 1) {
                expected += n_c * n_k * distances[c * size + k];
            }
        }
        let all: f64 = given.iter().sum();
        (expected > 0.0).then(|| Alpha(1.0 - (all - 1.0) * observed / expected))
    }
}

/// Every pair of different judgements of a unit, once, each with its number of coders.
fn pairs(given: &[(usize, u32)]) -> impl Iterator<Item = ((usize, u32), (usize, u32))> {
    given
        .iter()
        .enumerate()
        .flat_map(move |(at, one)| given[at + 1..].iter().map(move |other| (*one, *other)))
}

/// The matrix of ordinal distances between judgements, by how often each is given.
fn ordinal(given: &[f64]) -> Vec<f64> {
    let size = given.len();
    let mut distances = vec![0.0; size * size];
    for (c, n_c) in given.iter().enumerate() {
        let mut between = *n_c;
        for (k, n_k) in given.iter().enumerate().skip(c + 1) {
            between += n_k;
            let rank = between - f64::midpoint(*n_c, *n_k);
            distances[c * size + k] = rank * rank;
        }
    }
    distances
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn perfect_with_variation_is_one() {
        let units = Units::new([vec![1_u32, 1, 1], vec![4, 4], vec![2, 2], vec![9]]);
        for distance in [Distance::Nominal, Distance::Ordinal, Distance::<u32>::INTERVAL, Distance::RATIO] {
            assert_eq!(alpha(&units, &distance), Ok(Alpha(1.0)));
        }
    }

    #[test]
    fn undefined_is_a_reason() {
        for distance in [Distance::Nominal, Distance::Ordinal, Distance::<u32>::INTERVAL, Distance::RATIO] {
            let found = |units: &[&[u32]]| alpha(&Units::new(units.iter().map(|u| u.to_vec())), &distance);
            assert_eq!(found(&[]), Err(Incomparable::NoOverlap));
            assert_eq!(found(&[&[1], &[2], &[]]), Err(Incomparable::NoOverlap));
            assert_eq!(found(&[&[3, 3], &[3, 3, 3], &[1]]), Err(Incomparable::NoVariation));
        }
    }
}
