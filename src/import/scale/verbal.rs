//! Columns whose steps are words, faces or letters: finds the steps and their numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::{self, AskedKind};
use super::degree::{self, Family};
use super::drawn;
use super::lexicon;
use super::no_answer;
pub(in crate::import) use super::places::Battery;
use super::places::{self, Step};
use crate::import::guess::names::folded;
use crate::import::mapping::Meaning;
use crate::import::matching::mentions;
use crate::import::sides;
use crate::import::table::Table;
use crate::import::vocabulary::Role;
use crate::model::{Scale, ScaleKind};

/// The most rows that are read.
const ROWS: usize = 1000;
/// The most different cells of a column of steps.
const MOST: usize = 14;

/// The fewest cells for a scale of two steps.
const FEW: usize = 8;

/// The notation of the steps of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum Steps {
    /// Words of one family, or words that fit any.
    Words(Option<Family>),
    /// Faces, thumbs.
    Faces,
    /// Letters, A the best.
    Letters,
    /// Stars as asterisks, or their number in words.
    Stars,
}

/// A column of such steps.
#[derive(Clone, Debug)]
pub(in crate::import) struct Verbal {
    /// The notation of the steps.
    pub steps: Steps,
    /// Its different cells as first written, each with its step; `None` if it is no answer.
    pub cells: Vec<(String, Option<Step>)>,
    /// The steps of those that are answers, by their folded form.
    labels: BTreeMap<String, Step>,
    /// Whether some are French and some English.
    pub mixed: bool,
    /// The number of filled cells that were read.
    pub filled: usize,
    /// The number of answers among them.
    answers: usize,
    /// The last letter in its header.
    last: Option<i8>,
}

/// The different cells of a column, each with its first row and its count.
pub(super) type Cells<'t> = [(usize, &'t str, usize)];
/// The notation, the step of each cell, and whether the cells mix two languages.
pub(super) type Found = (Steps, Vec<(String, Option<Step>)>, bool);

/// The steps of a column; `None` for any other column. Letters, numbers in words, and good and bad alone are steps only
/// below a header that asks for a rating.
pub(in crate::import) fn of(table: &Table, column: usize) -> Option<Verbal> {
    let cells = counted(table, column)?;
    let header = table.headers().get(column).map_or("", String::as_str);
    let asks = || asks_for_rating(header);
    // "Yes", "no" and "maybe" below the name of a fact are groups.
    let is_asked = || header.contains('?') || asks();
    let found = in_words(&cells, None)
        .filter(|found| is_certain(found, &asks) && (!is_open(found) || is_asked()))
        .or_else(|| drawn::faces(&cells))
        .or_else(|| drawn::asterisks(&cells))
        .or_else(|| drawn::initials(&cells))
        .or_else(|| {
            [drawn::letters(&cells), drawn::numbers(&cells)].into_iter().flatten().next().filter(|_| asks())
        })?;
    Some(verbal(found, &cells, header))
}

/// The steps of a column in a battery with those steps, where only one or two of them may occur.
pub(in crate::import) fn beside(table: &Table, column: usize, steps: Steps) -> Option<Verbal> {
    let cells = counted(table, column)?;
    let header = table.headers().get(column).map_or("", String::as_str);
    let found = in_words(&cells, Some(steps)).filter(|(own, ..)| *own == steps)?;
    Some(verbal(found, &cells, header))
}

fn verbal((steps, known, mixed): Found, cells: &Cells, header: &str) -> Verbal {
    let labels = known.iter().filter_map(|(cell, step)| Some((sides::key(cell), (*step)?))).collect();
    let count = |such: &dyn Fn(&str) -> bool| {
        cells.iter().filter(|(_, cell, _)| such(cell)).map(|(.., count)| count).sum()
    };
    let filled = count(&|_| true);
    let answers = count(&|cell| !no_answer::is_no_answer(cell));
    Verbal { steps, labels, cells: known, mixed, filled, answers, last: drawn::last_letter(header) }
}

/// Whether a header asks for a rating.
pub(in crate::import) fn asks_for_rating(header: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &["grade", "grades", "rate", "rated", "mark", "marks", "evaluez", "notez", "notee", "evaluation"];
    let asked = asked::of(header).kind.is_some_and(|kind| kind != AskedKind::Agreement);
    let names_letters = drawn::last_letter(header).is_some();
    let header = folded(header);
    // The sentiment that a program finds in a text is no answer.
    let is_read = Role::Valence.is_called(&header) || mentions(&header, "sentiment");
    let is_named = Role::Rating.is_called(&header) || Role::Rating.is_betrayed_by(&header);
    let names = || WORDS.iter().any(|word| mentions(&header, word));
    !is_read && (asked || is_named || names_letters || names())
}

/// Whether steps are certain by themselves, or by a header that asks for a rating: "positive" alone may be the
/// sentiment found by a program, and "good" and "bad" alone may be groups.
fn is_certain((steps, known, _): &Found, asks: &dyn Fn() -> bool) -> bool {
    let sizes: BTreeSet<i8> = known.iter().filter_map(|(_, step)| step.map(|step| step.size)).collect();
    let is_plain = sizes.iter().all(|size| [-20, 0, 20].contains(size));
    match steps {
        Steps::Words(Some(Family::Tone)) => sizes.len() > 3 || asks(),
        // "Short", "medium", "long" are sizes; "too long" is an opinion.
        Steps::Words(Some(Family::Duration)) => !is_plain,
        _ if sizes.len() == 2 && is_plain && !sizes.contains(&0) => asks(),
        _ => true,
    }
}

/// Whether the steps are only yes, no and steps between them.
fn is_open((_, known, _): &Found) -> bool {
    let is_any = |words: &[&str], cell: &str| words.contains(&folded(cell).as_str());
    let is_plain = |cell: &str| is_any(&["oui", "yes", "non", "no"], cell);
    let steps = || known.iter().filter(|(_, step)| step.is_some()).map(|(cell, _)| cell.as_str());
    steps().any(is_plain) && steps().all(|cell| is_plain(cell) || is_any(lexicon::MIDDLE, cell))
}

/// The different cells of a column as first written, each with its first row and its count; `None` for too many.
fn counted(table: &Table, column: usize) -> Option<Vec<(usize, &str, usize)>> {
    /// The most spellings of each step.
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
    /// Whether another column shares half of the labels or more, like questions of one kind, and has no label that
    /// competes with one of these.
    fn shares(&self, other: &Self) -> bool {
        let (own, others) = (&self.labels, &other.labels);
        let (shared, least) =
            (own.keys().filter(|label| others.contains_key(*label)).count(), own.len().min(others.len()));
        let alone = |one: &BTreeMap<String, Step>, other: &BTreeMap<String, Step>| -> Vec<Step> {
            one.iter().filter(|(label, _)| !other.contains_key(*label)).map(|(_, step)| *step).collect()
        };
        let (mine, theirs) = (alone(own, others), alone(others, own));
        let is_other_scale = mine.iter().any(|one| theirs.iter().any(|other| one.competes(*other)));
        shared * 2 >= least && shared >= least.min(2) && !is_other_scale
    }

    /// Whether the words are frequencies or amounts, which are good or bad depending on the question.
    pub(in crate::import) const fn is_how_much(&self) -> bool {
        matches!(self.steps, Steps::Words(Some(Family::Frequency | Family::Importance | Family::Amount)))
    }

    /// Whether the words are frequencies, which are good or bad depending on the question.
    pub(in crate::import) const fn is_how_often(&self) -> bool {
        matches!(self.steps, Steps::Words(Some(Family::Frequency)))
    }

    /// Whether the words are agreement with a statement, which may be about something bad.
    pub(in crate::import) const fn is_agreement(&self) -> bool {
        matches!(self.steps, Steps::Words(Some(Family::Agreement)))
    }

    /// Whether the steps are qualities, independent of the question.
    pub(in crate::import) const fn is_how_good(&self) -> bool {
        match self.steps {
            Steps::Words(family) => {
                matches!(family, Some(Family::Satisfaction | Family::Quality | Family::Tone))
            }
            Steps::Faces | Steps::Letters | Steps::Stars => true,
        }
    }
}

/// The steps of cells in words; in a battery with such steps, a middle alone may be one of them.
fn in_words(cells: &Cells, battery: Option<Steps>) -> Option<Found> {
    let mut family = match battery {
        Some(Steps::Words(family)) => family,
        Some(_) => return None,
        None => None,
    };
    let (mut french, mut english) = (false, false);
    let mut known = Vec::new();
    let (mut read, mut silent, mut all) = (0, 0, 0);
    for (_, cell, count) in cells {
        all += count;
        if no_answer::is_no_answer(cell) {
            silent += count;
            known.push(((*cell).to_owned(), None));
            continue;
        }
        let Some(degree) = degree::degree(cell) else { continue };
        family = match (family, degree.family) {
            (Some(one), Some(other)) => Some(one.joined(other)?),
            (one, other) => one.or(other),
        };
        french |= degree.french == Some(true);
        english |= degree.french == Some(false);
        read += count;
        known.push(((*cell).to_owned(), Some(Step::of(degree))));
    }
    let family = match family? {
        Family::Open => Family::Agreement,
        Family::Satisfactory => Family::Satisfaction,
        family => family,
    };
    let sizes: BTreeSet<i8> = known.iter().filter_map(|(_, step)| step.map(Step::order)).collect();
    // "Oui" and "non" alone, or "important" alone, are no scale; "good" and "bad" are one if the header asks for a
    // rating.
    let is_two = all >= FEW && sizes.len() == 2;
    let is_opposite = sizes.iter().eq(&[-20, 20])
        && matches!(family, Family::Quality | Family::Satisfaction | Family::Tone);
    let graded = battery.is_some() && !sizes.is_empty()
        || sizes.len() >= 3
        || is_two && (is_opposite || sizes.iter().any(|size| size.abs() != 20));
    let unknown = all - read - silent;
    (graded && unknown * 10 <= all).then_some((Steps::Words(Some(family)), known, french && english))
}

/// The steps of a questionnaire: those of all its columns that share the labels of `own`.
pub(in crate::import) fn sizes<'v>(columns: impl Iterator<Item = &'v Verbal>, own: &Verbal) -> Battery {
    let mut battery = Battery { last: own.last, ..Battery::default() };
    for verbal in columns.filter(|verbal| verbal.steps == own.steps && own.shares(verbal)) {
        battery.filled += verbal.answers;
        battery.steps.extend(verbal.cells.iter().filter_map(|(_, step)| *step));
    }
    battery
}

/// The scale of a column among others of its questionnaire, and the meanings of its cells, the lowest first.
pub(in crate::import) fn scale(verbal: &Verbal, battery: &Battery) -> Option<(Scale, Vec<Meaning>)> {
    let (places, steps) = places::of(verbal.steps, battery);
    let kind = match (verbal.steps, steps) {
        (Steps::Words(Some(Family::Agreement)), _) => ScaleKind::Agreement,
        (Steps::Words(Some(Family::Satisfaction)) | Steps::Faces | Steps::Stars, 5) => ScaleKind::Csat,
        (Steps::Words(Some(Family::Ease)), 7) => ScaleKind::Ces,
        _ => ScaleKind::Custom,
    };
    let scale =
        Scale::new(kind, 1.0, f64::from(steps)).or_else(|_| Scale::custom(1.0, f64::from(steps))).ok()?;
    let meaning = |(cell, step): &(String, Option<Step>)| Meaning {
        cell: cell.clone(),
        value: step.and_then(|step| places.get(&step)).map(|place| f64::from(*place)),
    };
    let mut meanings: Vec<Meaning> = verbal.cells.iter().map(meaning).collect();
    meanings.sort_by(|a, b| {
        let place = |m: &Meaning| m.value.unwrap_or(f64::INFINITY);
        place(a).total_cmp(&place(b))
    });
    Some((scale, meanings))
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
