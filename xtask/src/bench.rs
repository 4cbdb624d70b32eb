//! How fast the page is, against other libraries, in a real browser.

use std::fs;

use anyhow::{Context, Result};

use crate::browsers::CHROMIUM;
use crate::dist;
use crate::process::{cargo, command, execute, path_with, root, say};
use crate::suites::{PAPA_PARSE, SHEET_JS};

/// What is measured.
#[derive(Clone, Copy)]
pub enum Bench {
    /// Opening files.
    Files,
    /// A large mirror.
    Mirror,
}

/// Builds the page and prints a table.
pub fn run(bench: Bench) -> Result<()> {
    dist::build()?;
    match bench {
        Bench::Files => files(),
        Bench::Mirror => mirror(),
    }
}

/// Against the libraries that pages usually open files with.
fn files() -> Result<()> {
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

/// Against the same code outside a browser, and against numpy and scipy where this machine's Python has them.
fn mirror() -> Result<()> {
    let path = CHROMIUM.prepare()?;
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let project = folder.join("mirror.json");
    say("a large mirror, in milliseconds; the machine should have nothing else to do");
    println!("native: measure, draw by moment, draw respondents");
    let native = ["bench", "--quiet", "--no-default-features", "--bench", "mirror", "--"];
    execute(cargo(native).arg(&project))?;
    println!(
        "page: measure and draw by moment, draw respondents, from entering to the end, longest task, slider to frame"
    );
    let mut page = cargo(["run", "--quiet", "--package", "reflet-e2e", "--example", "mirror"]);
    execute(page.env("REFLET_PROJECT", &project).env("PATH", path_with(&path)?))?;
    println!("numpy: all draws");
    if execute(command("python3").arg(root().join("tests/speed/mirror.py"))).is_err() {
        println!("not here: Python, numpy and scipy are needed");
    }
    Ok(())
}
