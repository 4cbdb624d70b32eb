//! The command-line tools, at pinned versions that work with the build.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::apt;
use crate::process::{announce, cargo, command, execute, find, quiet_output};

/// The source of a tool.
enum Source {
    /// Compiled from source; if `locked`, with the dependencies of its lock file.
    Crate { locked: bool },
    /// An npm package, which needs node to run.
    Npm,
}

pub struct Tool {
    package: &'static str,
    version: &'static str,
    program: &'static str,
    /// The version as the program prints it.
    says: &'static str,
    source: Source,
}

/// 0.22 needs a newer Rust than the pinned one.
pub const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    says: "0.21.14",
    source: Source::Crate { locked: true },
};

/// Equal to the library's version in Cargo.toml and to Trunk.toml.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    says: "0.2.130",
    source: Source::Crate { locked: false },
};

/// Equal to Trunk.toml. The distributions' own are too old for what rustc emits.
pub const WASM_OPT: Tool =
    Tool { package: "binaryen", version: "132.0.0", program: "wasm-opt", says: "132", source: Source::Npm };

/// What trunk shortens scripts with does not read all of them.
pub const TERSER: Tool =
    Tool { package: "terser", version: "5.51.4", program: "terser", says: "5.51.4", source: Source::Npm };

pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    says: "0.37.1",
    source: Source::Crate { locked: false },
};

pub const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    says: "0.20.2",
    source: Source::Crate { locked: true },
};

impl Tool {
    /// The folder of the tool's program, after installing it if need be.
    pub fn folder(&self) -> Result<PathBuf> {
        if let Some(program) = find(self.program)
            && self.is_right(&program)
        {
            return Ok(parent(&program));
        }
        let home = cache()?.join("tools").join(self.name());
        let program = self.program_in(&home);
        if !self.is_right(&program) {
            self.install(&home).with_context(|| format!("could not install {}", self.name()))?;
        }
        Ok(parent(&program))
    }

    pub fn program(&self) -> &'static str {
        self.program
    }

    fn name(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    fn program_in(&self, home: &Path) -> PathBuf {
        let folder = match self.source {
            Source::Crate { .. } => "bin",
            Source::Npm => "node_modules/.bin",
        };
        home.join(folder).join(self.program)
    }

    fn is_right(&self, program: &Path) -> bool {
        quiet_output(command(program).arg("--version")).is_some_and(|text| {
            text.lines().next().is_some_and(|line| line.split_whitespace().any(|word| word == self.says))
        })
    }

    /// Installs beside the final place and moves the result there when it is complete and runs, so
    /// that an interruption leaves nothing that looks like a tool. What was compiled is kept for the next try.
    fn install(&self, home: &Path) -> Result<()> {
        let work = cache()?.join("build").join(self.name());
        let staged = work.join("root");
        fs::create_dir_all(&staged)?;
        execute(&mut self.installer(&work, &staged)?)?;
        ensure!(
            self.is_right(&self.program_in(&staged)),
            "the installed {} does not run, or is not version {}",
            self.program,
            self.version
        );
        fs::create_dir_all(parent(home))?;
        if home.exists() {
            fs::remove_dir_all(home)?;
        }
        fs::rename(&staged, home)?;
        fs::remove_dir_all(&work)?;
        Ok(())
    }

    fn installer(&self, work: &Path, staged: &Path) -> Result<Command> {
        match self.source {
            Source::Crate { locked } => {
                announce(&format!("compiling {} (a few minutes, once)", self.name()));
                let version = ["install", self.package, "--version", self.version];
                let mut install = cargo(version);
                install.args(locked.then_some("--locked"));
                install.arg("--root").arg(staged);
                install.env("CARGO_TARGET_DIR", work.join("target"));
                // The profiles of these tools are made for distributing them; this one is four times quicker to compile.
                install.env("CARGO_PROFILE_RELEASE_LTO", "off");
                install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
                install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
                Ok(install)
            }
            Source::Npm => {
                announce(&format!("downloading {}", self.name()));
                npm(self.package, self.version, staged)
            }
        }
    }
}

/// The command that installs an npm package into a folder.
pub fn npm(package: &str, version: &str, folder: &Path) -> Result<Command> {
    apt::require(&apt::NODE)?;
    let mut install = command("npm");
    install.args(["install", "--no-audit", "--no-fund", "--prefix"]);
    install.arg(folder).arg(format!("{package}@{version}"));
    Ok(install)
}

/// The folders of several tools, in the form that [`crate::process::path_with`] takes.
pub fn folders(tools: &[&Tool]) -> Result<Vec<PathBuf>> {
    tools.iter().map(|tool| tool.folder()).collect()
}

/// The cache, a folder outside the clone.
pub fn cache() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("REFLET_CACHE") {
        return std::path::absolute(folder).context("REFLET_CACHE is not a usable path");
    }
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let base = base.or_else(|| Some(env::home_dir()?.join(".cache")));
    Ok(base.context("set REFLET_CACHE to a folder for the tools: there is no home folder")?.join("reflet"))
}

fn parent(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}
