//! Finds the collection period in a title: the name of a sheet or of a file.

use super::dates::{Month, Period, named};
use super::matching::fold;

/// The only period in a title, in the form of [`Period`] for one of the calendar, so that periods of titles and of days
/// are the same: `2024`, `2024-Q3`, `2025-03`, `2025-S1`, `vague 2`. `None` for no period, for several, and for a day,
/// which is when the file was saved.
///
/// ```
/// use reflet::import::titles::wave;
/// assert_eq!(wave("verbatims_clients_2025-T1.csv").as_deref(), Some("2025-Q1"));
/// assert_eq!(wave("Collaborateurs, vague 2").as_deref(), Some("vague 2"));
/// ```
pub fn wave(title: &str) -> Option<String> {
    let words = words(title);
    let parts = parts(&words);
    let years: Vec<u16> = parts.iter().filter_map(Part::year).collect();
    let spans: Vec<&Part> = parts.iter().filter(|part| part.year().is_none()).collect();
    let year = match years[..] {
        [] => None,
        [first, ref others @ ..] if others.iter().all(|year| *year == first) => Some(first),
        [first, second] if second == first + 1 && spans.is_empty() => {
            return Some(format!("{first}-{second}"));
        }
        _ => return None,
    };
    match (year, spans[..].first(), spans.len()) {
        (Some(year), None, _) => Some(year.to_string()),
        (Some(year), Some(Part::Month(month, _)), 1) => Some(Period::Month.of(Month { year, month: *month })),
        (Some(year), Some(Part::Quarter(quarter)), 1) => {
            Some(Period::Quarter.of(Month { year, month: quarter * 3 }))
        }
        (Some(year), Some(Part::Half(half)), 1) => Some(format!("{year}-S{half}")),
        (year, Some(Part::Wave(wave)), 1) => {
            Some(year.map_or_else(|| wave.clone(), |year| format!("{year} {wave}")))
        }
        // A month without its year, if the title has hardly another word.
        (None, Some(Part::Month(_, name)), 1) if words.len() == 1 || name.len() > 3 && words.len() == 2 => {
            Some(name.clone())
        }
        _ => None,
    }
}

/// A part of a title about time.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Year(u16),
    Quarter(u8),
    Half(u8),
    /// A month, with its name if it has one.
    Month(u8, String),
    Wave(String),
}

impl Part {
    const fn year(&self) -> Option<u16> {
        match self {
            Self::Year(year) => Some(*year),
            _ => None,
        }
    }
}

/// The words of a title without the file extension, with letters and digits apart where they are about time:
/// `T3-2024.csv` is `t`, `3`, `2024`, and `v2` is one word.
fn words(title: &str) -> Vec<String> {
    #[rustfmt::skip]
    const LETTERS: [&str; 18] = [
        "t", "q", "s", "h", "fy", "vague", "wave", "trimestre", "semestre", "quarter", "e", "er", "eme", "nd",
        "rd", "th", "st", "re",
    ];
    let ending = title.rsplit_once('.').filter(|(_, ending)| {
        (1..=5).contains(&ending.len()) && ending.bytes().any(|byte| byte.is_ascii_alphabetic())
    });
    let mut words: Vec<String> = Vec::new();
    for word in fold(ending.map_or(title, |(name, _)| name)).split(' ') {
        let is_digit = |letter: &char| letter.is_ascii_digit();
        let letters: Vec<char> = word.chars().collect();
        let parts = letters.chunk_by(|one, other| is_digit(one) == is_digit(other));
        let parts: Vec<String> = parts.map(|part| part.iter().collect()).collect();
        let of_time = |part: &String| {
            LETTERS.contains(&part.as_str())
                || part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit())
        };
        if parts.iter().any(of_time) {
            words.extend(parts);
        } else if !word.is_empty() {
            words.push(word.to_owned());
        }
    }
    words
}

fn parts(words: &[String]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some(taken) = next(rest, &mut parts) {
        rest = rest.get(taken..).unwrap_or_default();
    }
    parts
}

/// Reads the first words, and returns their number; `None` if there are none.
fn next(words: &[String], parts: &mut Vec<Part>) -> Option<usize> {
    const WAVES: [&str; 7] = ["vague", "wave", "campagne", "campaign", "edition", "collecte", "round"];
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let number = |at: usize| {
        let digits = word(at);
        let number = digits.parse::<u32>().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
        number.map(|number| (number, digits.len()))
    };
    let small = |at: usize, end: u32| {
        number(at).and_then(|(n, _)| u8::try_from(n).ok()).filter(|n| (1..=end).contains(&u32::from(*n)))
    };
    let year = |at: usize| match number(at) {
        Some((year @ 1990..=2099, 4)) => u16::try_from(year).ok(),
        _ => None,
    };
    let two_digits = |at: usize| number(at).is_some_and(|(_, digits)| digits <= 2);
    // A day: three numbers, or eight digits.
    if year(0).is_some() && two_digits(1) && two_digits(2)
        || two_digits(0) && two_digits(1) && year(2).is_some()
    {
        return Some(3);
    }
    let spelled = |names: &[&str], end| {
        let behind = names.contains(&word(0)).then(|| small(1, end)).flatten().map(|n| (n, 2));
        // "1er trimestre", "2nd quarter": the digit is a word of its own.
        let in_front = small(0, end).and_then(|n| {
            let at = (1..=2).find(|at| names.contains(&word(*at)))?;
            Some((n, at + 1))
        });
        behind.or(in_front)
    };
    let (part, taken) = if let Some(month) = year(0).and_then(|_| small(1, 12)).filter(|_| word(1).len() == 2)
    {
        parts.push(Part::Month(month, String::new()));
        (Part::Year(year(0)?), 2)
    } else if let (Some(month), Some(of), 2) = (small(0, 12), year(1), word(0).len()) {
        parts.push(Part::Month(month, String::new()));
        (Part::Year(of), 2)
    } else if let Some(year) = year(0) {
        (Part::Year(year), 1)
    } else if let Some((quarter, taken)) = spelled(&["trimestre", "quarter"], 4) {
        (Part::Quarter(quarter), taken)
    } else if let Some((half, taken)) = spelled(&["semestre", "semester"], 2) {
        (Part::Half(half), taken)
    } else if let (true, Some(n)) = (WAVES.contains(&word(0)), small(1, 99)) {
        (Part::Wave(format!("{} {n}", word(0))), 2)
    } else if let ((true, "n" | "no"), Some(n)) = ((WAVES.contains(&word(0)), word(1)), small(2, 99)) {
        (Part::Wave(format!("{} {n}", word(0))), 3)
    } else if let Some((n, taken)) = small(0, 99).and_then(|n| {
        let ordinal = matches!(word(1), "e" | "eme" | "re" | "nd" | "nde" | "st" | "rd" | "th");
        (ordinal && WAVES.contains(&word(2))).then_some((n, 3))
    }) {
        (Part::Wave(format!("{} {n}", word(taken - 1))), taken)
    } else if let Some(month) = named(word(0)).and_then(|month| u8::try_from(month).ok()) {
        (Part::Month(month, word(0).to_owned()), 1)
    } else if let ("t" | "q", Some(quarter), true) = (word(0), small(1, 4), has_year(words, parts)) {
        (Part::Quarter(quarter), 2)
    } else if let ("s" | "h", Some(half), true) = (word(0), small(1, 2), has_year(words, parts)) {
        (Part::Half(half), 2)
    } else {
        return (!words.is_empty()).then_some(1);
    };
    parts.push(part);
    Some(taken)
}

/// Whether a year comes before or behind; without one, `Q3` may be a question and `T2` a table.
fn has_year(words: &[String], parts: &[Part]) -> bool {
    let is_year = |word: &String| word.len() == 4 && word.starts_with("20");
    words.iter().any(is_year) || parts.iter().any(|part| part.year().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_one_period() {
        for (title, expected) in [
            ("Clients 2024", Some("2024")),
            ("Collaborateurs_2025.xlsx", Some("2025")),
            ("T3 2024", Some("2024-Q3")),
            ("Q3 2024 employees", Some("2024-Q3")),
            ("2024T3", Some("2024-Q3")),
            ("verbatims_clients_2025-T1.csv", Some("2025-Q1")),
            ("1er trimestre 2025", Some("2025-Q1")),
            ("Clients, 2e trimestre 2025", Some("2025-Q2")),
            ("quarter 4 (2023)", Some("2023-Q4")),
            ("S1 2025", Some("2025-S1")),
            ("2e semestre 2024", Some("2024-S2")),
            ("mars 2025", Some("2025-03")),
            ("Avis clients - févr. 2025.xlsx", Some("2025-02")),
            ("March 2025", Some("2025-03")),
            ("2025-03", Some("2025-03")),
            ("enquete_03-2025.csv", Some("2025-03")),
            ("vague 2", Some("vague 2")),
            ("Vague n°3 salariés", Some("vague 3")),
            ("wave2_customers.csv", Some("wave 2")),
            ("2e vague clients", Some("vague 2")),
            ("Vague 2 - 2025", Some("2025 vague 2")),
            ("Saison 2024-2025", Some("2024-2025")),
            ("Clients janvier", Some("janvier")),
            ("Mai", Some("mai")),
            ("enquete_collaborateurs_v2_2025.xlsx", Some("2025")),
            ("clients2024.csv", Some("2024")),
            ("Vague 2024", Some("2024")),
            ("12-2024", Some("2024-12")),
            ("export_2025-03-12.csv", None),
            ("export 12.03.2025.csv", None),
            ("export_20250312.csv", None),
            ("Feuil1", None),
            ("Q3", None),
            ("T2 clients", None),
            ("2024 et 2026", None),
            ("What may be improved", None),
            ("Mars, ce que les clients en disent", None),
            ("agence 2", None),
            ("", None),
        ] {
            assert_eq!(wave(title).as_deref(), expected, "{title:?}");
        }
    }
}
