//! The letters around the piece of markup that is looked at.

use std::io::Read;
use std::ops::Range;
use std::str;

use memchr::{memchr, memmem};

use super::super::SheetError;
use crate::import::archive;

/// Bytes of a tag or of a text between two tags.
pub const MAX_PIECE: usize = 4 << 20;
/// How much is inflated at once.
pub const CHUNK: usize = 64 << 10;

/// Letters from a source, of which only the piece that is looked at is kept, and those after it that were read with it.
pub struct Window<'a> {
    source: Box<dyn Read + 'a>,
    text: String,
    /// Where the piece begins and ends in the text.
    start: usize,
    end: usize,
    /// Bytes before they are letters; in front so many that begin a letter.
    bytes: Vec<u8>,
    cut: usize,
    is_begun: bool,
}

impl<'a> Window<'a> {
    pub fn new(source: impl Read + 'a) -> Self {
        let (text, bytes) = (String::new(), Vec::new());
        Self { source: Box::new(source), text, start: 0, end: 0, bytes, cut: 0, is_begun: false }
    }

    /// The letters that stand there.
    pub fn text(&self, place: Range<usize>) -> &str {
        self.text.get(place).unwrap_or_default()
    }

    /// The bytes that stand there.
    pub fn bytes(&self, place: Range<usize>) -> &[u8] {
        self.text.as_bytes().get(place).unwrap_or_default()
    }

    /// All letters that are there.
    pub fn all(&self) -> &str {
        &self.text
    }

    /// The place of so many bytes after the first one of the piece.
    pub fn name_after_bracket(&self, count: usize) -> Range<usize> {
        self.start + 1..self.start + 1 + count
    }

    /// Passes over the piece.
    pub fn pass(&mut self) {
        self.start = self.end;
    }

    /// The two bytes that the next piece begins with, the second one 0 if there is only one; none at the end.
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

    /// Whether the piece begins with those letters.
    pub fn begins(&mut self, letters: &[u8]) -> Result<bool, SheetError> {
        self.nth(letters.len() - 1)?;
        Ok(self.rest().starts_with(letters))
    }

    /// Ends the piece before the next tag, or at the end, and says where it stands.
    pub fn until_tag(&mut self) -> Result<Range<usize>, SheetError> {
        let end = self.find(0, |rest| memchr(b'<', rest))?;
        self.end = end.map_or(self.text.len(), |end| self.start + end);
        Ok(self.start..self.end)
    }

    /// Ends the piece after those letters, and says where it stands without them and so many in front.
    pub fn until(&mut self, front: usize, letters: &[u8]) -> Result<Range<usize>, SheetError> {
        let end = match letters {
            [letter] => self.find(front, |rest| memchr(*letter, rest))?,
            _ => self.find(front, |rest| memmem::find(rest, letters))?,
        };
        self.end_at(front, end, letters.len())
    }

    /// Ends the piece after the next `>` that is not between quotation marks, and says where it stands without that and
    /// so many letters in front.
    pub fn tag(&mut self, front: usize) -> Result<Range<usize>, SheetError> {
        let end = self.find(front, end_of_tag)?;
        self.end_at(front, end, 1)
    }

    fn end_at(&mut self, front: usize, end: Option<usize>, back: usize) -> Result<Range<usize>, SheetError> {
        let (start, end) = (self.start + front, self.start + end.ok_or(SheetError::Damaged)?);
        self.end = end + back;
        Ok(start..end)
    }

    /// How far behind the start of the piece a search finds what it looks for after so many letters. It begins anew
    /// when more is read, which is each time twice as much.
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

    /// Reads more; false at the end.
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
            // A mark of the order of bytes.
            self.start = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        }
        Ok(true)
    }

    /// Makes so many bytes letters, but the first bytes of one that is cut.
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

/// Where the first `>` stands that is not between quotation marks.
fn end_of_tag(bytes: &[u8]) -> Option<usize> {
    // What is waited for: the end, or a second quotation mark.
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
