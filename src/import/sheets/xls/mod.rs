//! XLS: workbooks of Excel 5 to 2003, and of `LibreOffice`, which are a stream of records in a file of streams.
//!
//! Read here, because the libraries that read workbooks set aside a whole rectangle of cells for one that is far out,
//! bring the letters of all of Asia for the old ones, and do not tell what is hidden.

mod cells;
mod compound;
mod globals;
mod letters;

use super::SheetError;
use super::binary::Bytes;
use super::book::Book;
use compound::Compound;

/// How files of streams begin.
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
    let globals = globals::read(&stream, &mut book.text)?;
    for named in &globals.sheets {
        let records = stream.get(named.start..).ok_or(SheetError::Damaged)?;
        book.begin(named.name.clone(), named.is_hidden);
        cells::read(Records(Bytes(records)), &globals, book)?;
        book.end()?;
    }
    Ok(())
}

/// Records, one after the other.
#[derive(Clone, Copy)]
struct Records<'a>(Bytes<'a>);

const CONTINUE: u16 = 0x3c;

impl<'a> Records<'a> {
    /// The kind and the bytes of the next record; none at the end.
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
