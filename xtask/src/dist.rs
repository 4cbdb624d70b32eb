//! The release page: optimised, with relative names, for any folder of any static host.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::parts;
use crate::process::{announce, command, execute, path_with, root};
use crate::scripts;
use crate::styles;
use crate::toolchain;
use crate::tools::{TRUNK, Tool, WASM_BINDGEN, WASM_OPT, folders};

pub fn run() -> Result<()> {
    build()?;
    println!("The page is in {}: put it on any static host.", folder().display());
    Ok(())
}

/// The folder of the release page.
pub fn folder() -> PathBuf {
    root().join("dist")
}

pub fn build() -> Result<()> {
    let mut trunk = trunk(&[&WASM_OPT])?;
    // Added to the flags of .cargo/config.toml.
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", short_paths()?);
    announce("building the release page");
    execute(trunk.args(["build", "--release"]))?;
    parts::optimise(&folder())?;
    scripts::shorten(&folder())?;
    styles::join(&folder())?;
    refuse_paths(&folder())
}

/// Flags by which messages name a dependency's file without the folders of this machine that it is in.
fn short_paths() -> Result<String> {
    let sources = home().context("no home of cargo")?.join("registry/src");
    let mut flags = Vec::new();
    for folder in fs::read_dir(&sources).with_context(|| sources.display().to_string())? {
        flags.push(format!("--remap-path-prefix={}=crates", folder?.path().display()));
    }
    Ok(flags.join(" "))
}

/// Refuses a page that names the folder where cargo keeps what it fetched.
fn refuse_paths(dist: &Path) -> Result<()> {
    let home = home().context("no home of cargo")?.display().to_string();
    for file in fs::read_dir(dist)? {
        let file = file?.path();
        if file.is_file() {
            let bytes = fs::read(&file)?;
            let names_home = bytes.windows(home.len()).any(|window| window == home.as_bytes());
            ensure!(!names_home, "{} names {home}", file.display());
        }
    }
    Ok(())
}

/// The folder of cargo.
fn home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// The command of trunk, with the tools that it always needs and these others.
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
    // Trunk rejects the usual value of this variable, 1.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}
