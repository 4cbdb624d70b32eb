//! Every workbook of the corpus, cell by cell, as another reader reads it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod known;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use reflet::import::grid::Grid;
use reflet::import::sheets;
use reflet_oracle::Sheet;

use known::{DIFFERENCES, NOT_GIVEN};

/// Fewer workbooks than these are not the corpus.
const FEWEST: usize = 110;
/// Workbooks that both read, at least.
const READ: usize = 90;

#[test]
fn every_workbook_holds_the_same_cells() {
    let (mut unexpected, mut read, mut names) = (Vec::new(), 0, BTreeSet::new());
    for (name, bytes) in corpus() {
        if !NOT_GIVEN.iter().any(|(file, _)| *file == name) {
            let theirs = catch_unwind(|| reflet_oracle::read(bytes.clone()).ok()).unwrap_or(None);
            let found: BTreeSet<String> = match (ours(&bytes), theirs) {
                (Some(ours), Some(theirs)) => {
                    read += 1;
                    differences(&ours, &theirs).into_iter().collect()
                }
                (None, None) => BTreeSet::new(),
                (None, Some(_)) => ["refused here alone".to_owned()].into(),
                (Some(_), None) => ["refused by calamine alone".to_owned()].into(),
            };
            let known = DIFFERENCES.iter().filter(|known| known.file == name);
            let listed: BTreeMap<&str, &str> =
                known.flat_map(|known| known.places.iter().map(|place| (*place, known.reason))).collect();
            let new = found.iter().filter(|place| !listed.contains_key(place.as_str()));
            unexpected.extend(new.map(|place| format!("{name}: differs: {place}")));
            let gone = listed.iter().filter(|(place, _)| !found.contains(**place));
            unexpected.extend(gone.map(|(place, why)| format!("{name}: no longer differs: {place} ({why})")));
        }
        names.insert(name);
    }
    let listed = DIFFERENCES.iter().map(|known| known.file).chain(NOT_GIVEN.map(|(file, _)| file));
    unexpected.extend(
        listed.filter(|file| !names.contains(*file)).map(|file| format!("{file}: not in the corpus")),
    );
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
    assert!(names.len() >= FEWEST && read >= READ, "{} workbooks, {read} read by both", names.len());
}

/// The files of the corpus, without what is expected of them.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/sheets");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|ending| ending != "json"));
    files
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
        .collect()
}

/// The sheets of a workbook as Reflet reads them; none where it refuses it.
fn ours(bytes: &[u8]) -> Option<Vec<(String, Grid)>> {
    let open = || sheets::open(bytes.to_vec(), &mut |_| {}).ok();
    let names: Vec<String> = open()?.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    names.into_iter().enumerate().map(|(index, name)| Some((name, open()?.read(index).ok()?.0))).collect()
}

/// The sheets that one of the two does not have, and the places of cells that differ.
fn differences(ours: &[(String, Grid)], theirs: &[Sheet]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, grid) in ours {
        match theirs.iter().find(|sheet| sheet.name == *name) {
            Some(sheet) => found.extend(cells(grid, sheet)),
            None => found.push(format!("sheet here alone: {name}")),
        }
    }
    let more = theirs.iter().filter(|sheet| ours.iter().all(|(name, _)| *name != sheet.name));
    found.extend(more.map(|sheet| format!("sheet with calamine alone: {}", sheet.name)));
    found
}

/// Rows that only one of the two has are compared with nothing.
fn cells(grid: &Grid, sheet: &Sheet) -> Vec<String> {
    let rows: Vec<usize> = (0..grid.rows()).map(|row| grid.number(row)).collect();
    let numbers: BTreeSet<usize> = rows.iter().chain(sheet.rows.keys()).copied().collect();
    let mut found = Vec::new();
    for number in numbers {
        let row = rows.iter().position(|row| *row == number);
        let ours: Vec<&str> = row.map_or_else(Vec::new, |row| grid.row(row).collect());
        let theirs = sheet.rows.get(&number).map_or(&[][..], Vec::as_slice);
        for column in 0..ours.len().max(theirs.len()) {
            let text = ours.get(column).copied().unwrap_or_default();
            if !theirs.get(column).map_or(text.is_empty(), |cell| cell.is_shown_as(text)) {
                found.push(format!("{}, row {number}, column {}", sheet.name, column + 1));
            }
        }
    }
    found
}
