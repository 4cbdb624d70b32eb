//! Markup, piece by piece, within limits: nothing is kept but the piece that is looked at.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::SheetError;
use crate::import::archive;

/// Elements within elements; spreadsheets have about ten, drawings in them some more.
const MAX_DEPTH: usize = 256;
/// Bytes of a tag or of a text between two tags.
const MAX_PIECE: usize = 4 << 20;
/// How much is inflated at once.
const CHUNK: usize = 64 << 10;

/// A part of a workbook while it is read.
pub struct Xml<R> {
    reader: Reader<Meter<R>>,
    piece: Vec<u8>,
    depth: usize,
}

impl<R: Read> Xml<R> {
    pub fn new(source: R) -> Self {
        let source = Meter { source: BufReader::with_capacity(CHUNK, source), left: MAX_PIECE };
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, piece: Vec::new(), depth: 0 }
    }

    /// The next piece; [`Event::Eof`] after the last one. An element without content begins and ends like any other.
    pub fn next(&mut self) -> Result<Event<'_>, SheetError> {
        self.piece.clear();
        self.reader.get_mut().left = MAX_PIECE;
        let event = self.reader.read_event_into(&mut self.piece).map_err(|error| of_xml(&error))?;
        match event {
            Event::Start(_) if self.depth == MAX_DEPTH => return Err(SheetError::TooDeep),
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            // The name of a grammar alone does no harm.
            Event::DocType(grammar) if grammar.contains('[') => return Err(SheetError::Entities),
            Event::Eof if self.depth > 0 => return Err(SheetError::Damaged),
            _ => {}
        }
        Ok(event)
    }

    /// Passes over all of the element that has just begun.
    pub fn skip(&mut self) -> Result<(), SheetError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }
}

/// Adds to a text what a piece says in letters.
pub fn push(text: &mut String, piece: &Event) -> Result<(), SheetError> {
    match piece {
        Event::Text(piece) => text.push_str(&piece.xml10_content()),
        Event::CData(piece) => text.push_str(&piece.xml10_content()),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(letter)) => text.push(letter),
            Ok(None) => text.push_str(resolve_xml_entity(name).ok_or(SheetError::Entities)?),
            Err(_) => return Err(SheetError::Damaged),
        },
        _ => {}
    }
    Ok(())
}

/// The attributes of an element: name without prefix, and value as it is written.
pub fn attributes<'a>(
    element: &'a BytesStart,
) -> impl Iterator<Item = Result<(&'a str, Cow<'a, str>), SheetError>> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    attributes.map(|attribute| {
        let attribute = attribute.map_err(|_| SheetError::Damaged)?;
        Ok((attribute.key.local_name().into_inner(), attribute.value))
    })
}

/// An attribute of an element, if it has it, by its name without prefix.
pub fn attribute(element: &BytesStart, name: &str) -> Result<Option<String>, SheetError> {
    for attribute in attributes(element) {
        let (found, value) = attribute?;
        if found == name {
            let value = unescape(&value).map_err(|_| SheetError::Damaged)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// Whether an attribute says yes.
pub fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

fn of_xml(error: &quick_xml::Error) -> SheetError {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            SheetError::MarkupTooLong
        }
        quick_xml::Error::Io(error) => archive::of_io(error).into(),
        _ => SheetError::Damaged,
    }
}

/// Lets through so many bytes until it is set again.
struct Meter<R> {
    source: BufReader<R>,
    left: usize,
}

impl<R: Read> Read for Meter<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.source.read(buffer)
    }
}

impl<R: Read> BufRead for Meter<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.source.consume(amount);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(source: &str) -> Result<String, SheetError> {
        let mut xml = Xml::new(source.as_bytes());
        let mut text = String::new();
        loop {
            let piece = xml.next()?;
            if matches!(piece, Event::Eof) {
                return Ok(text);
            }
            push(&mut text, &piece)?;
        }
    }

    #[test]
    fn letters_are_read_as_they_are_meant() {
        assert_eq!(
            letters("\u{feff}<a>1 &lt; 2&#233;<b/><![CDATA[<&]]>\r\n</a>").as_deref(),
            Ok("1 < 2é<&\n")
        );
        assert_eq!(letters("<a>"), Err(SheetError::Damaged));
        assert_eq!(letters("<a></b>"), Err(SheetError::Damaged));
    }

    #[test]
    fn what_no_workbook_needs_is_refused() {
        assert_eq!(letters("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Err(SheetError::Entities));
        assert_eq!(letters("<a>&b;</a>"), Err(SheetError::Entities));
        assert_eq!(letters(&"<a>".repeat(MAX_DEPTH + 1)), Err(SheetError::TooDeep));
        let long = format!("<a>{}</a>", "x".repeat(2 * MAX_PIECE));
        assert_eq!(letters(&long), Err(SheetError::MarkupTooLong));
    }
}
