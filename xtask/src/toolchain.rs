//! The parts of the pinned Rust toolchain that a command needs.

use std::path::Path;

use anyhow::{Context, Result};

use crate::process::{announce, cargo, command, execute, find, quiet_output};

const WASM: &str = "wasm32-unknown-unknown";

/// Installs the standard library for WebAssembly.
pub fn require_wasm() -> Result<()> {
    let libraries = quiet_output(command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if libraries.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// Installs the formatter and the linter.
pub fn require_lints() -> Result<()> {
    let works = |name| quiet_output(&mut cargo([name, "--version"])).is_some();
    if works("fmt") && works("clippy") {
        return Ok(());
    }
    rustup(&["component", "add", "rustfmt", "clippy"])
}

fn rustup(arguments: &[&str]) -> Result<()> {
    find("rustup").with_context(|| {
        format!("please install rustup, or by your own means do what `rustup {}` does", arguments.join(" "))
    })?;
    announce(&format!("rustup {}", arguments.join(" ")));
    execute(command("rustup").args(arguments))
}
