//! `_x000D_`: the escapes of XLSX for characters that markup cannot hold.

/// Replaces the escapes in a text from the byte `start` on.
pub fn decode(text: &mut String, start: usize) {
    let Some(written) = text.get(start..).filter(|written| written.contains("_x")) else { return };
    let mut units: Vec<u16> = Vec::new();
    let mut decoded = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(letter) = rest.chars().next() {
        if let Some(unit) = unit(rest) {
            units.push(unit);
            rest = rest.get(LENGTH..).unwrap_or_default();
        } else {
            flush(&mut units, &mut decoded);
            decoded.push(letter);
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    flush(&mut units, &mut decoded);
    text.truncate(start);
    text.push_str(&decoded);
}

/// Bytes of an escape.
const LENGTH: usize = 7;

/// The UTF-16 unit of the escape at the beginning of a text.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let is_whole = text.as_bytes().get(LENGTH - 1) == Some(&b'_');
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if is_whole && is_hex { u16::from_str_radix(digits, 16).ok() } else { None }
}

fn flush(units: &mut Vec<u16>, text: &mut String) {
    text.extend(
        char::decode_utf16(units.drain(..)).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_letters_again() {
        for (written, expected) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDE00_!", "😀!"),
            ("_xD83D_", "\u{fffd}"),
            ("_x00é_", "_x00é_"),
            ("_x000G_", "_x000G_"),
            ("_x+00D_", "_x+00D_"),
            ("nom_x", "nom_x"),
        ] {
            let mut text = format!("_x000D_{written}");
            decode(&mut text, LENGTH);
            assert_eq!(text, format!("_x000D_{expected}"), "{written}");
        }
    }
}
