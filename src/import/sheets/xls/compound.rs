//! Compound files, as Office wrote them before 2007: streams in chains of sectors, linked by a table.

use super::super::SheetError;
use super::super::binary::{Bytes, push_wide};

/// The first number that is no sector and ends a chain.
const END: u32 = 0xffff_fffa;
/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// The offset of the list of the table's first sectors.
const TABLE: usize = 76;
/// Bytes before the first sector.
const HEADER: usize = 512;

/// A compound file.
pub struct Compound<'a> {
    bytes: &'a [u8],
    /// Bytes of a sector.
    sector: usize,
    next: Vec<u32>,
    /// Bytes of a small sector.
    small_sector: usize,
    small_next: Vec<u32>,
    /// The small sectors.
    small: Vec<u8>,
    /// The size below which a stream is in small sectors.
    cutoff: usize,
    entries: Vec<Entry>,
}

/// A stream in the directory.
struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Reads the tables and the directory.
    pub fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let at = |place: usize| Bytes(bytes.get(place..).unwrap_or_default());
        let (sector, small_sector) = (at(30).u16()?, at(32).u16()?);
        if !matches!(sector, 9 | 12) || small_sector > sector {
            return Err(SheetError::Damaged);
        }
        let mut compound = Self {
            bytes,
            sector: 1 << sector,
            next: Vec::new(),
            small_sector: 1 << small_sector,
            small_next: Vec::new(),
            small: Vec::new(),
            cutoff: size(at(56).u32()?),
            entries: Vec::new(),
        };
        compound.next = compound.table(at(68).u32()?)?;
        compound.small_next = numbers(&compound.chain(at(60).u32()?)?);
        let directory = compound.chain(at(48).u32()?)?;
        for (index, entry) in directory.chunks_exact(ENTRY).enumerate() {
            let entry = Entry::of(Bytes(entry))?;
            if index == 0 {
                compound.small = compound.chain(entry.start)?;
            }
            compound.entries.push(entry);
        }
        Ok(compound)
    }

    /// Whether there is a stream of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The stream of that name, if there is one.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, SheetError> {
        let found = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
        let Some(entry) = found else { return Ok(None) };
        let mut stream = if entry.size < self.cutoff {
            follow(&self.small, &self.small_next, self.small_sector, entry.start)?
        } else {
            self.chain(entry.start)?
        };
        stream.truncate(entry.size);
        Ok(Some(stream))
    }

    /// The table of next sectors. Its own sectors are listed in the header and then in a chain of lists.
    fn table(&self, more: u32) -> Result<Vec<u32>, SheetError> {
        let sectors = self.sectors();
        let mut places = numbers(self.bytes.get(TABLE..HEADER).ok_or(SheetError::Damaged)?);
        let mut more = more;
        let limit = sectors.len() / self.sector + 1;
        for _ in 0..limit {
            if more >= END {
                break;
            }
            let mut names = numbers(piece(sectors, self.sector, more)?);
            more = names.pop().unwrap_or(END);
            places.append(&mut names);
        }
        let mut next = Vec::new();
        for sector in places.into_iter().filter(|&sector| sector < END).take(limit) {
            next.extend(numbers(piece(sectors, self.sector, sector)?));
        }
        Ok(next)
    }

    fn chain(&self, start: u32) -> Result<Vec<u8>, SheetError> {
        follow(self.sectors(), &self.next, self.sector, start)
    }

    /// The bytes behind the header, which fills one sector even if sectors are large.
    fn sectors(&self) -> &'a [u8] {
        self.bytes.get(self.sector.max(HEADER)..).unwrap_or_default()
    }
}

impl Entry {
    fn of(mut entry: Bytes) -> Result<Self, SheetError> {
        let letters = entry.take(64)?;
        // The length includes the zero at the end.
        let length = usize::from(entry.u16()?).saturating_sub(2);
        let mut name = String::new();
        push_wide(&mut name, letters.get(..length).unwrap_or_default());
        entry.take(50)?;
        Ok(Self { name, start: entry.u32()?, size: size(entry.u32()?) })
    }
}

/// The bytes of a chain of sectors. A circular chain is refused, because it has more sectors than the file.
fn follow(sectors: &[u8], next: &[u32], length: usize, start: u32) -> Result<Vec<u8>, SheetError> {
    let mut bytes = Vec::new();
    let mut sector = start;
    while sector < END {
        bytes.extend_from_slice(piece(sectors, length, sector)?);
        if bytes.len() > sectors.len() {
            return Err(SheetError::Damaged);
        }
        sector = *next.get(size(sector)).ok_or(SheetError::Damaged)?;
    }
    Ok(bytes)
}

/// A sector; the last one of a file may be short.
fn piece(sectors: &[u8], length: usize, sector: u32) -> Result<&[u8], SheetError> {
    let start = size(sector).saturating_mul(length);
    let end = start.saturating_add(length).min(sectors.len());
    sectors.get(start..end).filter(|piece| !piece.is_empty()).ok_or(SheetError::Damaged)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let number = |bytes: &[u8]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    bytes.chunks_exact(4).map(number).collect()
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
