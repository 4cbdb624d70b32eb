//! Bytes → text.
//!
//! A guess looks at all the bytes: a byte-order mark, else UTF-16 by its zero bytes, else UTF-8 unless more of
//! its sequences are broken than whole, else Windows-1252, said to be uncertain.

use super::kind::{self, Kind};

/// An encoding of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first; the "Unicode text" of Excel.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Western Europe, Windows.
    Windows1252,
    /// Western Europe with the euro sign.
    Iso8859_15,
    /// Western Europe, old Macintosh.
    Macintosh,
}

impl Encoding {
    /// Every encoding, the likeliest first.
    pub const ALL: [Self; 6] =
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252, Self::Iso8859_15, Self::Macintosh];

    /// Its name for programs; also the label of the browser's decoder.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Iso8859_15 => "iso-8859-15",
            Self::Macintosh => "macintosh",
        }
    }

    /// The encoding of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.id() == id)
    }
}

/// A text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte-order mark.
    pub text: String,
    /// The encoding that was guessed or forced.
    pub encoding: Encoding,
    /// Whether the bytes leave no doubt about it, or the caller forced it.
    pub certain: bool,
    /// How many places did not decode; each is U+FFFD in the text.
    pub broken: usize,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A file of another kind.
    #[error("not a text: {0:?}")]
    NotText(Kind),
}

/// Reads bytes as text, in the encoding that is forced or else in the likeliest.
///
/// ```
/// use reflet::import::decode::{Encoding, decode};
/// let read = decode(b"d\xe9\xe7u", None)?;
/// assert_eq!((read.text.as_str(), read.encoding, read.certain), ("déçu", Encoding::Windows1252, false));
/// # Ok::<(), reflet::import::decode::DecodeError>(())
/// ```
///
/// # Errors
/// If they are a file of another kind: a document, a picture, an archive, a workbook, mere bytes.
pub fn decode(bytes: &[u8], forced: Option<Encoding>) -> Result<Decoded, DecodeError> {
    if let Some(kind) = kind::of(bytes) {
        return Err(DecodeError::NotText(kind));
    }
    let (encoding, certain) = match forced {
        Some(encoding) => (encoding, true),
        None => guess(bytes).ok_or(DecodeError::NotText(Kind::Binary))?,
    };
    let (text, broken) = match encoding {
        Encoding::Utf8 => utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
        Encoding::Utf16Le => utf16(bytes.strip_prefix(b"\xff\xfe").unwrap_or(bytes), u16::from_le_bytes),
        Encoding::Utf16Be => utf16(bytes.strip_prefix(b"\xfe\xff").unwrap_or(bytes), u16::from_be_bytes),
        Encoding::Windows1252 => (single_bytes(bytes, windows_1252), 0),
        Encoding::Iso8859_15 => (single_bytes(bytes, iso_8859_15), 0),
        Encoding::Macintosh => (single_bytes(bytes, macintosh), 0),
    };
    Ok(Decoded { text, encoding, certain, broken })
}

/// The likeliest encoding and whether it is beyond doubt; none for bytes that are no text.
fn guess(bytes: &[u8]) -> Option<(Encoding, bool)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Some((Encoding::Utf8, true)),
        [0xff, 0xfe, ..] => return Some((Encoding::Utf16Le, true)),
        [0xfe, 0xff, ..] => return Some((Encoding::Utf16Be, true)),
        _ => {}
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return Some((encoding, false));
    }
    let whole = std::str::from_utf8(bytes).is_ok();
    let controls = bytes.iter().filter(|b| matches!(b, 0..=8 | 14..=31 | 127)).count();
    if controls > 3 && controls > bytes.len() / if whole { 10 } else { 33 } {
        return None;
    }
    if whole {
        return Some((Encoding::Utf8, true));
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    Some((if good > bad { Encoding::Utf8 } else { Encoding::Windows1252 }, false))
}

/// Letters of western Europe in UTF-16 have a zero byte each, always on the same side.
fn utf16_by_zeros(bytes: &[u8]) -> Option<Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    let pairs = bytes.chunks_exact(2);
    let (mut first, mut second, count) = (0_usize, 0_usize, pairs.len());
    for pair in pairs {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    match (first * 3 > count, second * 3 > count) {
        _ if count < 4 => None,
        (false, true) if first * 20 < count => Some(Encoding::Utf16Le),
        (true, false) if second * 20 < count => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn utf8(bytes: &[u8]) -> (String, usize) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), 0);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            broken += 1;
        }
    }
    (text, broken)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, usize) {
    let pairs = bytes.chunks_exact(2);
    let mut broken = pairs.remainder().len();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut text: String = char::decode_utf16(units)
        .map(|c| {
            c.unwrap_or_else(|_| {
                broken += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if bytes.len() % 2 == 1 {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    (text, broken)
}

/// Reads an encoding of one byte per character that is ASCII below 0x80.
pub(super) fn single_bytes(bytes: &[u8], upper: fn(u8) -> char) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    for run in bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
        match std::str::from_utf8(run) {
            Ok(ascii) if ascii.is_ascii() => text.push_str(ascii),
            _ => text.extend(run.iter().map(|byte| upper(*byte))),
        }
    }
    text
}

/// As browsers read it: the five bytes without a character are C1 controls.
pub(super) fn windows_1252(byte: u8) -> char {
    #[rustfmt::skip]
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn iso_8859_15(byte: u8) -> char {
    match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        _ => char::from(byte),
    }
}

pub(super) fn macintosh(byte: u8) -> char {
    #[rustfmt::skip]
    const FROM_80: [char; 128] = [
        'Ä', 'Å', 'Ç', 'É', 'Ñ', 'Ö', 'Ü', 'á', 'à', 'â', 'ä', 'ã', 'å', 'ç', 'é', 'è', 'ê', 'ë', 'í', 'ì',
        'î', 'ï', 'ñ', 'ó', 'ò', 'ô', 'ö', 'õ', 'ú', 'ù', 'û', 'ü', '†', '°', '¢', '£', '§', '•', '¶', 'ß',
        '®', '©', '™', '´', '¨', '≠', 'Æ', 'Ø', '∞', '±', '≤', '≥', '¥', 'µ', '∂', '∑', '∏', 'π', '∫', 'ª',
        'º', 'Ω', 'æ', 'ø', '¿', '¡', '¬', '√', 'ƒ', '≈', '∆', '«', '»', '…', '\u{a0}', 'À', 'Ã', 'Õ', 'Œ',
        'œ', '–', '—', '“', '”', '‘', '’', '÷', '◊', 'ÿ', 'Ÿ', '⁄', '€', '‹', '›', 'ﬁ', 'ﬂ', '‡', '·', '‚',
        '„', '‰', 'Â', 'Ê', 'Á', 'Ë', 'È', 'Í', 'Î', 'Ï', 'Ì', 'Ó', 'Ô', '\u{f8ff}', 'Ò', 'Ú', 'Û', 'Ù', 'ı',
        'ˆ', '˜', '¯', '˘', '˙', '˚', '¸', '˝', '˛', 'ˇ',
    ];
    match byte {
        0x80.. => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<(String, &'static str, bool, usize)> {
        decode(bytes, None).ok().map(|read| (read.text, read.encoding.id(), read.certain, read.broken))
    }

    #[test]
    fn guesses_from_all_the_bytes() {
        let ok = |text: &str, id, certain, broken| Some((text.to_owned(), id, certain, broken));
        assert_eq!(read(b""), ok("", "utf-8", true, 0));
        assert_eq!(read("\u{feff}été".as_bytes()), ok("été", "utf-8", true, 0));
        assert_eq!(read("été".as_bytes()), ok("été", "utf-8", true, 0));
        assert_eq!(read("a\0b".as_bytes()), ok("a\0b", "utf-8", true, 0));
        assert_eq!(read(b"\xff\xfea\0\xe9\0"), ok("aé", "utf-16le", true, 0));
        assert_eq!(read(b"\xfe\xff\0a\0\xe9"), ok("aé", "utf-16be", true, 0));
        assert_eq!(read(b"\xff\xfea\0b"), ok("a\u{fffd}", "utf-16le", true, 1));
        assert_eq!(read(b"\xff\xfe\x00\xd8a\0"), ok("\u{fffd}a", "utf-16le", true, 1));
        assert_eq!(read(b"o\0u\0i\0\n\0"), ok("oui\n", "utf-16le", false, 0));
        assert_eq!(read(b"\0o\0u\0i\0\n"), ok("oui\n", "utf-16be", false, 0));
        assert_eq!(read(b"m\x92arr\xeate \x80"), ok("m’arrête €", "windows-1252", false, 0));
        assert_eq!(read("été, été\u{e9}\n".as_bytes()), ok("été, étéé\n", "utf-8", true, 0));
        assert_eq!(read(b"\xc3\xa9t\xc3\xa9 \xe9"), ok("été \u{fffd}", "utf-8", false, 1));
        assert_eq!(read(b"Universe?\x8c\xe6"), ok("Universe?Œæ", "windows-1252", false, 0));
    }

    #[test]
    fn every_encoding_can_be_forced() {
        for (encoding, bytes) in [
            (Encoding::Utf8, b"\xc5\x93uf".as_slice()),
            (Encoding::Utf16Le, b"\x53\x01u\0f\0"),
            (Encoding::Utf16Be, b"\x01\x53\0u\0f"),
            (Encoding::Windows1252, b"\x9cuf"),
            (Encoding::Iso8859_15, b"\xbduf"),
            (Encoding::Macintosh, b"\xcfuf"),
        ] {
            let text = decode(bytes, Some(encoding)).map(|read| read.text);
            assert_eq!(text, Ok("œuf".to_owned()), "{encoding:?}");
            assert_eq!(Encoding::from_id(encoding.id()), Some(encoding));
        }
        assert_eq!(single_bytes(&[0x80, 0xdb, 0xff, b'a'], macintosh), "Ä€ˇa");
    }

    #[test]
    fn names_what_is_no_text() {
        for (bytes, kind) in [
            (b"%PDF-1.7 \n".as_slice(), Kind::Pdf),
            (b"\x89PNG\r\n\x1a\n", Kind::Picture),
            (b"PK\x03\x04....xl/workbook.xml", Kind::Xlsx),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Kind::Ods),
            (b"PK\x03\x04....word/document.xml", Kind::Document),
            (b"PK\x03\x04....a.csv", Kind::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", Kind::OldOffice),
            (b"\x1f\x8b\x08", Kind::Compressed),
            (b"{\\rtf1 Bonjour}", Kind::Rtf),
            (b"\n<!DOCTYPE html><table>", Kind::Html),
            (b"\0\0\0\0\x01\x02\x03\x04ab", Kind::Binary),
        ] {
            assert_eq!(decode(bytes, None), Err(DecodeError::NotText(kind)));
        }
    }
}
