//! Doubts: points that can be understood in more than one way, each with all its readings, the likeliest first.
//!
//! A doubt is a guess that the page shows because it is uncertain. The user decides it by choosing a reading; until
//! then the first reading applies. A repair of the source is only offered: there, the first reading is the repair, and
//! the last one applies.

mod choose;
mod direction;
mod header;
mod people;
mod scale;
mod text;
mod themes;

use serde::{Deserialize, Serialize};

use super::guess::Because;
use super::guess::columns::Columns;
use super::mapping::{Mapping, RatingColumn};
use super::source::Wish;
use super::table::{Note, Table};
use crate::model::Side;

/// A point of a table that can be understood in more than one way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// The kind of doubt.
    pub kind: DoubtKind,
    /// The column in doubt; `None` if the doubt concerns the whole table.
    pub column: Option<usize>,
    /// The possible readings: at least two, the likeliest first.
    pub readings: Vec<Reading>,
}

/// The kind of doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DoubtKind {
    /// Whether the first row names the columns.
    Header,
    /// Whether the lowest or the highest number of a scale is the best.
    Direction,
    /// Whether equal identifiers mean one person.
    People,
    /// Whether a separator is part of an answer.
    Separator,
    /// Whether markup and codes encode characters.
    Markup,
    /// The scale of a column of ratings, or whether it holds ratings at all.
    Scale,
    /// Whether a column holds answers.
    Text,
    /// The side of the answers.
    Side,
    /// Whether columns of marks are themes of the texts.
    Themes,
}

/// One way to understand the point in doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reading {
    /// The number of header rows.
    HeaderRows(usize),
    /// The column is this rating.
    Rating(RatingColumn),
    /// The column holds answers.
    Text(usize),
    /// The column divides people into groups.
    Segment(usize),
    /// The column stays out.
    LeftOut(usize),
    /// That column identifies the respondent; `None`: each row is a person.
    Respondent(Option<usize>),
    /// The answers are of that side. Not serialised: the worker reads files without their names.
    #[serde(skip)]
    Side(Side),
    /// Cells that a separator inside that column has cut are joined again; `None`: they stay cut.
    Rejoined(Option<usize>),
    /// Markup and codes become the characters that they encode, or stay.
    Plain(bool),
    /// These columns are themes; an empty list leaves them in their roles.
    Themes(Vec<usize>),
}

impl Doubt {
    /// The reading that applies until the user chooses one: for a repair, the one that leaves the source as it is.
    pub fn holds(&self) -> Option<&Reading> {
        match self.kind {
            DoubtKind::Separator | DoubtKind::Markup => self.readings.last(),
            _ => self.readings.first(),
        }
    }
}

impl DoubtKind {
    /// Its name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Direction => "direction",
            Self::People => "people",
            Self::Separator => "separator",
            Self::Markup => "markup",
            Self::Scale => "scale",
            Self::Text => "text",
            Self::Side => "side",
            Self::Themes => "themes",
        }
    }
}

/// The doubts about how a source was read, except those that the user has decided in `wish`.
pub fn of_source(notes: &[Note], wish: &Wish) -> Vec<Doubt> {
    let doubt = |kind, column, readings| Doubt { kind, column, readings };
    let of_note = |note: &Note| match note {
        Note::Torn(torn) if wish.rejoined.is_none() => {
            let readings = vec![Reading::Rejoined(Some(torn.column)), Reading::Rejoined(None)];
            Some(doubt(DoubtKind::Separator, Some(torn.column), readings))
        }
        Note::Markup { .. } if !wish.plain => {
            Some(doubt(DoubtKind::Markup, None, vec![Reading::Plain(true), Reading::Plain(false)]))
        }
        _ => None,
    };
    notes.iter().filter_map(of_note).collect()
}

/// The doubt about the side where the table does not determine it; the assumed side comes first.
pub fn of_side(because: Because, side: Side) -> Option<Doubt> {
    let mut sides = Side::BOTH.to_vec();
    sides.sort_by_key(|other| *other != side);
    let readings = sides.into_iter().map(Reading::Side).collect();
    because.is_unsure().then_some(Doubt { kind: DoubtKind::Side, column: None, readings })
}

/// The doubts about a table under that mapping.
pub fn doubts(table: &Table, mapping: &Mapping) -> Vec<Doubt> {
    let columns = Columns::new(table);
    let of_columns = [people::doubts, text::doubts, themes::doubts];
    let of_ratings = [direction::doubts, scale::doubts];
    let columns = of_columns.into_iter().flat_map(|of| of(&columns, mapping));
    let ratings = of_ratings.into_iter().flat_map(|of| of(table, mapping));
    header::doubt(table).into_iter().chain(columns).chain(ratings).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Scale, ScaleError, ScaleKind};

    #[test]
    fn doubts_come_back_from_a_worker() -> Result<(), ScaleError> {
        let scale = Scale::new(ScaleKind::Csat, 1.0, 5.0)?;
        let rating = |scale| Reading::Rating(RatingColumn { column: 3, scale, meanings: Vec::new() });
        let readings = vec![
            rating(scale),
            rating(scale.turned()),
            Reading::HeaderRows(2),
            Reading::Text(3),
            Reading::Segment(3),
            Reading::LeftOut(3),
            Reading::Respondent(Some(3)),
            Reading::Rejoined(None),
            Reading::Plain(true),
            Reading::Themes(vec![3, 4]),
        ];
        let doubts = vec![Doubt { kind: DoubtKind::Direction, column: Some(3), readings }];
        let sent = serde_json::to_string(&doubts).ok();
        let arrived = sent.and_then(|sent| serde_json::from_str::<Vec<Doubt>>(&sent).ok());
        assert_eq!(arrived, Some(doubts));
        Ok(())
    }
}
