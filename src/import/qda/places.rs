//! The places of pieces in their texts.
//!
//! The format counts code points. Some programs count units of UTF-16 instead, which differs behind an emoji, and some
//! count a carriage return with its line feed as one. All texts of a project are read in the way that fits its pieces
//! best: most pieces begin as their names do; then, most are inside their text; then, most begin and end between words;
//! then, the way of the format.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::parts::{Selection, Source};

/// The unit in which positions count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// Units of UTF-16 rather than code points.
    pub utf16: bool,
    /// A carriage return and its line feed are one.
    pub one_break: bool,
}

/// All units, that of the format first.
const COUNTS: [Count; 4] = [
    Count { utf16: false, one_break: false },
    Count { utf16: true, one_break: false },
    Count { utf16: false, one_break: true },
    Count { utf16: true, one_break: true },
];

impl Count {
    /// The unit of the positions of a project.
    pub(super) fn of(sources: &[Source]) -> Self {
        let texts = || sources.iter().filter_map(|source| source.text.as_deref());
        let [standard, ..] = COUNTS;
        // In such texts all units agree.
        if !texts().any(|text| text.contains('\r') || text.chars().any(|letter| letter.len_utf16() > 1)) {
            return standard;
        }
        let mut best = (standard, standard.evidence(sources));
        for count in COUNTS.into_iter().skip(1) {
            let evidence = count.evidence(sources);
            if evidence > best.1 {
                best = (count, evidence);
            }
        }
        best.0
    }

    /// The numbers of pieces that begin with their name, are inside their text, and begin and end between words.
    fn evidence(self, sources: &[Source]) -> [usize; 3] {
        let mut evidence = [0; 3];
        for source in sources {
            let Some(text) = source.text.as_deref() else { continue };
            for (selection, range) in source.selections.iter().zip(self.ranges(text, &source.selections)) {
                let Some(range) = range else { continue };
                evidence[0] += usize::from(is_named(&text[range.clone()], &selection.name));
                evidence[1] += 1;
                evidence[2] += usize::from(between_words(text, range.start));
                evidence[2] += usize::from(between_words(text, range.end));
            }
        }
        evidence
    }

    /// The place of each piece in bytes; `None` if it is outside the text.
    pub(super) fn ranges(self, text: &str, selections: &[Selection]) -> Vec<Option<Range<usize>>> {
        let ranges = || selections.iter().map(|selection| selection.range);
        let wanted: BTreeSet<usize> = ranges().flatten().flat_map(|(start, end)| [start, end]).collect();
        let places = self.places(text, &wanted);
        let place = |position| places.get(&position).copied();
        let range = |(start, end)| Some(place(start)?..place(end)?);
        ranges().map(|positions| positions.and_then(range)).collect()
    }

    /// The bytes at those positions.
    fn places(self, text: &str, wanted: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
        let mut places = BTreeMap::new();
        let mut wanted = wanted.iter().copied().peekable();
        let mut position = 0;
        let mut letters = text.char_indices().peekable();
        while let Some((byte, letter)) = letters.next() {
            // A position inside a surrogate pair has no byte.
            while wanted.next_if(|next| *next < position).is_some() {}
            if wanted.next_if_eq(&position).is_some() {
                places.insert(position, byte);
            }
            let broken = self.one_break && letter == '\r' && letters.peek().is_some_and(|(_, c)| *c == '\n');
            position += if broken {
                0
            } else if self.utf16 {
                letter.len_utf16()
            } else {
                1
            };
        }
        while wanted.next_if(|next| *next < position).is_some() {}
        if wanted.next_if_eq(&position).is_some() {
            places.insert(position, text.len());
        }
        places
    }
}

/// Whether a piece begins with its name, which is often cut.
fn is_named(piece: &str, name: &str) -> bool {
    let name = name.trim().trim_end_matches(['…', '.']).trim_end();
    let mut words = piece.split_whitespace();
    let mut names = name.split_whitespace().peekable();
    let mut any = false;
    while let Some(name) = names.next() {
        let Some(word) = words.next() else { return false };
        let last = names.peek().is_none();
        if word != name && !(last && word.starts_with(name)) {
            return false;
        }
        any = true;
    }
    any
}

/// Whether that byte is not inside a word.
fn between_words(text: &str, byte: usize) -> bool {
    let before = text[..byte].chars().next_back().is_some_and(char::is_alphanumeric);
    let after = text[byte..].chars().next().is_some_and(char::is_alphanumeric);
    !(before && after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(name: &str, start: usize, end: usize) -> Selection {
        let range = Some((start, end));
        Selection { guid: String::new(), name: name.to_owned(), range, codings: Vec::new() }
    }

    fn counted(text: &str, selections: Vec<Selection>) -> (Count, Vec<String>) {
        let source = Source { text: Some(text.to_owned()), selections, ..Source::default() };
        let count = Count::of(std::slice::from_ref(&source));
        let ranges = count.ranges(text, &source.selections).into_iter();
        (count, ranges.map(|range| range.map_or("nowhere", |range| &text[range]).to_owned()).collect())
    }

    #[test]
    fn pieces_decide_between_code_points_and_utf_16() {
        let text = "🙂🙂 Merci à tous";
        let [standard, utf16, ..] = COUNTS;
        assert_eq!(counted(text, vec![selection("", 3, 8)]), (standard, vec!["Merci".to_owned()]));
        assert_eq!(counted(text, vec![selection("", 5, 10)]), (utf16, vec!["Merci".to_owned()]));
        assert_eq!(
            counted(text, vec![selection("Merci à t…", 5, 17)]),
            (utf16, vec!["Merci à tous".to_owned()])
        );
        assert_eq!(counted(text, vec![selection("", 1, 99)]), (standard, vec!["nowhere".to_owned()]));
    }

    #[test]
    fn pieces_decide_how_line_breaks_count() {
        let text = "Un\r\nDeux\r\nTrois";
        let counts = |start, end| counted(text, vec![selection("", start, end)]);
        let [standard, _, one_break, _] = COUNTS;
        assert_eq!(counts(10, 15), (standard, vec!["Trois".to_owned()]));
        assert_eq!(counts(3, 7), (one_break, vec!["Deux".to_owned()]));
    }

    #[test]
    fn positions_inside_a_surrogate_pair_are_none() {
        let [_, utf16, ..] = COUNTS;
        let ranges = utf16.ranges("🙂a", &[selection("", 1, 3), selection("", 2, 3), selection("", 0, 4)]);
        assert_eq!(ranges, [None, Some(4..5), None]);
    }
}
