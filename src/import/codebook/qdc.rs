//! The codebook exchange format of REFI-QDA, `.qdc` → [`Codes`].

use super::{Codes, tree};
use crate::import::qda::codes;
use crate::import::qda::xml::{Event, Reader, XmlError};

/// The number of characters within which the root element begins.
const HEAD: usize = 1000;

/// Whether a text looks like a codebook of REFI-QDA.
pub fn is_qdc(text: &str) -> bool {
    let mut start = text.trim_start_matches('\u{feff}').trim_start().chars();
    start.next() == Some('<') && start.take(HEAD).collect::<String>().contains("CodeBook")
}

/// Reads a codebook of any version of the format, recognised by the names of its elements and not by its namespace.
/// Sets of codes, notes and colours are not read.
///
/// # Errors
/// If the text is no such codebook or no well-formed XML.
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
