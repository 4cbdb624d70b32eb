//! Turns the cells of one row into values; the fate of the row is decided elsewhere.

mod attributes;
mod codings;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::dates::{self, Order};
use super::mapping::{Mapping, RatingColumn, SideSource};
use super::matching::fold;
use super::nothing::is_without_content;
use super::report::{CellWarning, Issue, Reason};
use super::table::Table;
use super::themes;
use super::{prompts, sides, values};
use crate::model::imported::NewVerbatim;
use crate::model::{Prompt, Rating, Side};
pub(super) use attributes::Attributes;
use attributes::Given;
pub(super) use codings::RowCodings;

/// The values of a row.
pub(super) struct Row<'t> {
    /// The identifier of the row, if it has one.
    pub id: Option<&'t str>,
    /// The attributes of the response.
    pub attributes: Attributes<'t>,
    /// Its part for one side or, if its text columns are of both, for each side.
    pub parts: Vec<Part<'t>>,
}

/// An answer in one's own words, and the question that it answers.
pub(super) type Answer<'t> = (Prompt, Cow<'t, str>);

/// The part of a row for one side.
pub(super) struct Part<'t> {
    pub side: Side,
    pub texts: Vec<Answer<'t>>,
    pub ratings: Vec<Rating>,
    pub coding: RowCodings,
}

/// Reads rows, and notes the cells that cannot be used.
pub(super) struct Rows<'t> {
    table: &'t Table,
    mapping: &'t Mapping,
    /// The order of day and month in the wave column.
    order: Order,
    segments: Vec<Given<'t>>,
    /// Whether some marks below themes are valences, so that all numbers are.
    signed: bool,
    /// The side of each value of the side column.
    sides: BTreeMap<&'t str, Option<Side>>,
    /// The prompt of each value of the prompt column.
    prompts: BTreeMap<&'t str, Option<Prompt>>,
    /// For each column of ratings, the values of cells other than plain numbers.
    meanings: Vec<BTreeMap<String, Option<f64>>>,
    /// The number of cells of ratings that stand for no answer.
    pub unanswered: usize,
    /// Cells of the current row that cannot be used.
    pub warnings: Vec<CellWarning>,
}

impl<'t> Rows<'t> {
    pub(super) fn new(table: &'t Table, mapping: &'t Mapping) -> Self {
        /// The most days read for their order.
        const DAYS: usize = 5000;
        /// The most rows read for the kind of their marks.
        const MARKS: usize = 20_000;
        let days = mapping
            .wave
            .filter(|_| mapping.wave_by.is_some())
            .map(|column| dates::order((0..table.rows().min(DAYS)).map(|row| table.cell(row, column))));
        let cells = || {
            (0..table.rows().min(MARKS))
                .flat_map(|row| mapping.themes.iter().map(move |column| (row, *column)))
        };
        let signed = cells().any(|(row, column)| themes::is_signed(table.cell(row, column)));
        Self {
            table,
            mapping,
            signed,
            order: days.unwrap_or(Order::DayFirst),
            segments: mapping.segments.iter().map(|segment| Given::new(table, segment)).collect(),
            sides: BTreeMap::new(),
            prompts: BTreeMap::new(),
            meanings: mapping.ratings.iter().map(meanings).collect(),
            unanswered: 0,
            warnings: Vec::new(),
        }
    }

    /// Reads a row. A row that brings nothing or has no side is refused.
    pub(super) fn read(&mut self, row: usize) -> Result<Row<'t>, Reason> {
        self.warnings.clear();
        let ratings = self.ratings(row);
        let coding = self.coding(row);
        let prompt = self.prompt(row);
        let (table, mapping) = (self.table, self.mapping);
        let answers = mapping.texts.iter().filter_map(|text| {
            let cell = table.cell(row, text.column).trim();
            let title = text.title.map_or("", |column| table.cell(row, column).trim());
            let prompt = if text.prompt == Prompt::Unknown { prompt } else { text.prompt };
            let whole = with_title(title, cell);
            (!whole.is_empty()).then_some((text.side, (prompt, whole)))
        });
        let answers: Vec<(Option<Side>, Answer)> = answers.collect();
        if answers.is_empty() && ratings.is_empty() && matches!(coding, RowCodings::None) {
            let useless = self.warnings.iter().find(|warning| warning.issue != Issue::PromptUnknown);
            return Err(useless.map_or(Reason::Empty, |warning| Reason::Cell(warning.issue)));
        }
        let attributes = self.attributes(row);
        let own_side =
            !ratings.is_empty() || answers.is_empty() || answers.iter().any(|(side, _)| side.is_none());
        let row_side = if own_side { Some(self.side(row)?) } else { None };
        let parts = parts(row_side, answers, ratings, coding);
        Ok(Row { id: self.filled(row, mapping.id), attributes, parts })
    }

    /// Notes a cell of the current row that cannot be used.
    pub(super) fn warn(&mut self, row: usize, column: Option<usize>, issue: Issue) {
        let value = column.map_or("", |column| self.table.cell(row, column)).to_owned();
        self.warnings.push(CellWarning { row_number: self.table.row_number(row), column, value, issue });
    }

    fn filled(&self, row: usize, column: Option<usize>) -> Option<&'t str> {
        let table = self.table;
        column.map(|column| table.cell(row, column).trim()).filter(|cell| !cell.is_empty())
    }

    fn side(&mut self, row: usize) -> Result<Side, Reason> {
        let (column, values) = match &self.mapping.side {
            SideSource::Fixed(side) => return Ok(*side),
            SideSource::Column { column, values } => (*column, values),
        };
        let cell = self.filled(row, Some(column)).ok_or(Reason::SideMissing)?;
        let meant = self
            .sides
            .entry(cell)
            .or_insert_with(|| values.get(&sides::key(cell)).copied().or_else(|| sides::of(cell)));
        meant.ok_or(Reason::SideUnknown)
    }

    fn prompt(&mut self, row: usize) -> Prompt {
        let Some(cell) = self.filled(row, self.mapping.prompt) else { return Prompt::Unknown };
        let meant = *self.prompts.entry(cell).or_insert_with(|| prompts::asked(cell));
        meant.unwrap_or_else(|| {
            self.warn(row, self.mapping.prompt, Issue::PromptUnknown);
            Prompt::Unknown
        })
    }

    fn ratings(&mut self, row: usize) -> Vec<Rating> {
        let mapping = self.mapping;
        (0..mapping.ratings.len()).filter_map(|at| self.rating(row, at)).collect()
    }

    fn rating(&mut self, row: usize, at: usize) -> Option<Rating> {
        let RatingColumn { column, scale, .. } = *self.mapping.ratings.get(at)?;
        let cell = self.filled(row, Some(column))?;
        let name = self.table.names().get(column).cloned().unwrap_or_default();
        let meanings = &self.meanings[at];
        let meant = if meanings.is_empty() { None } else { meanings.get(&meant_by(cell)).copied() };
        let (_, end) = scale.ends();
        let value = match meant {
            Some(None) => {
                self.unanswered += 1;
                return None;
            }
            Some(Some(value)) => Ok(value),
            None => match values::rating(cell) {
                None => Err(Issue::RatingUnreadable),
                Some(written) if written.of.is_some_and(|of| (of - end).abs() > 1e-9) => {
                    Err(Issue::RatingOutside)
                }
                Some(written) => Ok(written.value),
            },
        };
        let rating =
            value.and_then(|value| Rating::new(name, value, scale).map_err(|_| Issue::RatingOutside));
        rating.map_err(|issue| self.warn(row, Some(column), issue)).ok()
    }
}

/// Divides the values of a row between the sides. The ratings belong to the row's side, the codings to its first text.
fn parts<'t>(
    row_side: Option<Side>,
    answers: Vec<(Option<Side>, Answer<'t>)>,
    ratings: Vec<Rating>,
    coding: RowCodings,
) -> Vec<Part<'t>> {
    let mut parts: Vec<Part<'t>> = Vec::new();
    for (side, text) in answers {
        let Some(side) = side.or(row_side) else { continue };
        match parts.iter_mut().find(|part| part.side == side) {
            Some(part) => part.texts.push(text),
            None => {
                parts.push(Part { side, texts: vec![text], ratings: Vec::new(), coding: RowCodings::None });
            }
        }
    }
    if let Some(side) = row_side {
        match parts.iter_mut().find(|part| part.side == side) {
            Some(part) => part.ratings = ratings,
            None => parts.push(Part { side, texts: Vec::new(), ratings, coding: RowCodings::None }),
        }
    }
    if let Some(first) = parts.first_mut() {
        first.coding = coding;
    }
    parts
}

/// A text with its title in front, unless the title has no content or begins the text already.
fn with_title<'t>(title: &'t str, text: &'t str) -> Cow<'t, str> {
    let start = title.trim_end_matches(['.', '…', ' ']);
    if text.is_empty() && !is_without_content(title) {
        return Cow::Borrowed(title);
    }
    if is_without_content(title) || fold(text).starts_with(&fold(start)) {
        return Cow::Borrowed(text);
    }
    let end = if title.ends_with(['.', '!', '?', '…', ':', ';', ',']) { "" } else { "." };
    Cow::Owned(format!("{title}{end} {text}"))
}

/// The meanings of a column by the key of their cells.
fn meanings(rating: &RatingColumn) -> BTreeMap<String, Option<f64>> {
    rating.meanings.iter().map(|meaning| (meant_by(&meaning.cell), meaning.value)).collect()
}

/// The key of a cell for look-ups: folded words, or a number with its sign and its mark.
fn meant_by(cell: &str) -> String {
    if values::is_number(cell) { cell.trim().to_owned() } else { sides::key(cell) }
}

/// The verbatims of a part, without codings.
pub(super) fn verbatims(texts: &[Answer]) -> Vec<NewVerbatim> {
    let verbatim = |(prompt, text): &Answer| NewVerbatim {
        prompt: *prompt,
        text: text.clone().into_owned(),
        codings: Vec::new(),
        no_moment: Vec::new(),
    };
    texts.iter().map(verbatim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_a_part_of_its_text() {
        for (title, text, whole) in [
            ("Great stay", "The room was clean.", "Great stay. The room was clean."),
            ("Great stay!", "The room was clean.", "Great stay! The room was clean."),
            ("The room was…", "The room was clean.", "The room was clean."),
            ("THE ROOM", "The room was clean.", "The room was clean."),
            ("Great stay", "", "Great stay"),
            ("-", "The room was clean.", "The room was clean."),
            ("", "The room was clean.", "The room was clean."),
            ("-", "", ""),
            ("", "", ""),
        ] {
            assert_eq!(with_title(title, text), whole);
        }
    }
}
