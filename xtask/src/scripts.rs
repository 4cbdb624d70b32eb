//! The page's scripts without room and long names: what wasm-bindgen writes is half of both.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::process::{command, execute};
use crate::tools::TERSER;

/// Shortens every script of the release page, wherever it lies.
pub fn shorten(dist: &Path) -> Result<()> {
    let terser = TERSER.folder()?.join(TERSER.program());
    for script in scripts(dist)? {
        // Modules may shorten the names of their top level too; the others share it with the page.
        let is_module = fs::read_to_string(&script)?
            .lines()
            .any(|line| line.starts_with("import") || line.starts_with("export"));
        let mut shorten = command(&terser);
        shorten.arg(&script).args(["--compress", "--mangle", "--output"]).arg(&script);
        execute(shorten.args(is_module.then_some("--module")))?;
    }
    Ok(())
}

fn scripts(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut scripts(&path)?);
        } else if path.extension() == Some("js".as_ref()) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
