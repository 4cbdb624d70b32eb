//! Any bytes as a workbook, and as a part of an otherwise sound one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflet::import::sheets;
use reflet::import::source::of_archive;
use reflet_fuzz::{archive, every_row_has_one_fate, whole};

const WORKBOOK: &[u8] = br#"<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>"#;
const POINTERS: &[u8] = br#"<Relationships><Relationship Id="r" Type="/worksheet" Target="s.xml"/>
<Relationship Id="t" Type="/sharedStrings" Target="t.xml"/></Relationships>"#;
const SHEET: &[u8] = br#"<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>"#;

fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") || data.starts_with(b"\xd0\xcf\x11\xe0") {
        open(data.to_vec());
        return;
    }
    let Some((choice, part)) = data.split_first() else { return };
    let xlsx = |sheet: &[u8], strings: &[u8]| {
        let parts = [("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", POINTERS)];
        archive(&[parts[0], parts[1], ("xl/s.xml", sheet), ("xl/t.xml", strings)])
    };
    open(match choice % 4 {
        0 => xlsx(part, b"<sst><si><t>a</t></si></sst>"),
        1 => xlsx(SHEET, part),
        2 => archive(&[
            ("xl/workbook.xml", part),
            ("xl/_rels/workbook.xml.rels", POINTERS),
            ("xl/s.xml", SHEET),
        ]),
        _ => {
            archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", part)])
        }
    });
});

fn open(bytes: Vec<u8>) {
    let opened = || sheets::open(bytes.clone(), &mut |_| {}).ok();
    let sheets = opened().map(|workbook| {
        assert!(workbook.likeliest() < workbook.sheets().len());
        workbook.sheets().to_vec()
    });
    // A few, because each is read from the start.
    for (index, sheet) in sheets.unwrap_or_default().iter().enumerate().take(3) {
        if let Some(Ok((grid, _))) = opened().map(|workbook| workbook.read(index)) {
            whole(&grid);
            assert_eq!(grid.rows(), sheet.rows);
        }
    }
    if let Ok(source) = of_archive(bytes, Default::default(), &mut |_| {}) {
        every_row_has_one_fate(&source);
    }
}
