//! Counts answers that repeat others, letter by letter or word by word. They are counted and shown, never removed: ten
//! people may all write "RAS".

use std::collections::HashSet;

use super::identity::Fnv;
use super::matching::fold;

/// The fewest words of an answer that is compared word by word: shorter ones are equal by chance.
const WORDS: usize = 3;
/// The most examples.
const EXAMPLES: usize = 5;

/// Compares answers one after the other.
#[derive(Clone, Debug, Default)]
pub struct Twins {
    texts: HashSet<u64>,
    words: HashSet<u64>,
    alike: Alike,
}

/// The numbers of answers that repeat another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// Those that repeat it letter by letter, apart from outer white space.
    pub exact: usize,
    /// Those that repeat only its words, three or more, apart from case, accents and punctuation.
    pub near: usize,
    /// The first ones with three words or more.
    pub examples: Vec<String>,
}

impl Twins {
    /// Adds an answer of the project.
    pub fn add_known(&mut self, text: &str) {
        self.take(text);
    }

    /// Adds a new answer, and counts it if it repeats an earlier one.
    pub fn compare(&mut self, text: &str) {
        let (exact, near, long) = self.take(text);
        if exact {
            self.alike.exact += 1;
        } else if near {
            self.alike.near += 1;
        }
        if long && (exact || near) && self.alike.examples.len() < EXAMPLES {
            self.alike.examples.push(text.trim().chars().take(80).collect());
        }
    }

    /// The counts so far.
    pub fn alike(&self) -> &Alike {
        &self.alike
    }

    /// Adds an answer. Returns whether its text and whether its words occurred before, and whether it has three words
    /// or more.
    fn take(&mut self, text: &str) -> (bool, bool, bool) {
        let text = text.trim();
        let exact = !self.texts.insert(hash(text));
        let folded = fold(text);
        let long = folded.split(' ').count() >= WORDS;
        let near = long && !self.words.insert(hash(&folded));
        (exact, near, long)
    }
}

fn hash(text: &str) -> u64 {
    let mut fnv = Fnv::new();
    fnv.bytes(text.as_bytes());
    fnv.value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_answers_are_counted_once_each() {
        let mut twins = Twins::default();
        twins.add_known("Accueil très agréable, merci");
        for text in [
            "RAS",
            "RAS ",
            "ras",
            "Trop d’attente au guichet",
            "trop d'attente au guichet !",
            "Accueil très agréable, merci",
            "ACCUEIL TRES AGREABLE MERCI",
            "Accueil très désagréable, merci",
        ] {
            twins.compare(text);
        }
        let examples =
            ["trop d'attente au guichet !", "Accueil très agréable, merci", "ACCUEIL TRES AGREABLE MERCI"];
        assert_eq!(
            twins.alike(),
            &Alike { exact: 2, near: 2, examples: examples.map(str::to_owned).to_vec() }
        );
    }
}
