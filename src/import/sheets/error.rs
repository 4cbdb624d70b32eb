//! Why a workbook cannot be read.

use serde::{Deserialize, Serialize};

use crate::import::archive::ArchiveError;
use crate::import::grid::GridError;

/// The most bytes of a cell: 32,767 characters of four bytes, the limit of spreadsheets.
pub const MAX_TEXT: usize = 32_767 * 4;

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum SheetError {
    /// Neither an archive nor an old Office file.
    #[error("no workbook")]
    NoWorkbook,
    /// An archive that holds no workbook.
    #[error("an archive without workbook")]
    OtherArchive,
    /// An old Office file that holds no workbook.
    #[error("an old Office file without workbook")]
    OtherDocument,
    /// A workbook of Excel 4 or before.
    #[error("older than Excel 5")]
    TooOld,
    /// The workbook asks for a password.
    #[error("encrypted")]
    Encrypted,
    /// A workbook without sheets of cells.
    #[error("no sheet")]
    NoSheets,
    /// A sheet that the workbook names is not in it.
    #[error("a sheet is missing")]
    SheetMissing,
    /// There is no sheet at that place.
    #[error("no sheet {index}")]
    NoSuchSheet {
        /// The requested place, from 0.
        index: usize,
    },
    /// A part violates its format, or ends early.
    #[error("damaged")]
    Damaged,
    /// A part declares entities, which workbooks never do.
    #[error("declares entities")]
    Entities,
    /// Elements are nested more deeply than a workbook needs.
    #[error("nested too deeply")]
    TooDeep,
    /// A piece of markup is longer than a workbook needs.
    #[error("a piece of markup is too long")]
    MarkupTooLong,
    /// A cell is outside the largest possible sheet.
    #[error("a cell is outside the sheet")]
    PlaceOutside,
    /// Rows are not in the order of their numbers.
    #[error("row {row_number} comes after a later one")]
    RowsOutOfOrder {
        /// Number of the row that comes too late.
        row_number: usize,
    },
    /// A cell has more than [`MAX_TEXT`] bytes.
    #[error("a cell of row {row_number} has more than {MAX_TEXT} bytes")]
    CellTooLong {
        /// Number of the row.
        row_number: usize,
    },
    /// More texts, in cells or not, than there may be cells.
    #[error("too many texts")]
    TooManyTexts,
    /// The archive cannot be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The sheets are too large.
    #[error(transparent)]
    Grid(#[from] GridError),
}
