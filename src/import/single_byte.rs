//! Encodings of one byte per character, all ASCII below 0x80.
//!
//! Three tables of our own: a library that has them brings those of East Asia along, a hundred times their size. A
//! test compares them with such a library.

use super::encoding::Encoding;

/// The character of each byte in such an encoding; none for an encoding of several bytes.
pub(super) fn table(encoding: Encoding) -> Option<fn(u8) -> char> {
    match encoding {
        Encoding::Windows1252 => Some(windows_1252),
        Encoding::Iso8859_15 => Some(iso_8859_15),
        Encoding::Macintosh => Some(macintosh),
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
    }
}

/// Turns the bytes into UTF-8 where they stand, from the back, so that a large file is not in memory twice.
pub(super) fn read(mut bytes: Vec<u8>, character: fn(u8) -> char) -> String {
    // Each upper byte with its letters in UTF-8 and their number; a call for each byte would cost more than the rest.
    let encoded: [([u8; 4], usize); 128] = std::array::from_fn(|at| {
        let mut letters = [0; 4];
        let c = character(u8::try_from(at + 128).unwrap_or(u8::MAX));
        let length = c.encode_utf8(&mut letters).len();
        (letters, length)
    });
    let grown: usize = bytes
        .iter()
        .filter(|byte| !byte.is_ascii())
        .map(|byte| encoded[usize::from(byte & 0x7f)].1 - 1)
        .sum();
    let mut from = bytes.len();
    let mut to = from + grown;
    bytes.reserve_exact(grown);
    bytes.resize(to, 0);
    while from < to {
        from -= 1;
        let byte = bytes[from];
        if byte.is_ascii() {
            to -= 1;
            bytes[to] = byte;
        } else {
            let (letters, length) = encoded[usize::from(byte & 0x7f)];
            to -= length;
            bytes[to..to + length].copy_from_slice(&letters[..length]);
        }
    }
    // What was made above is UTF-8, so nothing is lost here.
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
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

/// Latin-1 but for eight characters.
pub(super) fn iso_8859_15(byte: u8) -> char {
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

/// As browsers read it, with the euro sign of 1998.
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
                read.as_deref(),
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
            assert_eq!(read(bytes.to_vec(), windows_1252), text);
        }
    }
}
