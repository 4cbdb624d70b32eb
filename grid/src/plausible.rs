//! Guesses the encoding of one byte per character of a text, by the plausibility of its letters.
//!
//! Detectors made for browsers lack Mac Roman, and surveys need a choice of three.

use super::encoding::Encoding;
use super::single_byte;

/// The margin by which another encoding must be more plausible than Windows-1252, by far the commonest.
const MARGIN: i64 = 2;

/// The number of characters that leaves no doubt, wherever in the text they are.
const ENOUGH: usize = 5000;

/// The most plausible of Windows-1252, ISO-8859-15 and Mac Roman; Windows-1252 if they are equally plausible.
pub(crate) fn single_byte(bytes: &[u8]) -> Encoding {
    let others =
        [Encoding::Iso8859_15, Encoding::Macintosh].map(|encoding| (encoding, plausibility(bytes, encoding)));
    let usual = plausibility(bytes, Encoding::Windows1252);
    let best =
        others.into_iter().filter(|(_, other)| *other >= usual + MARGIN).max_by_key(|(_, other)| *other);
    best.map_or(Encoding::Windows1252, |(encoding, _)| encoding)
}

/// The sum over all characters beyond ASCII of how well each sits between its neighbours.
fn plausibility(bytes: &[u8], encoding: Encoding) -> i64 {
    let Some(character) = single_byte::table(encoding) else { return 0 };
    let neighbour = |at: Option<usize>| at.and_then(|at| bytes.get(at)).map_or(' ', |byte| character(*byte));
    let upper = bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii());
    upper
        .take(ENOUGH)
        .map(|(at, byte)| sits(neighbour(at.checked_sub(1)), character(*byte), neighbour(Some(at + 1))))
        .sum()
}

/// The plausibility of a character between its neighbours, from −3, found in no language, to +2, common in French.
fn sits(before: char, c: char, after: char) -> i64 {
    let within = before.is_alphabetic() && after.is_alphabetic();
    let beside = before.is_alphabetic() || after.is_alphabetic();
    let alone = before.is_whitespace() && after.is_whitespace();
    let score = |is_so: bool, yes: i64, no: i64| if is_so { yes } else { no };
    match c {
        '\u{80}'..='\u{9f}' => -3,
        'à' => 2,
        'é' | 'è' | 'ê' | 'ç' | 'ù' | 'ô' | 'î' | 'â' | 'û' | 'ë' | 'ï' | 'œ' | 'ä' | 'ö' | 'ü' | 'ß'
        | 'á' | 'í' | 'ó' | 'ú' | 'ñ' | 'ã' | 'õ' => score(beside, 2, 0),
        '’' => score(within, 3, 0),
        '€' => score(!beside, 2, -1),
        '½' | '¼' | '¾' => score(beside, -2, 1),
        '«' | '“' => score(before.is_alphabetic(), -1, 1),
        '»' | '”' => score(after.is_alphabetic(), -1, 1),
        '…' | '\u{a0}' => score(within, -1, 1),
        '–' | '—' => score(alone, 1, score(beside, -1, 0)),
        _ if c.is_uppercase() => score(before.is_lowercase(), -2, score(after.is_alphabetic(), 1, 0)),
        _ if c.is_alphabetic() => 0,
        // A sign in the middle of a word.
        _ => score(within, -2, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_decide_the_encoding() {
        for (bytes, encoding) in [
            (b"Accueil d\x8e\x8du, tr\x8fs long".as_slice(), Encoding::Macintosh),
            (b"l\xd5h\x99tesse \x8etait d\x8ebord\x8ee", Encoding::Macintosh),
            (b"Accueil d\xe9\xe7u, tr\xe8s long", Encoding::Windows1252),
            (b"l\x92h\xf4tesse \xe9tait l\xe0", Encoding::Windows1252),
            (b"I don\x92t know, it\x92s fine", Encoding::Windows1252),
            (b"co\xfbte 20 \x80 de trop", Encoding::Windows1252),
            (b"le c\xbdur de m\xe9tier", Encoding::Iso8859_15),
            (b"co\xfbte 20 \xa4 de trop", Encoding::Iso8859_15),
            (b"Universe?\x8c\xe6", Encoding::Windows1252),
            (b"\xe9", Encoding::Windows1252),
            (b"\xc9L\xc9GANT ET RAPIDE", Encoding::Windows1252),
            (b"Stra\xdfe, M\xfcnchen, sch\xf6n", Encoding::Windows1252),
            (b"Stra\xa7e, M\x9fnchen, sch\x9an", Encoding::Macintosh),
            (b"ma\xf1ana, coraz\xf3n", Encoding::Windows1252),
            (b"pain \xe0 10\xbd", Encoding::Windows1252),
        ] {
            assert_eq!(single_byte(bytes), encoding, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
