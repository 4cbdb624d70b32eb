//! How fast the page is, against others, in a real browser.

mod mirror;

use std::fs;

use anyhow::{Context, Result};
use lexopt::{Arg, Parser};

use crate::browsers::CHROMIUM;
use crate::dist;
use crate::process::{cargo, output, path_with, root, say};
use crate::published::Published;
use crate::suites::{PAPA_PARSE, SHEET_JS};

const FILES: Published = Published { page: "speed.md", command: "cargo xtask bench" };
const MIRROR: Published = Published { page: "speed.md", command: "cargo xtask bench mirror" };

/// What is measured: opening files, unless a large mirror is.
#[derive(Default)]
pub struct Options {
    mirror: bool,
    publish: bool,
}

impl Options {
    pub fn parse(mut arguments: Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Value(what) if what == "mirror" => options.mirror = true,
                Arg::Long("publish") => options.publish = true,
                unexpected => return Err(unexpected.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Builds the page, and prints or publishes a table.
pub fn run(options: &Options) -> Result<()> {
    dist::build()?;
    let (table, published) =
        if options.mirror { (mirror::table(options.publish)?, MIRROR) } else { (files()?, FILES) };
    println!("{table}");
    if options.publish { published.write(&table) } else { Ok(()) }
}

/// Against the libraries that pages usually open files with.
fn files() -> Result<String> {
    let peers = root().join("target/peers");
    fs::create_dir_all(&peers)?;
    for library in [&PAPA_PARSE, &SHEET_JS] {
        library.copy_to(&peers).with_context(|| library.name())?;
    }
    let path = CHROMIUM.prepare()?;
    say("opening files, five times each; the machine should have nothing else to do");
    let mut bench = cargo(["run", "--quiet", "--package", "reflet-e2e", "--example", "bench"]);
    output(bench.env("REFLET_PEERS", peers).env("PATH", path_with(&path)?))
}
