//! The checks of the sources that do not run the page.

use anyhow::{Result, bail};

use crate::coverage::{Gaps, Subject};
use crate::process::{announce, cargo, execute, path_with};
use crate::toolchain;
use crate::tools::{CARGO_DENY, folders};

/// Lints are warnings while developing and errors here.
const DENY_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

/// Each check by name, with the arguments of cargo.
const CHECKS: [(&str, &[&str]); 5] = [
    ("format", &["fmt", "--all", "--check"]),
    ("direction of dependencies", &["test", "--quiet", "--no-default-features", "--test", "architecture"]),
    ("lints of the core alone", &["clippy", "--package", "reflet", "--no-default-features", "--all-targets"]),
    ("lints of everything, native", &["clippy", "--workspace", "--all-targets"]),
    (
        "lints of the page, WebAssembly",
        &[
            "clippy",
            "--package",
            "reflet",
            "--target",
            "wasm32-unknown-unknown",
            "--features",
            "app",
            "--lib",
            "--bins",
            "--test",
            "reference",
            "--test",
            "results",
            "--test",
            "corpus",
        ],
    ),
];

/// Runs all checks, even after a failure, so that one run shows every failure.
pub fn run() -> Result<()> {
    toolchain::require_lints()?;
    toolchain::require_wasm()?;
    let mut failed = Vec::new();
    for (name, arguments) in CHECKS {
        announce(name);
        let mut check = cargo(arguments.iter().copied());
        if arguments.contains(&"clippy") {
            check.args(DENY_WARNINGS);
        }
        if execute(&mut check).is_err() {
            failed.push(name);
        }
    }
    let mut gaps = Gaps::default();
    failed.extend(dependencies(&mut gaps)?);
    let covered = gaps.close();
    if !failed.is_empty() {
        bail!("check: failed: {}", failed.join(", "));
    }
    covered?;
    println!("check: all passed that could be checked");
    Ok(())
}

/// Licences and advisories of the dependencies; the names of the checks that failed.
fn dependencies(gaps: &mut Gaps) -> Result<Vec<&'static str>> {
    let path = path_with(&folders(&[&CARGO_DENY])?)?;
    let deny = |arguments: &[&str]| execute(cargo(["deny"]).args(arguments).env("PATH", &path)).is_ok();
    let mut failed = Vec::new();
    announce("licences and sources of dependencies");
    if !deny(&["check", "licenses", "bans", "sources"]) {
        failed.push("licences and sources of dependencies");
    }
    announce("security advisories");
    if !deny(&["--log-level", "off", "fetch", "db"]) {
        gaps.add(Subject::Advisories, "their database cannot be fetched from here");
    } else if !deny(&["check", "--disable-fetch", "advisories"]) {
        failed.push("security advisories");
    }
    Ok(failed)
}
