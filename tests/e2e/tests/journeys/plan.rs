//! A study with its plan of coding, and the results that other programs computed from it.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

const PLAN: &str = include_str!("../../fixtures/journey.tsv");
const EXPECTED: &str = include_str!("../../fixtures/journey.json");

/// How far a sampled probability may be from the exact one.
const PROBABILITY: f64 = 0.03;
/// How far a figure with six decimals may be from the same with sixteen.
const FIGURE: f64 = 1e-6;

/// A verbatim and what is to be put on it.
pub struct Row {
    pub side: &'static str,
    pub text: &'static str,
    pub decision: Option<Vec<(String, Option<i8>)>>,
    /// Whether it is coded only after the first look at the mirror.
    pub is_later: bool,
}

/// The whole plan, in the order of the verbatims.
pub fn plan() -> Result<Vec<Row>> {
    PLAN.lines().skip(1).map(row).collect()
}

fn row(line: &'static str) -> Result<Row> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [side, codings, when, text] = cells[..] else {
        anyhow::bail!("{line:?} has no four cells");
    };
    let decision = match codings {
        "" => None,
        "no moment" => Some(Vec::new()),
        _ => Some(codings.split("; ").map(coding).collect()),
    };
    Ok(Row { side, text, decision, is_later: when == "later" })
}

/// A moment with a valence, or without one.
fn coding(words: &str) -> (String, Option<i8>) {
    let valued = words
        .rsplit_once(' ')
        .and_then(|(moment, valence)| Some((moment.to_owned(), Some(valence.parse().ok()?))));
    valued.unwrap_or_else(|| (words.to_owned(), None))
}

/// The verbatims of a side, one per line.
pub fn lines(plan: &[Row], side: &str) -> String {
    let texts = plan.iter().filter(|row| row.side == side);
    texts.map(|row| row.text).collect::<Vec<_>>().join("\n")
}

/// Compares the exported table, cell by cell, with the expected one.
pub fn compare(csv: &[u8], separator: char, point: char) -> Result<()> {
    let text = std::str::from_utf8(csv)?;
    let text = text.strip_prefix('\u{feff}').context("no BOM")?;
    let expected: Value = serde_json::from_str(EXPECTED)?;
    let expected = expected.as_array().context("rows")?;
    let mut lines = text.lines();
    let heads: Vec<&str> = lines.next().context("a header")?.split(separator).collect();
    let rows: Vec<&str> = lines.collect();
    ensure!(rows.len() == expected.len(), "{} rows", rows.len());
    let mut wrong = Vec::new();
    for (row, expected) in rows.iter().zip(expected) {
        let cells: Vec<&str> = row.split(separator).collect();
        let expected = expected.as_object().context("a row")?;
        ensure!(cells.len() == expected.len(), "{row}");
        for (name, want) in expected {
            let at = heads.iter().position(|head| head == name);
            let cell = cells[at.with_context(|| format!("no column {name}"))?];
            if !agrees(name, cell, want, point) {
                wrong.push(format!("{}: {name} is {cell:?}, not {want}", cells[1]));
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn agrees(name: &str, cell: &str, want: &Value, point: char) -> bool {
    let Some(want) = want.as_f64() else {
        return cell == want.as_str().unwrap_or_default();
    };
    let tolerance = if name == "type_probability" { PROBABILITY } else { FIGURE };
    let other = if point == ',' { '.' } else { ',' };
    !cell.contains(other)
        && cell.replace(point, ".").parse::<f64>().is_ok_and(|value| (value - want).abs() <= tolerance)
}
