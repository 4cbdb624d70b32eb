//! Cohen's κ, plain and weighted.

use super::Incomparable;
use crate::analysis::Kappa;

/// How often each pair of answers was given by two coders: a row per answer of the first, a column per answer of the
/// second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContingencyTable<const N: usize>(pub [[u32; N]; N]);

/// The weight of a disagreement, by the distance of the two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// The same for all: Cohen's κ of 1960.
    None,
    /// The distance.
    Linear,
    /// The square of the distance.
    Quadratic,
}

impl<const N: usize> Default for ContingencyTable<N> {
    fn default() -> Self {
        Self([[0; N]; N])
    }
}

impl<const N: usize> ContingencyTable<N> {
    /// Counts one unit, by the places of the two answers; places outside the table are ignored.
    pub fn add(&mut self, first: usize, second: usize) {
        if let Some(cell) = self.0.get_mut(first).and_then(|row| row.get_mut(second)) {
            *cell += 1;
        }
    }

    /// How many units both coders judged.
    pub fn units(&self) -> u32 {
        self.0.iter().flatten().sum()
    }
}

/// Cohen's κ: agreement of two coders beyond chance.
///
/// With `n_ij` units that the first called i and the second j, row sums `r_i`, column sums `s_j` and weights `w_ij` of
/// 0 or 1, |i − j|, or (i − j)²,
///
/// ```text
/// κ = 1 − n Σ w_ij n_ij / Σ w_ij r_i s_j
/// ```
///
/// Cohen, J. (1960), A coefficient of agreement for nominal scales, *Educational and Psychological Measurement* 20,
/// 37–46; weighted: Cohen, J. (1968), *Psychological Bulletin* 70, 213–220.
///
/// Units: 1 is perfect, 0 what chance gives, down to −1. The distance is that of the places in the table, whether or
/// not the answers between occur. Edge case: if both coders gave one and the same answer throughout, agreement by chance
/// is certain and κ is a reason.
///
/// By hand: 20, 5 | 10, 15 agrees on 35 of 50; chance on (25·30 + 25·20)/50² = 0.5, so κ = (0.7 − 0.5)/0.5 = 0.4.
///
/// ```
/// use reflet::analysis::agreement::{ContingencyTable, Weights, kappa};
/// let found = kappa(&ContingencyTable([[20, 5], [10, 15]]), Weights::None)?;
/// assert!((found.0 - 0.4).abs() < 1e-12);
/// # Ok::<(), reflet::analysis::agreement::Incomparable>(())
/// ```
///
/// # Errors
/// [`Incomparable::NoOverlap`] if there is no unit, [`Incomparable::NoVariation`] if all judgements are the same.
pub fn kappa<const N: usize>(table: &ContingencyTable<N>, weights: Weights) -> Result<Kappa, Incomparable> {
    let units = table.units();
    if units == 0 {
        return Err(Incomparable::NoOverlap);
    }
    let rows: Vec<u32> = table.0.iter().map(|row| row.iter().sum()).collect();
    let columns: Vec<u32> = (0..N).map(|j| table.0.iter().map(|row| row[j]).sum()).collect();
    // Whole numbers until the one division, so that no order changes a bit.
    let (mut observed, mut expected) = (0.0, 0.0);
    for (i, row) in (0_u32..).zip(&table.0) {
        for (j, cell) in (0_u32..).zip(row) {
            let distance = f64::from(i.abs_diff(j));
            let weight = match weights {
                Weights::None => f64::from(u32::from(i != j)),
                Weights::Linear => distance,
                Weights::Quadratic => distance * distance,
            };
            observed += weight * f64::from(*cell);
            expected += weight * f64::from(rows[i as usize]) * f64::from(columns[j as usize]);
        }
    }
    if expected > 0.0 {
        Ok(Kappa(1.0 - f64::from(units) * observed / expected))
    } else {
        Err(Incomparable::NoVariation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Weights; 3] = [Weights::None, Weights::Linear, Weights::Quadratic];

    #[test]
    fn perfect_with_variation_is_one() {
        for weights in ALL {
            assert_eq!(kappa(&ContingencyTable([[3, 0, 0], [0, 0, 0], [0, 0, 9]]), weights), Ok(Kappa(1.0)));
        }
    }

    #[test]
    fn undefined_is_a_reason() {
        for weights in ALL {
            assert_eq!(kappa(&ContingencyTable::<2>::default(), weights), Err(Incomparable::NoOverlap));
            assert_eq!(kappa(&ContingencyTable([[0, 0], [0, 7]]), weights), Err(Incomparable::NoVariation));
            assert_eq!(
                kappa(&ContingencyTable([[0, 7], [0, 0]]), weights),
                Ok(Kappa(0.0)),
                "one answer each, not the same"
            );
        }
    }

    #[test]
    fn the_order_of_the_coders_changes_nothing() {
        let (table, turned) = (
            ContingencyTable([[4, 1, 0], [3, 5, 2], [0, 2, 7]]),
            ContingencyTable([[4, 3, 0], [1, 5, 2], [0, 2, 7]]),
        );
        for weights in ALL {
            assert_eq!(kappa(&table, weights), kappa(&turned, weights));
        }
    }

    #[test]
    fn counts_units() {
        let mut table = ContingencyTable::<2>::default();
        for (first, second) in [(0, 1), (1, 1), (1, 1), (2, 0)] {
            table.add(first, second);
        }
        assert_eq!((table, table.units()), (ContingencyTable([[0, 1], [0, 2]]), 3));
    }
}
