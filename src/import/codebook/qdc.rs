//! The codebook exchange format of REFI-QDA, `.qdc` → [`Codes`].

use super::{Codes, tree};
use crate::import::qda::codes;
use crate::import::qda::xml::{Event, Reader, XmlError};

/// Within how many characters the root begins.
const HEAD: usize = 1000;

/// Whether a text seems to be such a codebook.
pub fn is_qdc(text: &str) -> bool {
    let mut start = text.trim_start_matches('\u{feff}').trim_start().chars();
    start.next() == Some('<') && start.take(HEAD).collect::<String>().contains("CodeBook")
}

/// Reads a codebook, of any version of the format: the names of its elements tell it, not its namespace. Sets of codes,
/// notes and colours are not read.
///
/// # Errors
/// If it is no such codebook or no sound XML.
pub fn read(text: &str) -> Result<Codes, XmlError> {
    let mut reader = Reader::new(text);
    reader.root("CodeBook")?;
    let mut found = Vec::new();
    while let Some(event) = reader.next()? {
        if let Event::Start(element) = event
            && element.name == "Codes"
        {
            found.extend(codes::read(&mut reader)?);
        }
    }
    let codes: Vec<tree::Code> = found.into_iter().map(|found| found.code).collect();
    Ok(tree::codes(&codes, 0))
}
