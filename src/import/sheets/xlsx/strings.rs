//! Texts in runs of different formats: shared texts and those inside a cell.

use super::super::SheetError;
use super::super::book::Span;
use super::super::xml::{self, Piece, Xml};
use super::escape;
use crate::import::grid::{GridError, MAX_CELLS};

/// Adds the shared texts to a text, and returns the place of each.
pub fn read(mut xml: Xml, text: &mut String) -> Result<Vec<Span>, SheetError> {
    let mut spans = Vec::new();
    loop {
        match xml.next()? {
            Piece::Start(element) if element.name() == b"si" => {
                let start = text.len();
                runs(&mut xml, text)?;
                if spans.len() == MAX_CELLS {
                    return Err(SheetError::TooManyTexts);
                }
                spans.push((offset(start)?, offset(text.len())?));
            }
            Piece::Over => return Ok(spans),
            _ => {}
        }
    }
}

/// Adds the runs of the current element to a text, up to its end, without phonetics.
pub fn runs(xml: &mut Xml, text: &mut String) -> Result<(), SheetError> {
    let start = text.len();
    let mut depth = 1_usize;
    let mut is_text = false;
    while depth > 0 {
        let piece = xml.next()?;
        match &piece {
            Piece::Start(element) => match element.name() {
                b"rPh" => xml.skip()?,
                name => {
                    is_text = name == b"t";
                    depth += 1;
                }
            },
            Piece::End(_) => {
                is_text = false;
                depth -= 1;
            }
            Piece::Over => return Err(SheetError::Damaged),
            piece if is_text => xml::push(text, piece)?,
            _ => {}
        }
    }
    escape::decode(text, start);
    Ok(())
}

fn offset(place: usize) -> Result<u32, SheetError> {
    u32::try_from(place).map_err(|_| GridError::TooLong.into())
}
