//! Workbooks made to do harm: refused before they cost much, and never a panic.

use reflet::import::archive::{Archive, ArchiveError};
use reflet::import::sheets::{self, SheetError};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;

const WORKBOOK: &str = r#"<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>"#;
const POINTERS: &str =
    r#"<Relationships><Relationship Id="r" Type="/worksheet" Target="s.xml"/></Relationships>"#;

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet with those rows.
fn xlsx(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let pointers = POINTERS.as_bytes();
    archive(&[
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", pointers),
        ("xl/s.xml", sheet.as_bytes()),
    ])
}

fn error(bytes: Vec<u8>) -> Option<SheetError> {
    sheets::open(bytes, &mut |_| {}).err()
}

#[test]
fn what_becomes_too_large_is_refused() {
    let spaces = " ".repeat(30 << 20);
    assert_eq!(error(xlsx(&spaces)), Some(ArchiveError::RatioTooHigh.into()));
    assert_eq!(error(vec![b'P'; (50 << 20) + 1]), Some(ArchiveError::FileTooLarge.into()));
}

#[test]
fn sheets_without_end_are_refused() {
    let wide = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(16_385));
    assert_eq!(error(xlsx(&wide)), Some(SheetError::PlaceOutside));
    let deep = format!("<row>{}{}</row>", "<g>".repeat(300), "</g>".repeat(300));
    assert_eq!(error(xlsx(&deep)), Some(SheetError::TooDeep));
    let long = format!("<row r=\"7\"><c t=\"str\"><v>{}</v></c></row>", "x".repeat(sheets::MAX_TEXT + 1));
    assert_eq!(error(xlsx(&long)), Some(SheetError::CellTooLong { row_number: 7 }));
    let back = "<row r=\"7\"><c><v>1</v></c></row><row r=\"3\"><c><v>1</v></c></row>";
    assert_eq!(error(xlsx(back)), Some(SheetError::RowsOutOfOrder { row_number: 3 }));
    let far: Vec<String> =
        (1..1100).map(|row| format!("<row><c r=\"XFD{row}\"><v>{row}</v></c></row>")).collect();
    assert!(matches!(error(xlsx(&far.concat())), Some(SheetError::Grid(_))));
    assert!(error(xlsx("<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>")).is_none());
}

/// The same numbers on each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    fn spoil(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(3) {
            let place = self.below(bytes.len());
            let value = [0, 1, 0x7f, 0xff, b'9', b'<', b'&'][self.below(7)];
            if let Some(byte) = bytes.get_mut(place) {
                *byte = value;
            }
        }
        if self.below(4) == 0 {
            bytes.truncate(self.below(bytes.len()));
        }
    }
}

/// The parts of an archive, some spoilt; or the file, spoilt.
fn spoilt(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let Ok(mut whole) = Archive::open(bytes.to_vec()) else {
        let mut bytes = bytes.to_vec();
        dice.spoil(&mut bytes);
        return bytes;
    };
    let names: Vec<String> = whole.names().map(str::to_owned).collect();
    let mut parts = Vec::new();
    for name in &names {
        let mut part = whole.read(name).ok().flatten().unwrap_or_default();
        if dice.below(3) == 0 {
            dice.spoil(&mut part);
        }
        parts.push((name.as_str(), part));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (*name, part.as_slice())).collect();
    archive(&parts)
}

#[test]
fn spoilt_workbooks_are_read_or_refused() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/sheets");
    let mut files: Vec<_> = fs::read_dir(corpus).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_none_or(|ending| ending != "json"));
    files.sort();
    let mut dice = Dice(2026);
    let (mut read, mut refused) = (0, 0);
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for _ in 0..60 {
            match sheets::open(spoilt(&bytes, &mut dice), &mut |_| {}) {
                Ok(workbook) => {
                    let index = workbook.likeliest();
                    workbook.read(index).unwrap();
                    read += 1;
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(read > 500 && refused > 500, "{read} read, {refused} refused");
}
