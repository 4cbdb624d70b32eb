//! Determines the scale of a column of ratings, its direction, and the cells that are no answers.

pub mod against;
pub mod asked;
mod beside;
mod codes;
pub(super) mod degree;
mod drawn;
mod ends;
mod labelled;
mod lexicon;
pub(super) mod no_answer;
mod places;
mod recommend;
pub(super) mod verbal;

use std::collections::BTreeMap;

use super::mapping::Meaning;
use super::values::{self, Written};
use crate::model::{Scale, ScaleKind};
use asked::Asked;

/// The scale of a column of numbers, with the evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// The likeliest scale, in the likeliest direction.
    pub scale: Scale,
    /// The cells that are no answers.
    pub meanings: Vec<Meaning>,
    /// Whether the lowest number is the best by the header.
    pub by_header: Option<bool>,
    /// Whether the lowest number is the best by the labels of its cells: `1 - Très satisfait`.
    pub by_labels: Option<bool>,
    /// Whether all cells are marked as ratings: `7 sur 10`.
    pub are_marked: bool,
    /// The scale by the header and by lines above the table.
    pub asked: Asked,
    /// Another possible scale, where the numbers allow it, with the cells that are no answers on it.
    pub or: Option<(Scale, Vec<Meaning>)>,
}

/// Determines the scale of a column from its header and its cells.
pub fn understand<'c>(header: &str, cells: impl Iterator<Item = &'c str>) -> Understood {
    below(header, None, cells)
}

/// Determines the scale of a column below a legend of all numbers: "Scale used: 1 = best, 5 = worst".
pub(super) fn below<'c>(
    header: &str,
    legend: Option<&Asked>,
    cells: impl Iterator<Item = &'c str>,
) -> Understood {
    let mut asked = asked::of(header);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
        *counts.entry(cell).or_insert(0) += 1;
    }
    let silent = |cell: &&str| match values::rating(cell) {
        None => no_answer::is_no_answer(cell),
        // "9 - Sans opinion": the number is a code.
        Some(_) => values::label_of(cell).is_some_and(no_answer::is_no_answer),
    };
    let mut meanings: Vec<Meaning> = counts.keys().copied().filter(silent).map(no_answer).collect();
    let written: Vec<(&str, Written, usize)> = counts
        .iter()
        .filter(|(cell, _)| !silent(cell))
        .filter_map(|(cell, count)| Some((*cell, values::rating(cell)?, *count)))
        .collect();
    let are_marked = !written.is_empty() && written.iter().all(|(cell, ..)| values::is_marked(cell));
    if let Some(legend) = legend {
        asked.take(legend, written.iter().map(|(_, written, count)| (written.value, *count)));
    }
    labelled::complete(&mut asked, &written);
    let (answers, codes) = codes::apart(&written, &asked);
    meanings.extend(codes.into_iter().map(no_answer));
    let ends::Ends { scale, or } = ends::of(&asked, &answers);
    let by_labels = labelled::reversed(&answers);
    let reversed = asked.reversed.or(by_labels).unwrap_or(asked.is_burden);
    let turned = |scale: Scale| if reversed { scale.turned() } else { scale };
    let mut or = or.map(|scale| (turned(scale), meanings.clone()));
    // 4/5 is no 4 on a scale of 10.
    let other = elsewhere(&answers, scale.ends().1);
    if let Some(top) = other.last().and_then(|(_, written, _)| written.of) {
        let others = |top: f64| elsewhere(&answers, top).into_iter().map(|(cell, ..)| no_answer(cell));
        let on_other: Vec<Meaning> = meanings.iter().cloned().chain(others(top)).collect();
        meanings.extend(others(scale.ends().1));
        let ends::Ends { scale, .. } = ends::of(&asked, &other);
        or = Some((turned(scale), on_other));
    }
    Understood { scale: turned(scale), meanings, by_header: asked.reversed, by_labels, are_marked, asked, or }
}

/// The answers with another upper end in their cells, if they are at most as many as the others.
fn elsewhere<'c>(answers: &[(&'c str, Written, usize)], end: f64) -> Vec<(&'c str, Written, usize)> {
    let is_other =
        |Written { value, of }: Written| of.is_some_and(|of| (of - end).abs() > 1e-9 && value <= of);
    answers.iter().copied().filter(|(_, written, _)| is_other(*written)).collect()
}

/// The meaning of a cell that is no answer.
fn no_answer(cell: &str) -> Meaning {
    Meaning { cell: cell.to_owned(), value: None }
}

/// The name of a scale for programs.
pub const fn id(kind: ScaleKind) -> &'static str {
    match kind {
        ScaleKind::Nps => "nps",
        ScaleKind::Csat => "csat",
        ScaleKind::Ces => "ces",
        ScaleKind::Agreement => "agreement",
        ScaleKind::Custom => "custom",
    }
}

/// The kind of a scale with these ends, by its question.
fn kind(asked: &Asked, low: f64, high: f64) -> ScaleKind {
    use asked::AskedKind::{Agreement, Burden, Ease, Recommendation};
    let is = |a: f64, b: f64| (low - a).abs() < 1e-9 && (high - b).abs() < 1e-9;
    match asked.kind {
        Some(Recommendation) if is(0.0, 10.0) => ScaleKind::Nps,
        Some(Agreement) if is(1.0, high) && (4.0..=7.0).contains(&high) => ScaleKind::Agreement,
        Some(Recommendation) => ScaleKind::Custom,
        _ if is(1.0, 5.0) => ScaleKind::Csat,
        // An effort score only where it is asked.
        Some(Ease | Burden) if is(1.0, 7.0) => ScaleKind::Ces,
        _ => ScaleKind::Custom,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn understood(header: &str, cells: &str) -> Understood {
        understand(header, cells.split(' '))
    }

    fn custom(low: f64, high: f64) -> Scale {
        Scale::custom(low, high).unwrap_or(Scale::NPS)
    }

    #[test]
    fn scales_by_header_and_values() {
        for (header, cells, expected) in [
            ("note", "0 9 10", custom(0.0, 10.0)),
            ("Satisfaction globale (0 à 10)", "3 4 2 5", custom(0.0, 10.0)),
            ("note", "1 3 5", Scale::CSAT),
            ("note", "1 6 7", custom(1.0, 7.0)),
            ("Était-ce facile ?", "1 6 7", Scale::CES),
            ("NPS", "3 4 5", Scale::NPS),
            ("Recommanderiez-vous la boutique ?", "1", Scale::NPS),
            ("Recommanderiez-vous la boutique ? (1-5)", "1 5", custom(1.0, 5.0)),
            ("How likely are you to recommend us (0-10)?", "6.5 8.5", Scale::NPS),
            ("note", "8 9 12", custom(0.0, 10.0)),
            ("note", "5 4 3 42", Scale::CSAT),
            ("note", "8 12 15 18", custom(0.0, 20.0)),
            ("note", "80 95 7 60", custom(0.0, 100.0)),
            ("note", "-3 -2 3", custom(-3.0, 3.0)),
            ("note", "500 900", custom(0.0, 900.0)),
            ("note", "", custom(0.0, 10.0)),
            ("avis", "4/5", Scale::CSAT),
            ("avis", "4/10", custom(0.0, 10.0)),
            ("avis", "4/20", custom(0.0, 20.0)),
            ("avis", "★★★☆☆ ★★★★★", Scale::CSAT),
            ("Note de 1 à 10", "3 9", custom(1.0, 10.0)),
            ("Satisfaction (1-7)", "3 7", custom(1.0, 7.0)),
            ("Facilité (1-7)", "3 7", Scale::CES),
        ] {
            assert_eq!(understood(header, cells).scale, expected, "{header} {cells}");
        }
    }

    #[test]
    fn header_or_labels_make_one_the_best() {
        let scale = |header, cells: &[&str]| understand(header, cells.iter().copied()).scale;
        let turned = Scale::CSAT.turned();
        assert_eq!(scale("Note (1 = très satisfait, 5 = pas du tout)", &["1", "5"]), turned);
        assert_eq!(scale("Note", &["1 - Très satisfait", "2", "3", "5 - Pas du tout satisfait"]), turned);
        assert_eq!(scale("Note", &["1 (very dissatisfied)", "3", "5 (very satisfied)"]), Scale::CSAT);
        assert!(scale("Clarté (5 = pas du tout d'accord)", &["1", "2", "5"]).is_reversed());
        let four = ["1 - Très satisfait", "2 - Satisfait", "3 - Peu satisfait", "4 - Pas du tout satisfait"];
        assert_eq!(scale("Note", &four).ends(), (1.0, 4.0));
        assert!(scale("Note", &four).is_reversed());
        assert_eq!(scale("Note", &["9 - Tout à fait", "5", "1 - Pas du tout"]).ends(), (1.0, 9.0));
    }

    #[test]
    fn codes_of_no_answer_stretch_no_scale() {
        let cells = "1 2 2 3 4 5 5 4 3 2 1 5 4 99 -99 NSP";
        let Understood { scale, meanings, .. } = understood("note", cells);
        let cells: Vec<&str> = meanings.iter().map(|meaning| meaning.cell.as_str()).collect();
        assert_eq!((scale, cells), (Scale::CSAT, vec!["NSP", "-99", "99"]));
        assert!(meanings.iter().all(|meaning| meaning.value.is_none()));
        // On a scale that reaches it, 99 is an answer.
        let hundred = understood("note", "80 95 99 60 100 45 70 30 20 10");
        assert_eq!((hundred.scale, hundred.meanings), (custom(0.0, 100.0), Vec::new()));
    }
}
