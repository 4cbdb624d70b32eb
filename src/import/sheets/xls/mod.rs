//! XLS: workbooks of Excel 5 to 2003, and of `LibreOffice`: a stream of records in a compound file.
//!
//! We read it ourselves, because libraries for workbooks reserve a whole rectangle for one distant cell, bring the code
//! pages of all of Asia for old files, and do not report what is hidden.

mod cells;
mod compound;
mod globals;
mod letters;

use super::SheetError;
use super::binary::Bytes;
use super::book::Book;
use compound::Compound;

/// The first bytes of compound files.
pub const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether a file is a workbook of Excel 4 or before, which is records alone.
pub fn is_too_old(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06, 0x00, ..])
}

/// Reads all sheets.
pub fn read(bytes: &[u8], book: &mut Book) -> Result<(), SheetError> {
    let compound = Compound::open(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(SheetError::Encrypted);
    }
    let stream = match compound.stream("Workbook")? {
        Some(stream) => stream,
        None => compound.stream("Book")?.ok_or(SheetError::OtherDocument)?,
    };
    read_stream(&stream, book)
}

fn read_stream(stream: &[u8], book: &mut Book) -> Result<(), SheetError> {
    let globals = globals::read(stream, &mut book.text)?;
    // The bytes left to read: overlapping sheets would be read many times.
    let mut left = stream.len();
    for named in &globals.sheets {
        let rest = stream.get(named.start..).ok_or(SheetError::Damaged)?;
        let mut records = Records(Bytes(rest));
        book.begin(named.name.clone(), named.is_hidden);
        cells::read(&mut records, &globals, book)?;
        book.end()?;
        left = left.checked_sub(rest.len() - records.0.0.len()).ok_or(SheetError::Damaged)?;
    }
    Ok(())
}

/// Records, one after the other.
#[derive(Clone, Copy)]
struct Records<'a>(Bytes<'a>);

const CONTINUE: u16 = 0x3c;

impl<'a> Records<'a> {
    /// The type and the bytes of the next record; `None` at the end.
    fn next(&mut self) -> Result<Option<(u16, Bytes<'a>)>, SheetError> {
        if self.0.0.len() < 4 {
            return Ok(None);
        }
        let kind = self.0.u16()?;
        let length = self.0.u16()?;
        Ok(Some((kind, Bytes(self.0.take(usize::from(length))?))))
    }

    /// The bytes of the records that continue the last one.
    fn continued(&mut self) -> Result<Vec<&'a [u8]>, SheetError> {
        let mut pieces = Vec::new();
        let mut ahead = *self;
        while let Some((CONTINUE, piece)) = ahead.next()? {
            pieces.push(piece.0);
            *self = ahead;
        }
        Ok(pieces)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
        let length = u16::try_from(bytes.len()).unwrap_or(0);
        [&kind.to_le_bytes(), &length.to_le_bytes(), bytes].concat()
    }

    /// Reads a workbook with a sheet at each of those offsets behind the global records.
    fn read_at(places: &[usize]) -> Result<usize, SheetError> {
        let begin = record(globals::BEGIN, &[0, 6]);
        let end = record(globals::END, &[]);
        let front = begin.len() + end.len() + places.len() * 11;
        let sheets = places.iter().flat_map(|place| {
            let [a, b, c, d, ..] = (front + place).to_le_bytes();
            record(0x85, &[a, b, c, d, 0, 0, 0])
        });
        let sheets: Vec<u8> = sheets.collect();
        let sheet = [begin.clone(), record(0, &[0; 90]), end.clone()].concat();
        let stream = [begin, sheets, end, sheet.clone(), sheet].concat();
        let mut progress = |_| {};
        let mut book = Book::new(&mut progress);
        read_stream(&stream, &mut book)?;
        Ok(book.sheets.len())
    }

    #[test]
    fn overlapping_sheets_are_not_read_without_end() {
        assert_eq!(read_at(&[0, 104]), Ok(2));
        assert_eq!(read_at(&[104, 0]), Ok(2));
        assert_eq!(read_at(&[0; 9]), Err(SheetError::Damaged));
    }
}
