//! Whose answers a table holds, and what says so.

use std::collections::BTreeSet;

use crate::import::choices::Segment;
use crate::import::mapping::{Mapping, SideSource};
use crate::import::sides::{self, Kept};
use crate::import::table::Table;
use crate::model::Side;

/// Whose answers these are, as far as the table tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideGuess {
    /// The likeliest side.
    pub side: Side,
    /// What says so.
    pub because: Because,
}

/// What says whose answers they are, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// A column says it row by row.
    Column(usize),
    /// The question of that column is asked of that side alone.
    Question(usize),
    /// That column tells people of that side apart, or is kept of them alone.
    Respondent(usize),
    /// The name of the file or of the sheet.
    Title,
    /// One thing says clients and another says employees.
    Conflict,
    /// Nothing: the user has to say it.
    Nothing,
}

impl Because {
    /// Whether the user has to say whose answers they are.
    pub const fn is_unsure(self) -> bool {
        matches!(self, Self::Conflict | Self::Nothing)
    }
}

/// Whose answers a table holds that is understood so and came under these titles.
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

/// Takes the side from what says it, where no column does. Returns what says it.
pub fn side_by_titles(mapping: &mut Mapping, table: &Table, titles: impl Iterator<Item = String>) -> Because {
    let titles: Vec<String> = titles.collect();
    let guess = side(table, mapping, &titles);
    if let (SideSource::Fixed(side), false) = (&mut mapping.side, guess.because == Because::Nothing) {
        *side = guess.side;
    }
    guess.because
}

/// Everything that speaks of one side, the strongest first.
fn evidence(table: &Table, mapping: &Mapping, titles: &[String]) -> Vec<(Side, Because)> {
    let header = |column: usize| table.headers().get(column).map_or("", String::as_str);
    let questions = mapping.texts.iter().map(|text| text.column);
    // "Staff" and "Personnel" are what clients rate.
    let rated = mapping.ratings.iter().map(|rating| rating.column);
    let questions = questions.chain(rated.filter(|column| !sides::is_of_staff(header(*column))));
    // A closed question is asked of one side as well; the name of an attribute is no question.
    let closed =
        mapping.segments.iter().flat_map(Segment::columns).filter(|column| header(*column).contains('?'));
    let asked = questions
        .chain(closed)
        .filter_map(|column| Some((sides::of_question(header(column))?, Because::Question(column))));
    // The questions may stand in the rows.
    let in_rows = mapping.prompt.into_iter().flat_map(|column| {
        let cells: BTreeSet<&str> = (0..table.rows()).map(|row| table.cell(row, column).trim()).collect();
        let sides: BTreeSet<Side> = cells.into_iter().filter_map(sides::of_question).collect();
        sides.into_iter().map(move |side| (side, Because::Question(column)))
    });
    // A closed question that nothing is made of was asked as well; so were the answers beside it.
    let used = mapping.columns();
    let unused = (0..table.columns()).filter(|column| !used.contains(column));
    let unused = unused.filter(|column| header(*column).contains('?'));
    let unused =
        unused.filter_map(|column| Some((sides::of_question(header(column))?, Because::Question(column))));
    // What is kept of one side alone: a last working day, an order. One hint is none.
    let kept: Vec<(usize, Kept)> =
        (0..table.columns()).filter_map(|column| Some((column, sides::of_column(header(column))?))).collect();
    let hints: Vec<usize> =
        kept.iter().filter(|(_, kept)| *kept == Kept::Hint).map(|(column, _)| *column).collect();
    let hinted = hints.first().filter(|_| hints.len() > 1);
    let hinted = hinted.map(|column| (Side::Employee, Because::Respondent(*column)));
    let kept = kept.into_iter().filter_map(|(column, kept)| match kept {
        Kept::Of(side) => Some((side, Because::Respondent(column))),
        Kept::Hint => None,
    });
    let people = mapping.respondent.into_iter().chain(mapping.id);
    let told =
        people.filter_map(|column| Some((sides::of_people(header(column))?, Because::Respondent(column))));
    // The sheet comes after the file and says more.
    let titles = titles.iter().rev().filter_map(|title| sides::of_title(title)).take(1);
    asked
        .chain(in_rows)
        .chain(told)
        .chain(kept)
        .chain(hinted)
        .chain(unused)
        .chain(titles.map(|side| (side, Because::Title)))
        .collect()
}
