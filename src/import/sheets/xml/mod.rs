//! Reads markup piece by piece, within limits, keeping only a window around the current piece.
//!
//! Workbooks use little of XML: no document type, no entities but the five. So we read their markup ourselves, faster
//! than a general reader. In skipped content only the nesting of elements is checked.

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

/// The deepest nesting of elements; spreadsheets need about ten levels, drawings in them some more.
const MAX_DEPTH: usize = 256;

/// A piece of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element ends, with its name without prefix.
    End(&'a [u8]),
    /// Characters between two tags, as written.
    Text(&'a str),
    /// Characters in which nothing is markup.
    Data(&'a str),
    /// After the last piece.
    Over,
}

/// A part of a workbook while it is read.
pub struct Xml<'a> {
    window: Window<'a>,
    /// The names of the elements that are open, one after the other.
    names: Vec<u8>,
    /// The start of each of these names.
    open: Vec<usize>,
    /// The length of the name of the last piece, if that was an empty element, whose end comes next.
    empty: Option<usize>,
}

/// A piece, as a place in the window.
enum Token {
    /// A start tag, with the length of its name.
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

    /// The next piece. An empty element begins and ends like any other.
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

    /// Skips the rest of the current element.
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

    /// Drops the last piece and reads the next one.
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

    /// Reads a piece that begins with `<!`. Returns the characters of a CDATA section; `None` for any other, which is
    /// skipped.
    fn declaration(&mut self) -> Result<Option<Range<usize>>, SheetError> {
        if self.window.begins(b"<!--")? {
            self.window.until(4, b"-->")?;
        } else if self.window.begins(b"<![CDATA[")? {
            return self.window.until(9, b"]]>").map(Some);
        } else if self.window.begins(b"<!DOCTYPE")? {
            // A document type without entities is harmless.
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

/// Adds the decoded characters of a piece to a text.
pub fn push(text: &mut String, piece: &Piece) -> Result<(), SheetError> {
    match piece {
        Piece::Text(written) => push_meant(text, written)?,
        Piece::Data(written) => push_lines(text, written),
        _ => {}
    }
    Ok(())
}

/// The value of an attribute, by its name without prefix, if the element has it.
pub fn attribute(element: &Element, name: &str) -> Result<Option<String>, SheetError> {
    for attribute in element.attributes() {
        let (found, value) = attribute?;
        if found == name.as_bytes() {
            return text_of(value).map(Some);
        }
    }
    Ok(None)
}

/// Whether the value of an attribute is true.
pub fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
