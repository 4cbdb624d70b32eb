//! Records of an XLSB part, one after the other.

use std::io::{BufReader, ErrorKind, Read};

use super::super::SheetError;
use super::super::binary::{Bytes, push_wide};
use crate::import::archive;

/// The most bytes of a record; a cell has far fewer.
const MAX_RECORD: usize = 4 << 20;
/// The number of bytes inflated at once.
const CHUNK: usize = 64 << 10;

/// The records of a part.
pub struct Records<R> {
    source: BufReader<R>,
    record: Vec<u8>,
}

impl<R: Read> Records<R> {
    pub fn new(source: R) -> Self {
        Self { source: BufReader::with_capacity(CHUNK, source), record: Vec::new() }
    }

    /// The type and the bytes of the next record; `None` after the last one.
    pub fn next(&mut self) -> Result<Option<(u32, Bytes<'_>)>, SheetError> {
        let Some(first) = self.byte()? else { return Ok(None) };
        let mut kind = u32::from(first);
        if first & 0x80 != 0 {
            kind = (kind & 0x7f) | u32::from(self.byte()?.ok_or(SheetError::Damaged)?) << 7;
        }
        let mut length = 0_usize;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?.ok_or(SheetError::Damaged)?;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        if length > MAX_RECORD {
            return Err(SheetError::MarkupTooLong);
        }
        self.record.resize(length, 0);
        self.source.read_exact(&mut self.record).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => SheetError::Damaged,
            _ => archive::of_io(&error).into(),
        })?;
        Ok(Some((kind, Bytes(&self.record))))
    }

    fn byte(&mut self) -> Result<Option<u8>, SheetError> {
        let mut byte = [0];
        let count = self.source.read(&mut byte).map_err(|error| archive::of_io(&error))?;
        Ok((count > 0).then_some(byte[0]))
    }
}

/// Adds a text with its length in front.
pub fn push_text(text: &mut String, record: &mut Bytes) -> Result<(), SheetError> {
    let count = usize::try_from(record.u32()?).unwrap_or(usize::MAX);
    push_wide(text, record.take(count.saturating_mul(2))?);
    Ok(())
}

/// A text with its length in front; empty for the special length of no text.
pub fn text(record: &mut Bytes) -> Result<String, SheetError> {
    let mut text = String::new();
    if record.clone().u32()? == u32::MAX {
        record.take(4)?;
    } else {
        push_text(&mut text, record)?;
    }
    Ok(text)
}
