//! The speed of the page in a real browser, compared with other programs.

mod mirror;

use std::fs;

use anyhow::{Context, Result};
use lexopt::{Arg, Parser};

use crate::browsers::CHROMIUM;
use crate::dist;
use crate::process::{announce, cargo, output, path_with, root};
use crate::published::Published;
use crate::suites::{PAPA_PARSE, SHEET_JS};

const FILES: Published = Published { page: "speed.md", command: "cargo xtask bench" };
const MIRROR: Published = Published { page: "speed.md", command: "cargo xtask bench mirror" };

/// The options: a large mirror is measured in place of the opening of files.
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

/// The opening of files, compared with the usual JavaScript libraries.
fn files() -> Result<String> {
    let peers = root().join("target/peers");
    fs::create_dir_all(&peers)?;
    for library in [&PAPA_PARSE, &SHEET_JS] {
        library.copy_to(&peers).with_context(|| library.name())?;
    }
    let path = CHROMIUM.prepare()?;
    announce("opening files, five times each; the machine should have nothing else to do");
    let mut bench = cargo(["run", "--quiet", "--package", "reflet-e2e", "--example", "bench"]);
    output(bench.env("REFLET_PEERS", peers).env("PATH", path_with(&path)?))
}
