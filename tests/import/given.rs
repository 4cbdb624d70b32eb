//! Folders of files that a clone does not have: an environment variable names each.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder that the variable names. Without the variable the names of what is skipped are printed; with it, all is
/// read and nothing may be missing.
pub fn folder<'a>(variable: &str, skipped: impl IntoIterator<Item = &'a str>) -> Option<PathBuf> {
    let folder = env::var_os(variable).map(PathBuf::from);
    if folder.is_none() {
        for name in skipped {
            // Not `eprintln`, which is shown of failed tests only.
            let line = format!("skipped: {name} ({variable} is not set)\n");
            std::io::stderr().write_all(line.as_bytes()).unwrap();
        }
    }
    folder
}

/// The bytes of a file of such a folder.
pub fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of such a folder by their names, in order; never none.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    assert!(!files.is_empty(), "{}: there is no file", folder.display());
    files.sort();
    files
}
