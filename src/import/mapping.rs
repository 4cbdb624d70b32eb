//! The mapping: the role of each column. A guess fills it in, the user may change it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::choices::Segment;
use super::dates::Period;
use super::recipe::RatingRecipe;
use super::sides;
use super::table::Table;
use super::vocabulary::Role;
use crate::model::{Prompt, Scale, Side};

/// The role of each column; columns without a role are not imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// Open answers: each column with an answer gives one verbatim of the row's response.
    pub texts: Vec<TextColumn>,
    /// The side of each row.
    pub side: SideSource,
    /// The column of identifiers of rows.
    pub id: Option<usize>,
    /// Who answered.
    pub respondent: Option<usize>,
    /// The collection period.
    pub wave: Option<usize>,
    /// The length of the periods made of days in the wave column; `None` if the column names the periods itself.
    pub wave_by: Option<Period>,
    /// The collection period of all rows, if no column has it.
    pub wave_fixed: Option<String>,
    /// When.
    pub date: Option<usize>,
    /// Closed answers, each with its own scale.
    pub ratings: Vec<RatingColumn>,
    /// The stage of a coding.
    pub stage: Option<usize>,
    /// The moment of a coding.
    pub moment: Option<usize>,
    /// The valence of a coding.
    pub valence: Option<usize>,
    /// The effort of a coding.
    pub effort: Option<usize>,
    /// Who coded.
    pub coder: Option<usize>,
    /// The columns of themes: a moment each, marked or judged row by row; see [`super::themes`].
    pub themes: Vec<usize>,
    /// The column of prompts, for text columns whose own prompt is unknown.
    pub prompt: Option<usize>,
    /// Other attributes.
    pub segments: Vec<Segment>,
    /// The scope of identifiers and respondents, such as the name of a sheet: where a workbook has answers on several
    /// sheets, row 1 and client 1 of one are not those of another. The project stores it in front of both. `None` if
    /// they are unique everywhere. The scope belongs to the source and is not remembered with the columns.
    pub scope: Option<String>,
}

/// A column of open answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextColumn {
    /// The column.
    pub column: usize,
    /// The question that it answers; if unknown, the prompt column gives it row by row.
    pub prompt: Prompt,
    /// The side of the answers, if other than the row's.
    pub side: Option<Side>,
    /// The column of their titles, each a part of its text: "Title. Text".
    pub title: Option<usize>,
}

/// A column of closed answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RatingRecipe", into = "RatingRecipe")]
pub struct RatingColumn {
    /// The column.
    pub column: usize,
    /// Its scale.
    pub scale: Scale,
    /// The cells with another meaning than the number that they begin with, in the order of the scale.
    pub meanings: Vec<Meaning>,
}

impl RatingColumn {
    /// Swaps two steps in words: the numbers keep their places.
    pub fn swap_steps(&mut self, at: usize, with: usize) {
        let steps: Vec<usize> =
            (0..self.meanings.len()).filter(|step| self.meanings[*step].value.is_some()).collect();
        if let (Some(one), Some(other)) = (steps.get(at), steps.get(with)) {
            let (first, second) = (self.meanings[*one].value, self.meanings[*other].value);
            self.meanings.swap(*one, *other);
            (self.meanings[*one].value, self.meanings[*other].value) = (first, second);
        }
    }
}

/// The meaning of a cell of closed answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meaning {
    /// The cell as first written; cells with the same [`sides::key`] have the same meaning.
    pub cell: String,
    /// Its place on the scale; `None` if it is no answer, such as "does not know" or 99.
    pub value: Option<f64>,
}

/// The side of each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideSource {
    /// The same for every row.
    Fixed(Side),
    /// The side that a column gives row by row.
    Column {
        /// The column.
        column: usize,
        /// The sides of values that name none by themselves, by [`sides::key`].
        values: BTreeMap<String, Side>,
    },
}

/// Why a mapping cannot be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The table has headers alone.
    NoRow,
    /// Neither a text nor a rating is mapped.
    NothingMapped,
    /// Values of the side column that mean no side, with the number of their rows.
    SideValues(Vec<(String, usize)>),
    /// A column that the table does not have.
    NoSuchColumn(usize),
}

impl Default for Mapping {
    fn default() -> Self {
        Self {
            texts: Vec::new(),
            side: SideSource::Fixed(Side::Client),
            id: None,
            respondent: None,
            wave: None,
            wave_by: None,
            wave_fixed: None,
            date: None,
            ratings: Vec::new(),
            stage: None,
            moment: None,
            valence: None,
            effort: None,
            coder: None,
            themes: Vec::new(),
            prompt: None,
            segments: Vec::new(),
            scope: None,
        }
    }
}

impl Mapping {
    /// The reasons against confirming the mapping for a table; empty if it is complete.
    pub fn problems(&self, table: &Table) -> Vec<Problem> {
        let mut problems = Vec::new();
        if table.rows() == 0 {
            problems.push(Problem::NoRow);
        }
        if self.texts.is_empty() && self.ratings.is_empty() {
            problems.push(Problem::NothingMapped);
        }
        if let SideSource::Column { column, values } = &self.side {
            let unmapped = sides::unmapped(table, *column, values);
            if !unmapped.is_empty() {
                problems.push(Problem::SideValues(unmapped));
            }
        }
        let beyond = self.columns().into_iter().filter(|column| *column >= table.columns());
        problems.extend(beyond.map(Problem::NoSuchColumn));
        problems
    }

    /// The collection period of all rows; `None` if a column has it, or if it is unknown.
    pub fn wave_of_all(&self) -> Option<&str> {
        let fixed = self.wave_fixed.as_deref().filter(|_| self.wave.is_none());
        fixed.map(str::trim).filter(|wave| !wave.is_empty())
    }

    /// Whether rows bring codings.
    pub fn is_coded(&self) -> bool {
        self.moment.is_some() || !self.themes.is_empty()
    }

    /// Every column that has a role.
    pub fn columns(&self) -> Vec<usize> {
        let side = match &self.side {
            SideSource::Fixed(_) => None,
            SideSource::Column { column, .. } => Some(*column),
        };
        let texts = self.texts.iter().flat_map(|text| [Some(text.column), text.title]).flatten();
        let ratings = self.ratings.iter().map(|rating| rating.column);
        let single = self.single().into_iter().filter_map(|(_, column)| column);
        let segments = self.segments.iter().flat_map(Segment::columns);
        let several = self.themes.iter().copied().chain(segments);
        texts.chain(side).chain(ratings).chain(single).chain(several).collect()
    }

    /// The columns with content but without role, which are not imported. For a very wide table only its first rows
    /// count.
    pub fn left_out(&self, table: &Table) -> Vec<usize> {
        /// The most cells that are read, so that the answer is immediate.
        const CELLS: usize = 1_000_000;
        let taken = self.columns();
        let rows = table.rows().min(CELLS / table.columns().max(1));
        let says_something = |column| (0..rows).any(|row| !table.cell(row, column).trim().is_empty());
        (0..table.columns()).filter(|column| !taken.contains(column) && says_something(*column)).collect()
    }

    /// The roles of a single column without further settings, each with its column.
    pub fn single(&self) -> [(Role, Option<usize>); 10] {
        self.clone().single_mut().map(|(role, column)| (role, *column))
    }

    /// Mutable access to the same.
    pub fn single_mut(&mut self) -> [(Role, &mut Option<usize>); 10] {
        [
            (Role::Id, &mut self.id),
            (Role::Respondent, &mut self.respondent),
            (Role::Wave, &mut self.wave),
            (Role::Date, &mut self.date),
            (Role::Stage, &mut self.stage),
            (Role::Moment, &mut self.moment),
            (Role::Valence, &mut self.valence),
            (Role::Effort, &mut self.effort),
            (Role::Coder, &mut self.coder),
            (Role::Prompt, &mut self.prompt),
        ]
    }
}
