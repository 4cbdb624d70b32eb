//! Tables of invented answers in French: words drawn by a fixed rule, so that every run opens the same files.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEADERS: [&str; 8] =
    ["id", "répondant", "date", "note", "canal", "point fort", "point faible", "commentaire"];
const WORDS: [&str; 16] = [
    "accueil",
    "très",
    "bien",
    "déçu",
    "l’attente",
    "au",
    "guichet",
    "conseiller",
    "n’a",
    "pas",
    "été",
    "rappelé",
    "merci",
    "qualité",
    "prix",
    "élevé",
];

/// Draws words.
struct Words(u64);

impl Words {
    fn some(&mut self, count: usize) -> String {
        let mut text = String::new();
        for at in 0..count {
            // The generator of Knuth's MMIX.
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if at > 0 {
                text.push(' ');
            }
            text.push_str(WORDS[(self.0 >> 60) as usize]);
        }
        text
    }
}

/// Writes all files into a folder.
pub fn write(folder: &Path) -> Result<()> {
    let csv = csv(100_000)?;
    fs::write(folder.join("utf-8.csv"), &csv)?;
    let bytes: Vec<u8> = csv.chars().map(windows_1252).collect();
    fs::write(folder.join("windows-1252.csv"), bytes)?;
    fs::write(folder.join("answers.xlsx"), xlsx(20_000)?)?;
    Ok(())
}

fn windows_1252(c: char) -> u8 {
    match c {
        '’' => 0x92,
        _ => u8::try_from(u32::from(c)).unwrap_or(b'?'),
    }
}

fn csv(rows: usize) -> Result<String> {
    let mut words = Words(1);
    let mut text = format!("{}\r\n", HEADERS.join(";"));
    for row in 0..rows {
        let (day, note) = (row % 28 + 1, row % 11);
        let canal = ["Web", "Agence", "Téléphone"][row % 3];
        let [strong, weak] = [words.some(10), words.some(9)];
        let [first, second] = [words.some(5), words.some(5)];
        write!(
            text,
            "{row};R{row};2025-03-{day:02};{note};{canal};\"{strong}\";{weak};\"{first}\n{second}\"\r\n"
        )?;
    }
    Ok(text)
}

/// A workbook as spreadsheets write it: texts once each, in a part of their own.
fn xlsx(rows: usize) -> Result<Vec<u8>> {
    let mut words = Words(2);
    let mut texts: Vec<String> = HEADERS.iter().map(|header| (*header).to_owned()).collect();
    texts.extend(["Web", "Agence", "Téléphone"].map(str::to_owned));
    let mut sheet = String::new();
    let mut header = String::new();
    for column in 0..HEADERS.len() {
        write!(header, "<c r=\"{}1\" t=\"s\"><v>{column}</v></c>", letter(column))?;
    }
    write!(sheet, "<row r=\"1\">{header}</row>")?;
    for row in 0..rows {
        let number = row + 2;
        write!(sheet, "<row r=\"{number}\"><c r=\"A{number}\"><v>{row}</v></c>")?;
        write!(sheet, "<c r=\"B{number}\" t=\"s\"><v>{}</v></c>", put(&mut texts, format!("R{row}")))?;
        write!(sheet, "<c r=\"C{number}\" s=\"1\"><v>{}</v></c>", 45_700 + row % 90)?;
        write!(sheet, "<c r=\"D{number}\"><v>{}</v></c>", row % 11)?;
        write!(sheet, "<c r=\"E{number}\" t=\"s\"><v>{}</v></c>", HEADERS.len() + row % 3)?;
        for column in ["F", "G", "H"] {
            let place = put(&mut texts, words.some(10));
            write!(sheet, "<c r=\"{column}{number}\" t=\"s\"><v>{place}</v></c>")?;
        }
        sheet.push_str("</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let mut items = String::new();
    for text in &texts {
        write!(items, "<si><t>{text}</t></si>")?;
    }
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
                 ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\
                 \"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Réponses\" sheetId=\"1\" \
                 r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/sharedStrings\" \
                 Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{office}/styles\" \
                 Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" \
                 applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{main}\">{items}</sst>")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ];
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text}").as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn put(texts: &mut Vec<String>, text: String) -> usize {
    texts.push(text);
    texts.len() - 1
}

fn letter(column: usize) -> char {
    char::from(b'A' + u8::try_from(column).unwrap_or(0))
}
