//! How fast files are opened, against other libraries, in a real browser.

use std::fs;

use anyhow::{Context, Result};

use crate::browsers::CHROMIUM;
use crate::dist;
use crate::process::{cargo, execute, path_with, root, say};
use crate::suites::{PAPA_PARSE, SHEET_JS};

/// Builds the page, fetches the libraries and prints the table.
pub fn run() -> Result<()> {
    dist::build()?;
    let peers = root().join("target/peers");
    fs::create_dir_all(&peers)?;
    for library in [&PAPA_PARSE, &SHEET_JS] {
        library.copy_to(&peers).with_context(|| library.name())?;
    }
    let path = CHROMIUM.prepare()?;
    say("opening files, five times each; the machine should have nothing else to do");
    let mut bench = cargo(["run", "--quiet", "--package", "reflet-e2e", "--example", "bench"]);
    execute(bench.env("REFLET_PEERS", peers).env("PATH", path_with(&path)?))
}
