//! What the targets share.

use std::io::{Cursor, Write};

use reflet::command::Command;
use reflet::import::source::{Source, Wish};
use reflet::import::{Grid, Separator, Table, Encoding, guess, read};
use reflet::session::Session;

/// A file, and what is wished of it: the last byte says, so that a file as it is opens without a wish.
pub fn wished(data: &[u8]) -> (&[u8], Wish) {
    let (choice, bytes) = data.split_last().unwrap_or((&b'\n', &[]));
    let choice = usize::from(choice ^ b'\n');
    let encoding = (choice % 7).checked_sub(1).and_then(|at| Encoding::ALL.get(at).copied());
    let separator = (choice / 7 % 6).checked_sub(1).and_then(|at| Separator::ALL.get(at).copied());
    let rejoined = (choice % 4 == 1).then_some(choice / 4 % 4);
    let plain = choice % 3 == 1;
    (bytes, Wish { encoding, separator, repaired: choice % 2 == 1, rejoined, plain, ..Wish::default() })
}

/// Every row of a source has one fate, whatever the columns are guessed to be, and comes only once.
pub fn every_row_has_one_fate(source: &Source) {
    whole(&source.grid);
    let table = source.table(None, None);
    let mapping = guess::mapping(&table);
    assert!(mapping.columns().iter().all(|column| *column < table.columns()));
    let mut session = Session::default();
    let first = read(&table, &mapping, session.project());
    let report = &first.report;
    assert_eq!(report.read, table.rows());
    assert_eq!(report.read, report.kept + report.rejected + report.duplicate);
    assert_eq!(report.rejects.len(), report.rejected);
    session.apply(Command::Import(first.imported)).expect("what was read can join");
    assert_eq!(read(&table, &mapping, session.project()).report.kept, 0);
}

/// The rows of a grid are numbered upwards, and none is wider than the grid.
pub fn whole(grid: &Grid) {
    assert!((1..grid.rows()).all(|row| grid.number(row - 1) < grid.number(row)));
    assert!((0..grid.rows()).all(|row| grid.row(row).count() <= grid.columns()));
}

/// The cells of a table.
pub fn cells(table: &Table) -> Vec<Vec<String>> {
    (0..table.rows()).map(|row| table.row(row).map(str::to_owned).collect()).collect()
}

/// An archive of those parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options.compression_method(zip::CompressionMethod::Stored)).expect("a name");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}
