//! The workbook that the page's worker reads to warm up. `REFLET_WRITE_WARM_UP=1` rewrites it.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;

use reflet::import::source::{Wish, of_archive};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/app/jobs/reading/warm-up.xlsx");
const ROWS: usize = 250;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The parts of a workbook with the usual cells of a long sheet of answers: shared texts, numbers, dates, empty cells.
fn parts() -> [(&'static str, String); 6] {
    let (mut rows, mut texts) = (String::new(), String::new());
    for at in 0..ROWS {
        let row = at + 1;
        write!(
            rows,
            "<row r=\"{row}\" spans=\"1:5\"><c r=\"A{row}\"><v>{at}</v></c><c r=\"B{row}\" s=\"1\"><v>{}</v></c>\
             <c r=\"C{row}\" t=\"s\"><v>{at}</v></c><c r=\"D{row}\" s=\"0\"/><c r=\"E{row}\"><v>{}.5</v></c></row>",
            45_700 + at % 90,
            at % 7,
        )
        .unwrap();
        write!(
            texts,
            "<si><t xml:space=\"preserve\">L’accueil était très bien, n° {at} &amp; merci</t></si>"
        )
        .unwrap();
    }
    [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"1\" sheetId=\"1\" \
                 r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{OFFICE}/sharedStrings\" \
                 Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{OFFICE}/styles\" \
                 Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                 </cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\">{texts}</sst>")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ]
}

#[test]
fn the_warm_up_workbook_is_small_and_readable() {
    if std::env::var_os("REFLET_WRITE_WARM_UP").is_some() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts() {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        std::fs::write(Path::new(PATH), archive.finish().unwrap().into_inner()).unwrap();
    }
    let bytes = std::fs::read(PATH).unwrap();
    assert!(bytes.len() < 12_000, "{} bytes are a lot to carry along", bytes.len());
    let source = of_archive(bytes, Wish::default(), &mut |_| {}).unwrap();
    assert_eq!((source.grid.rows(), source.grid.width(ROWS - 1)), (ROWS, 5));
    let last = ["249", "2025-04-22", "L’accueil était très bien, n° 249 & merci", "", "4.5"];
    assert_eq!(source.grid.row(ROWS - 1).collect::<Vec<_>>(), last);
}
