//! Whether publishing the figure of one more set of people discloses a few by sums and differences.
//!
//! Complementary cell suppression: what is published must not disclose what is not (Willenborg & de Waal 2001,
//! *Elements of Statistical Disclosure Control*; Hundepool et al. 2012, *Statistical Disclosure Control*). Tables of
//! official statistics are suppressed with bounds on the cells; here the sets are few enough for the exact answer to
//! everything linear.
//!
//! People who are in the same sets are one *atom*. A set is a vector of 0 and 1 over the atoms, and all that sums and
//! differences of figures reach is the span of those vectors. It is safe if every vector of it but zero is non-zero at
//! atoms of at least as many people as a group needs. That is stricter than no small *set* in the span: the difference
//! between one person and another is a figure about two people.
//!
//! Coefficients are whole numbers modulo a prime, exact and of one size. Rational linear dependence is the same modulo
//! the prime, unless the prime divides a minor of the matrix: for 2³¹ − 1, and matrices of zeros and ones, that does
//! not happen by chance.

/// 2³¹ − 1.
const PRIME: u64 = (1 << 31) - 1;

/// Limit on the steps of one search for combinations about few people. Where many people have several values of an
/// attribute, all atoms are small and the combinations are too many; a set whose search reaches the limit is refused.
const SEARCH: u64 = 1 << 16;

/// The sets published so far, and which others may be published beside them.
pub(super) struct Published {
    /// People of each atom, descending.
    sizes: Vec<u32>,
    /// How many atoms, the first ones, have enough people to be a group.
    large: usize,
    /// People that a group needs.
    threshold: u32,
    /// A basis of the span in reduced form: each row is 1 at its pivot, where all others are 0. Pivots are the first
    /// atoms possible, so that few are small, and a row whose pivot is small is zero at all large atoms.
    rows: Vec<Row>,
    /// As many bases as a group needs people, each of the rows whose pivots are small, with no pivot in two bases; none
    /// once the atoms were not enough.
    disjoint_bases: Option<Vec<Vec<Row>>>,
    /// Whether each atom is a pivot of those bases.
    used_pivots: Vec<bool>,
    /// The sets that must not follow from what is published, each reduced by the rows; none of them is zero.
    hidden: Vec<Vec<u64>>,
    /// Steps of arithmetic that are left.
    budget: u64,
}

#[derive(Clone)]
struct Row {
    pivot: usize,
    values: Vec<u64>,
}

impl Published {
    /// Atoms of these sizes, in descending order, and no set published yet.
    ///
    /// Once `budget` steps are spent, every set is refused whose safety needs more: the decision is as hard as decoding
    /// a linear code, and the page must stay responsive.
    pub fn new(sizes: Vec<u32>, threshold: u32, budget: u64) -> Self {
        let large = sizes.partition_point(|size| *size >= threshold);
        Self {
            large,
            threshold,
            rows: Vec::new(),
            disjoint_bases: Some(vec![Vec::new(); threshold as usize]),
            used_pivots: vec![false; sizes.len()],
            hidden: Vec::new(),
            budget,
            sizes,
        }
    }

    /// Marks the set of these atoms, at least one, as not to follow from what will be published.
    pub fn hide(&mut self, atoms: &[usize]) {
        let values = self.indicator(atoms);
        self.hidden.push(values);
    }

    fn indicator(&self, atoms: &[usize]) -> Vec<u64> {
        let mut values = vec![0; self.sizes.len()];
        for atom in atoms {
            if let Some(value) = values.get_mut(*atom) {
                *value = 1;
            }
        }
        values
    }

    /// Publishes the set of these atoms if that is safe; whether it is published.
    ///
    /// A refused set cannot follow from sets published later either: those would be refused for the same reason.
    pub fn try_publish(&mut self, atoms: &[usize]) -> bool {
        let mut values = self.indicator(atoms);
        if !self.spend(self.rows.len()) {
            return false;
        }
        for row in &self.rows {
            reduce(&mut values, row);
        }
        let Some(row) = Row::new(values) else {
            // A sum or difference of published sets discloses nothing new.
            return true;
        };
        // A vector that stays non-zero at a large atom, whatever rows are subtracted, is about enough people.
        if row.pivot >= self.large && !self.extends_disjoint_bases(&row.values) {
            let small: Vec<Row> = self.rows.iter().filter(|row| row.pivot >= self.large).cloned().collect();
            let reserve = self.budget.saturating_sub(SEARCH);
            self.budget -= reserve;
            let few = self.touches_few(row.values.clone(), small, self.threshold.saturating_sub(1));
            self.budget += reserve;
            if few {
                return false;
            }
        }
        if !self.spend(self.rows.len() + self.hidden.len()) {
            return false;
        }
        let mut hidden = self.hidden.clone();
        for values in &mut hidden {
            reduce(values, &row);
        }
        if hidden.iter().any(|values| values.iter().all(|value| *value == 0)) {
            return false;
        }
        self.hidden = hidden;
        for other in &mut self.rows {
            reduce(&mut other.values, &row);
        }
        self.rows.push(row);
        true
    }

    /// Adds these values to each of the disjoint bases; false, and no bases any more, if the atoms are not enough.
    ///
    /// Any combination with these values is then non-zero at a pivot of each basis, and no two bases share one, so it is
    /// about enough people and no search is needed.
    fn extends_disjoint_bases(&mut self, values: &[u64]) -> bool {
        let Some(mut bases) = self.disjoint_bases.take() else { return false };
        for rows in &mut bases {
            let mut values = values.to_vec();
            if !self.spend(rows.len()) {
                return false;
            }
            for row in rows.iter() {
                reduce(&mut values, row);
            }
            let free = (self.large..values.len()).find(|atom| values[*atom] != 0 && !self.used_pivots[*atom]);
            let Some(pivot) = free else { return false };
            self.used_pivots[pivot] = true;
            rows.push(Row::at(values, pivot));
        }
        self.disjoint_bases = Some(bases);
        true
    }

    /// Whether `values` plus some combination of `rows` is non-zero at atoms of at most `people` people.
    ///
    /// The rows are reduced, and `values` is zero at their pivots, so a combination has the coefficient of each row at
    /// its pivot. Row by row, either the pivot stays zero and the row is not used, or the pivot's people count and the
    /// row can clear another atom.
    fn touches_few(&mut self, values: Vec<u64>, mut rows: Vec<Row>, people: u32) -> bool {
        rows.retain(|row| self.sizes[row.pivot] <= people);
        if !self.spend(rows.len() + 1) {
            return true;
        }
        let people_touched = |among: &dyn Fn(usize) -> bool| -> u32 {
            let sizes = self.sizes.iter().zip(&values).enumerate();
            sizes.filter(|(atom, (_, value))| **value != 0 && among(*atom)).map(|(_, (size, _))| size).sum()
        };
        if people_touched(&|_| true) <= people {
            return true;
        }
        if people_touched(&|atom| rows.iter().all(|row| row.values[atom] == 0)) > people {
            return false;
        }
        let Some(Row { pivot, values: mut pivot_cleared }) = rows.pop() else { return false };
        if self.touches_few(values.clone(), rows.clone(), people) {
            return true;
        }
        pivot_cleared[pivot] = 0;
        let Some(pivot_cleared) = Row::new(pivot_cleared) else { return false };
        let mut values = values;
        reduce(&mut values, &pivot_cleared);
        for row in &mut rows {
            reduce(&mut row.values, &pivot_cleared);
        }
        rows.push(pivot_cleared);
        self.touches_few(values, rows, people - self.sizes[pivot])
    }

    /// Spends the steps of going through that many rows; false, and no budget left, if it is not enough.
    fn spend(&mut self, rows: usize) -> bool {
        let steps = (rows as u64 + 1).saturating_mul(self.sizes.len() as u64);
        let enough = steps <= self.budget;
        self.budget = self.budget.saturating_sub(steps);
        enough
    }
}

impl Row {
    /// Scales `values` to 1 at the first atom where they are not zero; none if all are.
    fn new(values: Vec<u64>) -> Option<Self> {
        let pivot = values.iter().position(|value| *value != 0)?;
        Some(Self::at(values, pivot))
    }

    /// Scales `values` to 1 at `pivot`, where they are not zero.
    fn at(mut values: Vec<u64>, pivot: usize) -> Self {
        let scale = inverse(values[pivot]);
        for value in &mut values {
            *value = *value * scale % PRIME;
        }
        Self { pivot, values }
    }
}

/// Subtracts the multiple of a row that makes `values` zero at its pivot.
fn reduce(values: &mut [u64], row: &Row) {
    let factor = match values[row.pivot] {
        0 => return,
        value => PRIME - value,
    };
    for (value, other) in values.iter_mut().zip(&row.values) {
        if *other != 0 {
            *value = (*value + factor * other) % PRIME;
        }
    }
}

/// The inverse modulo `PRIME`, by Fermat's theorem: `value` to the power of `PRIME − 2`.
fn inverse(value: u64) -> u64 {
    let (mut result, mut base, mut exponent) = (1, value, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(sizes: &[u32], threshold: u32, sets: &[&[usize]]) -> Vec<bool> {
        let mut so_far = Published::new(sizes.to_vec(), threshold, 1 << 20);
        sets.iter().map(|set| so_far.try_publish(set)).collect()
    }

    #[test]
    fn every_number_has_its_inverse() {
        for value in [1, 2, 3, 65_537, PRIME - 1] {
            assert_eq!(value * inverse(value) % PRIME, 1);
        }
    }

    #[test]
    fn a_difference_of_few_is_refused() {
        // All, A of 20, B of 20: C of 3 is the difference.
        assert_eq!(published(&[20, 20, 3], 5, &[&[0, 1, 2], &[0], &[1]]), [true, true, false]);
        assert_eq!(published(&[20, 20, 5], 5, &[&[0, 1, 2], &[0], &[1], &[2]]), [true; 4]);
    }

    #[test]
    fn small_atoms_may_be_published_together() {
        // Two of them make a group, but all three less two of them discloses the third.
        assert_eq!(published(&[4, 3, 3], 5, &[&[0, 1, 2], &[0, 1], &[0, 2]]), [true, false, false]);
        assert_eq!(published(&[4, 4, 4, 4], 5, &[&[0, 1, 2, 3], &[0, 1], &[2, 3]]), [true; 3]);
    }

    #[test]
    fn a_difference_of_two_people_is_about_two_people() {
        assert_eq!(published(&[20, 20, 1, 1], 5, &[&[0, 1, 2, 3], &[0, 2], &[0, 3]]), [true, true, false]);
        assert_eq!(published(&[20, 20, 3, 2], 5, &[&[0, 1, 2, 3], &[0, 2], &[0, 3]]), [true; 3]);
    }

    /// Eighty people, each an atom, of whom each set holds half.
    #[test]
    fn crossing_sets_are_published_while_differences_hold_enough_people() {
        let sets: Vec<Vec<usize>> =
            (0..4).map(|bit| (0..80).filter(|person| person >> bit & 1 == 1).collect()).collect();
        let sets: Vec<&[usize]> = sets.iter().map(Vec::as_slice).collect();
        assert_eq!(published(&[1; 80], 5, &sets), [true; 4]);
        // A set less four of its people: the difference is about four.
        assert_eq!(published(&[1; 80], 5, &[sets[0], &sets[0][4..], &sets[0][5..]]), [true, false, true]);
    }

    #[test]
    fn without_budget_no_new_set_is_published() {
        let mut published = Published::new(vec![20, 20], 5, 5);
        assert!(published.try_publish(&[0, 1]));
        assert!(!published.try_publish(&[0]));
    }
}
