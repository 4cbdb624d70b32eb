//! Places of cells in letters: `BC12`.

use super::SheetError;
use super::book::MAX_ROWS;
use crate::import::grid::MAX_COLUMNS;

/// The column, from 0, and the row, from 1, of a reference such as `$BC$12`.
pub fn place(reference: &str) -> Result<(usize, usize), SheetError> {
    let (mut column, mut row) = (0_usize, 0_usize);
    for letter in reference.bytes().filter(|&letter| letter != b'$') {
        match letter {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
            }
            b'0'..=b'9' if column > 0 => row = row * 10 + usize::from(letter - b'0'),
            _ => return Err(SheetError::Damaged),
        }
        if column > MAX_COLUMNS || row > MAX_ROWS {
            return Err(SheetError::PlaceOutside);
        }
    }
    match (column.checked_sub(1), row) {
        (Some(column), 1..) => Ok((column, row)),
        _ => Err(SheetError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_up_to_the_largest_sheet() {
        assert_eq!(place("A1"), Ok((0, 1)));
        assert_eq!(place("$bc$12"), Ok((54, 12)));
        assert_eq!(place("XFD1048576"), Ok((16_383, 1_048_576)));
        assert_eq!(place("XFE1"), Err(SheetError::PlaceOutside));
        assert_eq!(place("A1048577"), Err(SheetError::PlaceOutside));
        assert_eq!(place("A99999999999999999999999"), Err(SheetError::PlaceOutside));
        for wrong in ["", "A", "1", "A0", "A1B", "É1", "A-1"] {
            assert_eq!(place(wrong), Err(SheetError::Damaged), "{wrong}");
        }
    }
}
