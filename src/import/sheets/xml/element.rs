//! The start tag of an element.

use super::super::SheetError;

/// The name of an element, and its attributes, which are read on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    name: &'a [u8],
    /// The text around the tag; the attributes are between `start` and `end`.
    text: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Element<'a> {
    /// The element with its tag at that place of a text and a name of `name` bytes.
    pub(super) fn new(text: &'a str, start: usize, end: usize, name: usize) -> Self {
        let tag = text.as_bytes().get(start..start + name).unwrap_or_default();
        Self { name: local(tag), text, start: start + name, end }
    }

    /// The name without prefix.
    pub fn name(&self) -> &'a [u8] {
        self.name
    }

    /// The attributes: name without prefix, and value as written.
    pub fn attributes(&self) -> Attributes<'a> {
        let Self { text, start, end, .. } = *self;
        Attributes { bytes: text.as_bytes().get(..end).unwrap_or_default(), text, at: start }
    }
}

/// The attributes that are not read yet.
pub struct Attributes<'a> {
    bytes: &'a [u8],
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<(&'a [u8], &'a str), SheetError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.pass_space();
        if self.at >= self.bytes.len() {
            return None;
        }
        let attribute = self.attribute().ok_or(SheetError::Damaged);
        if attribute.is_err() {
            self.at = self.bytes.len();
        }
        Some(attribute)
    }
}

impl<'a> Attributes<'a> {
    fn attribute(&mut self) -> Option<(&'a [u8], &'a str)> {
        let start = self.at;
        let mut name = start;
        loop {
            match *self.bytes.get(self.at)? {
                b'=' => break,
                b':' => name = self.at + 1,
                byte if is_space(byte) => break,
                _ => {}
            }
            self.at += 1;
        }
        let name = self.bytes.get(name..self.at).filter(|_| self.at > start)?;
        self.pass_space();
        if self.bytes.get(self.at) != Some(&b'=') {
            return None;
        }
        self.at += 1;
        self.pass_space();
        let quote = *self.bytes.get(self.at).filter(|byte| matches!(byte, b'"' | b'\''))?;
        let start = self.at + 1;
        let mut end = start;
        while *self.bytes.get(end)? != quote {
            end += 1;
        }
        self.at = end + 1;
        Some((name, self.text.get(start..end)?))
    }

    fn pass_space(&mut self) {
        while self.bytes.get(self.at).is_some_and(|&byte| is_space(byte)) {
            self.at += 1;
        }
    }
}

/// The length in bytes of the name of a tag.
pub fn name_length(tag: &[u8]) -> usize {
    tag.iter().position(|&byte| byte <= b'/' && (is_space(byte) || byte == b'/')).unwrap_or(tag.len())
}

/// Whether a byte is white space of markup.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// A name without prefix.
pub fn local(name: &[u8]) -> &[u8] {
    let colon = name.iter().position(|&byte| byte == b':');
    colon.and_then(|colon| name.get(colon + 1..)).unwrap_or(name)
}
