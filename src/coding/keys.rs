//! The key of each moment.
//!
//! Digits first, then letters. Left out are the letters that do something else while coding, and
//! `Y U I O P`, which lie side by side on the usual layouts and give the five valences.

use crate::model::{Codebook, MomentId};

/// The key that puts a moment on a verbatim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MomentKey {
    /// A key of the digit row, by its place: the same on every layout, with or without Shift.
    Digit(u8),
    /// A letter, by what it prints: the same label on every layout.
    Letter(char),
}

const LETTERS: &str = "AZERTSDGHJKLMWXCVB";

impl MomentKey {
    /// The label on the chip of the moment.
    pub fn label(self) -> char {
        match self {
            Self::Digit(digit) => char::from(b'0' + digit),
            Self::Letter(letter) => letter,
        }
    }

    /// Reads a key from the place it has (`KeyboardEvent.code`) and what it prints (`KeyboardEvent.key`).
    pub fn pressed(code: &str, printed: &str) -> Option<Self> {
        let digit = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"));
        if let Some(digit) = digit.and_then(|d| d.parse::<u8>().ok()) {
            return (1..=9).contains(&digit).then_some(Self::Digit(digit));
        }
        let mut letters = printed.chars().flat_map(char::to_uppercase);
        match (letters.next(), letters.next()) {
            (Some(letter), None) if LETTERS.contains(letter) => Some(Self::Letter(letter)),
            _ => None,
        }
    }
}

/// The moments that have a key, in journey order: the first 27.
pub fn moment_keys(codebook: &Codebook) -> impl Iterator<Item = (MomentId, MomentKey)> {
    let keys = (1..=9).map(MomentKey::Digit).chain(LETTERS.chars().map(MomentKey::Letter));
    codebook.moments().map(|(_, moment)| moment.id).zip(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_go_by_place_and_letters_by_print() {
        // The digit row of AZERTY prints "&" without Shift.
        assert_eq!(MomentKey::pressed("Digit1", "&"), Some(MomentKey::Digit(1)));
        assert_eq!(MomentKey::pressed("Numpad3", "3"), Some(MomentKey::Digit(3)));
        // The key left of "Z" on AZERTY has the place of "Q" and prints "a".
        assert_eq!(MomentKey::pressed("KeyQ", "a"), Some(MomentKey::Letter('A')));
        assert_eq!(MomentKey::pressed("KeyY", "y"), None);
        assert_eq!(MomentKey::pressed("Digit0", "0"), None);
        assert_eq!(MomentKey::pressed("Enter", "Enter"), None);
    }

    #[test]
    fn no_two_moments_share_a_key() {
        let mut codebook = Codebook::default();
        for moment in 0..40 {
            codebook.add("A", &moment.to_string());
        }
        let mut labels: Vec<char> = moment_keys(&codebook).map(|(_, key)| key.label()).collect();
        assert_eq!(labels.len(), 27);
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), 27);
    }
}
