//! Decodes characters: replaces entities, and makes every end of a line a line feed.

use memchr::{memchr, memchr2};

use super::super::SheetError;

/// Adds the decoded text between two tags.
pub fn push_meant(text: &mut String, written: &str) -> Result<(), SheetError> {
    let mut rest = written;
    while let Some(place) = memchr2(b'&', b'\r', rest.as_bytes()) {
        let (before, after) = rest.split_at(place);
        text.push_str(before);
        rest = match after.strip_prefix('&') {
            Some(named) => push_named(text, named)?,
            None => push_end_of_line(text, after),
        };
    }
    text.push_str(rest);
    Ok(())
}

/// Adds text without entities.
pub fn push_lines(text: &mut String, written: &str) {
    let mut rest = written;
    while let Some(place) = memchr(b'\r', rest.as_bytes()) {
        let (before, after) = rest.split_at(place);
        text.push_str(before);
        rest = push_end_of_line(text, after);
    }
    text.push_str(rest);
}

/// The decoded value of an attribute, whose line ends stay.
pub fn text_of(written: &str) -> Result<String, SheetError> {
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, named)) = rest.split_once('&') {
        text.push_str(before);
        rest = push_named(&mut text, named)?;
    }
    text.push_str(rest);
    Ok(text)
}

/// Adds a line feed for the line end at the beginning of `written`, and returns the rest.
fn push_end_of_line<'a>(text: &mut String, written: &'a str) -> &'a str {
    text.push('\n');
    let rest = written.strip_prefix('\r').unwrap_or(written);
    rest.strip_prefix('\n').unwrap_or(rest)
}

/// Adds the character of the entity `name;` behind `&`, and returns the rest.
fn push_named<'a>(text: &mut String, written: &'a str) -> Result<&'a str, SheetError> {
    let (name, rest) = written.split_once(';').ok_or(SheetError::Damaged)?;
    text.push(match (name, name.strip_prefix('#')) {
        (_, Some(number)) => numbered(number).ok_or(SheetError::Damaged)?,
        ("lt", _) => '<',
        ("gt", _) => '>',
        ("amp", _) => '&',
        ("quot", _) => '"',
        ("apos", _) => '\'',
        _ => return Err(SheetError::Entities),
    });
    Ok(rest)
}

/// The character of a number such as `233` or `xe9`; `None` for 0.
fn numbered(written: &str) -> Option<char> {
    let (digits, radix) = written.strip_prefix('x').map_or((written, 10), |digits| (digits, 16));
    if !digits.bytes().all(|digit| char::from(digit).is_digit(radix)) {
        return None;
    }
    u32::from_str_radix(digits, radix).ok().filter(|&number| number > 0).and_then(char::from_u32)
}
