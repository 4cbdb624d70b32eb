//! The accuracy of the method's figures in simulated studies, compared with the published tables.

use anyhow::{Result, bail};

use crate::process::{announce, cargo, output};
use crate::published::Published;

const PUBLISHED: Published = Published { page: "accuracy.md", command: "cargo xtask accuracy" };

/// Set for the simulation to write the figures that sentences of the page quote.
const WRITE: &str = "REFLET_WRITE_SIMULATED";

/// Simulates, then publishes the tables, or fails if they differ from the published ones. The figures that sentences of the
/// page quote are published, or held against what was found, by the simulation itself.
pub fn run(publish: bool) -> Result<()> {
    announce("simulated studies: some minutes on one core");
    let mut bench = cargo(["bench", "--quiet", "--no-default-features", "--bench", "simulation"]);
    if publish {
        bench.env(WRITE, "1");
    }
    let tables = output(&mut bench)?;
    println!("{}", tables.trim());
    if publish {
        return PUBLISHED.write(&tables);
    }
    judge(&tables, &PUBLISHED.read()?)
}

/// The same seed prints the same tables on every machine.
fn judge(tables: &str, published: &str) -> Result<()> {
    let lines = |text: &str| text.trim().lines().map(str::to_owned).collect::<Vec<_>>();
    let (found, said) = (lines(tables), lines(published));
    let Some(at) = (0..found.len().max(said.len())).find(|at| found.get(*at) != said.get(*at)) else {
        return Ok(());
    };
    let line = |lines: &[String]| lines.get(at).map_or("nothing", String::as_str).to_owned();
    bail!(
        "docs/accuracy.md is not what the simulation prints; first\n  {}\nwhere it prints\n  {}\n\
         Where the change is meant, `cargo xtask accuracy --publish` writes the page anew",
        line(&said),
        line(&found)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_compared_line_by_line() {
        assert!(judge("\n### A\n\n| 95.1 |\n", "### A\n\n| 95.1 |").is_ok());
        for other in ["### A\n\n| 95.2 |", "### A", "### A\n\n| 95.1 |\n| 95.2 |", ""] {
            assert!(judge("\n### A\n\n| 95.1 |\n", other).is_err(), "{other}");
        }
    }
}
