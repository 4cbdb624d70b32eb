//! Questions where several answers may be ticked: one attribute of several values.
//!
//! Survey tools write them as one column per choice ([`columns`]) or all ticked choices in one cell ([`cells`]).

mod cells;
mod columns;

use std::collections::BTreeSet;

use super::table::Table;

pub use cells::Between;
pub(super) use cells::Parts;
pub(super) use columns::{is_ticked, over_columns, precisions, title};

/// An attribute, and the columns that hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// One column, whose cells are the values.
    Column(usize),
    /// One column whose cells list the ticked choices.
    Cells {
        /// The column.
        column: usize,
        /// The separator between two choices.
        between: Between,
    },
    /// The columns of one question, one per choice.
    Columns {
        /// The question, which all their headers begin with.
        name: String,
        /// The choices, in the order of the table.
        choices: Vec<Choice>,
    },
}

/// A column of ticks for one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The column.
    pub column: usize,
    /// The name of the choice.
    pub name: String,
}

impl Segment {
    /// The columns of the attribute.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        let (one, several) = match self {
            Self::Column(column) | Self::Cells { column, .. } => (Some(*column), [].as_slice()),
            Self::Columns { choices, .. } => (None, choices.as_slice()),
        };
        one.into_iter().chain(several.iter().map(|choice| choice.column))
    }

    /// The name of the attribute.
    pub fn name<'a>(&'a self, table: &'a Table) -> &'a str {
        match self {
            Self::Column(column) | Self::Cells { column, .. } => {
                table.names().get(*column).map_or("", String::as_str)
            }
            Self::Columns { name, .. } => name,
        }
    }

    /// The choices that people could tick, in the order of the table; empty for a column whose cells are taken as
    /// written.
    pub fn choices(&self, table: &Table) -> Vec<String> {
        match self {
            Self::Column(_) => Vec::new(),
            Self::Cells { column, between } => Parts::learn(table, *column, *between).all(table, *column),
            Self::Columns { choices, .. } => choices.iter().map(|choice| choice.name.clone()).collect(),
        }
    }

    fn shares(&self, other: &Self) -> bool {
        self.columns().any(|column| other.columns().any(|one| one == column))
    }
}

/// The questions of several choices, by their first columns: those over columns, and those in the cells of one column
/// for which `may_list` holds.
pub fn questions(table: &Table, may_list: impl Fn(usize) -> bool) -> Vec<Segment> {
    let mut found = over_columns(table);
    let taken: BTreeSet<usize> = found.iter().flat_map(Segment::columns).collect();
    let rest = (0..table.columns()).filter(|column| may_list(*column) && !taken.contains(column));
    found.extend(rest.filter_map(|column| in_cells(table, column)));
    in_order(&mut found);
    found
}

/// The question of several choices in the cells of one column, if there is one.
pub(super) fn in_cells(table: &Table, column: usize) -> Option<Segment> {
    cells::between(table, column).map(|between| Segment::Cells { column, between })
}

/// The segments for a new choice of columns: groups stay, without the columns that are no longer chosen, and a new
/// column joins its question.
pub fn chosen(current: &[Segment], questions: &[Segment], columns: &[usize]) -> Vec<Segment> {
    let mut segments = Vec::new();
    for segment in current {
        match segment {
            Segment::Columns { name, choices } => {
                let mut choices = choices.clone();
                choices.retain(|choice| columns.contains(&choice.column));
                if !choices.is_empty() {
                    segments.push(Segment::Columns { name: name.clone(), choices });
                }
            }
            Segment::Column(column) | Segment::Cells { column, .. } => {
                segments.extend(columns.contains(column).then(|| segment.clone()));
            }
        }
    }
    for column in columns {
        if !segments.iter().any(|segment| segment.columns().any(|taken| taken == *column)) {
            join(&mut segments, questions, *column);
        }
    }
    in_order(&mut segments);
    segments
}

fn join(segments: &mut Vec<Segment>, questions: &[Segment], column: usize) {
    let question = questions.iter().find(|question| question.columns().any(|one| one == column));
    let Some(Segment::Columns { name, choices }) = question else {
        segments.push(question.cloned().unwrap_or(Segment::Column(column)));
        return;
    };
    let choice = choices.iter().filter(|choice| choice.column == column).cloned();
    let grouped = segments.iter_mut().find_map(|segment| match segment {
        Segment::Columns { name: other, choices } if other == name => Some(choices),
        _ => None,
    });
    match grouped {
        Some(others) => {
            others.extend(choice);
            others.sort_by_key(|choice| choice.column);
        }
        None => segments.push(Segment::Columns { name: name.clone(), choices: choice.collect() }),
    }
}

/// The segment that treats a question, or a part of it, as several choices; `None` where its columns are taken as
/// written.
pub fn of_question<'s>(segments: &'s [Segment], question: &Segment) -> Option<&'s Segment> {
    segments.iter().find(|segment| !matches!(segment, Segment::Column(_)) && segment.shares(question))
}

/// The segments with the columns of a question taken as written, or else as several choices.
pub fn turned(current: &[Segment], question: &Segment, written: bool) -> Vec<Segment> {
    let (of_it, mut rest): (Vec<Segment>, Vec<Segment>) =
        current.iter().cloned().partition(|segment| segment.shares(question));
    for column in of_it.iter().flat_map(Segment::columns) {
        if written {
            rest.push(Segment::Column(column));
        } else {
            join(&mut rest, std::slice::from_ref(question), column);
        }
    }
    in_order(&mut rest);
    rest
}

/// Sorts segments by their first columns.
pub(super) fn in_order(segments: &mut [Segment]) {
    segments.sort_by_key(|segment| segment.columns().next());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_joins_its_question_and_leaves_it() {
        let choice = |column| Choice { column, name: column.to_string() };
        let group = |columns: &[usize]| Segment::Columns {
            name: "Canal".to_owned(),
            choices: columns.iter().copied().map(choice).collect(),
        };
        let questions = [group(&[1, 2, 4]), Segment::Cells { column: 3, between: Between::Semicolon }];
        let one = chosen(&[], &questions, &[2, 0, 3]);
        assert_eq!(one, [Segment::Column(0), group(&[2]), questions[1].clone()]);
        assert_eq!(chosen(&one, &questions, &[1, 2, 4]), [group(&[1, 2, 4])]);
        assert_eq!(chosen(&[group(&[1, 2, 4])], &questions, &[1, 4]), [group(&[1, 4])]);
        // A question taken as written stays so, and can be turned back.
        let written = turned(&one, &questions[0], true);
        assert_eq!(written, [Segment::Column(0), Segment::Column(2), questions[1].clone()]);
        assert_eq!(of_question(&written, &questions[0]), None);
        assert_eq!(chosen(&written, &questions, &[0, 2, 3]), written);
        assert_eq!(turned(&written, &questions[0], false), one);
        assert_eq!(of_question(&one, &questions[0]), Some(&group(&[2])));
    }
}
