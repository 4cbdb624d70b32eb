//! The project file: any version in, the newest version out.
//!
//! ```
//! use reflet::{format::saved, model::Project};
//! let project = Project::default();
//! assert_eq!(saved::read(&saved::write(&project))?, project);
//! # Ok::<(), saved::ReadError>(())
//! ```

use serde::Deserialize;

use super::{strict, v1};
use crate::model::Project;

/// The name of the format in a project file.
const FORMAT: &str = "reflet-project";
/// The version that is written.
const VERSION: u32 = 1;

/// Why a project file cannot be read. The file then stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It ends in the middle.
    #[error("ends too early, at line {line}, column {column}")]
    Truncated {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// It is not JSON, or a value has another shape than the format requires.
    #[error("not readable at line {line}, column {column}: {detail}")]
    Malformed {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// The message of the parser, technical and in English.
        detail: String,
    },
    /// It is JSON, but not a project file.
    #[error("not a project file")]
    OtherFormat,
    /// A newer version of Reflet wrote it.
    #[error("version {0} is newer than {VERSION}")]
    Newer(u32),
    /// A value contradicts another one.
    #[error("{0}")]
    Inconsistent(#[from] Inconsistency),
}

/// A value of a project file that contradicts another one or leaves its range.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Inconsistency {
    /// Two things of one kind have the same identifier.
    #[error("{0} {1} occurs twice")]
    Twice(&'static str, u32),
    /// A reference names something that does not exist.
    #[error("{0} {1} does not exist")]
    Missing(&'static str, u32),
    /// A value outside its range.
    #[error("{0} outside its range in {1} {2}")]
    Range(&'static str, &'static str, u32),
}

#[derive(Deserialize)]
struct Header {
    format: Option<String>,
    version: Option<u32>,
}

/// Writes the newest version. The same project gives the same bytes.
pub fn write(project: &Project) -> String {
    // The types of the file cannot fail to be written: no map has keys other than text, no custom code runs.
    serde_json::to_string(&v1::File::of(project, FORMAT, VERSION)).unwrap_or_default()
}

/// Reads any version.
///
/// # Errors
/// If it is damaged, of another kind, newer, or contradicts itself.
pub fn read(json: &str) -> Result<Project, ReadError> {
    let header: Header = strict::read(json).map_err(|error| header_error(json, &error))?;
    if header.format.as_deref() != Some(FORMAT) {
        return Err(ReadError::OtherFormat);
    }
    match header.version {
        Some(1) => {
            let file: v1::File = strict::read(json).map_err(|error| malformed(&error))?;
            Ok(file.into_project()?)
        }
        Some(newer) if newer > VERSION => Err(ReadError::Newer(newer)),
        _ => Err(ReadError::OtherFormat),
    }
}

/// JSON of another shape is another kind of file; broken JSON is a damaged one.
fn header_error(json: &str, error: &serde_json::Error) -> ReadError {
    let looks_like_json = json.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']);
    if error.is_data() || !looks_like_json { ReadError::OtherFormat } else { malformed(error) }
}

fn malformed(error: &serde_json::Error) -> ReadError {
    let (line, column) = (error.line(), error.column());
    if error.is_eof() {
        ReadError::Truncated { line, column }
    } else {
        ReadError::Malformed { line, column, detail: error.to_string() }
    }
}
