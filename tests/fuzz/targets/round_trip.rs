//! What a library writes is read as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflet::import::Separator;
use reflet::import::text::{Options, open};
use reflet_fuzz::cells;

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_last() else { return };
    let separator = Separator::ALL[usize::from(*choice) % Separator::ALL.len()];
    let text = String::from_utf8_lossy(bytes);
    let width = if separator == Separator::None { 1 } else { usize::MAX };
    let rows = text.split(['\u{1e}', '\n']);
    let rows = rows.map(|row| {
        row.split(['\u{1f}', ',', ';']).take(width).map(|cell| cell.replace("\\n", "\n").replace("\\c", ","))
    });
    let rows: Vec<Vec<String>> = rows.map(Iterator::collect).collect();
    let rows: Vec<Vec<String>> =
        rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
    // A mark or a declaration at the very start is not the table's.
    if rows
        .first()
        .is_none_or(|row| row[0].starts_with('\u{feff}') || row[0].to_lowercase().starts_with("sep="))
    {
        return;
    }
    let delimiter = separator.byte().unwrap_or(0x1f);
    let mut writer = csv::WriterBuilder::new().flexible(true).delimiter(delimiter).from_writer(Vec::new());
    for row in &rows {
        writer.write_record(row).expect("memory");
    }
    let written = String::from_utf8(writer.into_inner().expect("memory")).expect("it was text");
    let options =
        Options { separator: Some(separator), skipped: Some(0), header_rows: Some(0), ..Options::default() };
    if let Ok((table, _)) = open(written.as_str(), options) {
        assert_eq!(cells(&table), rows, "{written:?}");
    }
});
