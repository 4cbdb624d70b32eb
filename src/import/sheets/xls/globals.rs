//! The records before those of the sheets, which the sheets refer to.

use std::collections::BTreeMap;

use super::super::SheetError;
use super::super::binary::Bytes;
use super::super::book::Span;
use super::super::format::Format;
use super::super::number::Epoch;
use super::Records;
use super::letters::{Letters, Pieces};
use crate::import::grid::GridError;

pub const BEGIN: u16 = 0x809;
pub const END: u16 = 0x0a;
const EPOCH: u16 = 0x22;
const PASSWORD: u16 = 0x2f;
const CODE_PAGE: u16 = 0x42;
const SHEET: u16 = 0x85;
const STYLE: u16 = 0xe0;
const SHARED_STRINGS: u16 = 0xfc;
const NUMBER_FORMAT: u16 = 0x41e;
/// The version of Excel 97 and later.
const EXCEL_97: u16 = 0x600;
const EXCEL_5: u16 = 0x500;

/// The data that the cells of all sheets refer to.
pub struct Globals {
    pub letters: Letters,
    pub epoch: Epoch,
    pub sheets: Vec<NamedSheet>,
    pub strings: Vec<Span>,
    pub formats: Vec<Format>,
}

/// A sheet in the list of sheets.
pub struct NamedSheet {
    pub name: String,
    pub is_hidden: bool,
    /// The offset of its records in the stream.
    pub start: usize,
}

/// Reads the records before those of the sheets, and adds the shared texts to a text.
pub fn read(stream: &[u8], text: &mut String) -> Result<Globals, SheetError> {
    let mut records = Records(Bytes(stream));
    let mut globals = Globals {
        letters: version(&mut records)?,
        epoch: Epoch::default(),
        sheets: Vec::new(),
        strings: Vec::new(),
        formats: Vec::new(),
    };
    let mut own = BTreeMap::new();
    let mut styles = Vec::new();
    while let Some((kind, mut record)) = records.next()? {
        match kind {
            PASSWORD => return Err(SheetError::Encrypted),
            CODE_PAGE if globals.letters != Letters::Unicode => {
                globals.letters = Letters::of_code_page(record.u16()?);
            }
            EPOCH if record.u16()? == 1 => globals.epoch = Epoch::Y1904,
            NUMBER_FORMAT => {
                let id = record.u16()?;
                own.insert(id, Format::of_code(&globals.code(record)?));
            }
            STYLE => {
                record.u16()?;
                styles.push(record.u16()?);
            }
            SHEET => globals.sheets.extend(globals.sheet(record)?),
            SHARED_STRINGS => {
                record.take(8)?;
                globals.strings = strings(Pieces::new(record, records.continued()?), text)?;
            }
            END => break,
            _ => {}
        }
    }
    let format = |id: u16| own.get(&id).copied().unwrap_or_else(|| Format::built_in(u32::from(id)));
    globals.formats = styles.into_iter().map(format).collect();
    Ok(globals)
}

fn version(records: &mut Records) -> Result<Letters, SheetError> {
    match records.next()? {
        Some((BEGIN, mut record)) => match record.u16()? {
            EXCEL_97.. => Ok(Letters::Unicode),
            EXCEL_5.. => Ok(Letters::Windows),
            _ => Err(SheetError::TooOld),
        },
        Some((0x09 | 0x209 | 0x409, _)) => Err(SheetError::TooOld),
        _ => Err(SheetError::Damaged),
    }
}

impl Globals {
    /// The code of a number format.
    fn code(&self, mut record: Bytes) -> Result<String, SheetError> {
        let count = if self.letters == Letters::Unicode { record.u16()? } else { u16::from(record.u8()?) };
        self.text(record, usize::from(count))
    }

    /// A sheet; `None` for one without cells: a chart, or the macros of old versions.
    fn sheet(&self, mut record: Bytes) -> Result<Option<NamedSheet>, SheetError> {
        let start = usize::try_from(record.u32()?).unwrap_or(usize::MAX);
        let is_hidden = record.u8()? & 3 != 0;
        let has_cells = record.u8()? == 0;
        let count = record.u8()?;
        let name = self.text(record, usize::from(count))?;
        Ok(has_cells.then_some(NamedSheet { name, is_hidden, start }))
    }

    fn text(&self, record: Bytes, count: usize) -> Result<String, SheetError> {
        let mut text = String::new();
        if count > 0 {
            self.letters.push(&mut text, &mut Pieces::new(record, Vec::new()), count)?;
        }
        Ok(text)
    }
}

/// The shared texts. Each has three bytes or more, so that the size of the file bounds their number.
fn strings(mut pieces: Pieces, text: &mut String) -> Result<Vec<Span>, SheetError> {
    let offset = |place: usize| u32::try_from(place).map_err(|_| SheetError::from(GridError::TooLong));
    let mut spans = Vec::new();
    while !pieces.is_empty() {
        let start = text.len();
        pieces.turn()?;
        let count = usize::from(pieces.current.u16()?);
        Letters::Unicode.push(text, &mut pieces, count)?;
        spans.push((offset(start)?, offset(text.len())?));
    }
    Ok(spans)
}
