//! Matches words as a person would: without case, accents and punctuation.

use std::collections::HashMap;

/// Lower case, no accents, one space between words and nothing else.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // The most frequent letters come first, for speed.
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            _ if c.is_ascii() => part(&mut folded),
            _ => c.to_lowercase().for_each(|c| match plain(c) {
                Some(letters) => folded.push_str(letters),
                None if c.is_alphanumeric() => folded.push(c),
                // A combining accent belongs to the letter before it.
                None if ('\u{300}'..='\u{36f}').contains(&c) => {}
                None => part(&mut folded),
            }),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Ends a word.
fn part(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Whether a folded text contains these folded words, in a row.
pub fn mentions(folded: &str, words: &str) -> bool {
    // Only at the beginnings of words: a full search for each of many words would be slow.
    let starts = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
    let mut rests = starts.filter_map(|start| folded.get(start..)?.strip_prefix(words));
    rests.any(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Phrases by their first words, because hundreds are searched in each header.
pub struct Phrases<T>(HashMap<&'static str, Vec<(Vec<&'static str>, T)>>);

impl<T> Phrases<T> {
    /// Phrases from folded texts, each with its meaning.
    pub fn new(phrases: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: HashMap<&str, Vec<(Vec<&str>, T)>> = HashMap::new();
        for (phrase, meaning) in phrases {
            let words: Vec<&str> = phrase.split(' ').collect();
            by_first.entry(words[0]).or_default().push((words, meaning));
        }
        Self(by_first)
    }

    /// The phrases that begin at the word `at` of a folded text: their numbers of words and their meanings.
    pub fn at<'a>(&'a self, words: &'a [&str], at: usize) -> impl Iterator<Item = (usize, &'a T)> {
        let rest = words.get(at..).unwrap_or_default();
        let found = rest.first().and_then(|first| self.0.get(first)).into_iter().flatten();
        found.filter(|(phrase, _)| rest.starts_with(phrase)).map(|(phrase, meaning)| (phrase.len(), meaning))
    }

    /// All phrases in a folded text: the first word, the word behind the last one, and the meaning.
    pub fn find_all<'a>(&'a self, words: &'a [&'a str]) -> impl Iterator<Item = (usize, usize, &'a T)> {
        (0..words.len())
            .flat_map(|at| self.at(words, at).map(move |(length, meaning)| (at, at + length, meaning)))
    }
}

/// The letters without accent of an accented lower-case letter of western Europe.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_and_punctuation() {
        for (text, folded) in [
            ("  Salarié(e)s ", "salarie e s"),
            ("RÉPONDANT_ID", "repondant id"),
            ("e\u{301}tape", "etape"),
            ("Cœur — n° 3 ?", "coeur n 3"),
            ("", ""),
            ("?!", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn mentions_whole_words_only() {
        assert!(mentions("note de satisfaction", "note"));
        assert!(mentions("les points forts", "points forts"));
        assert!(!mentions("notebook", "note"));
        assert!(mentions("notebook ou note", "note"));
    }
}
