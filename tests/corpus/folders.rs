//! The lists of files are those of the folders, so that no file lies there unread.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::files::{EXCHANGE, File, SHEETS, TEXT};

#[test]
fn every_file_of_the_folders_is_listed() {
    for (folder, listed, ending, least) in [
        ("text", TEXT, ".json", 110),
        ("sheets", SHEETS, ".json", 70),
        ("exchange", EXCHANGE, ".expected.json", 25),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
        let entries =
            fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let found: BTreeSet<String> = entries.collect();
        let names = |file: &File| [file.name.to_owned(), format!("{}{ending}", file.name)];
        let wanted: BTreeSet<String> = listed.iter().flat_map(names).collect();
        assert_eq!(found, wanted, "{folder}");
        assert!(listed.len() >= least, "{folder}: {} files", listed.len());
        assert!(listed.is_sorted_by(|one, other| one.name < other.name), "{folder}");
    }
}
