//! Texts of XLS: in the code page of a country until Excel 95, then in one or two bytes per character.

use super::super::SheetError;
use super::super::binary::{Bytes, push_wide};
use reflet_grid::single_byte::{macintosh, windows_1252};

/// The encoding of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Excel 97 and later.
    Unicode,
    /// Before Excel 97, in Western Europe.
    Windows,
    /// Before Excel 97, on a Macintosh.
    Macintosh,
}

impl Letters {
    /// The encoding of a code page before Excel 97. Those of other countries are read as that of Western Europe.
    pub fn of_code_page(number: u16) -> Self {
        if matches!(number, 10_000 | 0x8000) { Self::Macintosh } else { Self::Windows }
    }

    /// Adds the next text of `count` characters.
    pub fn push(self, text: &mut String, pieces: &mut Pieces, count: usize) -> Result<(), SheetError> {
        match self {
            Self::Unicode => pieces.push(text, count),
            Self::Windows => single(text, pieces, count, windows_1252),
            Self::Macintosh => single(text, pieces, count, macintosh),
        }
    }
}

/// Adds characters of one byte each.
fn single(
    text: &mut String,
    pieces: &mut Pieces,
    count: usize,
    character: fn(u8) -> char,
) -> Result<(), SheetError> {
    text.extend(pieces.current.take(count)?.iter().map(|byte| character(*byte)));
    Ok(())
}

/// The bytes of a record and of those that continue it. A text that goes on in the next record repeats the width of its
/// characters there.
pub struct Pieces<'a> {
    pub current: Bytes<'a>,
    rest: std::vec::IntoIter<&'a [u8]>,
}

const IS_WIDE: u8 = 1;
const HAS_SOUND: u8 = 4;
const HAS_RUNS: u8 = 8;

impl<'a> Pieces<'a> {
    pub fn new(first: Bytes<'a>, rest: Vec<&'a [u8]>) -> Self {
        Self { current: first, rest: rest.into_iter() }
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.current.0.is_empty() && self.rest.as_slice().iter().all(|piece| piece.is_empty())
    }

    /// Moves to the next piece if the current one is at its end.
    pub fn turn(&mut self) -> Result<(), SheetError> {
        while self.current.0.is_empty() {
            self.current = Bytes(self.rest.next().ok_or(SheetError::Damaged)?);
        }
        Ok(())
    }

    /// Adds a text of `count` characters, and skips its formats and phonetics.
    fn push(&mut self, text: &mut String, count: usize) -> Result<(), SheetError> {
        self.turn()?;
        let mut flags = self.current.u8()?;
        let runs = if flags & HAS_RUNS == 0 { 0 } else { usize::from(self.current.u16()?) * 4 };
        let sound = if flags & HAS_SOUND == 0 { 0 } else { self.current.u32()? };
        let mut wide = Vec::new();
        let mut left = count;
        while left > 0 {
            if self.current.0.is_empty() {
                self.turn()?;
                flags = self.current.u8()?;
            }
            let width = if flags & IS_WIDE == 0 { 1 } else { 2 };
            let here = left.min(self.current.0.len() / width);
            if here == 0 {
                return Err(SheetError::Damaged);
            }
            for letter in self.current.take(here * width)?.chunks_exact(width) {
                wide.extend([letter[0], letter.get(1).copied().unwrap_or(0)]);
            }
            left -= here;
        }
        push_wide(text, &wide);
        self.skip(runs.saturating_add(usize::try_from(sound).unwrap_or(usize::MAX)))
    }

    fn skip(&mut self, count: usize) -> Result<(), SheetError> {
        let mut left = count;
        while left > 0 {
            self.turn()?;
            let here = left.min(self.current.0.len());
            self.current.take(here)?;
            left -= here;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_change_its_width_where_it_goes_on() -> Result<(), SheetError> {
        let rest: Vec<&[u8]> = vec![&[1, b'c', 0, 0xac, 0x20], &[0, b'e', 9, 9], &[9, 9, 0, b'!']];
        let mut pieces = Pieces::new(Bytes(&[HAS_RUNS, 1, 0, b'a', 0xe9]), rest);
        let mut text = String::new();
        Letters::Unicode.push(&mut text, &mut pieces, 5)?;
        Letters::Unicode.push(&mut text, &mut pieces, 1)?;
        assert_eq!(text, "aéc€e!");
        assert!(pieces.is_empty());
        assert_eq!(Letters::Unicode.push(&mut text, &mut pieces, 1), Err(SheetError::Damaged));
        Ok(())
    }
}
