//! One column per choice: "Which channels? [Shop]", "Which channels? [Phone]".

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::super::header;
use super::super::matching::{fold, mentions};
use super::super::profile::is_numeric;
use super::super::table::Table;
use super::{Choice, Segment};

/// The most choices of one question.
const MOST: usize = 60;

/// Whether a cell means that the choice was ticked; `None` if it means neither.
pub(in super::super) fn is_ticked(cell: &str, choice: &str) -> Option<bool> {
    let folded = fold(cell);
    let own = || !folded.is_empty() && folded == fold(choice);
    tick(cell.trim(), &folded).or_else(|| own().then_some(true))
}

/// The meaning of a cell for any choice: ticked, not ticked, or neither.
fn tick(cell: &str, folded: &str) -> Option<bool> {
    #[rustfmt::skip]
    const YES: [&str; 15] = [
        "oui", "o", "yes", "y", "1", "x", "vrai", "v", "true", "t", "checked", "selected", "coche", "cochee",
        "selectionne",
    ];
    #[rustfmt::skip]
    const NO: [&str; 14] = [
        "non", "n", "no", "0", "faux", "f", "false", "unchecked", "not selected", "not checked", "decoche",
        "non coche", "non selectionne", "unselected",
    ];
    match cell {
        "" | "-" | "☐" => Some(false),
        "✓" | "✔" | "✔️" | "☑" | "☒" | "✅" | "×" => Some(true),
        _ if YES.contains(&folded) => Some(true),
        _ if NO.contains(&folded) => Some(false),
        _ => None,
    }
}

/// The notation of a column of ticks.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ticks {
    Nothing,
    /// Words or marks for ticked and not ticked.
    Words,
    /// One text alone, folded: that of the choice itself.
    Own(String),
}

impl Ticks {
    /// The notation of a column; `None` if a cell is neither kind of mark.
    fn of(table: &Table, column: usize) -> Option<Self> {
        let (mut found, mut last) = (Self::Nothing, "");
        for cell in (0..table.rows()).map(|row| table.cell(row, column).trim()) {
            if cell.is_empty() || cell == last {
                continue;
            }
            last = cell;
            let folded = fold(cell);
            let this = if tick(cell, &folded).is_some() { Self::Words } else { Self::Own(folded) };
            match found {
                Self::Nothing => found = this,
                _ if found == this => {}
                _ => return None,
            }
        }
        Some(found)
    }

    fn may_be_of(&self, choice: &str) -> bool {
        match self {
            Self::Own(text) => !text.is_empty() && fold(choice) == *text,
            _ => true,
        }
    }
}

/// The possible divisions of a header into question and choice, one for each separator between them.
fn divided(header: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (open, close) in [('[', ']'), ('(', ')')] {
        let inside = header.trim_end().strip_suffix(close).and_then(|rest| rest.rsplit_once(open));
        found.extend(inside);
    }
    for (at, mark) in header.char_indices() {
        let (stem, choice) = (&header[..at], &header[at + mark.len_utf8()..]);
        let spaced = stem.ends_with(char::is_whitespace) && choice.starts_with(char::is_whitespace);
        let joined = !stem.ends_with(char::is_whitespace) && !choice.starts_with(char::is_whitespace);
        let divides = match mark {
            ':' | '/' | '>' | '|' | '=' | '?' => true,
            '-' | '–' | '—' => spaced,
            '.' | '_' => joined,
            _ => false,
        };
        if divides {
            // A question keeps its own mark.
            found.push((if mark == '?' { &header[..=at] } else { stem }, choice));
        }
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '/' | '>' | '|' | '=');
    let trimmed = found.into_iter().map(|(stem, choice)| {
        (without_code(stem.trim()).trim_end_matches(ends), choice.trim_start_matches(ends).trim_end())
    });
    let has_letters = |text: &str| text.chars().any(char::is_alphanumeric);
    trimmed.filter(|(stem, choice)| stem.chars().any(char::is_alphabetic) && has_letters(choice)).collect()
}

/// `Q2[SQ001]. Which channels?`: the code before a question differs from choice to choice.
fn without_code(stem: &str) -> &str {
    match stem.split_once("]. ") {
        Some((code, rest)) if code.contains('[') && !code.contains(char::is_whitespace) => rest.trim_start(),
        _ => stem,
    }
}

/// For each column, the possible divisions of its headers into question and choice.
fn headers(table: &Table) -> Vec<Vec<(String, String)>> {
    let owned = |(stem, choice): (&str, &str)| (stem.to_owned(), choice.to_owned());
    let layout = table.layout();
    if layout.header_rows < 2 {
        return table
            .headers()
            .iter()
            .map(|header| divided(header).into_iter().map(owned).collect())
            .collect();
    }
    let (grid, top) = (table.grid(), layout.skipped);
    let mut rows = (top + 1..top + layout.header_rows).rev();
    let names_choices =
        |row: &usize| !(0..table.columns()).any(|column| header::is_identifier(grid.cell(*row, column)));
    let Some(last) = rows.find(names_choices) else { return vec![Vec::new(); table.columns()] };
    let mut title = "";
    (0..table.columns())
        .map(|column| {
            // The title of a group is above its first column alone.
            let (above, choice) = (grid.cell(top, column).trim(), grid.cell(last, column).trim());
            // The group ends where the next question begins.
            let is_question = above.is_empty() && choice.ends_with('?');
            if !above.is_empty() || choice.is_empty() || is_question {
                title = above;
            }
            let grouped = (!title.is_empty() && !choice.is_empty()).then_some((title, choice));
            grouped.into_iter().chain(divided(choice)).map(owned).collect()
        })
        .collect()
}

/// The title of the group of a column, which is above the first column of the group, in two or more rows of headers;
/// empty without a group.
pub(in super::super) fn title(table: &Table, column: usize) -> &str {
    let layout = table.layout();
    if layout.header_rows < 2 {
        return "";
    }
    let (grid, top) = (table.grid(), layout.skipped);
    let last = top + layout.header_rows - 1;
    for at in (0..=column).rev() {
        let above = grid.cell(top, at).trim();
        if !above.is_empty() {
            return above;
        }
        let own = grid.cell(last, at).trim();
        if own.is_empty() || own.ends_with('?') {
            break;
        }
    }
    ""
}

/// The question without the hint that a survey tool adds.
fn without_addition(question: &str) -> &str {
    let additions = [" - Selected Choice", " - Choix sélectionné", " - Choix sélectionnés"];
    additions.into_iter().find_map(|addition| question.strip_suffix(addition)).unwrap_or(question)
}

/// The questions whose choices are columns of ticks.
pub(in super::super) fn over_columns(table: &Table) -> Vec<Segment> {
    let headers = headers(table);
    let mut ticks: BTreeMap<usize, Option<Ticks>> = BTreeMap::new();
    let mut by_question: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for (column, divisions) in headers.iter().enumerate() {
        if divisions.is_empty() {
            continue;
        }
        let Some(held) = ticks.entry(column).or_insert_with(|| Ticks::of(table, column)) else { continue };
        for (question, choice) in divisions.iter().filter(|(_, choice)| held.may_be_of(choice)) {
            let choices = by_question.entry(question).or_default();
            if choices.last().is_none_or(|(last, _)| *last != column) {
                choices.push((column, choice));
            }
        }
    }
    let has_ticks = |column: usize| ticks.get(&column).is_some_and(|held| *held != Some(Ticks::Nothing));
    let mut candidates: Vec<(&str, Vec<(usize, &str)>)> = by_question.into_iter().collect();
    candidates.sort_by_key(|(question, choices)| (Reverse(choices.len()), Reverse(question.len())));
    let (mut taken, mut found) = (BTreeSet::new(), Vec::new());
    for (question, mut choices) in candidates {
        choices.retain(|(column, _)| !taken.contains(column));
        let names: BTreeSet<&str> = choices.iter().map(|(_, name)| *name).collect();
        let filled = choices.iter().filter(|(column, _)| has_ticks(*column)).count();
        if filled < 2 || names.len() < choices.len() || choices.len() > MOST {
            continue;
        }
        taken.extend(choices.iter().map(|(column, _)| *column));
        let choices = choices.into_iter().map(|(column, name)| Choice { column, name: name.to_owned() });
        found.push(Segment::Columns { name: name(table, question), choices: choices.collect() });
    }
    found
}

/// A name for the question that no column has.
fn name(table: &Table, question: &str) -> String {
    let name = without_addition(question);
    if table.names().iter().any(|other| other == name) { format!("{name} (2)") } else { name.to_owned() }
}

/// The columns of free text beside the choices: "Other, please specify".
pub(in super::super) fn precisions(table: &Table, questions: &[Segment]) -> Vec<usize> {
    let taken: BTreeSet<usize> = questions.iter().flat_map(Segment::columns).collect();
    let asked = |question: &str| {
        let name = name(table, question);
        questions.iter().any(|known| matches!(known, Segment::Columns { .. }) && known.name(table) == name)
    };
    let adds = |(question, choice): &(String, String)| {
        let folded = fold(choice);
        let words = ["autre", "autres", "other", "preciser", "precisez", "specify", "texte", "text"];
        words.iter().any(|word| mentions(&folded, word)) && asked(question)
    };
    let headers = headers(table);
    let free = (0..table.columns()).filter(|column| !taken.contains(column));
    free.filter(|column| headers[*column].iter().any(adds) && holds_words(table, *column)).collect()
}

fn holds_words(table: &Table, column: usize) -> bool {
    let mut cells =
        (0..table.rows()).map(|row| table.cell(row, column).trim()).filter(|cell| !cell.is_empty());
    cells.any(|cell| !is_numeric(cell) && tick(cell, &fold(cell)).is_none())
}
