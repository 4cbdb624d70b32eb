//! Encodings of one byte per character, all ASCII below 0x80.
//!
//! Three tables of our own: a library with them also brings the tables of East Asia, a hundred times their size. A test
//! compares ours with such a library.

use std::ops::Range;

use super::encoding::Encoding;
use super::text::Text;

/// The character of each byte in such an encoding; none for an encoding of several bytes.
pub fn table(encoding: Encoding) -> Option<fn(u8) -> char> {
    match encoding {
        Encoding::Windows1252 => Some(windows_1252),
        Encoding::Iso8859_15 => Some(iso_8859_15),
        Encoding::Macintosh => Some(macintosh),
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
    }
}

/// Turns the bytes into UTF-8 in place, from the back, so that a large file is not in memory twice.
pub(crate) fn read(mut bytes: Vec<u8>, character: fn(u8) -> char) -> Text {
    let letters = Letters::of(character);
    let grown: usize = bytes.chunks(SPAN).map(|span| letters.length(span) - span.len()).sum();
    let mut gap = bytes.len()..bytes.len() + grown;
    bytes.reserve_exact(grown);
    bytes.resize(gap.end, 0);
    while !gap.is_empty() {
        gap = letters.spread(&mut bytes, gap);
    }
    // The bytes made above are UTF-8, so nothing is lost.
    Text::of(bytes).unwrap_or_else(|bytes| String::from_utf8_lossy(&bytes).into_owned().into())
}

/// The bytes that one call turns: browsers replace hot code by faster code at the next call of it, so one call must not
/// do all the work.
const SPAN: usize = 1 << 16;
/// The bytes that one step turns.
const FEW: usize = 256;

/// The characters of all bytes in UTF-8.
struct Letters {
    bytes: [[u8; 4]; 256],
    lengths: [u8; 256],
}

impl Letters {
    fn of(character: fn(u8) -> char) -> Self {
        let mut letters = Self { bytes: [[0; 4]; 256], lengths: [0; 256] };
        for (byte, (bytes, length)) in (0..=u8::MAX).zip(letters.bytes.iter_mut().zip(&mut letters.lengths)) {
            *length = u8::try_from(character(byte).encode_utf8(bytes).len()).unwrap_or_default();
        }
        letters
    }

    /// The number of bytes of these characters in UTF-8.
    #[inline(never)]
    fn length(&self, bytes: &[u8]) -> usize {
        bytes.iter().map(|byte| usize::from(self.lengths[usize::from(*byte)])).sum()
    }

    /// Moves characters from the start of the gap to its end, and returns the gap that is left.
    #[inline(never)]
    fn spread(&self, bytes: &mut [u8], gap: Range<usize>) -> Range<usize> {
        let Range { start: mut from, end: mut to } = gap;
        let stop = from.saturating_sub(SPAN);
        let mut turned = [0; FEW * 3 + 4];
        while from < to && from > stop {
            let start = from.saturating_sub(FEW);
            let mut length = 0;
            for byte in &bytes[start..from] {
                let byte = usize::from(*byte);
                // Always four bytes, for speed: the next character overwrites the unused ones.
                turned[length..length + 4].copy_from_slice(&self.bytes[byte]);
                length += usize::from(self.lengths[byte]);
            }
            bytes[to - length..to].copy_from_slice(&turned[..length]);
            (from, to) = (start, to - length);
        }
        from..to
    }
}

/// Windows-1252 as browsers read it: the five bytes without a character are C1 controls.
pub fn windows_1252(byte: u8) -> char {
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

/// Latin-1 but for eight characters.
pub fn iso_8859_15(byte: u8) -> char {
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

/// Mac Roman as browsers read it, with the euro sign of 1998.
pub fn macintosh(byte: u8) -> char {
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

    #[test]
    fn the_tables_are_those_of_a_library() {
        let all: Vec<u8> = (0..=255).collect();
        for (encoding, library) in [
            (Encoding::Windows1252, encoding_rs::WINDOWS_1252),
            (Encoding::Iso8859_15, encoding_rs::ISO_8859_15),
            (Encoding::Macintosh, encoding_rs::MACINTOSH),
        ] {
            let read = table(encoding).map(|table| read(all.clone(), table));
            assert_eq!(
                read.as_ref().map(Text::as_str),
                Some(library.decode_without_bom_handling(&all).0.as_ref()),
                "{encoding:?}"
            );
        }
    }

    #[test]
    fn bytes_turn_into_text_where_they_stand() {
        for (bytes, text) in
            [(b"".as_slice(), ""), (b"abc", "abc"), (b"\xe9", "é"), (b"\x80a\x80\xe9b", "€a€éb")]
        {
            assert_eq!(read(bytes.to_vec(), windows_1252), text.into());
        }
        // More than is turned at once, with the accents at either end, everywhere and nowhere.
        for length in [FEW - 1, FEW, FEW + 1, SPAN - 1, SPAN, SPAN + 1, 3 * SPAN + 7] {
            for accents in [
                |_, at| at == 0,
                |length, at| at + 1 == length,
                |_, at| at % 3 == 0,
                |_, _| true,
                |_, _| false,
            ] {
                let is_accent: fn(usize, usize) -> bool = accents;
                let byte = |at| if is_accent(length, at) { 0x80 } else { b'a' };
                let bytes: Vec<u8> = (0..length).map(byte).collect();
                let text: String = bytes.iter().map(|byte| windows_1252(*byte)).collect();
                assert!(read(bytes, windows_1252) == text.into(), "{length} bytes");
            }
        }
    }
}
