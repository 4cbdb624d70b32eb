//! The codes of a codebook or of a project.

use super::xml::{Element, Event, Reader, XmlError};
use crate::import::codebook::tree::Code;

/// A code with its identifier.
pub(in crate::import) struct Found {
    pub guid: String,
    pub code: Code,
}

/// Reads nested codes up to the end of the current element, each before its subcodes.
pub(in crate::import) fn read(reader: &mut Reader) -> Result<Vec<Found>, XmlError> {
    let outside = reader.depth();
    let mut found: Vec<Found> = Vec::new();
    // The codes that are open, with their depth.
    let mut open: Vec<(usize, usize)> = Vec::new();
    while reader.depth() >= outside {
        match reader.next()? {
            Some(Event::Start(element)) if element.name == "Code" => {
                let above = open.last().and_then(|(_, at)| found.get(*at));
                let path = above.map_or_else(Vec::new, |above| above.code.path.clone());
                open.push((reader.depth(), found.len()));
                found.push(of(&element, path));
            }
            Some(Event::Start(element)) if element.name == "Description" => {
                let text = reader.text()?;
                if let Some(found) = open.last().and_then(|(_, at)| found.get_mut(*at)) {
                    text.trim().clone_into(&mut found.code.definition);
                }
            }
            Some(Event::End) => {
                open.retain(|(depth, _)| *depth <= reader.depth());
            }
            Some(_) => {}
            None => return Err(XmlError::CutOff),
        }
    }
    Ok(found)
}

fn of(element: &Element, mut path: Vec<String>) -> Found {
    path.push(element.attribute("name").trim().to_owned());
    let is_folder = matches!(element.attribute("isCodable"), "false" | "0");
    Found { guid: element.guid("guid"), code: Code { path, is_folder, ..Code::default() } }
}
