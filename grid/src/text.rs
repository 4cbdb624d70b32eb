//! Text that may be large.

/// A text as its bytes. The standard library checks bytes each time that it makes a `String` of them, which is slow in
/// WebAssembly; here a fast check comes first, and [`Text::as_str`] checks again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<u8>);

impl Text {
    /// These bytes as text, if they are UTF-8.
    ///
    /// # Errors
    /// If they are not; the error contains them.
    pub fn of(bytes: Vec<u8>) -> Result<Self, Vec<u8>> {
        if simdutf8::basic::from_utf8(&bytes).is_ok() { Ok(Self(bytes)) } else { Err(bytes) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        // Every constructor checks the bytes.
        simdutf8::basic::from_utf8(&self.0).unwrap_or_default()
    }

    /// At most `length` bytes from the byte `from` on, fewer where the end would cut a letter in two. Empty beyond the
    /// end of the text, and where no letter begins at `from`.
    pub fn part(&self, from: usize, length: usize) -> &str {
        let rest = self.0.get(from..).unwrap_or_default();
        let is_begun = |at: &usize| rest.get(*at).is_none_or(|byte| !(0x80..0xc0).contains(byte));
        let end = (0..=length.min(rest.len())).rev().find(is_begun).unwrap_or(0);
        simdutf8::basic::from_utf8(&rest[..end]).unwrap_or_default()
    }

    /// The bytes of the text.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes of the text, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Takes a byte-order mark off its start.
    pub(crate) fn without_mark(mut self) -> Self {
        const MARK: &[u8] = "\u{feff}".as_bytes();
        if self.0.starts_with(MARK) {
            self.0.drain(..MARK.len());
        }
        self
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cut_no_letter_in_two() {
        let text = Text::from("déçu");
        for (from, length, part) in [
            (0, 9, "déçu"),
            (0, 2, "d"),
            (0, 3, "dé"),
            (3, 2, "ç"),
            (6, 1, ""),
            (9, 1, ""),
            (2, 4, ""),
            (0, 0, ""),
        ] {
            assert_eq!(text.part(from, length), part, "{from} {length}");
        }
    }
}
