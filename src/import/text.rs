//! Text → [`Table`]: a file that was decoded, or what was pasted.

use super::separator::Separator;
use super::table::{Note, Table};
use super::{header, quotes, separator};

/// More columns than a spreadsheet can hold.
pub const MAX_COLUMNS: usize = 16_384;

/// What the user decided; the rest is guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What stands between the cells.
    pub separator: Option<Separator>,
    /// How many rows at the top are headers, 0…3; their cells are joined per column.
    pub header_rows: Option<usize>,
}

/// How a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What stands between the cells.
    pub separator: Separator,
    /// Whether the text itself says so, in a first line `sep=;`, which is no row.
    pub declared: bool,
    /// How many rows at the top are headers.
    pub header_rows: usize,
}

/// Why a text is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("no row")]
    Empty,
    /// A row of more cells than any spreadsheet has: the separator is wrong, or it is no table.
    #[error("row {row_number} has more than {MAX_COLUMNS} columns")]
    TooManyColumns {
        /// Number of the row.
        row_number: usize,
    },
    /// A record that the reader refuses.
    #[error("row {row_number} cannot be read")]
    Unreadable {
        /// Number of the row.
        row_number: usize,
    },
}

/// Reads a text as a table, and says how.
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
/// If there is no row, or one of too many columns.
pub fn open(text: &str, options: Options) -> Result<(Table, Guess), TextError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (declared, text) = declaration(text);
    let separator = options.separator.or(declared).unwrap_or_else(|| separator::guess(text));
    let repaired = quotes::repair(text, separator.byte());
    let mut records = Records::new(&repaired.text, separator);
    let first = first_rows(&repaired.text, separator)?;
    if first.is_empty() {
        return Err(TextError::Empty);
    }
    let header_rows = options.header_rows.unwrap_or_else(|| header::guess(&first, separator));

    let mut table = Table::default();
    let mut headers: Vec<Vec<String>> = Vec::new();
    while let Some(number) = records.read()? {
        if headers.len() < header_rows {
            headers.push(records.record.iter().map(str::to_owned).collect());
        } else {
            table.push(number, records.record.iter());
        }
    }
    if repaired.stray > 0 {
        table.note(Note::StrayQuotes { count: repaired.stray });
    }
    if records.blank > 0 {
        table.note(Note::BlankRows { count: records.blank });
    }
    table.finish(join(&headers));
    Ok((table, Guess { separator, declared: declared == Some(separator), header_rows }))
}

/// Rows enough to guess the header from.
fn first_rows(text: &str, separator: Separator) -> Result<Vec<Vec<String>>, TextError> {
    let mut records = Records::new(text, separator);
    let mut rows = Vec::new();
    while rows.len() < 200 && records.read()?.is_some() {
        rows.push(records.record.iter().map(str::to_owned).collect());
    }
    Ok(rows)
}

/// A first line `sep=;` and the text after it.
fn declaration(text: &str) -> (Option<Separator>, &str) {
    if !text.trim_start_matches('"').get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep=")) {
        return (None, text);
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
    let after = text[end..].strip_prefix("\r\n").or_else(|| text[end..].strip_prefix(['\n', '\r']));
    if declared.is_some() { (declared, after.unwrap_or("")) } else { (None, text) }
}

/// The header rows as one: the cells of a column, empty and repeated ones left out, one after the other.
fn join(rows: &[Vec<String>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let title = |column: usize| {
        let mut cells: Vec<String> = Vec::new();
        for cell in rows.iter().filter_map(|row| row.get(column)) {
            let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            if !cell.is_empty() && !cells.contains(&cell) {
                cells.push(cell);
            }
        }
        cells.join(" / ")
    };
    (0..width).map(title).collect()
}

/// The rows of a text that are not blank, with their numbers.
struct Records<'a> {
    text: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    record: csv::StringRecord,
    number: usize,
    /// Rows of separators and spaces alone.
    blank: usize,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: Separator) -> Self {
        let (reader, record) = (separator.reader(text), csv::StringRecord::new());
        Self { text: text.as_bytes(), reader, record, number: 0, blank: 0 }
    }

    /// Reads the next row into `record` and returns its number.
    fn read(&mut self) -> Result<Option<usize>, TextError> {
        loop {
            self.number += self.empty_lines() + 1;
            match self.reader.read_record(&mut self.record) {
                Ok(false) => return Ok(None),
                Ok(true) => {}
                Err(_) => return Err(TextError::Unreadable { row_number: self.number }),
            }
            if self.record.len() > MAX_COLUMNS {
                return Err(TextError::TooManyColumns { row_number: self.number });
            }
            if self.record.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some(self.number));
            }
            self.blank += 1;
        }
    }

    /// How many empty lines the reader is about to skip.
    fn empty_lines(&self) -> usize {
        let at =
            usize::try_from(self.reader.position().byte()).unwrap_or(self.text.len()).min(self.text.len());
        let mut before = at.checked_sub(1).map(|before| self.text[before]);
        let mut lines = 0;
        for byte in self.text[at..].iter().copied().take_while(|byte| matches!(byte, b'\n' | b'\r')) {
            // A line feed after a carriage return ends the same line.
            lines += usize::from((before, byte) != (Some(b'\r'), b'\n'));
            before = Some(byte);
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_numbered_as_in_a_spreadsheet() -> Result<(), TextError> {
        for text in ["\na,b\n\n\n1,\"x\ny\"\n,\n2,z\n", "\r\na,b\r\n\r\n\r\n1,\"x\r\ny\"\r\n,\r\n2,z\r\n"] {
            let options = Options { separator: Some(Separator::Comma), header_rows: Some(1) };
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
            let (table, guess) = open(text, Options { separator: None, header_rows: Some(0) })?;
            assert_eq!(
                (guess.separator.id(), guess.declared, table.rows()),
                (separator, true, 1),
                "{text:?}"
            );
            assert_eq!(table.row_number(0), 1);
        }
        assert_eq!(declaration("sep=x\na"), (None, "sep=x\na"));
        assert_eq!(declaration("sé"), (None, "sé"));
        Ok(())
    }

    #[test]
    fn several_header_rows_are_joined() -> Result<(), TextError> {
        let text = "Q1,Q2\nWhy?,Q2\na,b\n";
        let options = Options { separator: Some(Separator::Comma), header_rows: Some(2) };
        let (table, _) = open(text, options)?;
        assert_eq!(table.headers(), ["Q1 / Why?", "Q2"]);
        assert_eq!(table.rows(), 1);
        Ok(())
    }

    #[test]
    fn nothing_is_no_table() {
        for text in ["", " \n\t\r\n", "\u{feff}", ",,,\n,", "sep=;"] {
            let opened = open(text, Options { separator: Some(Separator::Comma), header_rows: None });
            assert_eq!(opened, Err(TextError::Empty), "{text:?}");
        }
        let wide =
            open(&",".repeat(20_000), Options { separator: Some(Separator::Comma), header_rows: None });
        assert_eq!(wide, Err(TextError::TooManyColumns { row_number: 1 }));
    }
}
