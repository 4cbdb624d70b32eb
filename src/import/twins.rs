//! Answers that say the same, letter by letter or word by word. They are counted and shown, never removed: ten
//! people may all write "RAS".

use std::collections::HashSet;

use super::identity::Fnv;
use super::matching::fold;

/// Fewer words say nothing about who wrote them.
const WORDS: usize = 3;
/// How many are shown.
const EXAMPLES: usize = 5;

/// Looks at answers one after the other.
#[derive(Clone, Debug, Default)]
pub struct Twins {
    texts: HashSet<u64>,
    words: HashSet<u64>,
    alike: Alike,
}

/// How many answers repeat another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// Letter by letter, outer white space apart.
    pub exact: usize,
    /// Not letter by letter, but in all their words, three or more: case, accents and punctuation apart.
    pub near: usize,
    /// The first of those that have three words or more.
    pub examples: Vec<String>,
}

impl Twins {
    /// Takes an answer that is there already.
    pub fn add_known(&mut self, text: &str) {
        self.take(text);
    }

    /// Takes a new answer, and counts it if it repeats one that was taken before.
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

    /// What was found.
    pub fn alike(&self) -> &Alike {
        &self.alike
    }

    /// Whether the text and whether its words were there before, and whether it has many.
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
