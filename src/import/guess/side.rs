//! Guesses the side of the answers of a table, with the evidence.

use std::collections::BTreeSet;

use crate::import::choices::Segment;
use crate::import::mapping::{Mapping, SideSource};
use crate::import::sides::{self, ColumnSide};
use crate::import::table::Table;
use crate::model::Side;

/// The side of the answers by the evidence of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideGuess {
    /// The likeliest side.
    pub side: Side,
    /// The evidence.
    pub because: Because,
}

/// The evidence for a side, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// A column names the side row by row.
    Column(usize),
    /// The question of that column is one for that side alone.
    Question(usize),
    /// That column identifies people of that side, or holds data that only they have.
    Respondent(usize),
    /// The name of the file or of the sheet.
    Title,
    /// There is evidence for both sides.
    Conflict,
    /// There is no evidence: the user has to choose.
    Nothing,
}

impl Because {
    /// Whether the user has to choose the side.
    pub const fn is_unsure(self) -> bool {
        matches!(self, Self::Conflict | Self::Nothing)
    }
}

/// The side of the answers of a table, by its mapping and the titles of its file and sheet.
pub fn side(table: &Table, mapping: &Mapping, titles: &[String]) -> SideGuess {
    let sides_apart = mapping.texts.iter().find(|text| text.side.is_some()).map(|text| text.column);
    let fixed = match mapping.side {
        SideSource::Column { column, .. } => {
            return SideGuess { side: Side::Client, because: Because::Column(column) };
        }
        SideSource::Fixed(side) => side,
    };
    if let Some(column) = sides_apart {
        return SideGuess { side: fixed, because: Because::Question(column) };
    }
    let evidence = evidence(table, mapping, titles);
    match evidence.first() {
        None => SideGuess { side: Side::Client, because: Because::Nothing },
        Some((side, _)) if evidence.iter().any(|(other, _)| other != side) => {
            SideGuess { side: *side, because: Because::Conflict }
        }
        Some((side, because)) => SideGuess { side: *side, because: *because },
    }
}

/// Sets the side of a mapping by the evidence, where no column names it. Returns the evidence.
pub fn side_by_titles(mapping: &mut Mapping, table: &Table, titles: impl Iterator<Item = String>) -> Because {
    let titles: Vec<String> = titles.collect();
    let guess = side(table, mapping, &titles);
    if let (SideSource::Fixed(side), false) = (&mut mapping.side, guess.because == Because::Nothing) {
        *side = guess.side;
    }
    guess.because
}

/// All evidence for one side, the strongest first.
fn evidence(table: &Table, mapping: &Mapping, titles: &[String]) -> Vec<(Side, Because)> {
    let header = |column: usize| table.headers().get(column).map_or("", String::as_str);
    let questions = mapping.texts.iter().map(|text| text.column);
    // "Staff" and "Personnel" are rated by clients.
    let rated = mapping.ratings.iter().map(|rating| rating.column);
    let questions = questions.chain(rated.filter(|column| !sides::is_of_staff(header(*column))));
    // A closed question may also be for one side; the name of an attribute is no question.
    let closed =
        mapping.segments.iter().flat_map(Segment::columns).filter(|column| header(*column).contains('?'));
    let asked = questions
        .chain(closed)
        .filter_map(|column| Some((sides::of_question(header(column))?, Because::Question(column))));
    // The questions may be in the rows.
    let in_rows = mapping.prompt.into_iter().flat_map(|column| {
        let cells: BTreeSet<&str> = (0..table.rows()).map(|row| table.cell(row, column).trim()).collect();
        let sides: BTreeSet<Side> = cells.into_iter().filter_map(sides::of_question).collect();
        sides.into_iter().map(move |side| (side, Because::Question(column)))
    });
    // Questions without a role count too.
    let used = mapping.columns();
    let unused = (0..table.columns()).filter(|column| !used.contains(column));
    let unused = unused.filter(|column| header(*column).contains('?'));
    let unused =
        unused.filter_map(|column| Some((sides::of_question(header(column))?, Because::Question(column))));
    // Data that only one side has: a last working day, an order. A single hint does not count.
    let kept: Vec<(usize, ColumnSide)> =
        (0..table.columns()).filter_map(|column| Some((column, sides::of_column(header(column))?))).collect();
    let hints: Vec<usize> =
        kept.iter().filter(|(_, kept)| *kept == ColumnSide::Hint).map(|(column, _)| *column).collect();
    let hinted = hints.first().filter(|_| hints.len() > 1);
    let hinted = hinted.map(|column| (Side::Employee, Because::Respondent(*column)));
    let kept = kept.into_iter().filter_map(|(column, kept)| match kept {
        ColumnSide::Of(side) => Some((side, Because::Respondent(column))),
        ColumnSide::Hint => None,
    });
    let people = mapping.respondent.into_iter().chain(mapping.id);
    let of_people =
        people.filter_map(|column| Some((sides::of_people(header(column))?, Because::Respondent(column))));
    // The title of the sheet comes after that of the file and is more specific.
    let titles = titles.iter().rev().filter_map(|title| sides::of_title(title)).take(1);
    asked
        .chain(in_rows)
        .chain(of_people)
        .chain(kept)
        .chain(hinted)
        .chain(unused)
        .chain(titles.map(|side| (side, Because::Title)))
        .collect()
}
