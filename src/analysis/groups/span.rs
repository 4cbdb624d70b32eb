//! Whether one more published set of people lets somebody tell of a few by sums and differences.
//!
//! Complementary cell suppression: what is published must not give away what is not (Willenborg & de Waal 2001,
//! *Elements of Statistical Disclosure Control*; Hundepool et al. 2012, *Statistical Disclosure Control*). Tables of
//! official statistics are suppressed with bounds on the cells; here the few sets allow the exact answer for
//! everything that is linear.
//!
//! People who are in the same sets are one *atom*. A set is a vector of 0 and 1 over the atoms, and all that sums and
//! differences of figures reach is the span of those vectors. It is safe if no vector of it but zero touches
//! fewer people than a group needs. That is more than no small *set* in the span: the difference of one person and
//! another is a figure about two people.
//!
//! Coefficients are whole numbers modulo a prime, exact and of one size. What is rational stays so modulo the
//! prime, unless the prime divides a minor of the matrix: for one of 2³¹ − 1, and matrices of zeros and ones, that
//! does not happen by chance.

/// 2³¹ − 1.
const PRIME: u64 = (1 << 31) - 1;

/// Steps that one set may take of looking for combinations of few people. Where many have several values of an attribute,
/// all atoms are small and there is no end of combinations; a set whose search does not come to an end is refused.
const SEARCH: u64 = 1 << 16;

/// Sets that were published together, and what may join them.
pub(super) struct Published {
    /// People of each atom, descending.
    sizes: Vec<u32>,
    /// Atoms that are groups of their own, and so come first.
    large: usize,
    /// People that a group needs.
    threshold: u32,
    /// Reduced: each row is 1 at its pivot, where all others are 0. Pivots are the first atoms possible, so that few
    /// are small, and a row whose pivot is small touches small atoms only.
    rows: Vec<Row>,
    /// As many times as a group needs people, the rows whose pivots are small with pivots that no other time has; none
    /// once there were not enough atoms.
    spread: Option<Vec<Vec<Row>>>,
    /// The atoms that are pivots there.
    used: Vec<bool>,
    /// Sets that must not follow from what is published, less what does; none of them is zero.
    hidden: Vec<Vec<u64>>,
    /// Steps of arithmetic that may still be spent.
    effort: u64,
}

#[derive(Clone)]
struct Row {
    pivot: usize,
    values: Vec<u64>,
}

impl Published {
    /// Nothing published yet; `sizes` descend.
    ///
    /// Once `effort` steps are spent, whatever cannot be shown to be safe for nothing is refused: deciding is
    /// as hard as decoding, and a page must answer.
    pub fn new(sizes: Vec<u32>, threshold: u32, effort: u64) -> Self {
        let large = sizes.partition_point(|size| *size >= threshold);
        Self {
            large,
            threshold,
            rows: Vec::new(),
            spread: Some(vec![Vec::new(); threshold as usize]),
            used: vec![false; sizes.len()],
            hidden: Vec::new(),
            effort,
            sizes,
        }
    }

    /// Keeps the set of those atoms, some at least, from following from what will be published.
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

    /// Publishes the set of those atoms if that is safe; says whether it is published.
    ///
    /// A refused set cannot be told from those published later either: they would have been refused with it.
    pub fn admit(&mut self, atoms: &[usize]) -> bool {
        let mut values = self.indicator(atoms);
        if !self.spend(self.rows.len()) {
            return false;
        }
        for row in &self.rows {
            reduce(&mut values, row);
        }
        let Some(row) = Row::new(values) else {
            // A sum or difference of what is published already: it tells nothing new.
            return true;
        };
        // A vector that is not zero at a large atom, whatever is taken from it, touches enough people.
        if row.pivot >= self.large && !self.is_spread(&row.values) {
            let small: Vec<Row> = self.rows.iter().filter(|row| row.pivot >= self.large).cloned().collect();
            let kept = self.effort.saturating_sub(SEARCH);
            self.effort -= kept;
            let few = self.touches_few(row.values.clone(), small, self.threshold.saturating_sub(1));
            self.effort += kept;
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

    /// Whether so many atoms are left that any combination with these values touches enough people: each time it is not
    /// zero at one of the pivots, and no two times share one. Nobody has to look at combinations then.
    fn is_spread(&mut self, values: &[u64]) -> bool {
        let Some(mut times) = self.spread.take() else { return false };
        for rows in &mut times {
            let mut values = values.to_vec();
            if !self.spend(rows.len()) {
                return false;
            }
            for row in rows.iter() {
                reduce(&mut values, row);
            }
            let free = (self.large..values.len()).find(|atom| values[*atom] != 0 && !self.used[*atom]);
            let Some(pivot) = free else { return false };
            self.used[pivot] = true;
            rows.push(Row::at(values, pivot));
        }
        self.spread = Some(times);
        true
    }

    /// Whether `values` plus some combination of `rows` is zero but for at most that many people.
    ///
    /// The rows are reduced, and `values` is zero at their pivots: a combination is what it is at the pivots. So row by
    /// row, either its pivot is untouched and the row is not used, or the pivot's people are touched, and the row is
    /// free to clear another atom.
    fn touches_few(&mut self, values: Vec<u64>, mut rows: Vec<Row>, people: u32) -> bool {
        rows.retain(|row| self.sizes[row.pivot] <= people);
        if !self.spend(rows.len() + 1) {
            return true;
        }
        let touched = |among: &dyn Fn(usize) -> bool| -> u32 {
            let sizes = self.sizes.iter().zip(&values).enumerate();
            sizes.filter(|(atom, (_, value))| **value != 0 && among(*atom)).map(|(_, (size, _))| size).sum()
        };
        if touched(&|_| true) <= people {
            return true;
        }
        if touched(&|atom| rows.iter().all(|row| row.values[atom] == 0)) > people {
            return false;
        }
        let Some(Row { pivot, values: mut freed }) = rows.pop() else { return false };
        if self.touches_few(values.clone(), rows.clone(), people) {
            return true;
        }
        freed[pivot] = 0;
        let Some(freed) = Row::new(freed) else { return false };
        let mut values = values;
        reduce(&mut values, &freed);
        for row in &mut rows {
            reduce(&mut row.values, &freed);
        }
        rows.push(freed);
        self.touches_few(values, rows, people - self.sizes[pivot])
    }

    /// Takes the effort of going through that many rows; none is left if it is not enough.
    fn spend(&mut self, rows: usize) -> bool {
        let steps = (rows as u64 + 1).saturating_mul(self.sizes.len() as u64);
        let enough = steps <= self.effort;
        self.effort = self.effort.saturating_sub(steps);
        enough
    }
}

impl Row {
    /// Scaled to 1 at its first atom; none if it is zero.
    fn new(values: Vec<u64>) -> Option<Self> {
        let pivot = values.iter().position(|value| *value != 0)?;
        Some(Self::at(values, pivot))
    }

    /// Scaled to 1 at that atom, where it is not zero.
    fn at(mut values: Vec<u64>, pivot: usize) -> Self {
        let scale = inverse(values[pivot]);
        for value in &mut values {
            *value = *value * scale % PRIME;
        }
        Self { pivot, values }
    }
}

/// Takes as much of a row from `values` as makes them zero at its pivot.
fn reduce(values: &mut [u64], row: &Row) {
    let times = match values[row.pivot] {
        0 => return,
        value => PRIME - value,
    };
    for (value, other) in values.iter_mut().zip(&row.values) {
        if *other != 0 {
            *value = (*value + times * other) % PRIME;
        }
    }
}

/// By Fermat: `value` to the power of `PRIME − 2`.
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

    fn admitted(sizes: &[u32], threshold: u32, sets: &[&[usize]]) -> Vec<bool> {
        let mut published = Published::new(sizes.to_vec(), threshold, 1 << 20);
        sets.iter().map(|set| published.admit(set)).collect()
    }

    #[test]
    fn every_number_has_its_inverse() {
        for value in [1, 2, 3, 65_537, PRIME - 1] {
            assert_eq!(value * inverse(value) % PRIME, 1);
        }
    }

    #[test]
    fn a_difference_of_few_is_refused() {
        // Everybody, A of 20, B of 20; C of 3 is what remains.
        assert_eq!(admitted(&[20, 20, 3], 5, &[&[0, 1, 2], &[0], &[1]]), [true, true, false]);
        assert_eq!(admitted(&[20, 20, 5], 5, &[&[0, 1, 2], &[0], &[1], &[2]]), [true; 4]);
    }

    #[test]
    fn small_atoms_may_be_told_together() {
        // Two of them make a group, and each alone is told by the other two together and all three.
        assert_eq!(admitted(&[4, 3, 3], 5, &[&[0, 1, 2], &[0, 1], &[0, 2]]), [true, false, false]);
        assert_eq!(admitted(&[4, 4, 4, 4], 5, &[&[0, 1, 2, 3], &[0, 1], &[2, 3]]), [true; 3]);
    }

    #[test]
    fn a_difference_of_two_people_is_about_two_people() {
        assert_eq!(admitted(&[20, 20, 1, 1], 5, &[&[0, 1, 2, 3], &[0, 2], &[0, 3]]), [true, true, false]);
        assert_eq!(admitted(&[20, 20, 3, 2], 5, &[&[0, 1, 2, 3], &[0, 2], &[0, 3]]), [true; 3]);
    }

    /// Eighty people, each an atom, of whom each set holds half.
    #[test]
    fn sets_that_cross_are_told_while_people_are_enough() {
        let sets: Vec<Vec<usize>> =
            (0..4).map(|bit| (0..80).filter(|person| person >> bit & 1 == 1).collect()).collect();
        let sets: Vec<&[usize]> = sets.iter().map(Vec::as_slice).collect();
        assert_eq!(admitted(&[1; 80], 5, &sets), [true; 4]);
        // All but four of a set: the difference is about four.
        assert_eq!(admitted(&[1; 80], 5, &[sets[0], &sets[0][4..], &sets[0][5..]]), [true, false, true]);
    }

    #[test]
    fn without_effort_nothing_new_is_told() {
        let mut published = Published::new(vec![20, 20], 5, 5);
        assert!(published.admit(&[0, 1]));
        assert!(!published.admit(&[0]));
    }
}
