//! A file or a paste → rows of cells, whatever it is, and how it was read.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::cut::Progress;
use super::decode::{self, DecodeError, Encoding};
use super::grid::{Grid, GridError};
use super::kind::Kind;
use super::layout::Layout;
use super::separator::Separator;
use super::table::{Note, Table};
use super::text::{self, Options, TextError};

/// More bytes than a browser's memory should be asked for: they are there twice while they are handed over.
pub const MAX_TEXT: usize = 100 * 1024 * 1024;

/// What the user decided about how a source is read; the rest is guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// How bytes become text.
    pub encoding: Option<Encoding>,
    /// What stands between the cells of a text.
    pub separator: Option<Separator>,
    /// Whether characters that another program has misread are put right.
    pub repaired: bool,
}

/// A source as rows of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The rows that are not blank.
    pub grid: Arc<Grid>,
    /// How they were read.
    pub format: Format,
    /// What the user should know.
    pub notes: Vec<Note>,
}

/// How a source was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// As text.
    Text {
        /// How bytes became text; none for a paste.
        reading: Option<Reading>,
        /// What stands between the cells.
        separator: Separator,
        /// Whether the text itself says so.
        declared: bool,
    },
}

/// How bytes became text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The encoding.
    pub encoding: Encoding,
    /// Whether there is no doubt about it.
    pub certain: bool,
    /// Places that did not decode.
    pub broken: usize,
}

/// Why a source gives no rows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum SourceError {
    /// A file of a kind that holds no table.
    #[error("no table: {0:?}")]
    Kind(Kind),
    /// Nothing but white space.
    #[error("no row")]
    Empty,
    /// More than there is room for.
    #[error(transparent)]
    NoRoom(#[from] GridError),
    /// More bytes than [`MAX_TEXT`].
    #[error("{bytes} bytes of text")]
    TooLarge {
        /// How many it has.
        bytes: usize,
    },
}

/// What reads a source from its bytes or its text, telling how far it is.
pub type ReadSource<T> = fn(T, Wish, &mut dyn FnMut(Progress)) -> Result<Source, SourceError>;

/// Reads the bytes of a file that is no workbook.
///
/// # Errors
/// If it is none that Reflet reads, holds nothing, or too much.
pub fn of_bytes(
    bytes: Vec<u8>,
    wish: Wish,
    progress: &mut dyn FnMut(Progress),
) -> Result<Source, SourceError> {
    if bytes.len() > MAX_TEXT {
        return Err(SourceError::TooLarge { bytes: bytes.len() });
    }
    let read =
        decode::decode(bytes, wish.encoding).map_err(|DecodeError::NotText(kind)| SourceError::Kind(kind))?;
    let reading = Reading { encoding: read.encoding, certain: read.certain, broken: read.broken };
    let mut source = text(read.text, Some(reading), wish, progress)?;
    if read.controls > 0 {
        source.notes.push(Note::Controls { count: read.controls });
    }
    Ok(source)
}

/// Reads a text, such as a paste.
///
/// # Errors
/// If it holds nothing, or too much.
pub fn of_paste(text: String, wish: Wish, progress: &mut dyn FnMut(Progress)) -> Result<Source, SourceError> {
    self::text(text, None, wish, progress)
}

fn text(
    text: String,
    reading: Option<Reading>,
    wish: Wish,
    progress: &mut dyn FnMut(Progress),
) -> Result<Source, SourceError> {
    let options = Options { separator: wish.separator, repaired: wish.repaired, ..Options::default() };
    let rows = text::rows(text, options, progress)?;
    let format = Format::Text { reading, separator: rows.separator, declared: rows.declared };
    Ok(Source { grid: rows.grid, format, notes: rows.notes })
}

impl Source {
    /// The rows as a table, laid out as the user decided or as is likeliest.
    pub fn table(&self, skipped: Option<usize>, header_rows: Option<usize>) -> Table {
        let layout = Layout::guess(&self.grid, skipped, header_rows);
        Table::of(Arc::clone(&self.grid), layout, self.notes.clone())
    }
}

impl From<TextError> for SourceError {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::Empty,
            TextError::NoRoom(error) => Self::NoRoom(error),
        }
    }
}
