//! Why a source gives no rows, and what to do about it.

use super::progress::megabytes;
use crate::import::archive::ArchiveError;
use crate::import::json::JsonError;
use crate::import::qda::QdaError;
use crate::import::sheets::SheetError;
use crate::import::source::{MAX_TEXT, SourceError};
use crate::import::{FileKind, GridError};
use crate::say::{Locale, text};

/// Why nothing of that name could be read.
pub fn failure(locale: Locale, name: Option<String>, why: String) -> String {
    match name {
        Some(name) => text!(locale, import.failed, name = name, why = why),
        None => why,
    }
}

/// Why a source is none that can be read.
pub fn source(locale: Locale, error: &SourceError) -> String {
    match error {
        SourceError::FileKind(kind) => self::kind(locale, *kind).to_owned(),
        SourceError::Empty => text!(locale, import.empty).to_owned(),
        SourceError::TooLarge { bytes } => text!(
            locale,
            import.too_large,
            size = megabytes(locale, *bytes),
            most = megabytes(locale, MAX_TEXT)
        ),
        SourceError::Workbook(error) => workbook(locale, *error),
        SourceError::Json(error) => json(locale, error),
        SourceError::Project(QdaError::Archive(error)) => archive(locale, *error).to_owned(),
        SourceError::NoRoom(error) | SourceError::Project(QdaError::Grid(error)) => room(locale, *error),
        SourceError::Project(QdaError::NoProject) => text!(locale, import.kind_archive).to_owned(),
        SourceError::Project(QdaError::Xml(_) | QdaError::Decode(_)) | SourceError::Codebook(_) => {
            text!(locale, import.qda_damaged).to_owned()
        }
    }
}

fn room(locale: Locale, error: GridError) -> String {
    match error {
        GridError::TooManyColumns { row_number } => {
            text!(locale, import.too_many_columns, row = row_number)
        }
        GridError::TooManyCells { row_number } => text!(locale, import.too_many_cells, row = row_number),
        GridError::CellTooLong { row_number } => text!(locale, import.cell_too_long, row = row_number),
        GridError::TooLong => text!(locale, import.archive_too_large).to_owned(),
    }
}

fn workbook(locale: Locale, error: SheetError) -> String {
    match error {
        SheetError::NoWorkbook => text!(locale, import.kind_binary),
        SheetError::OtherArchive => text!(locale, import.kind_archive),
        SheetError::OtherDocument => text!(locale, import.kind_document),
        SheetError::TooOld => text!(locale, import.workbook_too_old),
        SheetError::Encrypted | SheetError::Archive(ArchiveError::Encrypted) => {
            text!(locale, import.workbook_encrypted)
        }
        SheetError::NoSheets => text!(locale, import.workbook_without_sheet),
        SheetError::TooManyTexts => text!(locale, import.archive_too_large),
        SheetError::CellTooLong { row_number } => {
            return text!(locale, import.sheet_cell_too_long, row = row_number);
        }
        SheetError::Grid(error) => return room(locale, error),
        SheetError::Archive(error) => archive(locale, error),
        SheetError::SheetMissing
        | SheetError::NoSuchSheet { .. }
        | SheetError::Damaged
        | SheetError::Entities
        | SheetError::TooDeep
        | SheetError::MarkupTooLong
        | SheetError::PlaceOutside
        | SheetError::RowsOutOfOrder { .. } => text!(locale, import.workbook_damaged),
    }
    .to_owned()
}

fn archive(locale: Locale, error: ArchiveError) -> &'static str {
    match error {
        ArchiveError::FileTooLarge => text!(locale, import.archive_too_heavy),
        ArchiveError::TooManyEntries | ArchiveError::InflatesTooFar | ArchiveError::RatioTooHigh => {
            text!(locale, import.archive_too_large)
        }
        ArchiveError::Encrypted => text!(locale, import.workbook_encrypted),
        ArchiveError::Damaged | ArchiveError::UnknownCompression => text!(locale, import.workbook_damaged),
    }
}

fn json(locale: Locale, error: &JsonError) -> String {
    match error {
        JsonError::Syntax { line, column } => {
            text!(locale, import.json_syntax, line = *line, column = *column)
        }
        JsonError::SeveralArrays { names } => {
            let names: Vec<&str> = names.iter().take(5).map(String::as_str).collect();
            text!(locale, import.json_several, names = names.join(", "))
        }
        JsonError::NoRow => text!(locale, import.empty).to_owned(),
        JsonError::Grid(error) => room(locale, *error),
    }
}

fn kind(locale: Locale, kind: FileKind) -> &'static str {
    match kind {
        FileKind::Xlsx | FileKind::OldOffice | FileKind::Ods => text!(locale, import.workbook_damaged),
        FileKind::Pdf => text!(locale, import.kind_pdf),
        FileKind::Picture => text!(locale, import.kind_picture),
        FileKind::Document | FileKind::Rtf => text!(locale, import.kind_document),
        FileKind::Zip | FileKind::Compressed => text!(locale, import.kind_archive),
        FileKind::Html => text!(locale, import.kind_html),
        FileKind::Binary => text!(locale, import.kind_binary),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_has_its_name_where_there_is_one() {
        let why = source(Locale::English, &SourceError::Empty);
        assert_eq!(failure(Locale::English, None, why.clone()), why);
        let named = failure(Locale::English, Some("T1.csv".to_owned()), why.clone());
        assert_eq!(named, format!("“T1.csv” could not be read: {why}"));
    }

    #[test]
    fn each_kind_of_failure_has_a_way_out() {
        let said = |error| source(Locale::English, &error);
        assert!(said(SourceError::FileKind(FileKind::Pdf)).starts_with("it is a PDF."));
        let large = said(SourceError::TooLarge { bytes: 123_456_789 });
        assert!(large.starts_with("it has 123.5 MB, more than the 104.9 MB that Reflet reads."), "{large}");
        let row = said(SourceError::NoRoom(GridError::TooManyCells { row_number: 9 }));
        assert!(row.contains("from row 9 on"), "{row}");
        let names = ["a", "b", "c", "d", "e", "f"].map(str::to_owned).to_vec();
        let lists = said(SourceError::Json(JsonError::SeveralArrays { names }));
        assert!(lists.contains("(a, b, c, d, e)"), "{lists}");
        assert!(said(SourceError::Workbook(SheetError::TooOld)).contains("before 1993"));
        let locked = said(SourceError::Project(QdaError::Archive(ArchiveError::Encrypted)));
        assert!(locked.contains("password"), "{locked}");
        let french = source(Locale::French, &SourceError::TooLarge { bytes: 123_456_789 });
        assert!(french.contains("123,5"), "{french}");
    }
}
