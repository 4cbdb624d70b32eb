//! The attributes of a row: respondent, date, wave and segments.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Rows;
use crate::import::choices::{Parts, Segment, is_ticked};
use crate::import::dates;
use crate::import::known::within;
use crate::import::report::Issue;
use crate::import::table::Table;
use crate::model::imported::NewResponse;
use crate::model::{Side, SourceKey, Values};

/// The attributes of a response, without empty ones.
pub(in crate::import) struct Attributes<'t> {
    pub respondent: Option<Cow<'t, str>>,
    pub wave: Option<Cow<'t, str>>,
    pub date: Option<&'t str>,
    /// Names and values; an attribute with several values occurs more than once.
    pub segments: Vec<(&'t str, &'t str)>,
}

impl Attributes<'_> {
    /// A response with these attributes.
    pub(in crate::import) fn response(&self, side: Side, source: SourceKey) -> NewResponse {
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

    /// Whether these attributes differ from existing ones, or are more; an attribute without value does not count.
    pub(in crate::import) fn differ(&self, there: &BTreeMap<String, Values>) -> bool {
        self.values().iter().any(|(name, values)| there.get(name) != Some(values))
    }
}

/// The form of an attribute in the table.
pub(super) enum Given<'t> {
    /// The value of a cell.
    Cell(&'t str, usize),
    /// The choices of a cell.
    List(&'t str, usize, Parts),
    /// A column per choice, with the meanings of its cells.
    Ticks(&'t str, Vec<Ticks<'t>>),
}

/// A choice, its column, and the meaning of each cell there.
pub(super) type Ticks<'t> = (&'t str, usize, BTreeMap<&'t str, Option<bool>>);

impl<'t> Given<'t> {
    pub(super) fn new(table: &'t Table, segment: &'t Segment) -> Self {
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

impl<'t> Rows<'t> {
    /// The collection period, made of a day if the mapping asks for it.
    pub(super) fn wave(&mut self, row: usize) -> Option<Cow<'t, str>> {
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

    pub(super) fn attributes(&mut self, row: usize) -> Attributes<'t> {
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
}
