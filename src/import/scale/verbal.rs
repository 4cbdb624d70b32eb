//! Columns whose steps are words, faces, letters: which steps there are, and which number each becomes.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{self, Family};
use crate::import::mapping::Meaning;
use crate::import::sides;
use crate::import::table::Table;
use crate::model::{Scale, ScaleKind};

/// So many rows tell which steps there are.
const ROWS: usize = 1000;
/// A column of more different cells is none of steps.
const MOST: usize = 14;

/// Fewer cells with two steps are no scale.
const FEW: usize = 8;

/// What the steps of a column are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum Steps {
    /// Words of one family, or words that fit any.
    Words(Option<Family>),
    /// Faces, thumbs.
    Faces,
    /// Letters, A the best.
    Letters,
}

/// A column of such steps.
#[derive(Clone, Debug)]
pub(in crate::import) struct Verbal {
    /// What they are made of.
    pub steps: Steps,
    /// Its different cells as first written, each with how far it goes; none if it is no answer.
    pub cells: Vec<(String, Option<i8>)>,
    /// Those that are answers, as they are compared, in order.
    labels: Vec<String>,
    /// Whether some are French and some English.
    pub mixed: bool,
    /// How many cells were looked at.
    pub filled: usize,
}

/// The steps of a column; none if it is anything else. Letters are steps only below a header that asks for a rating.
pub(in crate::import) fn of(table: &Table, column: usize) -> Option<Verbal> {
    let cells = counted(table, column)?;
    let kinds = [said(&cells, true), faces(&cells), letters(&cells)];
    let (steps, known, mixed) = kinds.into_iter().flatten().next()?;
    Some(Verbal { steps, labels: labels(&known), cells: known, mixed, filled: filled(&cells) })
}

/// The same of a column in a battery with those steps, where nobody may have chosen more than one or two of them.
pub(in crate::import) fn beside(table: &Table, column: usize, steps: Steps) -> Option<Verbal> {
    let cells = counted(table, column)?;
    let (own, known, mixed) = said(&cells, false).filter(|(own, ..)| *own == steps)?;
    Some(Verbal { steps: own, labels: labels(&known), cells: known, mixed, filled: filled(&cells) })
}

fn labels(cells: &[(String, Option<i8>)]) -> Vec<String> {
    cells.iter().filter(|(_, size)| size.is_some()).map(|(cell, _)| sides::key(cell)).collect()
}

fn filled(cells: &[(usize, &str, usize)]) -> usize {
    cells.iter().map(|(.., count)| count).sum()
}

/// The different cells of a column as first written, each with its first row and how often it stands there; none of a
/// column of too many.
fn counted(table: &Table, column: usize) -> Option<Vec<(usize, &str, usize)>> {
    /// Ways to write each of them.
    const SPELLINGS: usize = 4;
    let mut written: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in 0..table.rows().min(ROWS) {
        let cell = table.cell(row, column).trim();
        if cell.is_empty() {
            continue;
        }
        written.entry(cell).or_insert((row, 0)).1 += 1;
        if written.len() > MOST * SPELLINGS {
            return None;
        }
    }
    let mut counts: BTreeMap<String, (usize, &str, usize)> = BTreeMap::new();
    for (cell, (row, count)) in written {
        let counted = counts.entry(sides::key(cell)).or_insert((row, cell, 0));
        counted.2 += count;
        if row < counted.0 {
            (counted.0, counted.1) = (row, cell);
        }
    }
    let mut cells: Vec<(usize, &str, usize)> = counts.into_values().collect();
    cells.sort_unstable_by_key(|(first, ..)| *first);
    (cells.len() <= MOST).then_some(cells)
}

impl Verbal {
    /// Whether another column has half of its labels or more, as questions of one kind do.
    fn shares(&self, other: &Self) -> bool {
        let (own, others) = (&self.labels, &other.labels);
        own.iter().filter(|label| others.contains(label)).count() * 2 >= own.len().min(others.len())
    }

    /// Whether its steps go from one side of a middle to the other.
    pub(in crate::import) fn mirrors(&self) -> bool {
        use Family::{Agreement, Ease, Favour, Likelihood, Satisfaction};
        matches!(
            self.steps,
            Steps::Faces | Steps::Words(Some(Agreement | Satisfaction | Favour | Likelihood | Ease))
        ) && !self.cells.iter().any(|(_, size)| size.is_some_and(|size| size.abs() > 3))
    }
}

type Found = (Steps, Vec<(String, Option<i8>)>, bool);

fn said(cells: &[(usize, &str, usize)], must_be_graded: bool) -> Option<Found> {
    let mut family = None;
    let (mut french, mut english) = (false, false);
    let mut known = Vec::new();
    let (mut read, mut all) = (0, 0);
    for (_, cell, count) in cells {
        all += count;
        if words::is_no_answer(cell) {
            known.push(((*cell).to_owned(), None));
            continue;
        }
        let Some(degree) = words::degree(cell) else { continue };
        if degree.family.is_some() {
            if family.is_some_and(|family| Some(family) != degree.family) {
                return None;
            }
            family = degree.family;
        }
        french |= degree.french == Some(true);
        english |= degree.french == Some(false);
        read += count;
        known.push(((*cell).to_owned(), Some(degree.size)));
    }
    let missing: usize = all - read;
    let sizes: BTreeSet<i8> = known.iter().filter_map(|(_, size)| *size).collect();
    // "Oui" and "non" alone, or "important" alone, are no scale.
    let graded = !must_be_graded && !sizes.is_empty()
        || sizes.len() >= 3
        || all >= FEW && sizes.len() == 2 && sizes.iter().any(|size| size.abs() != 2);
    let silent = cells.iter().filter(|(_, cell, _)| words::is_no_answer(cell)).map(|(.., count)| count);
    let unknown = missing - silent.sum::<usize>();
    (family.is_some() && graded && unknown * 10 <= all).then_some((
        Steps::Words(family),
        known,
        french && english,
    ))
}

/// Faces and thumbs from the worst to the best.
const FACES: [(i8, &str); 5] =
    [(-2, "😡😠🤬😭😩👎"), (-1, "😞☹🙁😟😕😢😔"), (0, "😐😑😶"), (1, "🙂😊☺👍"), (2, "😀😃😄😁😍🤩😎🥰❤")];
const DRAWN: [(i8, &[&str]); 3] = [(-1, &[":(", ":-("]), (0, &[":|", ":-|"]), (1, &[":)", ":-)"])];

fn faces(cells: &[(usize, &str, usize)]) -> Option<Found> {
    let size = |cell: &str| {
        let plain: String = cell.chars().filter(|c| *c != '\u{fe0f}' && !c.is_whitespace()).collect();
        let mut signs = plain.chars();
        let one = signs.next().filter(|_| signs.next().is_none());
        let face = one.and_then(|one| FACES.iter().find(|(_, faces)| faces.contains(one)));
        face.map(|(size, _)| *size).or_else(|| {
            DRAWN.iter().find(|(_, faces)| faces.contains(&plain.as_str())).map(|(size, _)| *size)
        })
    };
    whole(cells, Steps::Faces, size)
}

fn letters(cells: &[(usize, &str, usize)]) -> Option<Found> {
    let size = |cell: &str| {
        let mut letters = cell.chars();
        let letter = letters.next().filter(|_| letters.next().is_none())?.to_ascii_uppercase();
        let place = ('A'..='F').position(|c| c == letter)?;
        i8::try_from(place).ok().map(|place| -place)
    };
    whole(cells, Steps::Letters, size)
}

/// Steps of one kind, all of whose cells are known or no answer.
fn whole(cells: &[(usize, &str, usize)], steps: Steps, size: impl Fn(&str) -> Option<i8>) -> Option<Found> {
    let mut known = Vec::new();
    for (_, cell, _) in cells {
        match size(cell) {
            Some(size) => known.push(((*cell).to_owned(), Some(size))),
            None if words::is_no_answer(cell) => known.push(((*cell).to_owned(), None)),
            None => return None,
        }
    }
    let sizes: BTreeSet<i8> = known.iter().filter_map(|(_, size)| *size).collect();
    (sizes.len() >= 3).then_some((steps, known, false))
}

/// How far the steps of a questionnaire go: those that occur in any of its columns with the labels of that one.
pub(in crate::import) fn sizes<'v>(columns: impl Iterator<Item = &'v Verbal>, own: &Verbal) -> BTreeSet<i8> {
    columns
        .filter(|verbal| verbal.steps == own.steps && own.shares(verbal))
        .flat_map(|v| v.cells.iter().filter_map(|(_, s)| *s))
        .collect()
}

/// The scale of a column among others of its questionnaire, and what its cells mean on it, the lowest first.
pub(in crate::import) fn scale(verbal: &Verbal, sizes: &BTreeSet<i8>) -> Option<(Scale, Vec<Meaning>)> {
    let (places, steps) = places(verbal.steps, sizes);
    let kind = match (verbal.steps, steps) {
        (Steps::Words(Some(Family::Agreement)), _) => ScaleKind::Agreement,
        (Steps::Words(Some(Family::Satisfaction)) | Steps::Faces, 5) => ScaleKind::Csat,
        (Steps::Words(Some(Family::Ease)), 7) => ScaleKind::Ces,
        _ => ScaleKind::Custom,
    };
    let scale = Scale::new(kind, 1.0, f64::from(steps)).ok()?;
    let meaning = |(cell, size): &(String, Option<i8>)| Meaning {
        cell: cell.clone(),
        value: size.and_then(|size| places.get(&size)).map(|place| f64::from(*place)),
    };
    let mut meanings: Vec<Meaning> = verbal.cells.iter().map(meaning).collect();
    meanings.sort_by(|a, b| {
        let place = |m: &Meaning| m.value.unwrap_or(f64::INFINITY);
        place(a).total_cmp(&place(b))
    });
    Some((scale, meanings))
}

/// The place of each step from 1, and how many there are: those that occur and, where the steps mirror each other
/// around a middle, those that nobody chose.
fn places(steps: Steps, sizes: &BTreeSet<i8>) -> (BTreeMap<i8, u8>, u8) {
    let count = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
    let below: Vec<i8> = sizes.iter().copied().filter(|size| *size < 0).rev().collect();
    let above: Vec<i8> = sizes.iter().copied().filter(|size| *size > 0).collect();
    let has_middle = sizes.contains(&0);
    let ranked = match steps {
        Steps::Letters => true,
        Steps::Faces => false,
        Steps::Words(family) => {
            // Steps of how much, from "not at all" on, mirror nothing.
            let one_sided = below.len() <= 1 && above.len() >= 3 && !has_middle;
            let how_much = matches!(family, Some(Family::Frequency | Family::Quality | Family::Importance));
            how_much || one_sided || sizes.contains(&4)
        }
    };
    if ranked {
        let sizes = whole_template(steps, sizes);
        let places = sizes.iter().enumerate().map(|(at, size)| (*size, count(at + 1))).collect();
        return (places, count(sizes.len()));
    }
    // "Oui, peut-être, non" and three faces are three steps.
    let is_short = has_middle && sizes.len() == 3 && sizes.iter().all(|size| *size == 0 || size.abs() == 2);
    let is_drawn = steps == Steps::Faces && sizes.iter().all(|size| size.abs() <= 1);
    let least = if is_short || is_drawn { 1 } else { 2 };
    let arm = below.len().max(above.len()).max(least);
    let total = count(2 * arm) + u8::from(has_middle);
    // How far from the middle, 1 … arm: by rank where all are there, else by strength.
    let far = |side: &[i8], rank: usize, size: i8| match size.abs() {
        _ if side.len() == arm => rank + 1,
        3.. => arm,
        2 if steps == Steps::Faces => arm,
        1 => 1,
        _ => arm.saturating_sub(1).max(1),
    };
    let mut places = BTreeMap::new();
    if has_middle {
        places.insert(0, count(arm + 1));
    }
    for (rank, size) in below.iter().enumerate() {
        places.insert(*size, count(arm + 1 - far(&below, rank, *size)));
    }
    for (rank, size) in above.iter().enumerate() {
        places.insert(*size, count(arm + usize::from(has_middle) + far(&above, rank, *size)));
    }
    (places, total)
}

/// The steps that occur, with those that the smallest usual scale has beside them.
fn whole_template(steps: Steps, sizes: &BTreeSet<i8>) -> BTreeSet<i8> {
    const FREQUENCY: [&[i8]; 5] =
        [&[-4, 0, 2, 4], &[-4, -2, 2, 4], &[-4, -2, 0, 2, 4], &[-4, -2, 0, 2, 3], &[-4, -2, 0, 2, 3, 4]];
    const QUALITY: [&[i8]; 6] = [
        &[-2, 0, 4],
        &[-3, -2, 2, 3],
        &[-2, 0, 2, 4],
        &[-3, -2, 0, 2, 3],
        &[-2, 0, 2, 3, 4],
        &[-4, -2, 0, 2, 4],
    ];
    const LETTERS: [&[i8]; 3] = [&[-3, -2, -1, 0], &[-4, -3, -2, -1, 0], &[-5, -4, -3, -2, -1, 0]];
    let usual: &[&[i8]] = match steps {
        Steps::Words(Some(Family::Frequency)) => &FREQUENCY,
        Steps::Words(Some(Family::Quality)) => &QUALITY,
        Steps::Letters => &LETTERS,
        _ => &[],
    };
    let holds = |steps: &&&[i8]| sizes.iter().all(|size| steps.contains(size));
    usual.iter().find(holds).map_or_else(|| sizes.clone(), |steps| steps.iter().copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text::{Options, TextError, open};

    type Scaled = (ScaleKind, f64, Vec<(String, Option<f64>)>);

    fn scaled(cells: &[&str]) -> Result<Option<Scaled>, TextError> {
        let (table, _) = open(
            format!("Note\n{}\n", cells.join("\n")),
            Options { header_rows: Some(1), ..Options::default() },
        )?;
        let Some(verbal) = of(&table, 0) else { return Ok(None) };
        let sizes = sizes(std::iter::once(&verbal), &verbal);
        Ok(scale(&verbal, &sizes).map(|(scale, meanings)| {
            (scale.kind, scale.ends().1, meanings.into_iter().map(|m| (m.cell, m.value)).collect())
        }))
    }

    #[test]
    fn steps_become_numbers() -> Result<(), TextError> {
        use ScaleKind::{Agreement, Csat, Custom};
        for (cells, kind, top, values) in [
            (
                &[
                    "Plutôt d'accord",
                    "Pas du tout d'accord",
                    "Tout à fait d'accord",
                    "Plutôt pas d'accord",
                    "Ne sait pas",
                ][..],
                Agreement,
                4.0,
                &[Some(3.0), Some(1.0), Some(4.0), Some(2.0), None][..],
            ),
            (
                &["Agree", "Strongly disagree", "Neither agree nor disagree", "Strongly agree"],
                Agreement,
                5.0,
                &[Some(4.0), Some(1.0), Some(3.0), Some(5.0)],
            ),
            (
                &["Très satisfait", "Peu satisfait", "Satisfait", "Pas du tout satisfait"],
                Custom,
                4.0,
                &[Some(4.0), Some(2.0), Some(3.0), Some(1.0)],
            ),
            (
                &["Very satisfied", "Neutral", "Dissatisfied", "Satisfied", "Very dissatisfied"],
                Csat,
                5.0,
                &[Some(5.0), Some(3.0), Some(2.0), Some(4.0), Some(1.0)],
            ),
            (
                &["Jamais", "Souvent", "Toujours", "Rarement"],
                Custom,
                4.0,
                &[Some(1.0), Some(3.0), Some(4.0), Some(2.0)],
            ),
            (
                &["Extremely likely", "Not at all likely", "Somewhat likely", "Very likely", "Not so likely"],
                Custom,
                5.0,
                &[Some(5.0), Some(1.0), Some(3.0), Some(4.0), Some(2.0)],
            ),
            (&["😡", "🙂", "😀", "😐"], Csat, 5.0, &[Some(1.0), Some(4.0), Some(5.0), Some(3.0)]),
            (&["Oui", "Non", "Peut-être"], Agreement, 3.0, &[Some(3.0), Some(1.0), Some(2.0)]),
            (&[":)", ":(", ":|"], Custom, 3.0, &[Some(3.0), Some(1.0), Some(2.0)]),
            (&["A", "C", "B", "E"], Custom, 5.0, &[Some(5.0), Some(3.0), Some(4.0), Some(1.0)]),
        ] {
            let found = scaled(cells)?;
            let Some((found_kind, found_top, meanings)) = found else { panic!("{cells:?}") };
            assert_eq!((found_kind, found_top), (kind, top), "{cells:?}");
            for (cell, value) in cells.iter().zip(values) {
                assert!(meanings.contains(&((*cell).to_owned(), *value)), "{cell}: {meanings:?}");
            }
        }
        Ok(())
    }

    #[test]
    fn groups_and_answers_are_no_steps() -> Result<(), TextError> {
        for cells in [
            &["Oui", "Non", "Oui"][..],
            &["Paris", "Lyon"],
            &["1", "2", "3"],
            &["Bon accueil", "Très bon"],
            &["RAS", "-"],
        ] {
            assert_eq!(scaled(cells)?, None, "{cells:?}");
        }
        Ok(())
    }
}
