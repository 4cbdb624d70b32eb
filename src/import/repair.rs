//! Characters that another program has read in the wrong encoding before it wrote the file.
//!
//! `m\u{92}arrête`: a byte of Windows-1252 was taken for the control character of the same number in Latin-1. No text
//! needs those characters, so that the repair is safe; still, only the user decides it.

use reflet_grid::{Encoding, Grid, single_byte};

/// The number of misread characters of a text, given as its bytes.
pub fn misread(bytes: &[u8]) -> usize {
    // In UTF-8 each is the byte C2 and one from 80 to 9F.
    memchr::memchr_iter(0xc2, bytes).filter(|at| matches!(bytes.get(at + 1), Some(0x80..=0x9f))).count()
}

/// The text with those characters put right.
pub fn repaired(text: &str) -> String {
    let right = single_byte::table(Encoding::Windows1252);
    let put = |c: char| match (u8::try_from(c), right) {
        (Ok(byte @ 0x80..=0x9f), Some(right)) => right(byte),
        _ => c,
    };
    text.chars().map(put).collect()
}

/// The first cell with such a character, as an example of the repair; only its beginning, if it is long.
pub fn example(grid: &Grid) -> Option<String> {
    let cells = (0..grid.rows()).flat_map(|row| grid.row(row));
    let cell = cells.into_iter().find(|cell| misread(cell.as_bytes()) > 0)?;
    let at = cell.find(|c| matches!(c, '\u{80}'..='\u{9f}'))?;
    let start = cell.floor_char_boundary(at.saturating_sub(60));
    Some(cell[start..].chars().take(120).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_of_latin_1_become_the_signs_they_were() {
        let text = "Ce qui m\u{92}arrête\u{85} «\u{a0}Â\u{a0}» \u{9c}uf";
        assert_eq!(misread(text.as_bytes()), 3);
        assert_eq!(repaired(text), "Ce qui m’arrête… «\u{a0}Â\u{a0}» œuf");
        assert_eq!(misread(repaired(text).as_bytes()), 0);
    }
}
