//! Judgements grouped by unit: all that an agreement needs.

use std::collections::BTreeMap;

use crate::analysis::units::count;

/// The judgements of each unit (a verbatim), grouped by units that were judged alike.
///
/// Coders are left out: agreement between interchangeable coders depends on the judgements alone. Units with fewer than
/// two judgements are left out too.
#[derive(Clone, Debug, PartialEq)]
pub struct Units<T> {
    /// The judgements that occur, ascending.
    pub(super) values: Vec<T>,
    /// The groups of units that were judged alike, in a fixed order.
    pub(super) patterns: Vec<Pattern>,
}

/// Units that were judged alike.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pattern {
    /// Places of the judgements in `values`, ascending, each with how many coders gave it.
    pub given: Vec<(usize, u32)>,
    /// Judgements of each unit, at least two.
    pub judgements: u32,
    /// How many units.
    pub units: u32,
}

impl<T: Ord> Units<T> {
    /// Groups units, each given by its judgements; missing judgements are left out.
    ///
    /// ```
    /// use reflet::analysis::agreement::Units;
    /// let units = Units::new([vec!['a', 'b'], vec!['b', 'a'], vec!['c'], vec![]]);
    /// assert_eq!(units.number(), 2);
    /// ```
    pub fn new(units: impl IntoIterator<Item = Vec<T>>) -> Self {
        let mut units: Vec<Vec<T>> = units.into_iter().filter(|unit| unit.len() > 1).collect();
        for unit in &mut units {
            unit.sort_unstable();
        }
        units.sort_unstable();
        let mut values: Vec<&T> = units.iter().flatten().collect();
        values.sort_unstable();
        values.dedup();
        let places: BTreeMap<&T, usize> = values.into_iter().zip(0..).collect();
        let patterns = units.chunk_by(|a, b| a == b).map(|same| Pattern::new(same, &places)).collect();
        drop(places);
        let mut values: Vec<T> = units.into_iter().flatten().collect();
        values.sort_unstable();
        values.dedup();
        Self { values, patterns }
    }
}

impl<T> Units<T> {
    /// How many units have at least two judgements.
    pub fn number(&self) -> u32 {
        self.patterns.iter().map(|pattern| pattern.units).sum()
    }

    /// How many units have each pattern.
    pub(super) fn weights(&self) -> Vec<u32> {
        self.patterns.iter().map(|pattern| pattern.units).collect()
    }
}

impl Pattern {
    /// The pattern of these units, at least one, which are all the same.
    fn new<T: Ord>(same: &[Vec<T>], places: &BTreeMap<&T, usize>) -> Self {
        let unit = &same[0];
        let given = unit.chunk_by(|a, b| a == b).filter_map(|group| {
            let place = places.get(&group[0])?;
            Some((*place, count(group.len())))
        });
        Self { given: given.collect(), judgements: count(unit.len()), units: count(same.len()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_judged_alike_are_one_pattern() {
        let units = Units::new([vec![3, 1, 1], vec![7], vec![1, 3, 1], vec![2, 2]]);
        assert_eq!(units.values, [1, 2, 3]);
        let first = Pattern { given: vec![(0, 2), (2, 1)], judgements: 3, units: 2 };
        let second = Pattern { given: vec![(1, 2)], judgements: 2, units: 1 };
        assert_eq!(units.patterns, [first, second]);
        assert_eq!((units.number(), units.weights()), (3, vec![2, 1]));
    }
}
