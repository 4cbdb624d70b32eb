//! ZIP archives, read within limits that hold whatever sizes an archive declares.
//!
//! The bytes of an entry are counted while it is inflated, and reading stops at a limit. A declared size only ever
//! causes a refusal, when it is too large.

use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// The most bytes of a file, more than a file of answers has: 50 MiB.
pub const MAX_FILE: usize = 50 << 20;
/// The most bytes that an archive may inflate to in all: 300 MiB.
pub const MAX_INFLATED: u64 = 300 << 20;
/// The most bytes that one stored byte may inflate to.
pub const MAX_RATIO: u64 = 200;
/// The size below which an entry may inflate at any ratio: 1 MiB.
const HARMLESS: u64 = 1 << 20;
/// The most entries of an archive, more than an office file has.
const MAX_ENTRIES: usize = 10_000;
/// The most bytes that are reserved for an entry because of its declared size: 1 MiB.
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
    /// The bytes are no archive, or an incomplete one.
    #[error("no whole archive")]
    Damaged,
    /// The archive has more than [`MAX_ENTRIES`] entries.
    #[error("more than {MAX_ENTRIES} entries")]
    TooManyEntries,
    /// The entries read so far inflate to more than [`MAX_INFLATED`] bytes.
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
    /// If the bytes are no archive, are too many, or hold too many entries.
    pub fn open(bytes: Vec<u8>) -> Result<Self, ArchiveError> {
        if bytes.len() > MAX_FILE {
            return Err(ArchiveError::FileTooLarge);
        }
        // Every entry has this mark. Counting marks costs no memory; a list of entries does.
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

    /// The names of the entries in the form for look-ups: lower case, with `/`, and without a leading `/`.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The whole entry of that name, in any case; `None` if there is no such entry.
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

    /// The entry of that name, to be read piece by piece; `None` if there is no such entry.
    ///
    /// # Errors
    /// If the entry is encrypted, compressed by an unknown method, or declares a size above a limit.
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

/// An entry while it is inflated. At a limit its reader fails with an error that [`of_io`] turns into [`ArchiveError`].
pub struct Entry<'a> {
    file: ZipFile<'a, Cursor<Vec<u8>>>,
    total: &'a mut u64,
    own: u64,
    most: u64,
}

impl Entry<'_> {
    /// Fails if `more` bytes would pass a limit.
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

/// The archive error behind an error of reading an entry.
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

/// The name in the form for look-ups: programs write names in any case, and some with `\` or a leading slash.
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
    fn entries_that_inflate_too_far_are_refused() -> Result<(), ArchiveError> {
        let mut bomb = archive(&[("small", &vec![0; 1 << 20]), ("large", &vec![0; 2 << 20])]);
        let mut opened = Archive::open(bomb.clone())?;
        assert_eq!(opened.read("small")?.map(|bytes| bytes.len()), Some(1 << 20));
        assert_eq!(opened.read("large"), Err(ArchiveError::RatioTooHigh));
        // The same with false sizes: four bytes, in the entry and in the directory.
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
    fn other_bytes_are_refused() {
        let whole = archive(&[("a", &noise(5000))]);
        let truncated = Archive::open(whole[..whole.len() / 2].to_vec());
        assert_eq!(truncated.err(), Some(ArchiveError::Damaged));
        assert_eq!(Archive::open(Vec::new()).err(), Some(ArchiveError::Damaged));
        assert_eq!(Archive::open(vec![0; MAX_FILE + 1]).err(), Some(ArchiveError::FileTooLarge));
        let many = b"PK\x01\x02".repeat(MAX_ENTRIES + 1);
        assert_eq!(Archive::open(many).err(), Some(ArchiveError::TooManyEntries));
    }
}
