//! Finds the columns of closed answers, each with its scale.
//!
//! The evidence is a header that asks for a rating, cells that are steps in words, or several columns of small numbers
//! side by side like the questions of one form.

mod header;
mod sibling;
mod unread;

use std::collections::{BTreeMap, BTreeSet};

use super::guess::names::{folded, without_number};
use super::mapping::RatingColumn;
use super::scale::asked;
use super::scale::verbal::{self, Steps, Verbal};
use super::scale::{self, Understood};
use super::table::Table;
use super::values;
use super::vocabulary::Role;
use crate::model::{Scale, ScaleKind};
use header::Header;

pub(super) use header::{describes, is_counted};
pub(super) use sibling::named;

/// The most rows read for the content of a column.
const ROWS: usize = 1000;
/// The most rows read for a scale.
const SCALE_ROWS: usize = 10_000;
/// The fewest aspects on one scale that count as the questions of a form.
const ASPECTS_OF_A_FORM: usize = 3;
/// The largest rating: a number above it is an amount or an identifier.
const MOST: f64 = 1000.0;

/// The evidence that a column is a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// Its header asks for a rating.
    Asked,
    /// Its cells are steps in words, faces or letters.
    Steps,
    /// Its numbers look like those of a form, without other evidence.
    Alike,
    /// Its header asks for a rating, but many of its cells are none.
    Half,
}

/// The columns of closed answers among the free ones.
pub(super) fn find(table: &Table, free: &[usize]) -> Vec<RatingColumn> {
    let steps = steps(table);
    let found = evidence(table, free, &steps);
    found.into_iter().map(|(column, _)| among(table, column, &steps)).collect()
}

/// The columns with steps in words, with these steps: columns of one questionnaire share them.
pub(super) fn steps(table: &Table) -> Vec<(usize, Verbal)> {
    let own = |column: usize| Some((column, verbal::of(table, column)?));
    let mut found: Vec<(usize, Verbal)> = (0..table.columns()).filter_map(own).collect();
    let batteries: Vec<(&str, Steps)> = found
        .iter()
        .filter_map(|(column, own)| Some((battery(&table.headers()[*column])?, own.steps)))
        .collect();
    let others = (0..table.columns()).filter(|column| !found.iter().any(|(of, _)| of == column));
    let in_battery = |column: usize| {
        let stem = battery(&table.headers()[column])?;
        let (_, steps) = batteries.iter().find(|(other, _)| *other == stem)?;
        Some((column, verbal::beside(table, column, *steps)?))
    };
    let others: Vec<(usize, Verbal)> = others.filter_map(in_battery).collect();
    found.extend(others);
    found
}

/// The question that a header shares with its neighbours: "How was it? [The desk]".
fn battery(header: &str) -> Option<&str> {
    let header = without_number(header);
    let inside = header.trim_end().strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let (stem, _) = inside.or_else(|| header.split_once(" - "))?;
    (!stem.trim().is_empty()).then_some(stem)
}

/// The columns of closed answers among the free ones, each with its evidence.
pub(super) fn evidence(table: &Table, free: &[usize], steps: &[(usize, Verbal)]) -> Vec<(usize, Evidence)> {
    let own = |column: usize| steps.iter().find(|(of, _)| *of == column).map(|(_, steps)| steps);
    let all: Vec<(usize, Features)> =
        free.iter().map(|column| (*column, Features::of(table, *column, own(*column)))).collect();
    let alike: BTreeSet<(u64, u64)> = {
        let mut seen = BTreeSet::new();
        let form = all.iter().filter(|(_, features)| features.is_of_a_form());
        form.filter_map(|(_, features)| (!seen.insert(features.ends)).then_some(features.ends)).collect()
    };
    // The mean score of a hotel is no answer if the answers themselves are in the table.
    let has_answers = all.iter().any(|(_, features)| features.header == Header::Asks);
    let is_sure = |features: &Features| match features.header {
        Header::Asks => true,
        Header::Averages => !has_answers,
        Header::States | Header::AsksHow => features.is_of_a_form(),
        _ => false,
    };
    let asked: BTreeSet<(u64, u64)> =
        all.iter().filter(|(_, features)| is_sure(features)).map(|(_, features)| features.ends).collect();
    let aspects = |ends: (u64, u64)| {
        all.iter().filter(|(_, l)| l.header == Header::Aspect && l.is_of_a_form() && l.ends == ends).count()
    };
    // An aspect is rated if another column asks for a rating on the same scale, or if there are many aspects.
    let is_rated = |features: &Features| {
        features.header == Header::Aspect
            && features.is_of_a_form()
            && (asked.contains(&features.ends) || aspects(features.ends) >= ASPECTS_OF_A_FORM)
    };
    let percents = all.iter().any(|(_, features)| features.is_percent && features.header == Header::Asks);
    let reason = |features: &Features| match features.content {
        RatingContent::Steps => Some(Evidence::Steps),
        RatingContent::Numbers if is_sure(features) || is_rated(features) => Some(Evidence::Asked),
        RatingContent::Numbers if features.is_explained && features.is_of_a_form() => Some(Evidence::Steps),
        RatingContent::Numbers if features.is_percent && (percents || features.header == Header::Aspect) => {
            Some(Evidence::Alike)
        }
        RatingContent::Numbers
            if features.is_of_a_form()
                && (features.header == Header::Aspect || alike.contains(&features.ends)) =>
        {
            Some(Evidence::Alike)
        }
        RatingContent::Half if features.header == Header::Asks => Some(Evidence::Half),
        RatingContent::Numbers | RatingContent::Half | RatingContent::Other => None,
    };
    all.iter().filter_map(|(column, features)| Some((*column, reason(features)?))).collect()
}

/// A column as closed answers with their likeliest scale, whatever its content.
pub fn column(table: &Table, column: usize) -> RatingColumn {
    among(table, column, &steps(table))
}

/// Whether the steps of a rating are unknown words in the order of the rows, so that the user has to put them in order.
pub fn is_unordered(table: &Table, rating: &RatingColumn) -> bool {
    unread::steps(table, rating.column).is_some_and(|found| found == *rating)
        && steps(table).iter().all(|(column, _)| *column != rating.column)
}

/// A problem of the scale chosen for a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Misfit {
    /// The order of its steps is unknown.
    Unordered,
    /// The answers have other ends: as a recommendation, answers from 1 to 5 would all be detractors.
    OtherEnds {
        /// The ends that the answers seem to have.
        likely: (f64, f64),
        /// The ends that were chosen.
        chosen: (f64, f64),
    },
}

/// The problem of the chosen scale of a rating, if any; custom ends are never a problem.
pub fn misfit(table: &Table, rating: &RatingColumn) -> Option<Misfit> {
    if is_unordered(table, rating) {
        return Some(Misfit::Unordered);
    }
    if rating.scale.kind == ScaleKind::Custom {
        return None;
    }
    let (likely, chosen) = (column(table, rating.column).scale.ends(), rating.scale.ends());
    (likely != chosen).then_some(Misfit::OtherEnds { likely, chosen })
}

/// A column as closed answers, given the columns of the table with steps in words.
fn among(table: &Table, column: usize, steps: &[(usize, Verbal)]) -> RatingColumn {
    if let Some((_, own)) = steps.iter().find(|(of, _)| *of == column) {
        let sizes = verbal::sizes(steps.iter().map(|(_, steps)| steps), own);
        if let Some((scale, meanings)) = verbal::scale(own, &sizes) {
            // "Never exhausted" is the best, and so is disagreement with "I am exhausted".
            let is_bad =
                (own.is_how_much() || own.is_agreement()) && asked::of(&table.headers()[column]).is_burden;
            let scale = if is_bad { scale.turned() } else { scale };
            return RatingColumn { column, scale, meanings };
        }
    }
    if let Some(unread) = unread::steps(table, column) {
        return unread;
    }
    let Understood { scale, meanings, by_header, by_labels, .. } = understand(table, column);
    let Some(named) = named(table, column, steps).filter(|_| by_header.or(by_labels).is_none()) else {
        return RatingColumn { column, scale, meanings };
    };
    let ends = named.steps.map_or_else(|| scale.ends(), |top| (1.0, top));
    // A kind with fixed ends becomes a custom scale if the ends are others.
    let scale =
        Scale::new(scale.kind, ends.0, ends.1).or_else(|_| Scale::custom(ends.0, ends.1)).unwrap_or(scale);
    let scale = if scale.is_reversed() == named.reversed { scale } else { scale.turned() };
    RatingColumn { column, scale, meanings }
}

/// The scale of a column of numbers, by its header, its cells and lines above the table.
pub(super) fn understand(table: &Table, column: usize) -> Understood {
    let cells = (0..table.rows().min(SCALE_ROWS)).map(|row| table.cell(row, column));
    let legend = legend(table);
    scale::below(table.headers().get(column).map_or("", String::as_str), legend.as_ref(), cells)
}

/// The legend of all numbers in a line above the table: "Barème : 1 = très bien … 4 = mauvais".
fn legend(table: &Table) -> Option<asked::Asked> {
    (0..table.layout().skipped).find_map(|row| {
        let cells: Vec<&str> = table.grid().row(row).filter(|cell| !cell.trim().is_empty()).collect();
        let asked = asked::of(&cells.join(", "));
        (asked.ends.is_some() && (asked.reversed.is_some() || asked.has_neutral_ends)).then_some(asked)
    })
}

/// The content of a column, as far as ratings are concerned.
enum RatingContent {
    Steps,
    Numbers,
    /// Numbers in half of the cells or more.
    Half,
    Other,
}

struct Features {
    content: RatingContent,
    header: Header,
    distinct: usize,
    /// Whether most cells show the upper end, or labels behind the numbers show how good they are.
    is_explained: bool,
    /// Whether the header has a percent sign.
    is_percent: bool,
    /// Whether all numbers are whole or halves.
    is_stepped: bool,
    highest: f64,
    lowest: f64,
    /// The bits of the ends of its scale.
    ends: (u64, u64),
}

impl Features {
    fn of(table: &Table, column: usize, steps: Option<&Verbal>) -> Self {
        let title = table.headers().get(column).map_or("", String::as_str);
        let (folded, is_percent) = (folded(title), title.contains('%'));
        let asked = asked::of(title);
        let header = Header::of(table, column, &folded, &asked);
        let asks = header == Header::Asks;
        let mut features = Self {
            content: RatingContent::Other,
            header,
            distinct: 0,
            is_explained: false,
            is_percent,
            is_stepped: true,
            highest: f64::NEG_INFINITY,
            lowest: f64::INFINITY,
            ends: (0, 0),
        };
        if steps.is_some_and(|steps| !features.is_of_texts(&folded, steps)) {
            features.content = RatingContent::Steps;
            return features;
        }
        let (mut filled, mut numbers, mut out_of, mut fine) = (0_usize, 0_usize, 0_usize, 0_usize);
        let mut most = 0.0_f64;
        let mut values = BTreeSet::new();
        let mut cells: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in (0..table.rows().min(ROWS)).map(|row| table.cell(row, column).trim()) {
            *cells.entry(cell).or_insert(0) += 1;
        }
        for (cell, times) in cells.into_iter().filter(|(cell, _)| !cell.is_empty()) {
            let written = values::rating(cell);
            if written.is_none() && scale::no_answer::is_no_answer(cell) {
                continue;
            }
            filled += times;
            if let Some(written) = written {
                numbers += times;
                out_of += times * usize::from(written.of.is_some());
                // A share or probability of a program: nobody answers 0.59791.
                fine +=
                    times * usize::from(written.value.abs() < 1.0 && (written.value * 100.0).fract() > 1e-6);
                // The code 9999 for no answer is no amount.
                if (written.value.abs() - 9999.0).abs() > 1e-9 {
                    most = most.max(written.value.abs());
                }
                features.is_stepped &= (written.value * 2.0).fract().abs() < 1e-9;
                values.insert(written.value.to_bits());
            }
        }
        features.distinct = values.len();
        features.is_explained = out_of * 2 > numbers;
        features.content = match numbers * 100 {
            _ if filled == 0 && asks && table.rows() == 0 => RatingContent::Numbers,
            _ if filled > 0 && (fine * 2 > filled || most > MOST && asked.ends.is_none()) => {
                RatingContent::Other
            }
            share if filled > 0 && share >= filled * 80 => RatingContent::Numbers,
            share if filled > 0 && share >= filled * 50 => RatingContent::Half,
            _ => RatingContent::Other,
        };
        if matches!(features.content, RatingContent::Numbers) && features.is_stepped {
            let Understood { scale, meanings, by_labels, are_marked, .. } = understand(table, column);
            features.is_explained |= by_labels.is_some() || are_marked;
            let (low, high) = Scale::ends(scale);
            let silent = |value: f64| {
                meanings
                    .iter()
                    .any(|m| values::rating(&m.cell).is_some_and(|w| (w.value - value).abs() < 1e-9))
            };
            for value in values.into_iter().map(f64::from_bits).filter(|value| !silent(*value)) {
                features.lowest = features.lowest.min(value);
                features.highest = features.highest.max(value);
            }
            features.ends = (low.to_bits(), high.to_bits());
            // Labels may show steps above those that anybody chose.
            if by_labels.is_some() {
                features.highest = features.highest.max(high);
            }
        }
        features
    }

    /// Whether words below a header of answers are too few for steps: three people may all write "Bien".
    fn is_of_texts(&self, folded: &str, steps: &Verbal) -> bool {
        let answers = Role::Text.is_called(folded) || Role::Text.is_betrayed_by(folded);
        answers && self.header != Header::Asks && steps.filled < 4 * steps.cells.len()
    }

    /// Whether the numbers look like answers of a form: few whole or half steps, from 0 to 10.
    fn is_of_a_form(&self) -> bool {
        matches!(self.content, RatingContent::Numbers)
            && !matches!(self.header, Header::Counts | Header::Averages | Header::Describes)
            && self.is_stepped
            // Eleven steps from 0 to 10, and the halves between them.
            && (3..=21).contains(&self.distinct)
            && self.lowest >= 0.0
            && (4.0..=10.0).contains(&self.highest)
    }
}
