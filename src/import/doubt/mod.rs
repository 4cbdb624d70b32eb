//! What may be understood in more than one way: each doubt with all its readings, the likeliest first.
//!
//! A doubt says what the page has guessed and could not be sure of. The user settles it by choosing a reading; until
//! then the first one holds, in sight. Repairs of the source are offered and not made: there, the first one is the repair.

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

/// Something about a table that may be meant in more than one way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// What is in doubt.
    pub kind: DoubtKind,
    /// The column that it is about; none if it is about the whole table.
    pub column: Option<usize>,
    /// What it may mean: at least two, the one that holds first.
    pub readings: Vec<Reading>,
}

/// What is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DoubtKind {
    /// Whether the first row names the columns.
    Header,
    /// Whether the lowest or the highest number of a scale is the best.
    Direction,
    /// Whether equal identifiers are one person.
    People,
    /// Whether a separator stands inside an answer.
    Separator,
    /// Whether markup and codes stand for characters.
    Markup,
    /// Which scale a column of ratings is on, or whether it is one.
    Scale,
    /// Whether a column holds answers.
    Text,
    /// Whose answers they are.
    Side,
    /// Whether columns of marks are themes that somebody has put on the texts.
    Themes,
}

/// One way to understand what is in doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reading {
    /// So many rows name the columns.
    HeaderRows(usize),
    /// The column is a rating, so.
    Rating(RatingColumn),
    /// The column holds answers.
    Text(usize),
    /// The column divides people into groups.
    Segment(usize),
    /// The column stays out.
    LeftOut(usize),
    /// That column says who answered; none: each row is a person.
    Respondent(Option<usize>),
    /// These are the answers of. Who reads a file does not say it: its name does.
    #[serde(skip)]
    Side(Side),
    /// Cells that were cut inside that column are joined again, or not.
    Rejoined(Option<usize>),
    /// Markup and codes become what they stand for, or not.
    Plain(bool),
    /// The columns are themes; none: they stay what they are taken for.
    Themes(Vec<usize>),
}

impl Doubt {
    /// The reading that holds until the user chooses one: a repair is not made unasked.
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

/// What is in doubt about how a source was read, until the user has said how.
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

/// What is in doubt where nothing says whose answers they are; the side that is taken stands first.
pub fn of_side(because: Because, side: Side) -> Option<Doubt> {
    let mut sides = Side::BOTH.to_vec();
    sides.sort_by_key(|other| *other != side);
    let readings = sides.into_iter().map(Reading::Side).collect();
    because.is_unsure().then_some(Doubt { kind: DoubtKind::Side, column: None, readings })
}

/// What is in doubt about a table that is understood so.
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
