//! What was not tested, and why: said where a person sees it, never swallowed.

use std::collections::HashSet;
use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, bail};

use crate::engine::Engine;
use crate::session::Unavailable;

static SAID: Mutex<Option<HashSet<String>>> = Mutex::new(None);

/// Says once that a step was not tested in an engine, with the evidence; in `target/e2e-report.txt` too.
///
/// # Errors
/// Where the report cannot be written.
pub fn not_covered(engine: Engine, what: &str) -> Result<()> {
    let line = format!("NOT COVERED: {}: {what}", engine.name()).replace('\n', " ");
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    if !said.get_or_insert_default().insert(line.clone()) {
        return Ok(());
    }
    // Not `println`, which is shown of failed tests only.
    writeln!(std::io::stdout(), "{line}")?;
    let mut report = OpenOptions::new().append(true).create(true).open(path())?;
    Ok(writeln!(report, "{line}")?)
}

/// Chromium must be there: without it nothing is tested. The others may be missing from a machine;
/// where they are there but do not start, a machine that only runs tests (`CI`) says so by failing.
pub(crate) fn engine_not_covered(engine: Engine, failure: &Unavailable) -> Result<()> {
    let (reason, may_be) = match failure {
        Unavailable::NotInstalled(reason) => (reason, engine != Engine::Chromium),
        Unavailable::Broken(reason) => (reason, engine != Engine::Chromium && env::var_os("CI").is_none()),
    };
    not_covered(engine, reason)?;
    if may_be {
        return Ok(());
    }
    bail!("{} is not covered: {reason}", engine.name())
}

/// A place for what the tests leave behind.
pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target")
}

fn path() -> PathBuf {
    env::var_os("REFLET_E2E_REPORT").map_or_else(|| target().join("e2e-report.txt"), PathBuf::from)
}
