//! Workbooks: XLSX, XLSB, XLS and ODS, read into a [`Grid`] per sheet.
//!
//! A workbook is read once, piece by piece, when it is opened; then any of its sheets can be chosen. Cells become text
//! in a readable form: numbers without binary noise, days as `2024-05-03`, formulas by their stored value. Hidden cells
//! are read too, and counted in the [`Note`]s.

use serde::{Deserialize, Serialize};

mod answers;
mod binary;
mod book;
mod error;
mod format;
mod number;
mod ods;
mod package;
mod reference;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use std::path::Path;

use super::archive::{Archive, ArchiveError, MAX_FILE};
use super::grid::{Grid, GridError};
use super::table::Note;
use book::{Book, Content};

pub use error::{MAX_TEXT, SheetError};

/// The result of reading a workbook.
pub struct Workbook {
    sheets: Vec<Sheet>,
    contents: Vec<Content>,
    text: String,
}

/// The description of a sheet, for the choice of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The number of rows with content.
    pub rows: usize,
    /// The number of cells in these rows.
    pub cells: usize,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// Whether it seems to hold answers.
    pub has_answers: bool,
}

/// Reads a workbook; `progress` is called now and then with the number of rows read so far, of all sheets.
///
/// # Errors
/// If the bytes are no workbook, or one that is damaged, encrypted or too large.
pub fn open(bytes: Vec<u8>, progress: &mut dyn FnMut(usize)) -> Result<Workbook, SheetError> {
    if bytes.len() > MAX_FILE {
        return Err(ArchiveError::FileTooLarge.into());
    }
    let mut book = Book::new(progress);
    if bytes.starts_with(b"PK") {
        read_archive(Archive::open(bytes)?, &mut book)?;
    } else if bytes.starts_with(xls::MAGIC) {
        xls::read(&bytes, &mut book)?;
    } else if xls::is_too_old(&bytes) {
        return Err(SheetError::TooOld);
    } else {
        return Err(SheetError::NoWorkbook);
    }
    Workbook::of(book)
}

fn read_archive(mut archive: Archive, book: &mut Book) -> Result<(), SheetError> {
    if archive.names().any(|name| name == ods::CONTENT) {
        return ods::read(&mut archive, book);
    }
    let relations = package::relations(&mut archive, "")?;
    let part = package::target(&relations, "officeDocument").unwrap_or("xl/workbook.xml");
    if Path::new(part).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("bin")) {
        xlsb::read(&mut archive, part, book)
    } else {
        xlsx::read(&mut archive, part, book)
    }
}

impl Workbook {
    fn of(book: Book) -> Result<Self, SheetError> {
        if book.sheets.is_empty() {
            return Err(SheetError::NoSheets);
        }
        let looks: Result<Vec<_>, GridError> = book
            .sheets
            .iter()
            .map(|content| {
                Ok((content.name.as_str(), content.beginning(&book.text, answers::ROWS, answers::CELLS)?))
            })
            .collect();
        let sheet = |(content, has_answers): (&Content, bool)| Sheet {
            name: content.name.clone(),
            rows: content.rows(),
            cells: content.cells(),
            is_hidden: content.is_hidden,
            has_answers,
        };
        let sheets = book.sheets.iter().zip(answers::hold_answers(looks?)).map(sheet).collect();
        Ok(Self { sheets, contents: book.sheets, text: book.text })
    }

    /// The sheets, in the order of the workbook; at least one.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The index of the sheet that most likely holds the answers: the first one with the most cells among the visible
    /// sheets that seem to hold answers; else among the visible ones; else among all.
    pub fn likeliest(&self) -> usize {
        let places = 0..self.sheets.len();
        let weight = |&place: &usize| {
            let sheet = self.sheets.get(place);
            sheet.map_or((false, false, 0), |sheet| (!sheet.is_hidden, sheet.has_answers, sheet.cells))
        };
        places.rev().max_by_key(weight).unwrap_or(0)
    }

    /// The cells of a sheet, with notes for the user. Consumes the workbook to hand over its text, which may be large,
    /// without a copy.
    ///
    /// # Errors
    /// If there is no such sheet, or its cells do not fit into a grid.
    pub fn read(self, index: usize) -> Result<(Grid, Vec<Note>), SheetError> {
        let content = self.contents.get(index).ok_or(SheetError::NoSuchSheet { index })?;
        let hidden = self.sheets.iter().filter(|sheet| sheet.is_hidden).count();
        let mut notes = Vec::new();
        notes.extend((hidden > 0).then_some(Note::HiddenSheets { count: hidden }));
        notes.extend(content.notes());
        Ok((content.grid(self.text)?, notes))
    }
}
