//! Quotation marks that are no quoting: `"Super" a dit le vendeur`, or a citation that never closes.
//!
//! A spreadsheet writes such a cell as it stands. Read as quoting it would lose its marks, or swallow the rows
//! after it, so it is quoted properly first. A well-formed table comes back as it is.

use std::borrow::Cow;

/// A text whose every quoted cell is well formed.
pub(super) struct Quoted<'a> {
    pub text: Cow<'a, str>,
    /// How many cells began with a mark that does not close.
    pub stray: usize,
}

/// How a cell that begins with a quotation mark ends.
enum Ending {
    /// At this byte, with a mark; `plain` if it holds nothing that had to be quoted.
    Quoted { end: usize, plain: bool },
    /// The mark does not close it.
    Stray,
}

/// Quotes the cells whose first quotation mark does not close.
///
/// Without separator a line is the cell, and a marked line that needs no quoting is a citation:
/// it keeps its marks, unless every line has them.
pub(super) fn repair(text: &str, separator: Option<u8>) -> Quoted<'_> {
    let citations = separator.is_none() && !every_line_quoted(text);
    let bytes = text.as_bytes();
    let breaks = |byte: u8| byte == b'\n' || byte == b'\r' || Some(byte) == separator;
    let mut repaired = String::new();
    let (mut stray, mut copied, mut from) = (0, 0, 0);
    while let Some(mark) = text[from..].find('"').map(|at| from + at) {
        from = mark + 1;
        if mark > 0 && !breaks(bytes[mark - 1]) {
            continue;
        }
        match ending(text, mark, separator) {
            Ending::Quoted { end, plain } if !(citations && plain) => from = end,
            ending => {
                stray += usize::from(matches!(ending, Ending::Stray));
                let end =
                    bytes[from..].iter().position(|byte| breaks(*byte)).map_or(bytes.len(), |at| from + at);
                repaired.push_str(&text[copied..mark]);
                repaired.push('"');
                repaired.push_str(&text[mark..end].replace('"', "\"\""));
                repaired.push('"');
                copied = end;
                from = end;
            }
        }
    }
    if copied == 0 {
        return Quoted { text: Cow::Borrowed(text), stray };
    }
    repaired.push_str(&text[copied..]);
    Quoted { text: Cow::Owned(repaired), stray }
}

/// Where the cell ends whose opening mark is at `mark`.
fn ending(text: &str, mark: usize, separator: Option<u8>) -> Ending {
    let bytes = text.as_bytes();
    let mut from = mark + 1;
    let mut doubled = false;
    while let Some(at) = text[from..].find('"').map(|at| from + at) {
        // Two marks are one that is part of the cell.
        let run = bytes[at..].iter().take_while(|byte| **byte == b'"').count();
        doubled |= run > 1;
        from = at + run;
        if run % 2 == 0 {
            continue;
        }
        let at = from - 1;
        let after = bytes[at + 1..].iter().position(|byte| *byte != b' ').map(|n| bytes[at + 1 + n]);
        if after.is_none_or(|byte| byte == b'\n' || byte == b'\r' || Some(byte) == separator) {
            let inside = &bytes[mark + 1..at];
            let special = |byte: &u8| matches!(byte, b'\n' | b'\r' | b',' | b';' | b'\t' | b'|');
            return Ending::Quoted {
                end: at + 1,
                plain: !doubled && !inside.iter().any(special) && at > mark + 1,
            };
        }
        return Ending::Stray;
    }
    Ending::Stray
}

/// Whether every line that is not blank, but perhaps the first, is one quoted cell.
fn every_line_quoted(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    let mut lines = 0;
    while let Some(start) = text[from..].find(|c: char| !c.is_whitespace()).map(|at| from + at) {
        from = match text[start..].starts_with('"').then(|| ending(text, start, None)) {
            Some(Ending::Quoted { end, .. }) => end,
            _ if lines > 0 => return false,
            _ => bytes[start..]
                .iter()
                .position(|byte| matches!(byte, b'\n' | b'\r'))
                .map_or(bytes.len(), |at| start + at),
        };
        lines += 1;
    }
    lines > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_a_mark_does_not_quote() {
        let comma = Some(b',');
        for (text, separator, expected, stray) in [
            ("a,\"b\"\n", comma, "a,\"b\"\n", 0),
            ("a,\"b,\nc\"\n", comma, "a,\"b,\nc\"\n", 0),
            ("\"a\" ,b", comma, "\"a\" ,b", 0),
            ("a \"b\",c", comma, "a \"b\",c", 0),
            ("\"oui\" dit-il,5", comma, "\"\"\"oui\"\" dit-il\",5", 1),
            ("\"non,5\nx,\"y\"", comma, "\"\"\"non\",5\nx,\"y\"", 1),
            ("\"fin", comma, "\"\"\"fin\"", 1),
            ("\"un, \"\"deux\"\"\"", comma, "\"un, \"\"deux\"\"\"", 0),
            ("\"Bien\"\nBon", None, "\"\"\"Bien\"\"\"\nBon", 0),
            ("\"Bien\"\n\"Bon\"", None, "\"Bien\"\n\"Bon\"", 0),
            ("verbatim\n\"Bien\"\n\"Bon\"", None, "verbatim\n\"Bien\"\n\"Bon\"", 0),
            ("Bon\n\"deux\nlignes\"", None, "Bon\n\"deux\nlignes\"", 0),
            ("Bon\n\"Bien, oui\"\nOk", None, "Bon\n\"Bien, oui\"\nOk", 0),
        ] {
            let repaired = repair(text, separator);
            assert_eq!((repaired.text.as_ref(), repaired.stray), (expected, stray), "{text:?}");
        }
    }
}
