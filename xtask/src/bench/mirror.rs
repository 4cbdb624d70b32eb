//! The speed of a large mirror: in the page, natively, and with numpy and scipy if this machine's Python has them.

use std::ffi::OsStr;
use std::fmt;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::browsers::CHROMIUM;
use crate::process::{announce, cargo, command, output, path_with, root};

/// How often each program is measured, in turns.
const TURNS: usize = 6;

/// numpy is slow, and its times hardly differ: it is measured in every second turn.
const NUMPY_TURN: usize = 2;

/// The shortest task of the page's thread, in milliseconds, that the browser reports as long.
const LONG: f64 = 50.0;

/// Median, minimum and maximum.
struct Spread([f64; 3]);

/// All measurements: a list of figures for each run.
#[derive(Default)]
struct Runs {
    /// Measuring and drawing moment by moment, drawing respondents, until all is shown, longest task, slider to frame.
    page: Vec<Vec<f64>>,
    /// Measuring, drawing moment by moment, drawing respondents.
    native: Vec<Vec<f64>>,
    /// All draws at once.
    numpy: Vec<Vec<f64>>,
}

/// Measures, and makes a table of the medians.
pub fn table(all: bool) -> Result<String> {
    let path = path_with(&CHROMIUM.prepare()?)?;
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let project = folder.join("mirror.json");
    announce(&format!("a large mirror, {TURNS} turns; the machine should have nothing else to do"));
    let mut runs = Runs::default();
    for turn in 0..TURNS {
        runs.native.push(native(&project)?);
        runs.page.push(page(&project, &path)?);
        if turn.is_multiple_of(NUMPY_TURN) {
            match numpy() {
                Ok(numbers) => runs.numpy.push(numbers),
                // The published table has all columns.
                Err(error) if all => return Err(error.context("Python, numpy and scipy are needed")),
                Err(_) => announce("not here: Python, numpy and scipy are needed"),
            }
        }
    }
    runs.table()
}

fn native(project: &Path) -> Result<Vec<f64>> {
    let native = ["bench", "--quiet", "--no-default-features", "--bench", "mirror", "--"];
    numbers(&output(cargo(native).arg(project))?, 3)
}

fn page(project: &Path, path: &OsStr) -> Result<Vec<f64>> {
    let mut page = cargo(["run", "--quiet", "--package", "reflet-e2e", "--example", "mirror"]);
    numbers(&output(page.env("REFLET_PROJECT", project).env("PATH", path))?, 5)
}

fn numpy() -> Result<Vec<f64>> {
    numbers(&output(command("python3").arg(root().join("tests/speed/mirror.py")))?, 1)
}

/// Parses `count` numbers that a program has printed.
fn numbers(text: &str, count: usize) -> Result<Vec<f64>> {
    let numbers: Result<Vec<f64>, _> = text.split_whitespace().map(str::parse).collect();
    let numbers = numbers.with_context(|| format!("`{text}` is no list of numbers"))?;
    ensure!(numbers.len() == count, "`{text}` is not {count} numbers");
    Ok(numbers)
}

impl Runs {
    fn table(&self) -> Result<String> {
        let mut table = "| | page, ms | outside a browser | numpy | page / outside | page / numpy |\n\
                         |---|---|---|---|---|---|\n"
            .to_owned();
        let numpy = Spread::of(&self.numpy, |run| run[0]);
        let moments = [Spread::of(&self.page, |run| run[0]), Spread::of(&self.native, |run| run[0] + run[1])];
        let people = [Spread::of(&self.page, |run| run[1]), Spread::of(&self.native, |run| run[2])];
        for (what, [page, native]) in
            [("measures, intervals, P(type)", moments), ("readings across moments", people)]
        {
            let (page, native) = (page.context("a run")?, native.context("a run")?);
            let outside = page.median() / native.median();
            write!(table, "| {what} | {page} | {native} |")?;
            match &numpy {
                Some(numpy) => {
                    let ratio = page.median() / numpy.median();
                    writeln!(table, " {numpy} | {outside:.1} | {ratio:.2} |")?;
                }
                None => writeln!(table, " | {outside:.1} | |")?,
            }
        }
        let whole = Spread::of(&self.page, |run| run[2]).context("a run")?;
        let longest = Spread::of(&self.page, |run| run[3]).context("a run")?;
        let longest = if longest.0[2] < LONG { "none".to_owned() } else { longest.to_string() };
        let slider = Spread::of(&self.page, |run| run[4]).context("a run")?;
        for (what, figure) in [
            ("from entering the place until all is on screen", whole.to_string()),
            ("longest task meanwhile, of 50 ms or more", longest),
            ("from the step of a slider until its frame is handed over", slider.to_string()),
        ] {
            writeln!(table, "| {what} | {figure} | | | | |")?;
        }
        Ok(table)
    }
}

impl Spread {
    /// The spread of one figure over the runs; none without a run.
    fn of(runs: &[Vec<f64>], figure: impl Fn(&[f64]) -> f64) -> Option<Self> {
        let mut values: Vec<f64> = runs.iter().map(|run| figure(run)).collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        let upper = *values.get(middle)?;
        let lower = if values.len().is_multiple_of(2) { values[middle - 1] } else { upper };
        Some(Self([f64::midpoint(lower, upper), *values.first()?, *values.last()?]))
    }

    fn median(&self) -> f64 {
        self.0[0]
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [median, least, most] = self.0;
        write!(out, "{median:.0} ({least:.0}–{most:.0})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs() -> Runs {
        Runs {
            page: vec![vec![120.0, 150.0, 400.0, 0.0, 7.0], vec![140.0, 142.0, 412.0, 0.0, 8.0]],
            native: vec![vec![30.0, 50.0, 84.0], vec![31.0, 51.0, 86.0]],
            numpy: vec![vec![791.0], vec![825.0], vec![824.0]],
        }
    }

    #[test]
    fn a_row_has_medians_their_ends_and_ratios() -> Result<()> {
        let table = runs().table()?;
        let rows: Vec<&str> = table.lines().skip(2).collect();
        let wanted = [
            "| measures, intervals, P(type) | 130 (120–140) | 81 (80–82) | 824 (791–825) | 1.6 | 0.16 |",
            "| readings across moments | 146 (142–150) | 85 (84–86) | 824 (791–825) | 1.7 | 0.18 |",
            "| from entering the place until all is on screen | 406 (400–412) | | | | |",
            "| longest task meanwhile, of 50 ms or more | none | | | | |",
            "| from the step of a slider until its frame is handed over | 8 (7–8) | | | | |",
        ];
        assert_eq!(rows, wanted);
        Ok(())
    }

    #[test]
    fn without_numpy_its_cells_are_empty() -> Result<()> {
        let table = Runs { numpy: Vec::new(), ..runs() }.table()?;
        assert!(table.contains("| 130 (120–140) | 81 (80–82) | | 1.6 | |\n"), "{table}");
        Ok(())
    }

    #[test]
    fn a_long_task_is_shown() -> Result<()> {
        let mut runs = runs();
        runs.page[0][3] = 62.0;
        assert!(runs.table()?.contains("of 50 ms or more | 31 (0–62) |"));
        Ok(())
    }

    #[test]
    fn the_numbers_of_a_program_are_counted() {
        assert!(numbers("1 2 3\n", 3).is_ok());
        assert!(numbers("1 2\n", 3).is_err());
        assert!(numbers("warning: 1 2", 3).is_err());
    }
}
