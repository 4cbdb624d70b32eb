//! Set-up, build and checks, for a machine that has nothing but Rust: `cargo xtask help`.
//!
//! Every command installs only the tools that it needs: packages of the distribution through
//! [`apt`], the rest at pinned versions into a cache outside the clone through [`tools`].

mod accuracy;
mod apt;
mod bench;
mod browsers;
mod check;
mod coverage;
mod dist;
mod glue;
mod parts;
mod process;
mod published;
mod scripts;
mod serve;
mod size;
mod styles;
mod suites;
mod test;
mod toolchain;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::Arg;

const HELP: &str = "\
cargo xtask serve [--port N]    build the page, serve it on this machine and open it
cargo xtask dist                build the release page into dist/, ready for any static host
cargo xtask size [--publish]    what a browser downloads from dist/ until the sample is on screen
cargo xtask check               format, lints, dependency direction, licences and advisories
cargo xtask test                native tests, tests in a browser, journeys on the release page
    --native --wasm --e2e       only these parts
    --engine NAME               only this engine in the journeys: chromium, firefox or webkit
cargo xtask accuracy [--publish]
                                how right the figures of the method are, in simulated studies
cargo xtask bench [mirror] [--publish]
                                how fast files are opened, or a large mirror is, in Chromium
cargo xtask help                this text

What a machine cannot check is named as NOT COVERED at the end; REFLET_MUST_COVER=\"advisories csv-spectrum real-data
firefox webkit\", or some of these, makes it an error. Real exports are read where REFLET_REAL_DATA is their folder.

With --publish what was measured is written into its page of docs/. Without it, a first load that is
larger than the published one by more than 2 %, or other accuracy than published, is an error.

Tools go to ${REFLET_CACHE:-${XDG_CACHE_HOME:-~/.cache}/reflet}; matching ones on the PATH are used as they are.";

fn main() -> ExitCode {
    let outcome = if parts::is_stand_in() { parts::stand_in() } else { run() };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next()? {
        Some(Arg::Value(command)) => command.to_string_lossy().into_owned(),
        Some(Arg::Long("help") | Arg::Short('h')) | None => "help".to_owned(),
        Some(unexpected) => return Err(unexpected.unexpected().into()),
    };
    match command.as_str() {
        "serve" => serve::run(&serve::Options::parse(arguments)?),
        "test" => test::run(&test::Options::parse(arguments)?),
        "dist" => plain(arguments, dist::run),
        "size" => size::run(publishes(arguments)?),
        "accuracy" => accuracy::run(publishes(arguments)?),
        "check" => plain(arguments, check::run),
        "bench" => bench::run(&bench::Options::parse(arguments)?),
        "help" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => bail!("there is no command `{unknown}`; the commands are:\n{HELP}"),
    }
}

/// Parses the only option of a command: whether its result is to be published.
fn publishes(mut arguments: lexopt::Parser) -> Result<bool> {
    let mut publishes = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("publish") => publishes = true,
            unexpected => return Err(unexpected.unexpected().into()),
        }
    }
    Ok(publishes)
}

/// Runs a command without options; a misspelt option is an error.
fn plain(mut arguments: lexopt::Parser, run: fn() -> Result<()>) -> Result<()> {
    match arguments.next()? {
        Some(unexpected) => Err(unexpected.unexpected().into()),
        None => run(),
    }
}
