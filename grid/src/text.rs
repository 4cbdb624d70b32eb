//! Text that may be large.

/// A text as its bytes. A `String` is checked by the standard library each time that it is made of bytes, which takes
/// long in WebAssembly; here the bytes are checked fast, and again by who wants to look at them as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<u8>);

impl Text {
    /// These bytes as text, if they are UTF-8.
    ///
    /// # Errors
    /// Gives them back if they are not.
    pub fn of(bytes: Vec<u8>) -> Result<Self, Vec<u8>> {
        if simdutf8::basic::from_utf8(&bytes).is_ok() { Ok(Self(bytes)) } else { Err(bytes) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        // Nothing gets in that is no text.
        simdutf8::basic::from_utf8(&self.0).unwrap_or_default()
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Its bytes, without the text.
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
