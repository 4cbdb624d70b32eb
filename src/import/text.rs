//! Text → [`Table`]: the text of a decoded file or of a paste.

use std::sync::Arc;

use reflet_grid::{Progress, Separator, Text, cut};

use super::grid::{Grid, GridError};
use super::layout::Layout;
use super::markup;
use super::repair;
use super::separator;
use super::table::{Note, Table};
use super::torn;

/// The user's choices; the rest is guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The separator between the cells.
    pub separator: Option<Separator>,
    /// The number of rows at the top that are no part of the table.
    pub skipped: Option<usize>,
    /// The number of header rows below them, 0…3; their cells are joined per column.
    pub header_rows: Option<usize>,
    /// Whether characters that another program has misread are put right.
    pub repaired: bool,
    /// The column whose torn texts are joined again.
    pub rejoined: Option<usize>,
}

/// How a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The separator between the cells.
    pub separator: Separator,
    /// Whether the text declares the separator itself, in a first line `sep=;`, which is no row.
    pub declared: bool,
    /// The number of rows at the top that are no part of the table.
    pub skipped: usize,
    /// The number of header rows below them.
    pub header_rows: usize,
}

/// Why a text is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("no row")]
    Empty,
    /// More than a grid has room for: the separator is wrong, or the text is no table.
    #[error(transparent)]
    NoRoom(#[from] GridError),
}

/// A text cut into rows of cells, before headers are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// The rows that are not blank.
    pub grid: Arc<Grid>,
    /// The separator between the cells.
    pub separator: Separator,
    /// Whether the text declares the separator itself.
    pub declared: bool,
    /// Notes for the user.
    pub notes: Vec<Note>,
}

/// Reads a text as a table, and returns the guesses made.
///
/// ```
/// use reflet::import::{Separator, text};
/// let (table, guess) = text::open("verbatim;note\nTrès bien, merci;9\n", text::Options::default())?;
/// assert_eq!((guess.separator, guess.header_rows), (Separator::Semicolon, 1));
/// assert_eq!(table.cell(0, 0), "Très bien, merci");
/// # Ok::<(), reflet::import::text::TextError>(())
/// ```
///
/// # Errors
/// If there is no row, or no room for all of them.
pub fn open(text: impl Into<Text>, options: Options) -> Result<(Table, Guess), TextError> {
    let rows = rows(text.into(), options, &mut |_| {})?;
    let (separator, declared) = (rows.separator, rows.declared);
    let layout = Layout::guess(&rows.grid, options.skipped, options.header_rows);
    let guess = Guess { separator, declared, skipped: layout.skipped, header_rows: layout.header_rows };
    Ok((Table::of(rows.grid, layout, rows.notes), guess))
}

/// Cuts a text into rows, and reports progress.
///
/// # Errors
/// If there is no row, or no room for all of them.
pub fn rows(mut text: Text, options: Options, progress: &mut dyn FnMut(Progress)) -> Result<Rows, TextError> {
    /// The first bytes that are searched for a declaration: searching a large text takes long.
    const FIRST_LINE: usize = 256;
    let misread = repair::misread(text.bytes());
    if options.repaired && misread > 0 {
        text = repair::repaired(text.as_str()).into();
    }
    let start = text.part(0, FIRST_LINE);
    let mark = if start.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (declared, length) = declaration(&start[mark..]);
    let from = mark + length;
    // The `;` of an entity would end a cell.
    let spare = markup::without_ends_of_entities(&text).map(|(spared, letter)| {
        text = spared;
        letter
    });
    let guessed = || separator::guess(&text, from);
    let separator = options.separator.or(declared).unwrap_or_else(guessed);
    let mut cut = cut(text, from, separator, progress)?;
    if let Some(letter) = spare {
        cut.grid.replace(letter, b';');
    }
    if cut.grid.rows() == 0 {
        return Err(TextError::Empty);
    }
    let mut notes = Vec::new();
    let mut note = |count: usize, note: fn(usize) -> Note| notes.extend((count > 0).then(|| note(count)));
    note(cut.stray, |count| Note::StrayQuotes { count });
    note(cut.blank, |count| Note::BlankRows { count });
    note(misread, |count| Note::Misread { count });
    let grid = whole(cut.grid, separator, options, &mut notes);
    Ok(Rows { grid: Arc::new(grid), separator, declared: declared == Some(separator), notes })
}

/// Notes the texts that separators have torn, or joins them if the options ask for it.
fn whole(grid: Grid, separator: Separator, options: Options, notes: &mut Vec<Note>) -> Grid {
    let Some(byte) = separator.byte() else { return grid };
    let layout = Layout::guess(&grid, options.skipped, options.header_rows);
    notes.extend(torn::find(&grid, layout, char::from(byte)).map(Note::Torn));
    match options.rejoined {
        Some(column) => {
            let joins = torn::joins(&grid, layout, column);
            grid.joined(&joins, byte)
        }
        None => grid,
    }
}

/// The separator in a first line `sep=;`, and the length of the line in bytes.
fn declaration(text: &str) -> (Option<Separator>, usize) {
    if !text.trim_start_matches('"').get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep=")) {
        return (None, 0);
    }
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let line = text[..end].trim_end_matches(' ').trim_matches('"');
    let mark = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &line[4..]);
    let declared = mark.and_then(|mark| match mark {
        "\t" => Some(Separator::Tab),
        "|" => Some(Separator::Pipe),
        "," | ";" => Separator::from_id(mark),
        _ => None,
    });
    let line_end = if text[end..].starts_with("\r\n") { 2 } else { usize::from(end < text.len()) };
    (declared, if declared.is_some() { end + line_end } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_numbered_as_in_a_spreadsheet() -> Result<(), TextError> {
        for text in ["\na,b\n\n\n1,\"x\ny\"\n,\n2,z\n", "\r\na,b\r\n\r\n\r\n1,\"x\r\ny\"\r\n,\r\n2,z\r\n"] {
            let options =
                Options { separator: Some(Separator::Comma), header_rows: Some(1), ..Options::default() };
            let (table, _) = open(text, options)?;
            let numbers: Vec<usize> = (0..table.rows()).map(|row| table.row_number(row)).collect();
            assert_eq!(numbers, [5, 7]);
            assert_eq!(table.notes(), [Note::BlankRows { count: 1 }]);
        }
        Ok(())
    }

    #[test]
    fn a_declared_separator_is_no_row() -> Result<(), TextError> {
        for (text, separator) in [
            ("sep=;\na;b\n", ";"),
            ("\u{feff}SEP=,\r\na;b", ","),
            ("\"sep=;\"\na;b", ";"),
            ("sep=\t\na;b", "tab"),
        ] {
            let (table, guess) = open(text, Options { header_rows: Some(0), ..Options::default() })?;
            assert_eq!(
                (guess.separator.id(), guess.declared, table.rows()),
                (separator, true, 1),
                "{text:?}"
            );
            assert_eq!(table.row_number(0), 1);
        }
        assert_eq!(declaration("sep=x\na"), (None, 0));
        assert_eq!(declaration("sé"), (None, 0));
        Ok(())
    }

    #[test]
    fn several_header_rows_are_joined() -> Result<(), TextError> {
        let text = "Q1,Q2\nWhy?,Q2\na,b\n";
        let options =
            Options { separator: Some(Separator::Comma), header_rows: Some(2), ..Options::default() };
        let (table, _) = open(text, options)?;
        assert_eq!(table.headers(), ["Q1 / Why?", "Q2"]);
        assert_eq!(table.rows(), 1);
        Ok(())
    }

    #[test]
    fn a_blank_text_is_no_table() {
        for text in ["", " \n\t\r\n", "\u{feff}", ",,,\n,", "sep=;"] {
            let opened = open(text, Options { separator: Some(Separator::Comma), ..Options::default() });
            assert_eq!(opened, Err(TextError::Empty), "{text:?}");
        }
        let wide =
            open(",".repeat(20_000), Options { separator: Some(Separator::Comma), ..Options::default() });
        assert_eq!(wide, Err(TextError::NoRoom(GridError::TooManyColumns { row_number: 1 })));
        let names: Vec<String> = (0..200_000).map(|at| format!("c{at}")).collect();
        let guessed = open(names.join(";") + "\n1;2\n", Options::default());
        assert_eq!(guessed, Err(TextError::NoRoom(GridError::TooManyColumns { row_number: 1 })));
    }
}
