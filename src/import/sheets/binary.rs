//! Numbers and characters in binary records, shared by XLS and XLSB.

use super::SheetError;
use super::book::Book;

/// Bytes that are read from front to back, lowest byte first.
#[derive(Clone, Copy)]
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], SheetError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(SheetError::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next `N` bytes.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], SheetError> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(SheetError::Damaged)?;
        self.0 = rest;
        Ok(*taken)
    }

    pub fn u8(&mut self) -> Result<u8, SheetError> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    pub fn u16(&mut self) -> Result<u16, SheetError> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub fn u32(&mut self) -> Result<u32, SheetError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub fn f64(&mut self) -> Result<f64, SheetError> {
        Ok(f64::from_le_bytes(self.array()?))
    }

    /// A number in four bytes: the upper half of a float, or a whole number; either may be in hundredths.
    pub fn short_number(&mut self) -> Result<f64, SheetError> {
        let bits = self.u32()?;
        let value = if bits & 2 == 0 {
            f64::from_bits(u64::from(bits & !3) << 32)
        } else {
            f64::from(bits.cast_signed() >> 2)
        };
        Ok(if bits & 1 == 0 { value } else { value / 100.0 })
    }
}

/// Adds characters of UTF-16, lowest byte first.
pub fn push_wide(text: &mut String, bytes: &[u8]) {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    text.extend(char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

/// Adds a boolean.
pub fn push_boolean(book: &mut Book, value: u8) {
    book.text.push_str(if value == 0 { "FALSE" } else { "TRUE" });
}

/// Adds an error as a spreadsheet shows it.
pub fn push_error(book: &mut Book, code: u8) -> Result<(), SheetError> {
    book.sheet()?.errors += 1;
    book.text.push_str(match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2b => "#GETTING_DATA",
        _ => "#N/A",
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_floats_or_whole_and_maybe_hundredths() {
        let number = |bits: u32| Bytes(&bits.to_le_bytes()).short_number().map(|value| value.to_string());
        assert_eq!(number(0x3ff0_0000).as_deref(), Ok("1"));
        assert_eq!(number(0x3ff0_0001).as_deref(), Ok("0.01"));
        assert_eq!(number(1234 << 2 | 2).as_deref(), Ok("1234"));
        assert_eq!(number(1234 << 2 | 3).as_deref(), Ok("12.34"));
        assert_eq!(number((-5_i32 << 2 | 2).cast_unsigned()).as_deref(), Ok("-5"));
    }

    #[test]
    fn bytes_end() {
        let mut bytes = Bytes(&[1, 2, 3]);
        assert_eq!(bytes.u16(), Ok(0x0201));
        assert_eq!(bytes.u16(), Err(SheetError::Damaged));
        assert_eq!(bytes.take(2), Err(SheetError::Damaged));
        assert_eq!(bytes.u8(), Ok(3));
    }
}
