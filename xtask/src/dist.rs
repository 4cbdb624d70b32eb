//! The release page: optimised, with relative names, for any folder of any static host.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::parts;
use crate::process::{command, execute, path_with, root, say};
use crate::toolchain;
use crate::tools::{TRUNK, Tool, WASM_BINDGEN, WASM_OPT, folders};

pub fn run() -> Result<()> {
    build()?;
    println!("The page is in {}: put it on any static host.", folder().display());
    Ok(())
}

/// Where the release page is.
pub fn folder() -> PathBuf {
    root().join("dist")
}

pub fn build() -> Result<()> {
    let mut trunk = trunk(&[&WASM_OPT])?;
    say("building the release page");
    execute(trunk.args(["build", "--release"]))?;
    parts::optimise(&folder())
}

/// Trunk with what it always needs and these further tools.
pub fn trunk(others: &[&Tool]) -> Result<Command> {
    toolchain::require_wasm()?;
    let mut tools = vec![&TRUNK];
    tools.extend(others);
    let mut path = folders(&tools)?;
    path.insert(0, parts::stand_in_folder()?);
    let mut trunk = command("trunk");
    trunk.env("PATH", path_with(&path)?);
    trunk.env(parts::REAL, WASM_BINDGEN.folder()?.join(WASM_BINDGEN.program()));
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes the usual value of this variable, 1, for an error.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}
