//! ZIP archives, read within limits that hold whatever an archive says about itself.
//!
//! What an entry holds is counted while it is inflated, and reading stops where a limit is passed: a declared size is
//! only ever believed when it is too large.

use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// More bytes than a file of answers has: 50 MiB.
pub const MAX_FILE: usize = 50 << 20;
/// More bytes than a file may have when it is inflated: 300 MiB.
pub const MAX_INFLATED: u64 = 300 << 20;
/// How many bytes one byte may become.
pub const MAX_RATIO: u64 = 200;
/// Entries that inflate to less, 1 MiB, may do so at any ratio.
const HARMLESS: u64 = 1 << 20;
/// More entries than an office file has.
const MAX_ENTRIES: usize = 10_000;
/// What is set aside for an entry on the word of the archive alone.
const TRUSTED: u64 = 1 << 20;

/// An archive in memory.
pub struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    names: BTreeMap<String, usize>,
    inflated: u64,
}

/// Why an archive or one of its entries cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ArchiveError {
    /// The file has more than [`MAX_FILE`] bytes.
    #[error("more than {MAX_FILE} bytes")]
    FileTooLarge,
    /// The bytes are no archive, or a part of one.
    #[error("no whole archive")]
    Damaged,
    /// More entries than an office file has.
    #[error("more than {MAX_ENTRIES} entries")]
    TooManyEntries,
    /// What was read of the archive is more than [`MAX_INFLATED`] bytes.
    #[error("inflates to more than {MAX_INFLATED} bytes")]
    InflatesTooFar,
    /// An entry has more than [`MAX_RATIO`] times the bytes that it is stored in.
    #[error("an entry inflates to more than {MAX_RATIO} times its size")]
    RatioTooHigh,
    /// An entry is encrypted.
    #[error("an entry is encrypted")]
    Encrypted,
    /// An entry is compressed by another method than deflate.
    #[error("unknown compression")]
    UnknownCompression,
}

impl Archive {
    /// Opens an archive; nothing is inflated yet.
    ///
    /// # Errors
    /// If the bytes are no archive, or too many, or say themselves that they become too many.
    pub fn open(bytes: Vec<u8>) -> Result<Self, ArchiveError> {
        if bytes.len() > MAX_FILE {
            return Err(ArchiveError::FileTooLarge);
        }
        // Every entry has this mark; counting costs no memory, a list of entries does.
        if memmem::find_iter(&bytes, b"PK\x01\x02").count() > MAX_ENTRIES {
            return Err(ArchiveError::TooManyEntries);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(of_zip)?;
        let mut names = BTreeMap::new();
        for index in 0..zip.len() {
            let entry = zip.by_index_raw(index).map_err(of_zip)?;
            let name = entry.name().map_err(of_zip)?;
            names.entry(key(&name)).or_insert(index);
        }
        Ok(Self { zip, names, inflated: 0 })
    }

    /// The names of the entries as they are looked up: in lower case, with `/` and none in front.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// All of the entry with that name, in upper or lower case; none if there is no such entry.
    ///
    /// # Errors
    /// If the entry cannot be read, or a limit is passed.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ArchiveError> {
        let Some(mut entry) = self.entry(name)? else { return Ok(None) };
        let declared = entry.file.size().min(TRUSTED);
        let mut bytes = Vec::with_capacity(usize::try_from(declared).unwrap_or(0));
        entry.read_to_end(&mut bytes).map_err(|error| of_io(&error))?;
        Ok(Some(bytes))
    }

    /// The entry with that name, to be read bit by bit; none if there is no such entry.
    ///
    /// # Errors
    /// If the entry is encrypted, or compressed in an unknown way, or says itself that a limit is passed.
    pub fn entry(&mut self, name: &str) -> Result<Option<Entry<'_>>, ArchiveError> {
        let Some(&index) = self.names.get(&key(name)) else { return Ok(None) };
        if self.zip.by_index_raw(index).map_err(of_zip)?.encrypted() {
            return Err(ArchiveError::Encrypted);
        }
        let file = self.zip.by_index(index).map_err(of_zip)?;
        let entry = Entry { most: most(file.compressed_size()), file, total: &mut self.inflated, own: 0 };
        entry.check(entry.file.size())?;
        Ok(Some(entry))
    }
}

/// An entry while it is inflated. What its reader says when a limit is passed, [`of_io`] understands.
pub struct Entry<'a> {
    file: ZipFile<'a, Cursor<Vec<u8>>>,
    total: &'a mut u64,
    own: u64,
    most: u64,
}

impl Entry<'_> {
    /// Whether there is room for so many more bytes.
    fn check(&self, more: u64) -> Result<(), ArchiveError> {
        if self.own.saturating_add(more) > self.most {
            Err(ArchiveError::RatioTooHigh)
        } else if self.total.saturating_add(more) > MAX_INFLATED {
            Err(ArchiveError::InflatesTooFar)
        } else {
            Ok(())
        }
    }
}

impl Read for Entry<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        let more = u64::try_from(count).unwrap_or(u64::MAX);
        self.check(more).map_err(io::Error::other)?;
        self.own += more;
        *self.total += more;
        Ok(count)
    }
}

/// Why an entry could not be read to its end.
pub fn of_io(error: &io::Error) -> ArchiveError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<ArchiveError>());
    inner.copied().unwrap_or(ArchiveError::Damaged)
}

fn of_zip(error: ZipError) -> ArchiveError {
    match error {
        ZipError::Io(error) => of_io(&error),
        ZipError::CompressionMethodNotSupported(_) => ArchiveError::UnknownCompression,
        _ => ArchiveError::Damaged,
    }
}

fn most(stored: u64) -> u64 {
    stored.saturating_mul(MAX_RATIO).max(HARMLESS)
}

/// Programs write names in any case, and some with the other slash or one in front.
fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    /// An archive of those entries.
    fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    /// Bytes that hardly compress.
    fn noise(count: usize) -> Vec<u8> {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state.to_be_bytes()[0]
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn names_are_found_in_any_case_and_with_either_slash() -> Result<(), ArchiveError> {
        let mut archive = Archive::open(archive(&[("XL\\Workbook.xml", b"a"), ("/b", b"bb")]))?;
        assert_eq!(archive.names().collect::<Vec<_>>(), ["b", "xl/workbook.xml"]);
        assert_eq!(archive.read("xl/workbook.XML")?, Some(b"a".to_vec()));
        assert_eq!(archive.read("B")?, Some(b"bb".to_vec()));
        assert_eq!(archive.read("c")?, None);
        Ok(())
    }

    #[test]
    fn what_becomes_too_large_is_refused_while_it_inflates() -> Result<(), ArchiveError> {
        let mut bomb = archive(&[("small", &vec![0; 1 << 20]), ("large", &vec![0; 2 << 20])]);
        let mut opened = Archive::open(bomb.clone())?;
        assert_eq!(opened.read("small")?.map(|bytes| bytes.len()), Some(1 << 20));
        assert_eq!(opened.read("large"), Err(ArchiveError::RatioTooHigh));
        // The same, with sizes that lie: four bytes, in the entry and in the directory.
        let size = 2_u32 << 20;
        while let Some(at) = bomb.windows(4).position(|bytes| bytes == size.to_le_bytes()) {
            bomb[at..at + 4].copy_from_slice(&4_u32.to_le_bytes());
        }
        let read = Archive::open(bomb)?.read("large");
        assert!(matches!(read, Err(ArchiveError::RatioTooHigh | ArchiveError::Damaged)), "{read:?}");
        Ok(())
    }

    #[test]
    fn the_total_is_counted_over_the_life_of_an_archive() -> Result<(), ArchiveError> {
        let mut part = noise(512 << 10);
        part.extend(vec![0; 60 << 20]);
        let mut opened = Archive::open(archive(&[("a", &part)]))?;
        for _ in 0..4 {
            assert!(opened.read("a")?.is_some());
        }
        assert_eq!(opened.read("a"), Err(ArchiveError::InflatesTooFar));
        Ok(())
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        let whole = archive(&[("a", &noise(5000))]);
        let truncated = Archive::open(whole[..whole.len() / 2].to_vec());
        assert_eq!(truncated.err(), Some(ArchiveError::Damaged));
        assert_eq!(Archive::open(Vec::new()).err(), Some(ArchiveError::Damaged));
        assert_eq!(Archive::open(vec![0; MAX_FILE + 1]).err(), Some(ArchiveError::FileTooLarge));
        let many = b"PK\x01\x02".repeat(MAX_ENTRIES + 1);
        assert_eq!(Archive::open(many).err(), Some(ArchiveError::TooManyEntries));
    }
}
