//! Several choices in one cell: "Shop; Phone; Letter".
//!
//! Where commas separate choices, a choice may contain a comma itself: "Web site, app included". One cell cannot show
//! the difference, the whole column can: a part that only ever follows the same beginning, and without which that
//! beginning never occurs, belongs to it. Parts that are always ticked together so become one choice, of the same
//! people. In all other cases the comma separates.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::table::Table;

/// The separator between the choices of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// A line break.
    Line,
    /// `;`, often behind the last choice too.
    Semicolon,
    /// `|`
    Pipe,
    /// `,` outside brackets.
    Comma,
}

impl Between {
    /// All separators, the surest first.
    pub const ALL: [Self; 4] = [Self::Line, Self::Semicolon, Self::Pipe, Self::Comma];

    const fn mark(self) -> char {
        match self {
            Self::Line => '\n',
            Self::Semicolon => ';',
            Self::Pipe => '|',
            Self::Comma => ',',
        }
    }

    /// Its name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Semicolon => "semicolon",
            Self::Pipe => "pipe",
            Self::Comma => "comma",
        }
    }

    /// The starts and ends of the parts of a cell, without the space around them.
    fn parts(self, cell: &str) -> Vec<(usize, usize)> {
        let opens = |c| matches!(c, '(' | '[');
        let closes = |c| matches!(c, ')' | ']');
        // A bracket that does not close protects nothing.
        let is_even = cell.matches(opens).count() == cell.matches(closes).count();
        let guards = self == Self::Comma && is_even;
        let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
        let mut add = |start: usize, end: usize| {
            let part = &cell[start..end];
            let first = start + part.len() - part.trim_start().len();
            let part = part.trim();
            if !part.is_empty() {
                parts.push((first, first + part.len()));
            }
        };
        for (at, c) in cell.char_indices() {
            if guards && opens(c) {
                depth += 1;
            } else if guards && closes(c) {
                depth = depth.saturating_sub(1);
            } else if c == self.mark() && depth == 0 {
                add(start, at);
                start = at + c.len_utf8();
            }
        }
        add(start, cell.len());
        parts
    }
}

/// The division of the cells of a column into choices.
pub(in super::super) struct Parts {
    between: Between,
    /// Parts that continue the one before them.
    tails: BTreeSet<String>,
}

/// The neighbours of a part.
#[derive(Clone, Copy, Default, PartialEq)]
enum Beside<'a> {
    #[default]
    Unseen,
    Only(&'a str),
    Others,
}

impl<'a> Beside<'a> {
    fn see(&mut self, part: Option<&'a str>) {
        *self = match (*self, part) {
            (Self::Unseen, Some(part)) => Self::Only(part),
            (Self::Only(known), Some(part)) if known == part => *self,
            _ => Self::Others,
        };
    }
}

impl Parts {
    /// Learns the division from all cells of a column.
    pub fn learn(table: &Table, column: usize, between: Between) -> Self {
        Self::of_rows(table, column, between, table.rows())
    }

    fn of_rows(table: &Table, column: usize, between: Between, rows: usize) -> Self {
        if between != Between::Comma {
            return Self { between, tails: BTreeSet::new() };
        }
        let mut seen = HashSet::new();
        let (mut beside, mut begins) = (HashMap::<&str, [Beside; 2]>::new(), HashSet::new());
        let (mut small, mut all) = (0, 0);
        let cells = (0..rows).map(|row| table.cell(row, column).trim());
        for cell in cells.filter(|cell| seen.insert(*cell)) {
            let parts: Vec<&str> =
                between.parts(cell).into_iter().map(|(start, end)| &cell[start..end]).collect();
            for (at, part) in parts.iter().enumerate() {
                let [before, after] = beside.entry(part).or_default();
                before.see(at.checked_sub(1).and_then(|at| parts.get(at)).copied());
                after.see(parts.get(at + 1).copied());
            }
            if let Some(first) = parts.first() {
                begins.insert(*first);
                (small, all) = (small + usize::from(starts_small(first)), all + 1);
            }
        }
        // Where choices begin with a capital, a part in lower case that never comes first continues a choice.
        let by_case = small * 10 <= all;
        let is_tail = |part: &str, before: Beside| {
            let inseparable = || {
                matches!(before, Beside::Only(other)
                    if beside.get(other).is_some_and(|[_, after]| *after == Beside::Only(part)))
            };
            !begins.contains(part) && (by_case && starts_small(part) || inseparable())
        };
        let tails = beside.iter().filter(|(part, [before, _])| is_tail(part, *before));
        Self { between, tails: tails.map(|(part, _)| (*part).to_owned()).collect() }
    }

    /// The choices of a cell, in its order.
    pub fn of<'c>(&self, cell: &'c str) -> Vec<&'c str> {
        let mut choices: Vec<(usize, usize)> = Vec::new();
        for (start, end) in self.between.parts(cell) {
            match choices.last_mut() {
                Some(last) if self.tails.contains(&cell[start..end]) => last.1 = end,
                _ => choices.push((start, end)),
            }
        }
        choices.into_iter().map(|(start, end)| &cell[start..end]).collect()
    }

    /// The choices of a column, in the order in which they come.
    pub fn all(&self, table: &Table, column: usize) -> Vec<String> {
        let (mut seen, mut all) = (HashSet::new(), Vec::new());
        let mut cells = HashSet::new();
        for cell in (0..table.rows()).map(|row| table.cell(row, column)).filter(|cell| cells.insert(*cell)) {
            all.extend(self.of(cell).into_iter().filter(|choice| seen.insert(*choice)).map(str::to_owned));
        }
        all
    }
}

fn starts_small(part: &str) -> bool {
    part.chars().next().is_some_and(char::is_lowercase)
}

/// The number of first rows that decide whether all rows are worth reading.
const FIRST: usize = 1000;
/// The most different choices of a question.
const MOST: usize = 40;
/// The most characters of a choice.
const LONGEST: usize = 120;

/// The separator of the choices of a column; `None` if its cells are names, places or sentences rather than choices.
pub(super) fn between(table: &Table, column: usize) -> Option<Between> {
    let lists = |between: &Between| {
        are_choices(table, column, *between, table.rows().min(FIRST))
            && (table.rows() <= FIRST || are_choices(table, column, *between, table.rows()))
    };
    Between::ALL.into_iter().find(lists)
}

/// Counts over the cells of a column.
#[derive(Default)]
struct Lists<'a> {
    filled: usize,
    /// Cells of two choices or more.
    several: usize,
    /// Cells that end with the separator, as some tools write them.
    closed: usize,
    /// The numbers of choices that cells have.
    lengths: BTreeSet<usize>,
    /// How often each choice is ticked.
    ticked: HashMap<&'a str, usize>,
    /// Choices that a cell begins with.
    begins: HashSet<&'a str>,
    /// How often each choice comes behind another.
    behind: HashMap<&'a str, usize>,
    /// Whether a cell has a choice twice.
    repeats: bool,
}

impl<'a> Lists<'a> {
    fn new(table: &'a Table, column: usize, parts: &Parts, rows: usize) -> Self {
        let mut lists = Self::default();
        for cell in (0..rows).map(|row| table.cell(row, column).trim()) {
            let choices = parts.of(cell);
            let Some(first) = choices.first() else { continue };
            lists.begins.insert(*first);
            lists.filled += 1;
            lists.several += usize::from(choices.len() > 1);
            lists.closed += usize::from(cell.ends_with(parts.between.mark()));
            lists.lengths.insert(choices.len());
            for (at, choice) in choices.iter().enumerate() {
                *lists.ticked.entry(choice).or_default() += 1;
                lists.repeats |= choices[..at].contains(choice);
                *lists.behind.entry(choice).or_default() += usize::from(at > 0);
            }
        }
        lists
    }
}

/// The percentage of ticks on choices for which `is_such` holds.
fn share(ticks: &HashMap<&str, usize>, is_such: impl Fn(&str, usize) -> bool) -> usize {
    let all: usize = ticks.values().sum();
    let such = ticks.iter().filter(|(choice, count)| is_such(choice, **count));
    such.map(|(_, count)| count).sum::<usize>() * 100 / all.max(1)
}

/// Whether parts are choices: few different ones, repeated often, in lists of various lengths, each possibly the first.
///
/// A family name and a first name, or a city and its country, make lists of one length with fixed places; numbers are
/// no choices; parts of sentences are hardly repeated.
fn are_choices(table: &Table, column: usize, between: Between, rows: usize) -> bool {
    let lists = |row: usize| table.cell(row, column).contains(between.mark());
    if (0..rows).filter(|row| lists(*row)).nth(1).is_none() {
        return false;
    }
    let parts = Parts::of_rows(table, column, between, rows);
    let found = Lists::new(table, column, &parts, rows);
    let closed = found.closed * 10 >= found.filled * 9;
    let ticks: usize = found.ticked.values().sum();
    let words = |choice: &str| choice.chars().any(char::is_alphabetic);
    // A free text beside the choices occurs once, and may be long.
    let shared = found.ticked.values().filter(|count| **count > 1).count();
    let few = (2..=MOST).contains(&shared)
        && ticks >= 2 * found.ticked.len()
        && share(&found.ticked, |choice, _| choice.chars().count() <= LONGEST) >= 90
        && share(&found.ticked, |_, count| count > 1) >= 80
        && share(&found.ticked, |choice, _| words(choice)) > 50;
    let free = found.lengths.len() > 1
        && !(found.repeats && between == Between::Comma)
        // Half of the choices behind another must also begin lists, unlike the parts of names and places.
        && (share(&found.behind, |choice, _| found.begins.contains(choice)) >= 50
            || found.lengths.len() > 2 && found.several * 5 >= found.filled);
    few && found.several >= 2 && found.several * 100 >= 3 * found.filled && (closed || free)
}
