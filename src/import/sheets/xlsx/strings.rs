//! Texts with runs of different looks: those that cells share, and those within a cell.

use std::io::Read;

use quick_xml::events::Event;

use super::super::SheetError;
use super::super::book::Span;
use super::super::xml::{self, Xml};
use super::escape;
use crate::import::grid::{GridError, MAX_CELLS};

/// Adds the texts that cells share to a text, and says where each stands.
pub fn read(mut xml: Xml<impl Read>, text: &mut String) -> Result<Vec<Span>, SheetError> {
    let mut spans = Vec::new();
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                let start = text.len();
                runs(&mut xml, text)?;
                if spans.len() == MAX_CELLS {
                    return Err(SheetError::TooManyTexts);
                }
                spans.push((offset(start)?, offset(text.len())?));
            }
            Event::Eof => return Ok(spans),
            _ => {}
        }
    }
}

/// Adds the runs of the element that has just begun to a text, up to its end; how they sound is left out.
pub fn runs(xml: &mut Xml<impl Read>, text: &mut String) -> Result<(), SheetError> {
    let start = text.len();
    let mut depth = 1_usize;
    let mut is_text = false;
    while depth > 0 {
        let piece = xml.next()?;
        match &piece {
            Event::Start(element) => match element.local_name().as_ref() {
                "rPh" => xml.skip()?,
                name => {
                    is_text = name == "t";
                    depth += 1;
                }
            },
            Event::End(_) => {
                is_text = false;
                depth -= 1;
            }
            Event::Eof => return Err(SheetError::Damaged),
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
