//! `&eacute;`, `&#233;`, `&#xE9;`: letters as HTML writes them.

use reflet_grid::{Encoding, single_byte};

/// The names of the letters of Latin-1, from U+00A0 to U+00FF.
#[rustfmt::skip]
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not",
    "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1",
    "ordm", "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml",
    "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH",
    "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig",
    "ccedil", "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde",
    "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml",
    "yacute", "thorn", "yuml",
];

/// Other names that editors and cleaners write.
#[rustfmt::skip]
const OTHERS: &[(&str, char)] = &[
    ("quot", '"'), ("amp", '&'), ("lt", '<'), ("gt", '>'), ("apos", '\''), ("OElig", 'Œ'), ("oelig", 'œ'),
    ("Scaron", 'Š'), ("scaron", 'š'), ("Yuml", 'Ÿ'), ("circ", 'ˆ'), ("tilde", '˜'), ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'), ("thinsp", '\u{2009}'), ("zwnj", '\u{200c}'), ("zwj", '\u{200d}'), ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'), ("ndash", '–'), ("mdash", '—'), ("lsquo", '‘'), ("rsquo", '’'), ("sbquo", '‚'),
    ("ldquo", '“'), ("rdquo", '”'), ("bdquo", '„'), ("dagger", '†'), ("Dagger", '‡'), ("bull", '•'),
    ("hellip", '…'), ("permil", '‰'), ("prime", '′'), ("Prime", '″'), ("lsaquo", '‹'), ("rsaquo", '›'),
    ("euro", '€'), ("trade", '™'), ("larr", '←'), ("uarr", '↑'), ("rarr", '→'), ("darr", '↓'), ("harr", '↔'),
    ("minus", '−'), ("ne", '≠'), ("le", '≤'), ("ge", '≥'), ("infin", '∞'), ("asymp", '≈'), ("hearts", '♥'),
    ("check", '✓'), ("comma", ','), ("semi", ';'), ("colon", ':'), ("period", '.'), ("excl", '!'),
    ("quest", '?'), ("lpar", '('), ("rpar", ')'), ("sol", '/'), ("num", '#'), ("percnt", '%'), ("dollar", '$'),
    ("lowbar", '_'), ("commat", '@'), ("NewLine", '\n'), ("Tab", '\t'),
];

/// The most bytes between the `&` and the `;`.
const LONGEST: usize = 9;

/// The letter of the entity at the beginning of a text, and the entity's length in bytes. A lone `&` is no entity.
pub(super) fn first(text: &[u8]) -> Option<(char, usize)> {
    let (letter, length) = inside(text.strip_prefix(b"&")?)?;
    Some((letter, length + 1))
}

/// The length in bytes of the entity whose `&` is just before the text.
pub(super) fn behind_sign(text: &[u8]) -> Option<usize> {
    inside(text).map(|(_, length)| length)
}

fn inside(inside: &[u8]) -> Option<(char, usize)> {
    let end = inside.iter().take(LONGEST).position(|byte| *byte == b';')?;
    let name = std::str::from_utf8(&inside[..end]).ok()?;
    let letter = match name.strip_prefix('#') {
        Some(number) => of_number(number)?,
        None => named(name)?,
    };
    Some((letter, end + 1))
}

fn named(name: &str) -> Option<char> {
    let latin = || LATIN.iter().position(|known| *known == name).and_then(|at| u8::try_from(0xa0 + at).ok());
    let other = || OTHERS.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
    latin().map(char::from).or_else(other)
}

fn of_number(number: &str) -> Option<char> {
    let (digits, base) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| char::from(byte).is_digit(base));
    let number = u32::from_str_radix(digits, base).ok().filter(|_| is_number)?;
    match number {
        9 | 10 | 13 => char::from_u32(number),
        // Browsers read these as the bytes of Windows-1252 that they once were.
        0x80..=0x9f => {
            let letters = single_byte::table(Encoding::Windows1252)?;
            u8::try_from(number).ok().map(letters).filter(|letter| !letter.is_control())
        }
        0..=31 | 127 => None,
        number => char::from_u32(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_letters_and_a_lone_sign_is_none() {
        for (text, expected) in [
            ("&eacute;t&eacute;", Some(('é', 8))),
            ("&Eacute;", Some(('É', 8))),
            ("&nbsp;!", Some(('\u{a0}', 6))),
            ("&yuml;", Some(('ÿ', 6))),
            ("&divide;", Some(('÷', 8))),
            ("&times;", Some(('×', 7))),
            ("&euro;", Some(('€', 6))),
            ("&#233;", Some(('é', 6))),
            ("&#xE9;", Some(('é', 6))),
            ("&#039;", Some(('\'', 6))),
            ("&#146;", Some(('’', 6))),
            ("&#128512;", Some(('😀', 9))),
            ("& ;", None),
            ("&D;", None),
            ("&chips;", None),
            ("&#;", None),
            ("&#x;", None),
            ("&#0;", None),
            ("&#xD800;", None),
            ("&#+9;", None),
            ("&eacute", None),
            ("&", None),
            ("é", None),
        ] {
            assert_eq!(first(text.as_bytes()), expected, "{text}");
        }
    }
}
