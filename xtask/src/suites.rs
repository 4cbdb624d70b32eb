//! Published test data, at pinned versions, in the cache and never in the repository.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::process::{announce, execute};
use crate::tools::{cache, npm};

/// An npm package that is fetched as data, without running its code.
pub struct Suite {
    package: &'static str,
    version: &'static str,
}

/// Small tables of every kind of quoting, with their cells as JSON.
pub const CSV_SPECTRUM: Suite = Suite { package: "csv-spectrum", version: "2.0.0" };

/// The usual JavaScript library for CSV, which the benchmark compares with.
pub const PAPA_PARSE: Suite = Suite { package: "papaparse", version: "5.7.1" };
/// The usual JavaScript library for workbooks.
pub const SHEET_JS: Suite = Suite { package: "xlsx", version: "0.18.5" };

impl Suite {
    /// The folder of its files, after fetching it if need be.
    pub fn folder(&self) -> Result<PathBuf> {
        let home = cache()?.join("tools").join(self.name());
        if !self.is_in(&home) {
            self.fetch(&home).with_context(|| format!("could not fetch {}", self.name()))?;
        }
        Ok(self.folder_in(&home))
    }

    /// Puts its files into a folder, under its own name.
    pub fn copy_to(&self, folder: &Path) -> Result<()> {
        let place = folder.join(self.package);
        if place.exists() {
            fs::remove_dir_all(&place)?;
        }
        copy(&self.folder()?, &place)
    }

    pub fn name(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    fn folder_in(&self, home: &Path) -> PathBuf {
        home.join("node_modules").join(self.package)
    }

    fn is_in(&self, home: &Path) -> bool {
        let about = fs::read_to_string(self.folder_in(home).join("package.json"));
        about.is_ok_and(|text| text.contains(&format!("\"version\": \"{}\"", self.version)))
    }

    /// Fetches beside the final place, so that an interruption leaves nothing that looks complete.
    fn fetch(&self, home: &Path) -> Result<()> {
        announce(&format!("downloading {}", self.name()));
        let staged = cache()?.join("build").join(self.name());
        fs::create_dir_all(&staged)?;
        execute(&mut npm(self.package, self.version, &staged)?)?;
        ensure!(self.is_in(&staged), "the package is not version {}", self.version);
        if home.exists() {
            fs::remove_dir_all(home)?;
        }
        fs::create_dir_all(home.parent().unwrap_or(home))?;
        fs::rename(&staged, home)?;
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}
