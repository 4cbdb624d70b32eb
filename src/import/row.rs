//! One row of the table, its cells turned into values; nothing is decided about it here.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::choices::{Parts, Segment, is_ticked};
use super::dates::{self, Order};
use super::known::within;
use super::mapping::{Mapping, RatingColumn, SideSource};
use super::report::{CellWarning, Issue, Reason};
use super::table::Table;
use super::themes::{self, Mark};
use super::{no_moment, prompts, sides, values};
use crate::model::imported::{NewCoding, NewResponse, NewVerbatim};
use crate::model::{Prompt, Rating, Side, SourceKey, Values};

/// What a row brings.
pub(super) struct Row<'t> {
    /// The identifier, if it has one.
    pub id: Option<&'t str>,
    /// The attributes of the response.
    pub attributes: Attributes<'t>,
    /// What it brings to one side or, if its text columns are of both, to both.
    pub parts: Vec<Part<'t>>,
}

/// What a row brings to one side.
pub(super) struct Part<'t> {
    pub side: Side,
    pub texts: Vec<(Prompt, &'t str)>,
    pub ratings: Vec<Rating>,
    pub coding: Coding,
}

/// What a row says of the moments of its text.
#[derive(Clone)]
pub(super) enum Coding {
    /// Nothing: the text is not coded.
    None,
    /// Something that cannot be used.
    Bad(Issue),
    /// That coder found no moment in it.
    NoMoment(Option<String>),
    /// These, at least one.
    Good(Vec<NewCoding>),
}

/// Attributes of a response, empty ones absent.
pub(super) struct Attributes<'t> {
    pub respondent: Option<Cow<'t, str>>,
    pub wave: Option<Cow<'t, str>>,
    pub date: Option<&'t str>,
    /// By name, value by value: an attribute of several values stands there more than once.
    pub segments: Vec<(&'t str, &'t str)>,
}

impl Attributes<'_> {
    /// A response with these attributes.
    pub(super) fn response(&self, side: Side, source: SourceKey) -> NewResponse {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        NewResponse {
            side,
            source,
            respondent: owned(self.respondent.as_deref()),
            wave: self.wave.as_deref().map(str::to_owned),
            date: owned(self.date),
            segments: self.values(),
            ratings: Vec::new(),
            verbatims: Vec::new(),
        }
    }

    /// The other attributes, each with all its values.
    fn values(&self) -> BTreeMap<String, Values> {
        let of = |same: &[(&str, &str)]| {
            let values = same.iter().map(|(_, value)| (*value).to_owned()).collect();
            Some((same.first()?.0.to_owned(), Values::new(values)?))
        };
        self.segments.chunk_by(|(one, _), (other, _)| one == other).filter_map(of).collect()
    }

    /// Whether these attributes are not those already there, or more; an attribute without a value says nothing.
    pub(super) fn differ(&self, there: &BTreeMap<String, Values>) -> bool {
        self.values().iter().any(|(name, values)| there.get(name) != Some(values))
    }
}

/// How an attribute is given.
enum Given<'t> {
    /// As a cell is.
    Cell(&'t str, usize),
    /// As the choices of a cell.
    List(&'t str, usize, Parts),
    /// As a column per choice, with what its cells mean.
    Ticks(&'t str, Vec<Ticks<'t>>),
}

/// A choice, its column, and what each cell there means.
type Ticks<'t> = (&'t str, usize, BTreeMap<&'t str, Option<bool>>);

impl<'t> Given<'t> {
    fn new(table: &'t Table, segment: &'t Segment) -> Self {
        let name = segment.name(table);
        match segment {
            Segment::Column(column) => Self::Cell(name, *column),
            Segment::Cells { column, between } => {
                Self::List(name, *column, Parts::learn(table, *column, *between))
            }
            Segment::Columns { choices, .. } => {
                let ticks =
                    choices.iter().map(|choice| (choice.name.as_str(), choice.column, BTreeMap::new()));
                Self::Ticks(name, ticks.collect())
            }
        }
    }
}

/// Reads rows, and notes the cells that cannot be used.
pub(super) struct Rows<'t> {
    table: &'t Table,
    mapping: &'t Mapping,
    /// What comes first in the days of the wave column.
    order: Order,
    segments: Vec<Given<'t>>,
    /// Whether some marks below themes are valences, so that all numbers are.
    signed: bool,
    /// What each value of the side column means.
    sides: BTreeMap<&'t str, Option<Side>>,
    /// What each value of the prompt column means.
    prompts: BTreeMap<&'t str, Option<Prompt>>,
    /// What cells of each column of ratings mean that are no plain numbers.
    meanings: Vec<BTreeMap<String, Option<f64>>>,
    /// How many cells of ratings say that there is no answer.
    pub unanswered: usize,
    /// Cells of the current row that cannot be used.
    pub warnings: Vec<CellWarning>,
}

impl<'t> Rows<'t> {
    pub(super) fn new(table: &'t Table, mapping: &'t Mapping) -> Self {
        /// So many days tell.
        const DAYS: usize = 5000;
        /// So many rows of marks.
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
            let prompt = if text.prompt == Prompt::Unknown { prompt } else { text.prompt };
            (!cell.is_empty()).then_some((text.side, (prompt, cell)))
        });
        let answers: Vec<(Option<Side>, (Prompt, &str))> = answers.collect();
        if answers.is_empty() && ratings.is_empty() && matches!(coding, Coding::None) {
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

    /// The collection period, made of a day where the user wants it so.
    fn wave(&mut self, row: usize) -> Option<Cow<'t, str>> {
        if let Some(wave) = self.mapping.wave_of_all() {
            return Some(Cow::Borrowed(wave));
        }
        let cell = self.filled(row, self.mapping.wave)?;
        let Some(period) = self.mapping.wave_by else { return Some(Cow::Borrowed(cell)) };
        let month = dates::month(cell, self.order);
        if month.is_none() {
            self.warn(row, self.mapping.wave, Issue::DayUnreadable);
        }
        Some(month.map_or(Cow::Borrowed(cell), |month| Cow::Owned(period.of(month))))
    }

    fn attributes(&mut self, row: usize) -> Attributes<'t> {
        let wave = self.wave(row);
        let mapping = self.mapping;
        Attributes {
            respondent: self.filled(row, mapping.respondent).map(|id| within(mapping.scope.as_deref(), id)),
            wave,
            date: self.filled(row, mapping.date),
            segments: self.segments(row),
        }
    }

    fn segments(&mut self, row: usize) -> Vec<(&'t str, &'t str)> {
        let (table, mut found, mut unclear) = (self.table, Vec::new(), Vec::new());
        for given in &mut self.segments {
            match given {
                Given::Cell(name, column) => {
                    let value = table.cell(row, *column).trim();
                    found.extend((!value.is_empty()).then_some((*name, value)));
                }
                Given::List(name, column, parts) => {
                    found
                        .extend(parts.of(table.cell(row, *column)).into_iter().map(|choice| (*name, choice)));
                }
                Given::Ticks(name, choices) => {
                    for (choice, column, meanings) in choices {
                        let cell = table.cell(row, *column).trim();
                        let meant = *meanings.entry(cell).or_insert_with(|| is_ticked(cell, choice));
                        found.extend((meant == Some(true)).then_some((*name, *choice)));
                        unclear.extend(meant.is_none().then_some(*column));
                    }
                }
            }
        }
        for column in unclear {
            self.warn(row, Some(column), Issue::TickUnreadable);
        }
        found
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
        let meant = *self.prompts.entry(cell).or_insert_with(|| prompts::of(cell));
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
        let meant = if meanings.is_empty() { None } else { meanings.get(&sides::key(cell)).copied() };
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

    fn coding(&mut self, row: usize) -> Coding {
        let themes = self.themes(row);
        match self.by_moment(row) {
            Coding::Good(codings) => Coding::Good(self.once(row, codings.into_iter().chain(themes))),
            // A theme is marked: that says more than a cell of another column which cannot be used.
            Coding::None | Coding::Bad(_) if !themes.is_empty() => {
                Coding::Good(self.once(row, themes.into_iter()))
            }
            Coding::NoMoment(_) if !themes.is_empty() => self.bad(row, self.mapping.moment, Issue::BothWays),
            other => other,
        }
    }

    /// Those codings without the later ones of a moment that is there already: two columns may be of one theme.
    fn once(&mut self, row: usize, codings: impl Iterator<Item = NewCoding>) -> Vec<NewCoding> {
        let mut once: Vec<NewCoding> = Vec::new();
        let called = |coding: &NewCoding| coding.moment.trim().to_lowercase();
        for coding in codings {
            match once.iter().find(|there| called(there) == called(&coding)) {
                Some(there) if there.valence != coding.valence => self.warn(row, None, Issue::Differs),
                Some(_) => {}
                None => once.push(coding),
            }
        }
        once
    }

    /// The themes that are put on the text of a row.
    fn themes(&mut self, row: usize) -> Vec<NewCoding> {
        let (table, mapping) = (self.table, self.mapping);
        let coder = self.filled(row, mapping.coder);
        let mut codings = Vec::new();
        for column in &mapping.themes {
            let valence = match themes::mark(table.cell(row, *column), self.signed) {
                Ok(Mark::Not) => continue,
                Ok(Mark::Put) => None,
                Ok(Mark::Lived(valence)) => Some(valence),
                Err(issue) => {
                    self.warn(row, Some(*column), issue);
                    continue;
                }
            };
            let moment = table.names().get(*column).map_or("", |header| themes::name(header)).to_owned();
            codings.push(NewCoding {
                stage: None,
                moment,
                valence,
                effort: None,
                coder: coder.map(str::to_owned),
            });
        }
        codings
    }

    /// What the columns of a coding say.
    fn by_moment(&mut self, row: usize) -> Coding {
        let mapping = self.mapping;
        let cell = |rows: &Self, column| rows.filled(row, column).unwrap_or("");
        let coder = || self.filled(row, mapping.coder).map(str::to_owned);
        let moment = self.filled(row, mapping.moment).filter(|moment| !no_moment::is_blank(moment));
        let found_none = moment.filter(|moment| no_moment::is_no_moment(moment)).map(|_| coder());
        let Some(moment) = moment.filter(|_| found_none.is_none()) else {
            for column in [mapping.valence, mapping.effort] {
                if mapping.moment.is_some() && self.filled(row, column).is_some() {
                    self.warn(row, column, Issue::MomentMissing);
                }
            }
            return found_none.map_or(Coding::None, Coding::NoMoment);
        };
        let valence = values::valence(cell(self, mapping.valence));
        let effort = values::effort(cell(self, mapping.effort));
        match (valence, effort) {
            (Err(issue), _) => self.bad(row, mapping.valence, issue),
            (_, Err(issue)) => self.bad(row, mapping.effort, issue),
            (Ok(valence), Ok(effort)) => Coding::Good(vec![NewCoding {
                stage: self.filled(row, mapping.stage).map(str::to_owned),
                moment: moment.to_owned(),
                valence,
                effort,
                coder: coder(),
            }]),
        }
    }

    fn bad(&mut self, row: usize, column: Option<usize>, issue: Issue) -> Coding {
        self.warn(row, column, issue);
        Coding::Bad(issue)
    }
}

/// Divides what a row brings between the sides. The ratings are of the row's side; the coding is of its first text.
fn parts<'t>(
    row_side: Option<Side>,
    answers: Vec<(Option<Side>, (Prompt, &'t str))>,
    ratings: Vec<Rating>,
    coding: Coding,
) -> Vec<Part<'t>> {
    let mut parts: Vec<Part<'t>> = Vec::new();
    for (side, text) in answers {
        let Some(side) = side.or(row_side) else { continue };
        match parts.iter_mut().find(|part| part.side == side) {
            Some(part) => part.texts.push(text),
            None => parts.push(Part { side, texts: vec![text], ratings: Vec::new(), coding: Coding::None }),
        }
    }
    if let Some(side) = row_side {
        match parts.iter_mut().find(|part| part.side == side) {
            Some(part) => part.ratings = ratings,
            None => parts.push(Part { side, texts: Vec::new(), ratings, coding: Coding::None }),
        }
    }
    if let Some(first) = parts.first_mut() {
        first.coding = coding;
    }
    parts
}

/// The meanings of a column by the key of their cells.
fn meanings(rating: &RatingColumn) -> BTreeMap<String, Option<f64>> {
    rating.meanings.iter().map(|meaning| (sides::key(&meaning.cell), meaning.value)).collect()
}

/// The verbatims that a part gives, without codings.
pub(super) fn verbatims(texts: &[(Prompt, &str)]) -> Vec<NewVerbatim> {
    let verbatim = |(prompt, text): &(Prompt, &str)| NewVerbatim {
        prompt: *prompt,
        text: (*text).to_owned(),
        codings: Vec::new(),
        no_moment: Vec::new(),
    };
    texts.iter().map(verbatim).collect()
}
