//! JSON → [`Grid`]: arrays of objects, JSON Lines, and the exports of doccano and Label Studio.
//!
//! Reading passes over the text twice, once for the names of the columns and once for the cells, and never builds a
//! tree of it: only one element at a time is taken apart.

use serde::{Deserialize, Serialize};

mod columns;
mod doccano;
mod elements;
mod flat;
mod label_studio;
mod nan;
mod raw;
mod rows;
mod short;

use super::grid::{Grid, GridError};
use columns::Columns;
use elements::Elements;
use rows::{Header, Reader, Tally};
pub(super) use short::{Marks, marks};

/// The shape of a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// An array of objects, of rows or of texts; by itself or as the only one inside an object.
    Objects,
    /// One value per line.
    Lines,
    /// Texts with the labels that were put on them in doccano. The grid is a coded table.
    Doccano,
    /// Tasks with annotations of Label Studio. The grid is a coded table; for the short export it is a table of
    /// annotations, which later becomes a coded table like that of the CSV.
    LabelStudio,
}

/// A grid and the shape of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The first row names the columns, and every other row is as wide. Rows have the number of their element or line,
    /// from 2; those of a coded table are numbered consecutively, because a text has a row per coding. The first array
    /// of an array of arrays is row 1 if it names the columns.
    pub grid: Grid,
    /// The shape of the text.
    pub shape: Shape,
    /// The parts of the source that are not in the grid.
    pub notes: Vec<Note>,
}

/// A part of the source that is not in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// Elements or lines that are no JSON.
    Broken {
        /// Their number.
        count: usize,
        /// Number of the first one, as an element or as a line, from 1.
        first: usize,
    },
    /// Elements without any value, such as `null` and `{}`.
    Blank {
        /// Their number.
        count: usize,
    },
    /// Values beside the array that was read.
    Beside {
        /// Their number.
        count: usize,
    },
    /// Annotations that their coder cancelled.
    Cancelled {
        /// Their number.
        count: usize,
    },
    /// `NaN`, `Infinity` and `-Infinity`: read as empty.
    NoNumbers {
        /// Their number.
        count: usize,
    },
    /// Results of annotations other than choices and labels, and predictions of a program.
    UnreadResults {
        /// Their number.
        count: usize,
    },
}

/// Why a JSON text gives no grid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum JsonError {
    /// The text is no JSON from there on.
    #[error("no JSON at line {line}, column {column}")]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1, in bytes.
        column: usize,
    },
    /// An object with more than one array that may hold the rows.
    #[error("several arrays: {names:?}")]
    SeveralArrays {
        /// Their names.
        names: Vec<String>,
    },
    /// No row: the text is a single plain value, or no element has a value.
    #[error("no row")]
    NoRow,
    /// More than a grid holds.
    #[error(transparent)]
    Grid(#[from] GridError),
}

/// Whether a text is JSON with rows rather than a text in brackets. A truncated one counts too.
///
/// ```
/// use reflet::import::json::is_json;
/// assert!(is_json("[{\"avis\": \"Bien\"}]") && is_json("{\"avis\": \"Bien\"}\n{\"avis\": \"Long\"}"));
/// assert!(!is_json("[sic] Bien") && !is_json("[1] Bien\n[2] Long"));
/// ```
pub fn is_json(text: &str) -> bool {
    elements::is_json(&nan::standard(text).0)
}

/// Whether a text that begins so may be JSON.
pub(super) fn may_begin(start: &str) -> bool {
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.is_empty() || start.starts_with(['[', '{'])
}

/// Reads a JSON text.
///
/// Keys inside an object follow its own, `a.b`; items of an array share a cell, `a; b`; values nested deeper than any
/// survey stay as written. Numbers and `true` stay as written; `null` is empty, and so are `NaN` and `Infinity`, which
/// are no JSON.
///
/// # Errors
/// If the text is no JSON, holds no row, or holds more than a grid can.
pub fn read(text: &str) -> Result<Opened, JsonError> {
    let (text, no_numbers) = nan::standard(text);
    let (elements, beside) = Elements::of(&text)?;
    let reader = Reader::of(&elements)?;
    let mut columns = Columns::default();
    elements.each(|number, element| {
        reader.rows(number, element, &mut Tally::default(), |row| columns.meet(&row))
    })?;
    if columns.is_empty() {
        return Err(JsonError::NoRow);
    }
    let mut tally = Tally::default();
    let mut grid = Grid::default();
    if let Some(header) = columns.header(reader.header()) {
        grid.push(1, header)?;
    }
    let mut rows = 1;
    elements.each(|number, element| {
        reader.rows(number, element, &mut tally, |row| {
            rows += 1;
            let own = if reader.header() == Header::InSource { number } else { number + 1 };
            let number = if reader.is_coded() { rows } else { own };
            Ok(grid.push(number, columns.cells(row))?)
        })
    })?;
    let mut notes = tally.notes(beside);
    notes.extend((no_numbers > 0).then_some(Note::NoNumbers { count: no_numbers }));
    Ok(Opened { grid, shape: reader.shape(), notes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_without_grid_give_a_reason() {
        let several = r#"{"a":[{"x":1}],"b":[{"y":1}],"c":[1]}"#;
        let names = vec!["a".to_owned(), "b".to_owned()];
        for (text, error) in [
            ("", JsonError::Syntax { line: 1, column: 0 }),
            ("[{\"a\":1},\n{\"a\":", JsonError::Syntax { line: 2, column: 5 }),
            ("[{\"a\":1}] et plus", JsonError::Syntax { line: 1, column: 11 }),
            (several, JsonError::SeveralArrays { names }),
            ("[]", JsonError::NoRow),
            ("[null, {}, \"\"]", JsonError::NoRow),
            ("3", JsonError::NoRow),
        ] {
            assert_eq!(read(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn texts_in_brackets_are_no_json() {
        for text in
            ["", "Bien", "[sic] Bien", "{prénom} était là", "[1] Bien\n[2] Long", "{\"a\":1,}", "[Bien]"]
        {
            assert!(!is_json(text), "{text:?}");
        }
        for text in
            ["[]", " [1]", "\u{feff}{\"a\":1}", "{\"a\":1}\nbroken", "[[1]]", "[1]\n[2]", "[{\"a\":1},{\"b"]
        {
            assert!(is_json(text), "{text:?}");
        }
    }

    #[test]
    fn nesting_without_end_needs_no_deep_stack() -> Result<(), JsonError> {
        let depth = 20_000;
        let arrays = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        let objects = format!("[{}1{}]", "{\"a\":".repeat(depth), "}".repeat(depth));
        for text in [arrays, objects] {
            let grid = read(&text)?.grid;
            assert_eq!((grid.rows(), grid.columns()), (2, 1));
            assert!(grid.cell(1, 0).len() > depth, "what is deeper stays as it is written");
        }
        Ok(())
    }
}
