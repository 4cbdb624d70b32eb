//! All tests: natively, in a browser, and as journeys on the release page.

use std::env;
use std::fs;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::browsers::{CHROMIUM, ENGINES, Engine};
use crate::coverage::{Gaps, Subject};
use crate::process::{announce, cargo, execute, find, path_with, root};
use crate::suites::CSV_SPECTRUM;
use crate::tools::{WASM_BINDGEN, folders};
use crate::{dist, size, toolchain};

/// The tests that run in WebAssembly too.
const IN_BROWSER: [&str; 3] = ["reference", "results", "corpus"];

/// The parts to run; all if none is named.
#[derive(Default)]
pub struct Options {
    native: bool,
    wasm: bool,
    journeys: bool,
    engine: Option<String>,
}

impl Options {
    pub fn parse(mut arguments: Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("native") => options.native = true,
                Arg::Long("wasm") => options.wasm = true,
                Arg::Long("e2e") => options.journeys = true,
                Arg::Long("engine") => options.engine = Some(arguments.value()?.string()?),
                unexpected => return Err(unexpected.unexpected().into()),
            }
        }
        if !(options.native || options.wasm || options.journeys) {
            let all = options.engine.is_none();
            options = Self { native: all, wasm: all, journeys: true, ..options };
        }
        Ok(options)
    }

    fn engines(&self) -> Result<Vec<Engine>> {
        let Some(wanted) = &self.engine else {
            return Ok(ENGINES.into());
        };
        let engines: Vec<Engine> = ENGINES.into_iter().filter(|engine| engine.name == wanted).collect();
        if engines.is_empty() {
            bail!("there is no engine `{wanted}`; there are chromium, firefox and webkit");
        }
        Ok(engines)
    }
}

/// Runs the tests, and lists the gaps at the end, whatever failed.
pub fn run(options: &Options) -> Result<()> {
    let mut gaps = Gaps::default();
    let outcome = parts(options, &mut gaps);
    outcome.and(gaps.close())
}

fn parts(options: &Options, gaps: &mut Gaps) -> Result<()> {
    if (options.native || options.journeys) && env::var_os("REFLET_REAL_DATA").is_none() {
        gaps.add(Subject::RealData, "REFLET_REAL_DATA names no folder of real exports");
    }
    if options.native {
        native(gaps)?;
    }
    if options.wasm {
        in_browser()?;
    }
    if options.journeys {
        let engines = options.engines()?;
        dist::build()?;
        size::run(false)?;
        journeys(&engines, gaps)?;
    }
    Ok(())
}

/// The core, the tools and the rules of the repository.
fn native(gaps: &mut Gaps) -> Result<()> {
    let suite = CSV_SPECTRUM.folder();
    announce("native tests");
    let apart = ["--exclude", "reflet-e2e", "--exclude", "reflet-oracle"];
    let mut test = cargo(["test", "--workspace", "--no-default-features"]);
    test.args(apart);
    match suite {
        Ok(folder) => {
            test.env("REFLET_CSV_SPECTRUM", folder);
        }
        Err(error) => gaps.add(Subject::CsvSpectrum, format!("{error:#}")),
    }
    execute(&mut test)?;
    // By itself, because its dependencies enable another inflater than the page's.
    execute(&mut cargo(["test", "--package", "reflet-oracle"]))
}

/// The same code compiled to WebAssembly.
fn in_browser() -> Result<()> {
    toolchain::require_wasm()?;
    let mut path = folders(&[&WASM_BINDGEN])?;
    path.extend(CHROMIUM.prepare()?);
    announce("tests in WebAssembly, in a headless Chromium");
    // Without the page, whose module is cut into parts that no test can load.
    let mut test = cargo(["test", "--package", "reflet", "--no-default-features"]);
    test.args(["--target", "wasm32-unknown-unknown"]);
    test.args(IN_BROWSER.iter().flat_map(|target| ["--test", target]));
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    test.env("CHROMEDRIVER", find("chromedriver").unwrap_or_default());
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    execute(test.env("PATH", path_with(&path)?))
}

/// The journeys of tests/e2e on `dist/`, in every engine that can be had.
fn journeys(engines: &[Engine], gaps: &mut Gaps) -> Result<()> {
    let mut path = Vec::new();
    let mut missing = Vec::new();
    for engine in engines {
        match engine.prepare() {
            Ok(folders) => path.extend(folders),
            // Without Chromium nothing would be tested; other engines are reported as not covered.
            Err(error) => {
                let Some(subject) = Subject::named(engine.name) else { return Err(error) };
                missing.push(format!("{}: {error:#}", engine.name));
                gaps.add(subject, format!("{error:#}"));
            }
        }
    }
    let names: Vec<&str> = engines.iter().map(|engine| engine.name).collect();
    announce(&format!("journeys on the release page in {}", names.join(", ")));
    let report = root().join("target/e2e-report.txt");
    fs::create_dir_all(root().join("target"))?;
    fs::write(&report, "")?;
    let mut test = cargo(["test", "--package", "reflet-e2e"]);
    // Tests are named after their engine; those of other engines are skipped, so that they do not count as passed.
    test.arg("--").args(names.iter().map(|name| format!("::{name}")));
    test.env("REFLET_NOT_INSTALLED", missing.join("\n"));
    test.env("REFLET_E2E_REPORT", &report);
    let outcome = execute(test.env("PATH", path_with(&path)?));
    print!("{}", fs::read_to_string(&report)?);
    outcome
}
