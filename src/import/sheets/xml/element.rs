//! The tag that an element begins with.

use super::super::SheetError;

/// A name, and attributes that are read when they are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    name: &'a [u8],
    /// The attributes, and more around them: they are within these places.
    text: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Element<'a> {
    /// The element whose tag stands there, with a name of so many bytes in front.
    pub(super) fn new(text: &'a str, start: usize, end: usize, name: usize) -> Self {
        let tag = text.as_bytes().get(start..start + name).unwrap_or_default();
        Self { name: local(tag), text, start: start + name, end }
    }

    /// The name without prefix.
    pub fn name(&self) -> &'a [u8] {
        self.name
    }

    /// The attributes: name without prefix, and value as it is written.
    pub fn attributes(&self) -> Attributes<'a> {
        let Self { text, start, end, .. } = *self;
        Attributes { bytes: text.as_bytes().get(..end).unwrap_or_default(), text, at: start }
    }
}

/// Attributes that are not looked at yet.
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

/// How many bytes of a tag are its name.
pub fn name_length(tag: &[u8]) -> usize {
    tag.iter().position(|&byte| byte <= b'/' && (is_space(byte) || byte == b'/')).unwrap_or(tag.len())
}

/// White space of markup.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// A name without prefix.
pub fn local(name: &[u8]) -> &[u8] {
    let colon = name.iter().position(|&byte| byte == b':');
    colon.and_then(|colon| name.get(colon + 1..)).unwrap_or(name)
}
