//! Steps that are drawn or spelled: faces, thumbs, asterisks, letters, numbers in words.

use std::collections::BTreeSet;

use super::degree::Family;
use super::no_answer;
use super::places::Step;
use super::verbal::{Cells, Found, Steps};
use crate::import::matching::fold;

/// Faces and thumbs from the worst to the best; those of one line have the same size.
const FACES: [(i8, &str); 25] = [
    (-44, "🤬"),
    (-40, "😡"),
    (-36, "😠"),
    (-34, "😭"),
    (-30, "😩😫"),
    (-20, "👎"),
    (-19, "😢"),
    (-18, "😞"),
    (-17, "😔"),
    (-16, "😟"),
    (-15, "☹"),
    (-14, "🙁"),
    (-10, "😕"),
    (0, "😐😑😶"),
    (10, "🙂"),
    (14, "☺"),
    (16, "😊"),
    (20, "👍"),
    (22, "😀"),
    (24, "😃"),
    (26, "😄"),
    (28, "😁😎"),
    (34, "😍"),
    (38, "🥰❤"),
    (42, "🤩"),
];
const DRAWN: [(i8, &[&str]); 7] = [
    (-20, &[":((", "thumbs down", "pouce vers le bas", "pouce baisse"]),
    (-10, &[":(", ":-(", "=("]),
    (0, &[":|", ":-|", ":/", ":-/"]),
    (10, &[":)", ":-)", "=)"]),
    (20, &["thumbs up", "pouce vers le haut", "pouce leve"]),
    (22, &[":d", ":-d"]),
    (24, &[":))"]),
];

/// The initials of the steps of each family, in capitals. A single letter is a step only beside a degree of it.
const INITIALS: [(Family, &[(i8, &str)]); 3] = [
    (Family::Agreement, &[(-40, "SD"), (-20, "D"), (0, "N"), (20, "A"), (40, "SA")]),
    (Family::Satisfaction, &[(-40, "VD"), (-20, "D"), (0, "N"), (20, "S"), (40, "VS")]),
    (Family::Satisfaction, &[(-40, "PTS"), (-40, "TI"), (-20, "PS"), (-20, "I"), (20, "S"), (40, "TS")]),
];

/// A header with words in place of the faces and signs beside its numbers: "1 😀 – 5 😡", "+ = 1, - = 5".
pub(super) fn spelled(header: &str) -> String {
    let letters: Vec<char> = header.chars().filter(|c| !c.is_whitespace()).collect();
    let is_equal = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| *c == '=');
    let is_word = |at: usize| letters.get(at).is_some_and(|c| c.is_alphanumeric());
    let is_sign = |at: usize| is_equal(Some(at + 1)) || is_equal(at.checked_sub(1)) && !is_word(at + 1);
    let mut spelled = String::with_capacity(header.len());
    let mut at = 0;
    for c in header.chars() {
        let size = FACES.iter().find(|(_, faces)| !c.is_ascii() && faces.contains(c)).map(|(size, _)| *size);
        let size = size.or(match c {
            '+' if is_sign(at) => Some(20),
            '-' | '−' | '–' if is_sign(at) => Some(-20),
            _ => None,
        });
        match size {
            Some(size) if size > 0 => spelled.push_str(" positive "),
            Some(size) if size < 0 => spelled.push_str(" negative "),
            _ => spelled.push(c),
        }
        at += usize::from(!c.is_whitespace());
    }
    // "1er = meilleur".
    [("1er =", "1 ="), ("1st =", "1 ="), ("1ère =", "1 ="), ("1er=", "1 ="), ("1st=", "1 =")]
        .iter()
        .fold(spelled, |spelled, (place, number)| spelled.replace(place, number))
}

pub(super) fn faces(cells: &Cells) -> Option<Found> {
    let size = |cell: &str| {
        let is_sign =
            |c: &char| *c != '\u{fe0f}' && !c.is_whitespace() && !('\u{1f3fb}'..='\u{1f3ff}').contains(c);
        let plain: String = cell.chars().filter(is_sign).collect();
        let mut signs = plain.chars();
        let one = signs.next().filter(|_| signs.next().is_none());
        let face = one.and_then(|one| FACES.iter().find(|(_, faces)| faces.contains(one)));
        let folded = fold(cell);
        let is = |drawn: &&str| *drawn == plain.to_ascii_lowercase() || *drawn == folded;
        face.map(|(size, _)| *size)
            .or_else(|| DRAWN.iter().find(|(_, drawn)| drawn.iter().any(is)).map(|(size, _)| *size))
    };
    let found = whole(cells, Steps::Faces, 2, size)?;
    let sizes: Vec<i8> = found.1.iter().filter_map(|(_, step)| step.map(|step| step.size)).collect();
    let has_sides = sizes.iter().any(|size| *size < 0) && sizes.iter().any(|size| *size > 0);
    let different: BTreeSet<i8> = sizes.into_iter().collect();
    (different.len() > 2 || has_sides).then_some(found)
}

pub(super) fn letters(cells: &Cells) -> Option<Found> {
    let size = |cell: &str| {
        let mut letters = cell.chars();
        place(letters.next().filter(|_| letters.next().is_none())?.to_ascii_uppercase())
    };
    whole(cells, Steps::Letters, 3, size)
}

/// The size of a letter: 0 for A, the best, and less for the next ones.
fn place(letter: char) -> Option<i8> {
    let place = ('A'..='F').position(|c| c == letter)?;
    i8::try_from(place).ok().map(|place| -place)
}

/// The last letter of the scale in a header: "Ambiance (A = excellente … E = très mauvaise)", "Grade A-F".
pub(super) fn last_letter(header: &str) -> Option<i8> {
    let words = || header.split(|c: char| !c.is_alphanumeric());
    let last = words().filter_map(|word| ["D", "E", "F"].into_iter().find(|letter| *letter == word)).max()?;
    place(last.chars().next()?).filter(|_| words().any(|word| word == "A"))
}

/// Steps as asterisks: `*` to `*****`.
pub(super) fn asterisks(cells: &Cells) -> Option<Found> {
    let size = |cell: &str| {
        let stars = i8::try_from(cell.len()).ok().filter(|stars| *stars <= 5)?;
        cell.bytes().all(|byte| byte == b'*').then_some(stars)
    };
    whole(cells, Steps::Stars, 3, size)
}

/// Steps as initials: "SA, A, N, D, SD", "TS, S, PS, PTS".
pub(super) fn initials(cells: &Cells) -> Option<Found> {
    /// One other cell in this number is allowed.
    const STRAY: usize = 10;
    let all: usize = cells.iter().map(|(.., count)| count).sum();
    INITIALS.iter().find_map(|(family, steps)| {
        let size = |cell: &str| steps.iter().find(|(_, initials)| *initials == cell).map(|(size, _)| *size);
        let is_stray = |cell: &str| size(cell).is_none() && !no_answer::is_no_answer(cell);
        let stray: usize = cells.iter().filter(|(_, cell, _)| is_stray(cell)).map(|(.., count)| count).sum();
        let such: Vec<_> = cells.iter().filter(|(_, cell, _)| !is_stray(cell)).copied().collect();
        let found = whole(&such, Steps::Words(Some(*family)), 3, size)?;
        // Single letters may mean anything; initials of two letters show degrees.
        let has_degrees = found.1.iter().any(|(cell, step)| step.is_some() && cell.len() > 1);
        (has_degrees && stray * STRAY <= all).then_some(found)
    })
}

/// Steps as numbers in words, ONE to FIVE, as some exports spell stars.
pub(super) fn numbers(cells: &Cells) -> Option<Found> {
    const SPELLED: [[&str; 2]; 5] =
        [["one", "un"], ["two", "deux"], ["three", "trois"], ["four", "quatre"], ["five", "cinq"]];
    let size = |cell: &str| {
        let folded = fold(cell);
        let words = ["star", "stars", "etoile", "etoiles"];
        let number =
            words.iter().find_map(|word| folded.strip_suffix(word)).map_or(folded.as_str(), str::trim);
        let place = SPELLED.iter().position(|spelled| spelled.contains(&number))?;
        i8::try_from(place + 1).ok()
    };
    whole(cells, Steps::Stars, 3, size)
}

/// At least `least` different steps of one kind, where all cells are steps or no answer.
fn whole(cells: &Cells, steps: Steps, least: usize, size: impl Fn(&str) -> Option<i8>) -> Option<Found> {
    let mut known = Vec::new();
    for (_, cell, _) in cells {
        match size(cell) {
            Some(size) => known.push(((*cell).to_owned(), Some(Step::plain(size)))),
            None if no_answer::is_no_answer(cell) => known.push(((*cell).to_owned(), None)),
            None => return None,
        }
    }
    let sizes: BTreeSet<Step> = known.iter().filter_map(|(_, step)| *step).collect();
    (sizes.len() >= least).then_some((steps, known, false))
}
