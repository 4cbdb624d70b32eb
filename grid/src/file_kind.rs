//! The kinds of files that are no text, recognised by their first bytes, so that a message can name the kind.

use serde::{Deserialize, Serialize};

/// The kind of a file that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A workbook of Excel 2007 and later, or of another program that writes its format.
    Xlsx,
    /// A workbook of older Excel, or another old Office document.
    OldOffice,
    /// A workbook of `LibreOffice`.
    Ods,
    /// A text document of Word or `LibreOffice`.
    Document,
    /// Another ZIP archive.
    Zip,
    /// Another compressed file.
    Compressed,
    /// A rich-text document.
    Rtf,
    /// A web page.
    Html,
    /// Bytes that are no text.
    Binary,
}

const MAGIC: [(&[u8], FileKind); 15] = [
    (b"%PDF", FileKind::Pdf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"RIFF", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
    (b"\xd0\xcf\x11\xe0", FileKind::OldOffice),
    (b"\x1f\x8b", FileKind::Compressed),
    (b"7z\xbc\xaf", FileKind::Compressed),
    (b"Rar!", FileKind::Compressed),
    (b"BZh", FileKind::Compressed),
    (b"\xfd7zXZ", FileKind::Compressed),
    (b"\x28\xb5\x2f\xfd", FileKind::Compressed),
    (b"{\\rtf", FileKind::Rtf),
];

/// The kind of file that these bytes begin, unless they may be text.
pub fn of(bytes: &[u8]) -> Option<FileKind> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(archive(bytes));
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(*kind);
    }
    let start: Vec<u8> = bytes.trim_ascii_start().iter().take(14).map(u8::to_ascii_lowercase).collect();
    (start.starts_with(b"<!doctype html") || start.starts_with(b"<html")).then_some(FileKind::Html)
}

/// The kind of an archive, by the names of the files in it, which are not compressed.
fn archive(bytes: &[u8]) -> FileKind {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let tail = &bytes[bytes.len().saturating_sub(64 * 1024)..];
    let holds = |name: &[u8]| [head, tail].iter().any(|part| part.windows(name.len()).any(|w| w == name));
    if holds(b"opendocument.spreadsheet") {
        FileKind::Ods
    } else if holds(b"xl/workbook") {
        FileKind::Xlsx
    } else if holds(b"word/document") || holds(b"opendocument.text") {
        FileKind::Document
    } else {
        FileKind::Zip
    }
}
