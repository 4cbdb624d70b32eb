//! The part with the list of sheets.

use super::super::SheetError;
use super::super::number::Epoch;
use super::super::xml::{self, Element, Piece, Xml};

/// The list of sheets in the workbook.
#[derive(Default)]
pub struct Named {
    pub sheets: Vec<NamedSheet>,
    pub epoch: Epoch,
}

/// A sheet in the list of sheets.
pub struct NamedSheet {
    pub name: String,
    pub is_hidden: bool,
    /// The pointer to its part.
    pub id: String,
}

pub fn read(mut xml: Xml) -> Result<Named, SheetError> {
    let mut named = Named::default();
    loop {
        match xml.next()? {
            Piece::Start(element) => match element.name() {
                b"sheet" => named.sheets.push(sheet(&element)?),
                b"workbookPr"
                    if xml::attribute(&element, "date1904")?.is_some_and(|value| xml::is_true(&value)) =>
                {
                    named.epoch = Epoch::Y1904;
                }
                _ => {}
            },
            Piece::Over => return Ok(named),
            _ => {}
        }
    }
}

fn sheet(element: &Element) -> Result<NamedSheet, SheetError> {
    Ok(NamedSheet {
        name: xml::attribute(element, "name")?.unwrap_or_default(),
        is_hidden: xml::attribute(element, "state")?.is_some_and(|state| state != "visible"),
        id: xml::attribute(element, "id")?.ok_or(SheetError::Damaged)?,
    })
}
