//! Which columns are closed answers, each with its scale.
//!
//! A column is one because its header asks for a rating, because its cells are steps in words, or because several
//! columns of small numbers stand side by side as the questions of one form do.

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

/// So many rows tell what a column holds.
const ROWS: usize = 1000;
/// More ratings say nothing new about their scale.
const SCALE_ROWS: usize = 10_000;
/// So many things beside each other, all on one scale, are the questions of a form.
const ASPECTS_OF_A_FORM: usize = 3;
/// Above it a number is an amount or an identifier.
const MOST: f64 = 1000.0;

/// Why a column is taken for a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// Its header asks for one.
    Asked,
    /// Its cells are steps in words, faces or letters.
    Steps,
    /// Its numbers look like those of a form, and nothing else says so.
    Alike,
    /// Its header asks for one, but many of its cells are no rating.
    Half,
}

/// The columns of closed answers among those that have no other role.
pub(super) fn find(table: &Table, free: &[usize]) -> Vec<RatingColumn> {
    let steps = steps(table);
    let found = evidence(table, free, &steps);
    found.into_iter().map(|(column, _)| among(table, column, &steps)).collect()
}

/// The steps of each column of a table that has some: columns of one questionnaire share their steps.
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

/// The question that a header shares with those beside it: "How was it? [The desk]".
fn battery(header: &str) -> Option<&str> {
    let header = without_number(header);
    let inside = header.trim_end().strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let (stem, _) = inside.or_else(|| header.split_once(" - "))?;
    (!stem.trim().is_empty()).then_some(stem)
}

/// The same columns, each with the reason.
pub(super) fn evidence(table: &Table, free: &[usize], steps: &[(usize, Verbal)]) -> Vec<(usize, Evidence)> {
    let own = |column: usize| steps.iter().find(|(of, _)| *of == column).map(|(_, steps)| steps);
    let all: Vec<(usize, Features)> =
        free.iter().map(|column| (*column, Features::of(table, *column, own(*column)))).collect();
    let alike: BTreeSet<(u64, u64)> = {
        let mut seen = BTreeSet::new();
        let form = all.iter().filter(|(_, features)| features.is_of_a_form());
        form.filter_map(|(_, features)| (!seen.insert(features.ends)).then_some(features.ends)).collect()
    };
    // The mean score of a hotel is nobody's answer where the answers stand beside it.
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
    // Beside what is asked for on the same scale, or beside many others, what is named is what was rated.
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

/// A column of closed answers with its likeliest scale, whatever it looks like.
pub fn column(table: &Table, column: usize) -> RatingColumn {
    among(table, column, &steps(table))
}

/// Whether the steps of a rating stand as they come in the rows, because nothing reads them: somebody has to put them
/// in order.
pub fn is_unordered(table: &Table, rating: &RatingColumn) -> bool {
    unread::steps(table, rating.column).is_some_and(|found| found == *rating)
        && steps(table).iter().all(|(column, _)| *column != rating.column)
}

/// What is wrong with a scale that somebody has chosen for a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Misfit {
    /// Nothing says in which order its steps are.
    Unordered,
    /// The answers go from other ends: as a recommendation, answers from 1 to 5 would all be detractors.
    OtherEnds {
        /// The ends that the answers seem to have.
        likely: (f64, f64),
        /// Those that were chosen.
        chosen: (f64, f64),
    },
}

/// What is wrong with the chosen scale of a rating; nothing with ends of one's own, which may be any.
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

/// The same, beside the columns of a table that have steps.
fn among(table: &Table, column: usize, steps: &[(usize, Verbal)]) -> RatingColumn {
    if let Some((_, own)) = steps.iter().find(|(of, _)| *of == column) {
        let sizes = verbal::sizes(steps.iter().map(|(_, steps)| steps), own);
        if let Some((scale, meanings)) = verbal::scale(own, &sizes) {
            // Who is never exhausted is best off, and so is who disagrees with "I am exhausted".
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
    // A kind that has other ends than those is none of its name any more.
    let scale =
        Scale::new(scale.kind, ends.0, ends.1).or_else(|_| Scale::custom(ends.0, ends.1)).unwrap_or(scale);
    let scale = if scale.is_reversed() == named.reversed { scale } else { scale.turned() };
    RatingColumn { column, scale, meanings }
}

/// What a column of numbers says of its scale.
pub(super) fn understand(table: &Table, column: usize) -> Understood {
    let cells = (0..table.rows().min(SCALE_ROWS)).map(|row| table.cell(row, column));
    let legend = legend(table);
    scale::below(table.headers().get(column).map_or("", String::as_str), legend.as_ref(), cells)
}

/// What a line above the table says of all its numbers: "Barème : 1 = très bien … 4 = mauvais".
fn legend(table: &Table) -> Option<asked::Asked> {
    (0..table.layout().skipped).find_map(|row| {
        let cells: Vec<&str> = table.grid().row(row).filter(|cell| !cell.trim().is_empty()).collect();
        let asked = asked::of(&cells.join(", "));
        (asked.ends.is_some() && (asked.reversed.is_some() || asked.has_neutral_ends)).then_some(asked)
    })
}

/// What a column holds, as far as ratings go.
enum RatingContent {
    Steps,
    Numbers,
    /// Half of it and more.
    Half,
    Other,
}

struct Features {
    content: RatingContent,
    header: Header,
    distinct: usize,
    /// Whether most of its cells say what they are out of, or the words behind its numbers how good they are.
    is_explained: bool,
    /// Whether its header says that it holds percentages.
    is_percent: bool,
    /// Whether all numbers are whole or halves.
    is_stepped: bool,
    highest: f64,
    lowest: f64,
    /// The ends of its scale, bit by bit.
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
                // A share or a likelihood of a machine: nobody answers 0.59791.
                fine +=
                    times * usize::from(written.value.abs() < 1.0 && (written.value * 100.0).fract() > 1e-6);
                // What stands for no answer is no amount.
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
            // Labels tell of steps above those that anybody chose.
            if by_labels.is_some() {
                features.highest = features.highest.max(high);
            }
        }
        features
    }

    /// Whether words under a header of answers are too few to be steps: three people may all write "Bien".
    fn is_of_texts(&self, folded: &str, steps: &Verbal) -> bool {
        let answers = Role::Text.is_called(folded) || Role::Text.is_betrayed_by(folded);
        answers && self.header != Header::Asks && steps.filled < 4 * steps.cells.len()
    }

    /// Whether its numbers look like answers of a form: few whole or half steps, none below 0 or above 10.
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
