//! `NaN`, `Infinity` and `-Infinity`, which some libraries of Python and JavaScript write although JSON has no such
//! values.

use std::borrow::Cow;

use memchr::{memchr3, memmem};

const WORDS: [&[u8]; 2] = [b"NaN", b"Infinity"];

/// The text with an empty string or `null` in place of each such word, and their number. Words inside strings stay. The
/// length of the text stays, so that the positions of errors are those of the source.
pub(super) fn standard(text: &str) -> (Cow<'_, str>, usize) {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let bytes = text.as_bytes();
    if !start.starts_with(['[', '{']) || WORDS.iter().all(|word| memmem::find(bytes, word).is_none()) {
        return (Cow::Borrowed(text), 0);
    }
    let (mut written, mut from, mut at, mut count) = (String::with_capacity(text.len()), 0, 0, 0);
    while let Some(found) = memchr3(b'"', b'N', b'I', &bytes[at..]) {
        at += found;
        if bytes[at] == b'"' {
            at = after_string(bytes, at + 1);
            continue;
        }
        let Some(word) = WORDS.into_iter().find(|word| bytes[at..].starts_with(word)) else {
            at += 1;
            continue;
        };
        let end = at + word.len();
        let signed = word.len() > 3 && at > 0 && bytes[at - 1] == b'-';
        let begin = at - usize::from(signed);
        if is_value(bytes, begin, end) {
            written.push_str(&text[from..begin]);
            written.push_str(if word.len() == 3 { "\"\"" } else { "null" });
            let length = written.len() + text.len() - end;
            written.extend(std::iter::repeat_n(' ', text.len() - length));
            (from, count) = (end, count + 1);
        }
        at = end;
    }
    written.push_str(&text[from..]);
    (Cow::Owned(written), count)
}

/// The end of the string that begins at `at`: behind its closing mark, or at the end of the line, because a string has
/// no line end.
fn after_string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(found) = memchr3(b'"', b'\\', b'\n', bytes.get(at..).unwrap_or_default()) {
        at += found;
        match bytes[at] {
            b'\\' => at += 2,
            _ => return at + 1,
        }
    }
    bytes.len()
}

/// Whether that part of a text is at the place of a value.
fn is_value(bytes: &[u8], begin: usize, end: usize) -> bool {
    let before = bytes[..begin].iter().rev().find(|byte| !byte.is_ascii_whitespace());
    let after = bytes[end..].iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(before, Some(b':' | b',' | b'[')) && matches!(after, Some(b',' | b']' | b'}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_are_no_numbers_become_empty() {
        for (text, expected, count) in [
            ("[{\"a\": NaN}]", "[{\"a\": \"\" }]", 1),
            ("[{\"a\":-Infinity,\"b\":Infinity}]", "[{\"a\":null     ,\"b\":null    }]", 2),
            ("[NaN, NaN\n]", "[\"\" , \"\" \n]", 2),
            (
                "[{\"NaN\": \"NaN, NaN\", \"b\": \"\\\", NaN\"}]",
                "[{\"NaN\": \"NaN, NaN\", \"b\": \"\\\", NaN\"}]",
                0,
            ),
            ("{\"a\": \"open\n{\"a\": NaN}", "{\"a\": \"open\n{\"a\": \"\" }", 1),
            ("[NaNa, aNaN, -NaN, Infinity et plus]", "[NaNa, aNaN, -NaN, Infinity et plus]", 0),
            ("Il a dit [NaN]", "Il a dit [NaN]", 0),
        ] {
            let (standard, found) = standard(text);
            assert_eq!((standard.as_ref(), found), (expected, count), "{text}");
            assert_eq!(standard.len(), text.len());
        }
    }
}
