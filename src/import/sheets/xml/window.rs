//! The window of text around the current piece of markup.

use std::io::Read;
use std::ops::Range;
use std::str;

use memchr::{memchr, memmem};

use super::super::SheetError;
use crate::import::archive;

/// The most bytes of a tag or of a text between two tags.
pub const MAX_PIECE: usize = 4 << 20;
/// The number of bytes inflated at once.
pub const CHUNK: usize = 64 << 10;

/// A window on the text of a source: the current piece, and the text after it that was read with it.
pub struct Window<'a> {
    source: Box<dyn Read + 'a>,
    text: String,
    /// The start of the piece in the text.
    start: usize,
    /// The end of the piece in the text.
    end: usize,
    /// The buffer for bytes before they are text; it begins with the bytes of an incomplete character.
    bytes: Vec<u8>,
    cut: usize,
    is_begun: bool,
}

impl<'a> Window<'a> {
    pub fn new(source: impl Read + 'a) -> Self {
        let (text, bytes) = (String::new(), Vec::new());
        Self { source: Box::new(source), text, start: 0, end: 0, bytes, cut: 0, is_begun: false }
    }

    /// The text at that place.
    pub fn text(&self, place: Range<usize>) -> &str {
        self.text.get(place).unwrap_or_default()
    }

    /// The bytes at that place.
    pub fn bytes(&self, place: Range<usize>) -> &[u8] {
        self.text.as_bytes().get(place).unwrap_or_default()
    }

    /// The whole text of the window.
    pub fn all(&self) -> &str {
        &self.text
    }

    /// The place of `count` bytes behind the first byte of the piece.
    pub fn name_after_bracket(&self, count: usize) -> Range<usize> {
        self.start + 1..self.start + 1 + count
    }

    /// Moves behind the piece.
    pub fn pass(&mut self) {
        self.start = self.end;
    }

    /// The first two bytes of the next piece, the second one 0 if there is only one; `None` at the end.
    pub fn head(&mut self) -> Result<Option<[u8; 2]>, SheetError> {
        if let Some(&[first, second]) =
            self.text.as_bytes().get(self.start..self.start + 2).and_then(|head| head.first_chunk())
        {
            return Ok(Some([first, second]));
        }
        let Some(first) = self.nth(0)? else { return Ok(None) };
        Ok(Some([first, self.nth(1)?.unwrap_or(0)]))
    }

    fn nth(&mut self, index: usize) -> Result<Option<u8>, SheetError> {
        loop {
            if let Some(&byte) = self.text.as_bytes().get(self.start + index) {
                return Ok(Some(byte));
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// Whether the piece begins with those bytes.
    pub fn begins(&mut self, letters: &[u8]) -> Result<bool, SheetError> {
        self.nth(letters.len() - 1)?;
        Ok(self.rest().starts_with(letters))
    }

    /// Ends the piece before the next tag, or at the end, and returns its place.
    pub fn until_tag(&mut self) -> Result<Range<usize>, SheetError> {
        let end = self.find(0, |rest| memchr(b'<', rest))?;
        self.end = end.map_or(self.text.len(), |end| self.start + end);
        Ok(self.start..self.end)
    }

    /// Ends the piece behind those bytes, and returns its place without them and without the first `front` bytes.
    pub fn until(&mut self, front: usize, letters: &[u8]) -> Result<Range<usize>, SheetError> {
        let end = match letters {
            [letter] => self.find(front, |rest| memchr(*letter, rest))?,
            _ => self.find(front, |rest| memmem::find(rest, letters))?,
        };
        self.end_at(front, end, letters.len())
    }

    /// Ends the piece behind the next `>` outside of quotation marks, and returns its place without it and without the
    /// first `front` bytes.
    pub fn tag(&mut self, front: usize) -> Result<Range<usize>, SheetError> {
        let end = self.find(front, end_of_tag)?;
        self.end_at(front, end, 1)
    }

    fn end_at(&mut self, front: usize, end: Option<usize>, back: usize) -> Result<Range<usize>, SheetError> {
        let (start, end) = (self.start + front, self.start + end.ok_or(SheetError::Damaged)?);
        self.end = end + back;
        Ok(start..end)
    }

    /// The place that `search` finds behind the first `front` bytes of the piece, relative to its start. The search begins
    /// anew each time that more is read, which is twice as much each time.
    fn find(
        &mut self,
        front: usize,
        search: impl Fn(&[u8]) -> Option<usize>,
    ) -> Result<Option<usize>, SheetError> {
        loop {
            if let Some(found) = self.rest().get(front..).and_then(&search) {
                return Ok(Some(front + found));
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    fn rest(&self) -> &[u8] {
        self.text.as_bytes().get(self.start..).unwrap_or_default()
    }

    /// Reads more. Returns false at the end of the source.
    fn fill(&mut self) -> Result<bool, SheetError> {
        self.text.drain(..self.start);
        (self.start, self.end) = (0, 0);
        let kept = self.text.len();
        if kept > MAX_PIECE {
            return Err(SheetError::MarkupTooLong);
        }
        self.bytes.resize(self.cut + kept.max(CHUNK), 0);
        let mut filled = self.cut;
        while let Some(room) = self.bytes.get_mut(filled..).filter(|room| !room.is_empty()) {
            match self.source.read(room).map_err(|error| archive::of_io(&error))? {
                0 => break,
                count => filled += count,
            }
        }
        if filled == self.cut {
            return if filled == 0 { Ok(false) } else { Err(SheetError::Damaged) };
        }
        self.push(filled)?;
        if !self.is_begun {
            self.is_begun = true;
            // A byte-order mark.
            self.start = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        }
        Ok(true)
    }

    /// Adds `filled` bytes of the buffer to the text, and keeps those of an incomplete character.
    fn push(&mut self, filled: usize) -> Result<(), SheetError> {
        let bytes = self.bytes.get(..filled).unwrap_or_default();
        let whole = match str::from_utf8(bytes) {
            Ok(letters) => {
                self.text.push_str(letters);
                filled
            }
            Err(error) if error.error_len().is_some() => return Err(SheetError::Damaged),
            Err(error) => {
                let letters = bytes.get(..error.valid_up_to()).map(str::from_utf8);
                self.text.push_str(letters.and_then(Result::ok).unwrap_or_default());
                error.valid_up_to()
            }
        };
        self.bytes.copy_within(whole..filled, 0);
        self.cut = filled - whole;
        Ok(())
    }
}

/// The place of the first `>` outside of quotation marks.
fn end_of_tag(bytes: &[u8]) -> Option<usize> {
    // The next byte of interest: the end, or the closing quotation mark.
    let mut awaited = b'>';
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == awaited {
            if byte == b'>' {
                return Some(at);
            }
            awaited = b'>';
        } else if awaited == b'>' && (byte == b'"' || byte == b'\'') {
            awaited = byte;
        }
    }
    None
}
