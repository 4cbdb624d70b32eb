//! Bytes → text.
//!
//! The guess uses all bytes: a byte-order mark, else UTF-16 by its zero bytes, else UTF-8 unless more of its sequences
//! are broken than whole, else the likeliest encoding of one byte per character, which is marked as uncertain.

use serde::{Deserialize, Serialize};

use super::encoding::Encoding;
use super::file_kind::{self, FileKind};
use super::text::Text;
use super::{plausible, single_byte};

/// A text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without the byte-order mark.
    pub text: Text,
    /// The encoding that was guessed or forced.
    pub encoding: Encoding,
    /// Whether the bytes leave no doubt about it, or the caller forced it.
    pub certain: bool,
    /// The number of places that did not decode; each is U+FFFD in the text.
    pub broken: usize,
    /// The number of control characters in the text, tabulations and line ends apart.
    pub controls: usize,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum DecodeError {
    /// A file of another kind.
    #[error("not a text: {0:?}")]
    NotText(FileKind),
}

/// Reads bytes as text, in the encoding that is forced or else in the likeliest.
///
/// ```
/// use reflet_grid::Encoding;
/// use reflet_grid::decode::decode;
/// let read = decode(b"d\xe9\xe7u", None)?;
/// assert_eq!((read.text.as_str(), read.encoding, read.certain), ("déçu", Encoding::Windows1252, false));
/// # Ok::<(), reflet_grid::decode::DecodeError>(())
/// ```
///
/// # Errors
/// If they are a file of another kind: a document, a picture, an archive, a workbook, mere bytes.
pub fn decode(bytes: impl Into<Vec<u8>>, forced: Option<Encoding>) -> Result<Decoded, DecodeError> {
    of_bytes(bytes.into(), forced)
}

fn of_bytes(bytes: Vec<u8>, forced: Option<Encoding>) -> Result<Decoded, DecodeError> {
    if let Some(kind) = file_kind::of(&bytes) {
        return Err(DecodeError::NotText(kind));
    }
    // Most files are UTF-8: their bytes become the text without a copy.
    let read = Text::of(bytes);
    let raw = read.as_ref().map_or_else(Vec::as_slice, Text::bytes);
    let controls = controls(raw);
    let (encoding, certain) = match forced {
        Some(encoding) => (encoding, true),
        None => guess(raw, read.is_ok(), controls).ok_or(DecodeError::NotText(FileKind::Binary))?,
    };
    let (text, broken) = match (encoding, read) {
        (Encoding::Utf8, Ok(text)) => (text, 0),
        (Encoding::Utf8, Err(bytes)) => mended(&bytes),
        (_, read) => {
            let bytes = read.map_or_else(|bytes| bytes, Text::into_bytes);
            match encoding {
                Encoding::Utf16Le => {
                    utf16(bytes.strip_prefix(b"\xff\xfe").unwrap_or(&bytes), u16::from_le_bytes)
                }
                Encoding::Utf16Be => {
                    utf16(bytes.strip_prefix(b"\xfe\xff").unwrap_or(&bytes), u16::from_be_bytes)
                }
                _ => single_byte::table(encoding)
                    .map_or_else(Default::default, |table| (single_byte::read(bytes, table), 0)),
            }
        }
    };
    // Of two bytes per character every other one is zero.
    let wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let controls = if wide { self::controls(text.bytes()) } else { controls };
    Ok(Decoded { text: text.without_mark(), encoding, certain, broken, controls })
}

/// How many control characters are among these bytes, tabulations and line ends apart.
fn controls(bytes: &[u8]) -> usize {
    // A call per piece: browsers replace hot code by faster code at the next call of it.
    bytes.chunks(1 << 16).map(some_controls).sum()
}

#[inline(never)]
fn some_controls(bytes: &[u8]) -> usize {
    /// A one in each of eight bytes.
    const EACH: u64 = 0x0101_0101_0101_0101;
    let is_control = |byte: &&u8| matches!(**byte, 0..=8 | 11 | 12 | 14..=31 | 127);
    let count = |few: &[u8]| few.iter().filter(is_control).count();
    // Whether one of eight bytes is below a limit; bytes beyond ASCII never are.
    let has_below = |word: u64, most: u64| word.wrapping_sub(EACH * most) & !word & (EACH * 0x80) != 0;
    let may_have = |few: &&[u8; 8]| {
        let word = u64::from_le_bytes(**few);
        has_below(word, 32) || has_below(word ^ (EACH * 127), 1)
    };
    let (words, rest) = bytes.as_chunks();
    words.iter().filter(may_have).map(|few| count(few)).sum::<usize>() + count(rest)
}

/// The likeliest encoding and whether it is beyond doubt; none for bytes that are no text.
fn guess(bytes: &[u8], whole: bool, controls: usize) -> Option<(Encoding, bool)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Some((Encoding::Utf8, true)),
        [0xff, 0xfe, ..] => return Some((Encoding::Utf16Le, true)),
        [0xfe, 0xff, ..] => return Some((Encoding::Utf16Be, true)),
        _ => {}
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return Some((encoding, false));
    }
    if controls > 3 && controls > bytes.len() / if whole { 10 } else { 33 } {
        return None;
    }
    if whole {
        return Some((Encoding::Utf8, true));
    }
    let (good, bad) = sequences(bytes);
    Some((if good > bad { Encoding::Utf8 } else { plausible::single_byte(bytes) }, false))
}

/// The numbers of whole and of broken sequences of UTF-8, as far as the choice needs them: how often a continuation
/// byte follows the first byte of a sequence, and how often one of the two comes without the other. Eight bytes at a
/// time, because accents come too irregularly for a processor to predict the branch.
fn sequences(bytes: &[u8]) -> (usize, usize) {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (mut good, mut bad) = (0, 0);
    // The last byte of the eight before: whether it is beyond ASCII, and whether it begins a sequence.
    let (mut high_before, mut begun_before) = (0, 0);
    let mut eight = |word: u64| {
        let high = word & HIGH;
        let begins = high & (word << 1);
        let goes_on = high ^ begins;
        let after_begun = (begins << 8) | begun_before;
        let after_high = (high << 8) | high_before;
        good += (after_begun & goes_on).count_ones() as usize;
        bad += ((after_begun & !goes_on) | (goes_on & !after_high)).count_ones() as usize;
        (high_before, begun_before) = (high >> 56, begins >> 56);
    };
    let words = bytes.chunks_exact(8);
    // A byte of ASCII behind the end closes the last sequence, whole or broken.
    let mut last = [0; 8];
    last[..words.remainder().len()].copy_from_slice(words.remainder());
    words.map(|word| word.try_into().map_or(0, u64::from_le_bytes)).for_each(&mut eight);
    eight(u64::from_le_bytes(last));
    (good, bad)
}

/// Letters of western Europe in UTF-16 have a zero byte each, always on the same side.
fn utf16_by_zeros(bytes: &[u8]) -> Option<Encoding> {
    memchr::memchr(0, bytes)?;
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

/// UTF-8 with a mark where it is broken, and the number of these places.
fn mended(bytes: &[u8]) -> (Text, usize) {
    let mut text = String::with_capacity(bytes.len());
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            broken += 1;
        }
    }
    (text.into(), broken)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (Text, usize) {
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
    (text.into(), broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<(String, &'static str, bool, usize)> {
        decode(bytes, None).ok().map(|read| {
            let text = read.text.as_str().to_owned();
            (text, read.encoding.id(), read.certain, read.broken)
        })
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
    fn control_characters_are_counted() {
        for (text, count) in [
            ("", 0),
            ("a\tb\r\nc\u{7f}", 1),
            ("\0\u{1}\u{8}\u{b}\u{c}\u{e}\u{1f} \t\n\rabcdefgh", 7),
            ("été à l’hôtel\u{0}, bien", 1),
        ] {
            assert_eq!(controls(text.as_bytes()), count, "{text:?}");
        }
        // Each byte at every place, among any others.
        for byte in 0..=u8::MAX {
            let count = usize::from(byte < 32 && !b"\t\n\r".contains(&byte) || byte == 127);
            for (at, around) in (0..20).flat_map(|at| [b' ', 0x7e, 0x80, 0xff].map(|around| (at, around))) {
                let mut bytes = [around; 20];
                bytes[at] = byte;
                assert_eq!(controls(&bytes), count, "{byte} among {around}");
            }
        }
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
            assert_eq!(text, Ok("œuf".into()), "{encoding:?}");
            assert_eq!(Encoding::from_id(encoding.id()), Some(encoding));
        }
    }

    #[test]
    fn files_of_another_kind_are_named() {
        for (bytes, kind) in [
            (b"%PDF-1.7 \n".as_slice(), FileKind::Pdf),
            (b"\x89PNG\r\n\x1a\n", FileKind::Picture),
            (b"PK\x03\x04....xl/workbook.xml", FileKind::Xlsx),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", FileKind::Ods),
            (b"PK\x03\x04....word/document.xml", FileKind::Document),
            (b"PK\x03\x04....a.csv", FileKind::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", FileKind::OldOffice),
            (b"\x1f\x8b\x08", FileKind::Compressed),
            (b"{\\rtf1 Bonjour}", FileKind::Rtf),
            (b"\n<!DOCTYPE html><table>", FileKind::Html),
            (b"\0\0\0\0\x01\x02\x03\x04ab", FileKind::Binary),
        ] {
            assert_eq!(decode(bytes, None), Err(DecodeError::NotText(kind)));
        }
    }
}
