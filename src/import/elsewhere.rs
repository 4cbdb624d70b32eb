//! Finds answers that the project has already on the other side: the same file, imported for the wrong side.

use std::collections::HashSet;

use super::identity::Fnv;
use super::matching::fold;
use crate::model::Side;

/// The fewest words of an answer that is compared: shorter ones may be equal by chance.
const WORDS: usize = 3;
/// The fewest repeated answers that count as a repeated file.
const LEAST: usize = 5;

/// Compares new answers with those of the other side, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    known: HashSet<(Side, u64)>,
    /// The number of new answers compared.
    compared: usize,
    /// The number of them that the project has already, by the side that has them.
    found: [usize; 2],
}

impl Elsewhere {
    /// Adds an answer of the project.
    pub fn add_known(&mut self, side: Side, text: &str) {
        self.known.extend(key(text).map(|key| (side, key)));
    }

    /// Compares a new answer.
    pub fn compare(&mut self, side: Side, text: &str) {
        let Some(key) = key(text) else { return };
        self.compared += 1;
        for (other, found) in Side::BOTH.into_iter().zip(&mut self.found) {
            *found += usize::from(other != side && self.known.contains(&(other, key)));
        }
    }

    /// The side that has the new answers already, and their number; `None` where they are few or less than half.
    pub fn found(&self) -> Option<(Side, usize)> {
        let (side, found) = Side::BOTH.into_iter().zip(self.found).max_by_key(|(_, found)| *found)?;
        (found >= LEAST && found * 2 >= self.compared).then_some((side, found))
    }
}

fn key(text: &str) -> Option<u64> {
    let folded = fold(text);
    (folded.split(' ').count() >= WORDS).then(|| {
        let mut fnv = Fnv::new();
        fnv.bytes(folded.as_bytes());
        fnv.value()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_imported_for_the_wrong_side_is_noticed() {
        let texts: Vec<String> = (0..8).map(|at| format!("Le dossier numéro {at} a bien avancé")).collect();
        let mut elsewhere = Elsewhere::default();
        for text in &texts {
            elsewhere.add_known(Side::Client, text);
        }
        for text in &texts {
            elsewhere.compare(Side::Employee, text);
            elsewhere.compare(Side::Employee, "RAS");
        }
        assert_eq!(elsewhere.found(), Some((Side::Client, 8)));
        let mut same = elsewhere.clone();
        (same.compared, same.found) = (0, [0, 0]);
        for text in &texts {
            same.compare(Side::Client, text);
        }
        assert_eq!(same.found(), None);
    }
}
