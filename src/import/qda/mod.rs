//! Projects in the exchange format of REFI-QDA, `.qdpx` → [`Grid`] as a coded table, and their codebook.

use serde::{Deserialize, Serialize};

pub(super) mod codes;
mod parts;
mod places;
mod project;
mod rows;
mod sources;
pub mod xml;

use super::archive::{Archive, ArchiveError};
use super::codebook::Codes;
use super::decode::{DecodeError, decode};
use super::grid::{Grid, GridError};
use xml::XmlError;

/// The result of reading a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// One row per coding of a piece of text; the first row names the columns. Pieces without coding, and texts without
    /// piece, are rows without moment. Rows are numbered consecutively.
    pub grid: Grid,
    /// All codes, also those without codings.
    pub codes: Codes,
    /// The parts of the project that are not in the grid, or not as the project has them.
    pub notes: Vec<Note>,
}

/// A part of a project that is not in the grid, or not as the project has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// Texts that are not in the archive, or only as documents of an office program.
    NoText {
        /// Their names.
        sources: Vec<String>,
    },
    /// Pictures, sounds, films and PDF pages, with their codings.
    OtherSources {
        /// Their number.
        count: usize,
    },
    /// Pieces that begin or end outside their text.
    OutsideText {
        /// Their number.
        count: usize,
    },
    /// Codings with a code that the codebook does not have.
    UnknownCodes {
        /// Their number.
        count: usize,
    },
    /// Texts or pieces of several cases. The first case is the respondent, and its values are taken.
    SeveralCases {
        /// Their number.
        count: usize,
    },
    /// Memos.
    Memos {
        /// Their number.
        count: usize,
    },
    /// Positions count units of UTF-16 instead of code points, which the format requires.
    Utf16Positions,
}

/// Why a project cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum QdaError {
    /// The archive cannot be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The archive has no project in it.
    #[error("no project in the archive")]
    NoProject,
    /// The project file or one of its texts cannot be decoded.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The project file is no well-formed XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// More than a grid holds.
    #[error(transparent)]
    Grid(#[from] GridError),
}

/// Whether bytes are an archive that seems to hold a project: the names in an archive are not compressed.
pub fn is_project(bytes: &[u8]) -> bool {
    let directory = &bytes[bytes.len().saturating_sub(64 * 1024)..];
    bytes.starts_with(b"PK\x03\x04") && directory.windows(4).any(|name| name.eq_ignore_ascii_case(b".qde"))
}

/// Reads a project.
///
/// # Errors
/// If the archive or the project file cannot be read, or holds more than a grid can. Unreadable parts of a sound
/// project are in the notes.
pub fn read(bytes: Vec<u8>) -> Result<Opened, QdaError> {
    let mut archive = Archive::open(bytes)?;
    let name = archive.names().filter(|name| is_qde(name)).min_by_key(|name| name.matches('/').count());
    let name = name.map(str::to_owned).ok_or(QdaError::NoProject)?;
    let text = decode(archive.read(&name)?.ok_or(QdaError::NoProject)?, None)?.text;
    let mut project = project::read(text.as_str())?;
    drop(text);
    let folder = name.rfind('/').map_or("", |slash| &name[..=slash]);
    sources::load(&mut project.sources, &mut archive, folder)?;
    rows::open(&project)
}

/// Whether an entry is a project file. Hidden files of some systems with that ending are none.
fn is_qde(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_suffix(".qde").is_some_and(|stem| !stem.is_empty() && !stem.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use super::*;

    fn archive(name: &str, text: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn other_files_give_a_reason() {
        let wrong = XmlError::WrongRoot { name: "CodeBook".to_owned() };
        for (bytes, error) in [
            (b"PK\x03\x04".to_vec(), QdaError::Archive(ArchiveError::Damaged)),
            (archive("word/document.xml", "<a/>"), QdaError::NoProject),
            (archive("__MACOSX/._project.qde", "<Project/>"), QdaError::NoProject),
            (archive("project.qde", "<CodeBook/>"), QdaError::Xml(wrong)),
            (archive("project.qde", "<Project><Sources>"), QdaError::Xml(XmlError::CutOff)),
        ] {
            assert_eq!(read(bytes), Err(error));
        }
    }

    #[test]
    fn other_archives_are_no_projects() {
        assert!(is_project(&archive("Project.QDE", "")));
        assert!(!is_project(&archive("word/document.xml", "project.qde")));
        assert!(!is_project(b"project.qde"));
    }

    #[test]
    fn a_project_without_texts_is_a_header() -> Result<(), QdaError> {
        let opened = read(archive("Project.QDE", "<Project/>"))?;
        assert_eq!((opened.grid.rows(), opened.notes.len(), opened.codes.draft.moments.len()), (1, 0, 0));
        Ok(())
    }
}
