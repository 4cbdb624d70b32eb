//! Reads numbers in cells as people write them.

use super::matching::fold;
use super::report::Issue;
use crate::model::{Effort, Score};

/// A number at the start of a cell, and the rest of the cell.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Leading<'a> {
    value: f64,
    /// The value as an integer, if it has no decimals other than zeros.
    whole: Option<i64>,
    rest: &'a str,
}

fn leading(cell: &str) -> Option<Leading<'_>> {
    let cell = cell.trim();
    let (negative, unsigned) = match cell.chars().next()? {
        '+' => (false, &cell[1..]),
        sign @ ('-' | '−' | '–') => (true, &cell[sign.len_utf8()..]),
        _ => (false, cell),
    };
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (integer, rest) = unsigned.split_at(digits(unsigned));
    let behind = rest.strip_prefix(['.', ',']).unwrap_or("");
    let (fraction, rest) = match digits(behind) {
        0 => ("", rest),
        n => behind.split_at(n),
    };
    if integer.is_empty() {
        return None;
    }
    let zeros = fraction.bytes().all(|digit| digit == b'0');
    let whole: Option<i64> = if zeros { integer.parse().ok() } else { None };
    let size: f64 = match whole.and_then(|whole| u32::try_from(whole).ok()) {
        Some(small) => f64::from(small),
        None => format!("{integer}.{fraction}").parse().ok().filter(|size: &f64| size.is_finite())?,
    };
    let (value, whole) = if negative { (-size, whole.map(|whole| -whole)) } else { (size, whole) };
    Some(Leading { value, whole, rest })
}

/// A rating as written: its value, and the upper end if the cell has one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    /// The value.
    pub value: f64,
    /// The upper end, as in `4/5`.
    pub of: Option<f64>,
}

/// Reads `8`, `8,5`, `4/5`, `4 sur 5`, `9 - Tout à fait`, `80 %`, `4 étoiles` or `★★★★`; `None` for any other cell.
///
/// ```
/// use reflet::import::values::{Written, rating};
/// assert_eq!(rating("8,5"), Some(Written { value: 8.5, of: None }));
/// assert_eq!(rating("2024-05-03"), None);
/// ```
pub fn rating(cell: &str) -> Option<Written> {
    if let Some(stars) = stars(cell) {
        return Some(stars);
    }
    let Leading { value, rest, .. } = leading(named(cell).unwrap_or(cell))?;
    let rest = rest.trim();
    // "3 étoiles sur 5": a unit may come before the end.
    let counted = rest.split_once(' ').filter(|(unit, _)| is_unit(unit)).map_or(rest, |(_, behind)| behind);
    for word in ["/", "sur ", "out of ", "of "] {
        if let Some(end) = counted.trim_start().strip_prefix(word) {
            let end =
                spelled(end).or_else(|| leading(end).filter(|end| label(end.rest)).map(|end| end.value))?;
            return Some(Written { value, of: Some(end) });
        }
    }
    (rest == "%" || label(rest)).then_some(Written { value, of: None })
}

/// The rest of a cell behind a word that announces a rating: "Score: 4", "Rated 3 stars".
fn named(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    ["rated", "rating", "score", "note"].iter().find_map(|word| {
        let (first, behind) = cell.split_at_checked(word.len())?;
        let behind = behind.trim_start().trim_start_matches([':', '=']).trim_start();
        let is_number = behind.starts_with(|c: char| c.is_ascii_digit());
        (first.eq_ignore_ascii_case(word) && is_number).then_some(behind)
    })
}

/// An upper end in words: "five stars".
fn spelled(end: &str) -> Option<f64> {
    let (word, unit) = end.trim().split_once(' ').unwrap_or((end.trim(), ""));
    let is = |words: &[&str]| words.iter().any(|of| word.eq_ignore_ascii_case(of));
    let value = if is(&["five", "cinq"]) {
        5.0
    } else if is(&["ten", "dix"]) {
        10.0
    } else {
        return None;
    };
    (unit.is_empty() || is_unit(unit.trim())).then_some(value)
}

/// Whether a cell is explicitly a rating: "7 sur 10", "4 étoiles", "Score: 4".
pub(super) fn is_marked(cell: &str) -> bool {
    let has_end = || !cell.contains('/') && rating(cell).is_some_and(|written| written.of.is_some());
    let has_stars = || {
        leading(cell).is_some_and(|number| is_unit(number.rest.trim()) && !number.rest.contains(['p', 'P']))
    };
    stars(cell).is_some() || rating(cell).is_some() && (named(cell).is_some() || has_end() || has_stars())
}

/// Whether a cell is a number and nothing else: `8,5`, `80 %`, `4/5`.
pub(super) fn is_number(cell: &str) -> bool {
    let alone = |rest: &str| rest.is_empty() || rest == "%";
    leading(cell).is_some_and(|number| {
        let rest = number.rest.trim();
        alone(rest) || rest.strip_prefix('/').and_then(leading).is_some_and(|end| alone(end.rest.trim()))
    })
}

/// Whether the rest behind a number is only its label: ` - Tout à fait`, ` (très bien)`, ` = excellent`.
fn label(rest: &str) -> bool {
    let rest = rest.trim();
    let Some(words) = rest.strip_prefix(['-', '–', '—', ':', '=', '(', ')', '.']) else {
        return rest.is_empty() || is_unit(rest);
    };
    !words.trim_start().starts_with(|c: char| c.is_numeric() || matches!(c, '-' | '/' | ':' | '.' | ','))
}

/// Whether the rest behind a number is only its unit.
fn is_unit(rest: &str) -> bool {
    #[rustfmt::skip]
    const UNITS: &[&str] = &[
        "star", "stars", "étoile", "étoiles", "etoile", "etoiles", "points", "point", "pts", "★", "⭐", "bubble",
        "bubbles", "bulle", "bulles",
    ];
    UNITS.contains(&rest.to_lowercase().as_str())
}

/// The label of the number of a cell: `Tout à fait` of `9 - Tout à fait`.
pub(super) fn label_of(cell: &str) -> Option<&str> {
    let rest = leading(cell)?.rest.trim();
    let words = rest.strip_prefix(['-', '–', '—', ':', '=', '(', ')', '.'])?;
    Some(words.trim_end_matches(')').trim()).filter(|words| !words.is_empty())
}

fn stars(cell: &str) -> Option<Written> {
    let cell = cell.trim();
    let count = |such: &[char]| {
        let count = cell.chars().filter(|c| such.contains(c)).count();
        u32::try_from(count).map_or(f64::INFINITY, f64::from)
    };
    if !cell.chars().all(|c| matches!(c, '★' | '⭐' | '☆' | '\u{fe0f}')) {
        return None;
    }
    let (full, empty) = (count(&['★', '⭐']), count(&['☆']));
    (full > 0.0).then(|| Written { value: full, of: Some(full + empty).filter(|_| empty > 0.0) })
}

/// Reads a valence: `-2`, `+1`, `−1`, `1,0`; `None` for an empty cell.
///
/// # Errors
/// If it is no whole number, or outside −2…+2.
pub fn valence(cell: &str) -> Result<Option<Score>, Issue> {
    bounded(cell, Issue::ValenceUnreadable, Issue::ValenceOutside)
}

/// Reads a valence in words: "négatif" −1, "neutre" 0, "très positif" 2; `None` for other words, and for signs, which
/// may stand for no answer. A word without a degree is the weaker step of its side.
pub fn tone(cell: &str) -> Option<Score> {
    const TONES: [(i64, &[&str]); 5] = [
        (-2, &["tres negatif", "tres negative", "very negative", "strongly negative"]),
        (-1, &["negatif", "negative", "negatifs", "negatives", "neg", "plutot negatif", "rather negative"]),
        (0, &["neutre", "neutral", "mixte", "mixed", "ni l un ni l autre", "neither", "neu"]),
        (1, &["positif", "positive", "positifs", "positives", "pos", "plutot positif", "rather positive"]),
        (2, &["tres positif", "tres positive", "very positive", "strongly positive"]),
    ];
    if cell.len() > 30 {
        return None;
    }
    let folded = fold(cell);
    let (value, _) = TONES.iter().find(|(_, words)| words.contains(&folded.as_str()))?;
    Score::try_from(*value).ok()
}

/// Reads an effort, 0…3; `None` for an empty cell.
///
/// # Errors
/// If it is no whole number, or outside 0…3.
pub fn effort(cell: &str) -> Result<Option<Effort>, Issue> {
    bounded(cell, Issue::EffortUnreadable, Issue::EffortOutside)
}

fn bounded<T: TryFrom<i64>>(cell: &str, unreadable: Issue, outside: Issue) -> Result<Option<T>, Issue> {
    if cell.trim().is_empty() {
        return Ok(None);
    }
    let number = leading(cell).filter(|number| number.rest.trim().is_empty()).ok_or(unreadable)?;
    match number.whole {
        Some(whole) => T::try_from(whole).map(Some).map_err(|_| outside),
        // A number too large for an integer is outside; a fraction is unreadable.
        None if number.value.abs() > 1e15 => Err(outside),
        None => Err(unreadable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_as_people_write_them() {
        let of = |value, of| Some(Written { value, of });
        for (cell, expected) in [
            ("8", of(8.0, None)),
            (" 8,5 ", of(8.5, None)),
            ("\u{a0}8.5\u{a0}", of(8.5, None)),
            ("4/5", of(4.0, Some(5.0))),
            ("4 / 5", of(4.0, Some(5.0))),
            ("8 sur 10", of(8.0, Some(10.0))),
            ("3 out of 7", of(3.0, Some(7.0))),
            ("9 - Tout à fait", of(9.0, None)),
            ("10 (excellent)", of(10.0, None)),
            ("1: pas du tout", of(1.0, None)),
            ("5. Très bien", of(5.0, None)),
            ("80 %", of(80.0, None)),
            ("−3", of(-3.0, None)),
            ("★★★★☆", of(4.0, Some(5.0))),
            ("★★★★★", of(5.0, None)),
            ("4 étoiles", of(4.0, None)),
            ("4 out of 5 stars", of(4.0, Some(5.0))),
            ("3 of 5 bubbles", of(3.0, Some(5.0))),
            ("3 étoiles sur 5", of(3.0, Some(5.0))),
            ("Rated 3 stars out of five stars", of(3.0, Some(5.0))),
            ("Note : 4/5", of(4.0, Some(5.0))),
            ("Score: 4", of(4.0, None)),
            ("rating = 4,5", of(4.5, None)),
            ("Note 12 du dossier", None),
            ("Notes 4", None),
            ("Score: -", None),
            ("3 enfants sur 5", None),
            ("3 stars out of town", None),
            ("", None),
            ("huit", None),
            ("2 fois par an", None),
            ("2024-05-03", None),
            ("12/05/2024", None),
            ("1.2.3", None),
            ("9-10", None),
            ("12:30", None),
            ("-", None),
        ] {
            assert_eq!(rating(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn tones_are_valences() {
        let read = |cell| tone(cell).map(Score::get);
        for (cell, value) in [("Positif", 1), ("négatif", -1), ("neutral", 0), ("Très négatif", -2)] {
            assert_eq!(read(cell), Some(value), "{cell}");
        }
        for cell in ["", "bien", "Positivement surpris", "3", "-", "+"] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }

    #[test]
    fn valences_are_whole_and_inside() {
        let read = |cell| valence(cell).map(|score| score.map(Score::get));
        for (cell, value) in
            [("-2", -2), ("+1", 1), ("\u{2212}1", -1), ("1.0", 1), ("1,0", 1), (" 0 ", 0), ("-0", 0)]
        {
            assert_eq!(read(cell), Ok(Some(value)), "{cell}");
        }
        assert_eq!(read("  "), Ok(None));
        for cell in ["3", "-3", "99999999999999999999999"] {
            assert_eq!(read(cell), Err(Issue::ValenceOutside), "{cell}");
        }
        for cell in ["0.5", "1,5", "bien", "1 2", "++1", "-"] {
            assert_eq!(read(cell), Err(Issue::ValenceUnreadable), "{cell}");
        }
        assert_eq!(effort("4").map(|e| e.map(Effort::get)), Err(Issue::EffortOutside));
    }
}
