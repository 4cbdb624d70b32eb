//! Why a source gives no rows, and what to do about it, in words.

use crate::app::jobs::reading::Failure;
use crate::app::shell::language::{Language, tr};
use crate::import::archive::ArchiveError;
use crate::import::json::JsonError;
use crate::import::qda::QdaError;
use crate::import::sheets::SheetError;
use crate::import::source::{MAX_TEXT, SourceError};
use crate::import::{GridError, Kind};

/// Why there is no table, and what to do.
pub fn failure(language: Language, name: Option<String>, failure: &Failure) -> String {
    let why = match failure {
        Failure::Source(error) => self::error(language, error),
        Failure::File => tr!(language, import.file_gone).to_owned(),
        Failure::Worker(_) => tr!(language, import.worker_lost).to_owned(),
    };
    match name {
        Some(name) => tr!(language, import.failed, name = name, why = why),
        None => why,
    }
}

fn error(language: Language, error: &SourceError) -> String {
    match error {
        SourceError::Kind(kind) => self::kind(language, *kind).to_owned(),
        SourceError::Empty => tr!(language, import.empty).to_owned(),
        SourceError::TooLarge { bytes } => tr!(
            language,
            import.too_large,
            size = super::sentences::megabytes(language, *bytes),
            most = super::sentences::megabytes(language, MAX_TEXT)
        ),
        SourceError::Workbook(error) => workbook(language, *error),
        SourceError::Json(error) => json(language, error),
        SourceError::Project(QdaError::Archive(error)) => archive(language, *error).to_owned(),
        SourceError::NoRoom(error) | SourceError::Project(QdaError::Grid(error)) => room(language, *error),
        SourceError::Project(QdaError::NoProject) => tr!(language, import.kind_archive).to_owned(),
        SourceError::Project(QdaError::Xml(_) | QdaError::Decode(_)) | SourceError::Codebook(_) => {
            tr!(language, import.qda_damaged).to_owned()
        }
    }
}

fn room(language: Language, error: GridError) -> String {
    match error {
        GridError::TooManyColumns { row_number } => {
            tr!(language, import.too_many_columns, row = row_number)
        }
        GridError::TooManyCells { row_number } => tr!(language, import.too_many_cells, row = row_number),
        GridError::CellTooLong { row_number } => tr!(language, import.cell_too_long, row = row_number),
        GridError::TooLong => tr!(language, import.archive_too_large).to_owned(),
    }
}

fn workbook(language: Language, error: SheetError) -> String {
    match error {
        SheetError::NoWorkbook => tr!(language, import.kind_binary),
        SheetError::OtherArchive => tr!(language, import.kind_archive),
        SheetError::OtherDocument => tr!(language, import.kind_document),
        SheetError::TooOld => tr!(language, import.workbook_too_old),
        SheetError::Encrypted | SheetError::Archive(ArchiveError::Encrypted) => {
            tr!(language, import.workbook_encrypted)
        }
        SheetError::NoSheets => tr!(language, import.workbook_without_sheet),
        SheetError::TooManyTexts => tr!(language, import.archive_too_large),
        SheetError::CellTooLong { row_number } => {
            return tr!(language, import.sheet_cell_too_long, row = row_number);
        }
        SheetError::Grid(error) => return room(language, error),
        SheetError::Archive(error) => archive(language, error),
        SheetError::SheetMissing
        | SheetError::NoSuchSheet { .. }
        | SheetError::Damaged
        | SheetError::Entities
        | SheetError::TooDeep
        | SheetError::MarkupTooLong
        | SheetError::PlaceOutside
        | SheetError::RowsOutOfOrder { .. } => tr!(language, import.workbook_damaged),
    }
    .to_owned()
}

fn archive(language: Language, error: ArchiveError) -> &'static str {
    match error {
        ArchiveError::FileTooLarge => tr!(language, import.archive_too_heavy),
        ArchiveError::TooManyEntries | ArchiveError::InflatesTooFar | ArchiveError::RatioTooHigh => {
            tr!(language, import.archive_too_large)
        }
        ArchiveError::Encrypted => tr!(language, import.workbook_encrypted),
        ArchiveError::Damaged | ArchiveError::UnknownCompression => tr!(language, import.workbook_damaged),
    }
}

fn json(language: Language, error: &JsonError) -> String {
    match error {
        JsonError::Syntax { line, column } => {
            tr!(language, import.json_syntax, line = *line, column = *column)
        }
        JsonError::SeveralArrays { names } => {
            let names: Vec<&str> = names.iter().take(5).map(String::as_str).collect();
            tr!(language, import.json_several, names = names.join(", "))
        }
        JsonError::NoRow => tr!(language, import.empty).to_owned(),
        JsonError::Grid(error) => room(language, *error),
    }
}

fn kind(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Xlsx | Kind::OldOffice | Kind::Ods => tr!(language, import.workbook_damaged),
        Kind::Pdf => tr!(language, import.kind_pdf),
        Kind::Picture => tr!(language, import.kind_picture),
        Kind::Document | Kind::Rtf => tr!(language, import.kind_document),
        Kind::Zip | Kind::Compressed => tr!(language, import.kind_archive),
        Kind::Html => tr!(language, import.kind_html),
        Kind::Binary => tr!(language, import.kind_binary),
    }
}
