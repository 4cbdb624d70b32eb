//! The attack on published sums: linear inference by exact elimination over the rationals.

use std::collections::{BTreeMap, BTreeSet};

/// A set of people, by name.
pub type People = BTreeSet<String>;

/// Published and masked sets as rows over the atoms that they make.
pub struct Attack {
    rows: Vec<Vec<i128>>,
    sizes: Vec<u32>,
    masked: Vec<Vec<i128>>,
}

impl Attack {
    /// The attack on these published sets, for the masked ones.
    pub fn new(published: &[People], masked: &[People]) -> Self {
        let all: BTreeSet<&String> = published.iter().chain(masked).flatten().collect();
        let mut atoms: BTreeMap<Vec<bool>, u32> = BTreeMap::new();
        for person in all {
            let sets = published.iter().chain(masked);
            *atoms.entry(sets.map(|set| set.contains(person)).collect()).or_default() += 1;
        }
        let row = |set: usize| atoms.keys().map(|atom| i128::from(atom[set])).collect::<Vec<_>>();
        Self {
            rows: (0..published.len()).map(row).collect(),
            masked: (0..masked.len()).map(|set| row(published.len() + set)).collect(),
            sizes: atoms.values().copied().collect(),
        }
    }

    /// The index of a masked set that is a linear combination of published ones.
    pub fn masked_that_follows(&self) -> Option<usize> {
        let known = rank(self.rows.clone());
        let with = |set: &Vec<i128>| self.rows.iter().chain([set]).cloned().collect();
        self.masked.iter().position(|set| rank(with(set)) == known)
    }

    /// Atoms of fewer than `threshold` people in all that some combination of published sets is about, and about nobody
    /// else.
    ///
    /// There are such atoms if, without them, fewer of the published sets are independent. Every maximal union of atoms
    /// is tried.
    pub fn few_disclosed(&self, threshold: u32) -> Option<Vec<usize>> {
        let small: Vec<usize> = (0..self.sizes.len()).filter(|atom| self.sizes[*atom] < threshold).collect();
        let large: Vec<usize> = (0..self.sizes.len()).filter(|atom| self.sizes[*atom] >= threshold).collect();
        // Combinations that are zero at every large atom; the others are about enough people.
        let mut rows = self.rows.clone();
        let found = eliminate(&mut rows, &large);
        let rows = rows.split_off(found);
        let known = rank(rows.clone());
        if known == 0 {
            return None;
        }
        let mut chosen = Vec::new();
        Self { rows, sizes: self.sizes.clone(), masked: Vec::new() }.try_unions(
            &small,
            threshold - 1,
            &mut chosen,
            known,
        )
    }

    fn rank_without(&self, atoms: &[usize]) -> usize {
        let kept = |row: &Vec<i128>| {
            row.iter().enumerate().filter(|(at, _)| !atoms.contains(at)).map(|(_, value)| *value).collect()
        };
        rank(self.rows.iter().map(kept).collect())
    }

    fn try_unions(
        &self,
        rest: &[usize],
        room: u32,
        chosen: &mut Vec<usize>,
        known: usize,
    ) -> Option<Vec<usize>> {
        let Some((first, rest)) = rest.split_first() else {
            return (!chosen.is_empty() && self.rank_without(chosen) < known).then(|| chosen.clone());
        };
        if self.sizes[*first] <= room {
            chosen.push(*first);
            let found = self.try_unions(rest, room - self.sizes[*first], chosen, known);
            chosen.pop();
            if found.is_some() {
                return found;
            }
            // Unions without the first atom need not be tried if all the others fit beside it.
            if rest.iter().map(|atom| self.sizes[*atom]).sum::<u32>() + self.sizes[*first] <= room {
                return None;
            }
        }
        self.try_unions(rest, room, chosen, known)
    }
}

/// The number of independent rows, by elimination without fractions; rows are divided by their greatest common divisor.
pub fn rank(mut rows: Vec<Vec<i128>>) -> usize {
    let columns: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).collect();
    eliminate(&mut rows, &columns)
}

/// Eliminates those columns: returns the number of independent rows there, below which all rows are zero in them.
fn eliminate(rows: &mut [Vec<i128>], columns: &[usize]) -> usize {
    let mut found = 0;
    for column in columns.iter().copied() {
        let Some(pivot) = (found..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(found, pivot);
        let (done, rest) = rows.split_at_mut(found + 1);
        let pivot = &done[found];
        for row in rest.iter_mut().filter(|row| row[column] != 0) {
            let times = row[column];
            for (value, other) in row.iter_mut().zip(pivot) {
                *value = pivot[column].checked_mul(*value).unwrap() - times.checked_mul(*other).unwrap();
            }
            let shared = row.iter().fold(0, |shared, value| divisor(shared, value.abs()));
            if shared > 1 {
                for value in row.iter_mut() {
                    *value /= shared;
                }
            }
        }
        found += 1;
    }
    found
}

fn divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { divisor(b, a % b) }
}
