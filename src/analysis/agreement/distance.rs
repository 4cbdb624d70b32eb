//! Distances between judgements.

use std::collections::BTreeSet;

use crate::model::{MomentId, Score};

/// The moments that a coder put on one verbatim; none for an explicit *no moment*.
pub type Tags = BTreeSet<MomentId>;

/// The distance by which α weighs a disagreement (δ², where Krippendorff writes a square).
pub enum Distance<T> {
    /// 1 between any two.
    Nominal,
    /// By the number of judgements from one to the other: `(Σ_{g = c…k} n_g − (n_c + n_k)/2)²`, with `n_g` how often g
    /// is given.
    Ordinal,
    /// A function of the two judgements alone.
    Pairwise(fn(&T, &T) -> f64),
}

impl Distance<Score> {
    /// `(c − k)²`, between valences.
    pub const INTERVAL: Self = Self::Pairwise(|a, b| square(f64::from(a.get()) - f64::from(b.get())));
}

impl Distance<u32> {
    /// `(c − k)²`.
    pub const INTERVAL: Self = Self::Pairwise(|a, b| square(f64::from(*a) - f64::from(*b)));
    /// `((c − k) / (c + k))²`; it needs a true zero, so there is none for valences.
    pub const RATIO: Self = Self::Pairwise(|a, b| {
        let (a, b) = (f64::from(*a), f64::from(*b));
        if a + b > 0.0 { square((a - b) / (a + b)) } else { 0.0 }
    });
}

impl Distance<Tags> {
    /// The distance of sets, `1 − J · M`, as it is, not squared.
    ///
    /// `J` is Jaccard's share of common elements and `M` is 1 for equal sets, 2/3 if one holds the other, 1/3 if they
    /// overlap otherwise, 0 if they are disjoint. Passonneau, R. (2006), Measuring agreement on set-valued items (MASI)
    /// for semantic and pragmatic annotation, *LREC 2006*. Two explicit *no moment* are equal; the distance of one to
    /// any other set is 1.
    ///
    /// By hand: {a, b} and {a, b, c} share 2 of 3 and one holds the other: 1 − 2/3 · 2/3 = 5/9.
    ///
    /// ```
    /// use reflet::analysis::agreement::{Distance, Tags};
    /// use reflet::model::MomentId;
    /// let tags = |ids: &[u32]| ids.iter().copied().map(MomentId).collect::<Tags>();
    /// let masi = Distance::<Tags>::MASI;
    /// assert!((masi.between(&tags(&[1, 2]), &tags(&[1, 2, 3])).unwrap() - 5.0 / 9.0).abs() < 1e-12);
    /// ```
    pub const MASI: Self = Self::Pairwise(masi);
}

impl<T: PartialEq> Distance<T> {
    /// The distance of two judgements; none if it depends on all judgements.
    pub fn between(&self, one: &T, other: &T) -> Option<f64> {
        match self {
            Self::Nominal => Some(if one == other { 0.0 } else { 1.0 }),
            Self::Ordinal => None,
            Self::Pairwise(distance) => Some(distance(one, other)),
        }
    }
}

fn square(number: f64) -> f64 {
    number * number
}

fn masi(one: &Tags, other: &Tags) -> f64 {
    if one == other {
        return 0.0;
    }
    let size = |set: &mut dyn Iterator<Item = &MomentId>| set.map(|_| 1.0).sum::<f64>();
    let common = size(&mut one.intersection(other));
    let all = size(&mut one.union(other));
    // Over 3: one division, so that thirds lose nothing.
    let likeness = if one.is_subset(other) || other.is_subset(one) { 2.0 } else { 1.0 };
    1.0 - common * likeness / (3.0 * all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(ids: &[u32]) -> Tags {
        ids.iter().copied().map(MomentId).collect()
    }

    #[test]
    fn sets_without_a_moment() {
        assert_eq!(masi(&tags(&[]), &tags(&[])).to_bits(), 0.0_f64.to_bits());
        assert_eq!(masi(&tags(&[]), &tags(&[1])).to_bits(), 1.0_f64.to_bits());
        assert_eq!(masi(&tags(&[1]), &tags(&[2])).to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn a_distance_is_symmetric() {
        let sets = [tags(&[]), tags(&[1]), tags(&[1, 2]), tags(&[2, 3]), tags(&[1, 2, 3])];
        for one in &sets {
            for other in &sets {
                assert_eq!(masi(one, other).to_bits(), masi(other, one).to_bits());
                assert_eq!(masi(one, other) <= 0.0, one == other);
            }
        }
    }
}
