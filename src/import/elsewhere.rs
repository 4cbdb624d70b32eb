//! Answers that the project has already as those of the other side: the same file, taken for other people's.

use std::collections::HashSet;

use super::identity::Fnv;
use super::words::fold;
use crate::model::Side;

/// Fewer words may be anybody's.
const WORDS: usize = 3;
/// Fewer such answers are no file.
const LEAST: usize = 5;

/// Looks at answers one after the other.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    known: HashSet<(Side, u64)>,
    /// New answers of many words, and those of them that are there, by the side that has them.
    looked: usize,
    found: [usize; 2],
}

impl Elsewhere {
    /// Takes an answer that is there already.
    pub fn known(&mut self, side: Side, text: &str) {
        self.known.extend(key(text).map(|key| (side, key)));
    }

    /// Takes a new answer.
    pub fn look(&mut self, side: Side, text: &str) {
        let Some(key) = key(text) else { return };
        self.looked += 1;
        for (other, found) in Side::BOTH.into_iter().zip(&mut self.found) {
            *found += usize::from(other != side && self.known.contains(&(other, key)));
        }
    }

    /// How many of the new answers the project has on the other side, and which that is; none where they are few.
    pub fn found(&self) -> Option<(Side, usize)> {
        let (side, found) = Side::BOTH.into_iter().zip(self.found).max_by_key(|(_, found)| *found)?;
        (found >= LEAST && found * 2 >= self.looked).then_some((side, found))
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
    fn a_file_taken_for_other_peoples_is_noticed() {
        let texts: Vec<String> = (0..8).map(|at| format!("Le dossier numéro {at} a bien avancé")).collect();
        let mut elsewhere = Elsewhere::default();
        for text in &texts {
            elsewhere.known(Side::Client, text);
        }
        for text in &texts {
            elsewhere.look(Side::Employee, text);
            elsewhere.look(Side::Employee, "RAS");
        }
        assert_eq!(elsewhere.found(), Some((Side::Client, 8)));
        let mut same = elsewhere.clone();
        (same.looked, same.found) = (0, [0, 0]);
        for text in &texts {
            same.look(Side::Client, text);
        }
        assert_eq!(same.found(), None);
    }
}
