//! Markup, piece by piece, within limits: nothing is kept but a window around the piece that is looked at.
//!
//! Workbooks use little of what markup can say: no grammar, no entities but the five. So their markup is read here,
//! faster than a reader of all markup does. What is passed over is checked as far as its elements go.

#[cfg(all(test, not(target_family = "wasm")))]
mod agreement;
mod element;
mod letters;
#[cfg(test)]
mod tests;
mod window;

use std::io::Read;
use std::ops::Range;

use super::SheetError;

pub use element::Element;
use letters::{push_lines, push_meant, text_of};
use window::{MAX_PIECE, Window};

/// Elements within elements; spreadsheets have about ten, drawings in them some more.
const MAX_DEPTH: usize = 256;

/// A piece of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element ends, with its name without prefix.
    End(&'a [u8]),
    /// Letters between two tags, as they are written.
    Text(&'a str),
    /// Letters in which nothing is markup.
    Data(&'a str),
    /// After the last piece.
    Over,
}

/// A part of a workbook while it is read.
pub struct Xml<'a> {
    window: Window<'a>,
    /// The names of the elements that are open, one after the other.
    names: Vec<u8>,
    /// Where each of these names begins.
    open: Vec<usize>,
    /// How many bytes the name of the last piece has, if that was an element without content, which has yet to end.
    empty: Option<usize>,
}

/// A piece, as a place in the window.
enum Token {
    /// With the length of the name.
    Start(Range<usize>, usize),
    End(Range<usize>),
    Text(Range<usize>),
    Data(Range<usize>),
    Over,
}

impl<'a> Xml<'a> {
    pub fn new(source: impl Read + 'a) -> Self {
        Self { window: Window::new(source), names: Vec::new(), open: Vec::new(), empty: None }
    }

    /// The next piece. An element without content begins and ends like any other.
    pub fn next(&mut self) -> Result<Piece<'_>, SheetError> {
        let token = match self.empty.take() {
            Some(name) => Token::End(self.window.name_after_bracket(name)),
            None => self.token()?,
        };
        let window = &self.window;
        Ok(match token {
            Token::Start(place, name) => {
                Piece::Start(Element::new(window.all(), place.start, place.end, name))
            }
            Token::End(place) => Piece::End(element::local(window.bytes(place))),
            Token::Text(place) => Piece::Text(window.text(place)),
            Token::Data(place) => Piece::Data(window.text(place)),
            Token::Over => Piece::Over,
        })
    }

    /// Passes over all of the element that has just begun.
    pub fn skip(&mut self) -> Result<(), SheetError> {
        if self.empty.take().is_some() {
            return Ok(());
        }
        let inside = self.open.len();
        while self.open.len() >= inside && inside > 0 {
            if self.empty.take().is_none() {
                self.token()?;
            }
        }
        Ok(())
    }

    /// The piece after the last one, which is no longer needed.
    fn token(&mut self) -> Result<Token, SheetError> {
        loop {
            self.window.pass();
            match self.window.head()? {
                None if self.open.is_empty() => return Ok(Token::Over),
                None => return Err(SheetError::Damaged),
                Some([b'<', b'/']) => return self.end(),
                Some([b'<', b'?']) => {
                    self.window.until(2, b"?>")?;
                }
                Some([b'<', b'!']) => {
                    if let Some(data) = self.declaration()? {
                        return Ok(Token::Data(data));
                    }
                }
                Some([b'<', _]) => return self.start(),
                Some(_) => return Ok(Token::Text(self.window.until_tag()?)),
            }
        }
    }

    /// `<name a="b">` or `<name a="b"/>`.
    fn start(&mut self) -> Result<Token, SheetError> {
        let mut inside = self.window.tag(1)?;
        let tag = self.window.bytes(inside.clone());
        let length = element::name_length(tag);
        let name = tag.get(..length).unwrap_or_default();
        if name.is_empty() {
            return Err(SheetError::Damaged);
        }
        if self.open.len() == MAX_DEPTH {
            return Err(SheetError::TooDeep);
        }
        if tag.ends_with(b"/") {
            self.empty = Some(length);
            inside.end -= 1;
        } else {
            if self.names.len() + length > MAX_PIECE {
                return Err(SheetError::MarkupTooLong);
            }
            self.open.push(self.names.len());
            self.names.extend_from_slice(name);
        }
        Ok(Token::Start(inside, length))
    }

    /// `</name>`.
    fn end(&mut self) -> Result<Token, SheetError> {
        let mut inside = self.window.until(2, b">")?;
        let start = self.open.pop().ok_or(SheetError::Damaged)?;
        let name = self.names.get(start..).unwrap_or_default();
        let after = self.window.bytes(inside.clone()).strip_prefix(name).ok_or(SheetError::Damaged)?;
        if !after.iter().all(|&byte| element::is_space(byte)) {
            return Err(SheetError::Damaged);
        }
        inside.end -= after.len();
        self.names.truncate(start);
        Ok(Token::End(inside))
    }

    /// What begins with `<!`: letters in which nothing is markup, or none if it is passed over.
    fn declaration(&mut self) -> Result<Option<Range<usize>>, SheetError> {
        if self.window.begins(b"<!--")? {
            self.window.until(4, b"-->")?;
        } else if self.window.begins(b"<![CDATA[")? {
            return self.window.until(9, b"]]>").map(Some);
        } else if self.window.begins(b"<!DOCTYPE")? {
            // The name of a grammar alone does no harm.
            let grammar = self.window.tag(9)?;
            if self.window.bytes(grammar).contains(&b'[') {
                return Err(SheetError::Entities);
            }
        } else {
            return Err(SheetError::Damaged);
        }
        Ok(None)
    }
}

/// Adds to a text what a piece says in letters.
pub fn push(text: &mut String, piece: &Piece) -> Result<(), SheetError> {
    match piece {
        Piece::Text(written) => push_meant(text, written)?,
        Piece::Data(written) => push_lines(text, written),
        _ => {}
    }
    Ok(())
}

/// An attribute of an element, if it has it, by its name without prefix.
pub fn attribute(element: &Element, name: &str) -> Result<Option<String>, SheetError> {
    for attribute in element.attributes() {
        let (found, value) = attribute?;
        if found == name.as_bytes() {
            return text_of(value).map(Some);
        }
    }
    Ok(None)
}

/// Whether an attribute says yes.
pub fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
