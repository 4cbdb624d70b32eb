//! A file or a paste of any format → rows of cells, and how they were read.

use std::sync::Arc;

use reflet_grid::{Encoding, FileKind, Grid, GridError, Progress, Separator, Text, kind_of};
use serde::{Deserialize, Serialize};

use super::codebook::{self, qdc};
use super::coded;
use super::decode::{self, DecodeError};
use super::json::{self, JsonError};
use super::layout::Layout;
use super::markup;
use super::qda::{self, QdaError, xml::XmlError};
use super::sheets::{self, Sheet, SheetError};
use super::table::{Note, Table};
use super::text::{self, Options, TextError};
use crate::model::draft::Draft;

/// The most bytes of text, because they are in the browser's memory twice while they are handed over.
pub const MAX_TEXT: usize = 100 * 1024 * 1024;

/// The user's choices for reading a source; the rest is guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The encoding of the bytes.
    pub encoding: Option<Encoding>,
    /// The separator between the cells of a text.
    pub separator: Option<Separator>,
    /// Whether characters that another program has misread are put right.
    pub repaired: bool,
    /// The column whose torn texts are joined again.
    pub rejoined: Option<usize>,
    /// Whether remains of another program's markup become plain text.
    pub plain: bool,
    /// The index of the sheet of a workbook.
    pub sheet: Option<usize>,
}

/// A source as rows of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The rows that are not blank.
    pub grid: Arc<Grid>,
    /// How the rows were read.
    pub format: Format,
    /// Notes for the user.
    pub notes: Vec<Note>,
    /// The stages and moments that come with the rows, or those of the rows themselves if the source is a codebook.
    pub codes: Option<Draft>,
}

/// How a source was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// As text with separators.
    Text {
        /// How bytes became text; `None` for a paste.
        reading: Option<Reading>,
        /// The separator between the cells.
        separator: Separator,
        /// Whether the text declares the separator itself.
        declared: bool,
        /// The format of the codebook, if the rows are one.
        codebook: Option<codebook::Format>,
    },
    /// As JSON.
    Json(json::Shape),
    /// As a workbook.
    Workbook {
        /// Its sheets, at least one.
        sheets: Vec<Sheet>,
        /// The index of the sheet that was read.
        chosen: usize,
        /// Whether its rows are a codebook, and in whose way.
        codebook: Option<codebook::Format>,
    },
    /// As a project of REFI-QDA.
    Project,
    /// As a codebook of REFI-QDA.
    Codebook,
}

impl Format {
    /// Whether the rows are stages and moments, not answers.
    pub const fn is_codebook(&self) -> bool {
        match self {
            Self::Text { codebook, .. } | Self::Workbook { codebook, .. } => codebook.is_some(),
            Self::Codebook => true,
            Self::Json(_) | Self::Project => false,
        }
    }
}

/// How bytes became text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The encoding.
    pub encoding: Encoding,
    /// Whether the encoding is beyond doubt.
    pub certain: bool,
    /// The number of places that did not decode.
    pub broken: usize,
}

/// Why a source gives no rows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum SourceError {
    /// A file of a kind that holds no table.
    #[error("no table: {0:?}")]
    FileKind(FileKind),
    /// Nothing but white space.
    #[error("no row")]
    Empty,
    /// More rows or cells than a grid has room for.
    #[error(transparent)]
    NoRoom(#[from] GridError),
    /// More bytes than [`MAX_TEXT`].
    #[error("{bytes} bytes of text")]
    TooLarge {
        /// The number of bytes.
        bytes: usize,
    },
    /// A workbook that cannot be read.
    #[error(transparent)]
    Workbook(#[from] SheetError),
    /// A JSON text that cannot be read.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// A project of REFI-QDA that cannot be read.
    #[error(transparent)]
    Project(#[from] QdaError),
    /// A codebook of REFI-QDA that cannot be read.
    #[error(transparent)]
    Codebook(#[from] XmlError),
}

/// A reader of a source from its bytes or its text, with reports of progress.
pub type ReadSource<T> = fn(T, Wish, &mut dyn FnMut(Progress)) -> Result<Source, SourceError>;

/// Whether the bytes are for [`of_archive`], which is a part of its own because few files need it.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// Reads a workbook, or another file that is an archive.
///
/// # Errors
/// If Reflet does not read such files, or the file is empty or too large.
pub fn of_archive(
    bytes: Vec<u8>,
    wish: Wish,
    progress: &mut dyn FnMut(Progress),
) -> Result<Source, SourceError> {
    if qda::is_project(&bytes) {
        let qda::Opened { grid, codes, notes } = qda::read(bytes)?;
        let notes = notes.into_iter().map(Note::Qda).chain(codes.notes.into_iter().map(Note::Codes));
        return Ok(Source {
            grid: grid.into(),
            format: Format::Project,
            notes: notes.collect(),
            codes: Some(codes.draft),
        });
    }
    let (kind, length) = (kind_of(&bytes), bytes.len());
    let workbook = sheets::open(bytes, &mut |rows| progress(Progress { rows, bytes: length }));
    let workbook = workbook.map_err(|error| match (error, kind) {
        (SheetError::OtherArchive | SheetError::NoWorkbook, Some(kind)) => SourceError::FileKind(kind),
        (error, _) => error.into(),
    })?;
    let chosen = wish.sheet.unwrap_or_else(|| workbook.likeliest());
    let sheets = workbook.sheets().to_vec();
    let (grid, notes) = workbook.read(chosen)?;
    let mut source = Source {
        grid: grid.into(),
        format: Format::Workbook { sheets, chosen, codebook: None },
        notes,
        codes: None,
    };
    source.look_for_markup(wish)?;
    source.look_for_codings()?;
    source.look_for_codes();
    Ok(source)
}

/// Reads the bytes of a file that is no archive.
///
/// # Errors
/// If Reflet does not read such files, or the file is empty or too large.
pub fn of_bytes(
    bytes: Vec<u8>,
    wish: Wish,
    progress: &mut dyn FnMut(Progress),
) -> Result<Source, SourceError> {
    if bytes.len() > MAX_TEXT {
        return Err(SourceError::TooLarge { bytes: bytes.len() });
    }
    let read = decode::decode(bytes, wish.encoding)
        .map_err(|DecodeError::NotText(kind)| SourceError::FileKind(kind))?;
    let reading = Reading { encoding: read.encoding, certain: read.certain, broken: read.broken };
    if read.text.bytes().first() == Some(&b'<') && qdc::is_qdc(read.text.as_str()) {
        return Ok(of_codes(qdc::read(read.text.as_str())?)?);
    }
    let mut source = text(read.text, Some(reading), wish, progress)?;
    if read.controls > 0 {
        source.notes.push(Note::Controls { count: read.controls });
    }
    Ok(source)
}

/// Reads a text, such as a paste.
///
/// # Errors
/// If the text is blank or too large.
pub fn of_paste(text: String, wish: Wish, progress: &mut dyn FnMut(Progress)) -> Result<Source, SourceError> {
    self::text(text.into(), None, wish, progress)
}

fn text(
    text: Text,
    reading: Option<Reading>,
    wish: Wish,
    progress: &mut dyn FnMut(Progress),
) -> Result<Source, SourceError> {
    /// The first bytes that are searched for the beginning of JSON.
    const START: usize = 4096;
    // With a separator chosen by the user, the text is read as such.
    if wish.separator.is_none() && json::may_begin(text.part(0, START)) && json::is_json(text.as_str()) {
        let json::Opened { grid, shape, notes } = json::read(text.as_str())?;
        let notes = notes.into_iter().map(Note::Json).collect();
        let mut source = Source { grid: grid.into(), format: Format::Json(shape), notes, codes: None };
        source.look_for_markup(wish)?;
        source.look_for_codings()?;
        return Ok(source);
    }
    let options = Options {
        separator: wish.separator,
        repaired: wish.repaired,
        rejoined: wish.rejoined,
        ..Options::default()
    };
    let rows = text::rows(text, options, progress)?;
    let (separator, declared) = (rows.separator, rows.declared);
    let format = Format::Text { reading, separator, declared, codebook: None };
    let mut source = Source { grid: rows.grid, format, notes: rows.notes, codes: None };
    source.look_for_markup(wish)?;
    source.look_for_codings()?;
    source.look_for_codes();
    Ok(source)
}

/// A codebook as rows.
fn of_codes(codes: codebook::Codes) -> Result<Source, GridError> {
    let mut grid = Grid::default();
    grid.push(1, ["stage", "moment", "definition"])?;
    for (at, moment) in codes.draft.moments.iter().enumerate() {
        grid.push(at + 2, [&moment.stage, &moment.name, &moment.definition].map(String::as_str))?;
    }
    let notes = codes.notes.into_iter().map(Note::Codes).collect();
    Ok(Source { grid: grid.into(), format: Format::Codebook, notes, codes: Some(codes.draft) })
}

impl Source {
    /// Notes the markup in the cells, or puts it right if the wish asks for it.
    fn look_for_markup(&mut self, wish: Wish) -> Result<(), GridError> {
        if let Some(markup) = markup::find(&self.grid) {
            if wish.plain {
                self.grid =
                    markup::put_right(Arc::unwrap_or_clone(std::mem::take(&mut self.grid)), &markup)?.into();
            }
            let [before, after] = markup.example;
            self.notes.push(Note::Markup { count: markup.count, before, after });
        }
        Ok(())
    }

    /// Makes a row of each coding, where another program wrote several in a cell.
    fn look_for_codings(&mut self) -> Result<(), GridError> {
        if let Some(coded) = coded::of(&self.grid)? {
            let coded::Coded { grid, program, rows, codings: count, left_out } = coded;
            self.grid = grid.into();
            self.notes.push(Note::Codings { program, count, rows, left_out });
        }
        Ok(())
    }

    /// Takes the rows for a codebook, if they are one.
    fn look_for_codes(&mut self) {
        let Some(found) = codebook::format(&self.grid) else { return };
        let codes = codebook::read(&self.grid, found);
        if let Format::Text { codebook, .. } | Format::Workbook { codebook, .. } = &mut self.format {
            *codebook = Some(found);
        }
        self.notes.extend(codes.notes.into_iter().map(Note::Codes));
        self.codes = Some(codes.draft);
    }

    /// The rows as a table, in the layout of the user or else in the likeliest.
    pub fn table(&self, skipped: Option<usize>, header_rows: Option<usize>) -> Table {
        // Exchange formats of programs begin with the names of the columns.
        let is_coded = self.notes.iter().any(|note| matches!(note, Note::Codings { .. }));
        let (above, titles) = match self.format {
            _ if is_coded => (Some(0), Some(1)),
            Format::Text { .. } | Format::Workbook { .. } => (None, None),
            Format::Json(_) | Format::Project | Format::Codebook => (Some(0), Some(1)),
        };
        let layout = Layout::guess(&self.grid, skipped.or(above), header_rows.or(titles));
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
