//! Guesses the role of each column, by its name and by its cells.

pub(super) mod columns;
mod dates;
pub(super) mod house;
pub(super) mod names;
mod people;
mod rated;
mod segments;
mod side;
mod texts;
mod title;

use std::collections::BTreeMap;

use super::mapping::{Mapping, SideSource, TextColumn};
use super::table::Table;
use super::vocabulary::Role;
use super::{prompts, sides, themes};
use crate::model::Side;
use columns::Columns;

pub use side::{Because, SideGuess, side, side_by_titles};

/// The likeliest mapping of a table.
///
/// A whole header that names a role wins over a word inside a longer one, and either counts only if the cells suit the
/// role. Attributes become segments only where they divide the rows into few groups. Stage, valence, effort and coder
/// need a moment beside them.
pub fn mapping(table: &Table) -> Mapping {
    let mut columns = Columns::new(table);
    // Questions over several columns come before single columns, which are less certain; themes come first of all,
    // because they may be ticked like the choices of a question.
    let is_coded = columns.names(Role::Moment);
    let themes = themes::themes(table).filter(|themes| themes.sure && !is_coded);
    let themes = themes.map(|themes| columns.take_all(themes.columns)).unwrap_or_default();
    let mut questions = columns.questions();
    let sides = columns.side();
    let moment = columns.find(Role::Moment).or_else(|| columns.stage_as_moment());
    let coder_of_themes = if themes.is_empty() { None } else { columns.find(Role::Coder) };
    let mut beside_moment = |role| moment.and_then(|_| columns.find(role));
    let stage = beside_moment(Role::Stage);
    let valence = beside_moment(Role::Valence);
    let effort = beside_moment(Role::Effort);
    let coder = beside_moment(Role::Coder).or(coder_of_themes);
    let (id, respondent) = people::find(&mut columns, moment.is_some());
    let wave = columns.find(Role::Wave);
    let prompt = columns.find(Role::Prompt).or_else(|| columns.asked_in_rows());
    let ratings = columns.ratings();
    let date = columns.date();
    questions.extend(columns.lists());
    let texts = columns.texts();
    let mut texts: Vec<TextColumn> = texts.iter().map(|column| text_column(table, *column)).collect();
    columns.titles(&mut texts);
    let segments = columns.segments(questions, moment.is_some());
    let mut mapping = Mapping {
        texts,
        side: SideSource::Fixed(Side::Client),
        id,
        respondent,
        wave,
        wave_by: None,
        wave_fixed: None,
        date,
        ratings,
        stage,
        moment,
        valence,
        effort,
        coder,
        themes,
        prompt,
        segments,
        scope: None,
    };
    if let Some(column) = sides {
        mapping.side = SideSource::Column { column, values: BTreeMap::new() };
    } else {
        divide_texts(table, &mut mapping.texts);
        mapping.side = SideSource::Fixed(side(table, &mapping, &[]).side);
    }
    mapping
}

/// A text column with the prompt of its header, or else the opposite of its twin's.
pub fn text_column(table: &Table, column: usize) -> TextColumn {
    let prompt = prompts::of_column(table.headers(), column);
    TextColumn { column, prompt, side: None, title: None }
}

/// Gives each text its own side, where some are clearly of clients and others of employees.
fn divide_texts(table: &Table, texts: &mut [TextColumn]) {
    let asked =
        |text: &TextColumn| table.headers().get(text.column).and_then(|header| sides::asked_plainly(header));
    let asked: Vec<Option<Side>> = texts.iter().map(asked).collect();
    if Side::BOTH.iter().all(|side| asked.contains(&Some(*side))) {
        for (text, side) in texts.iter_mut().zip(asked) {
            text.side = side;
        }
    }
}
