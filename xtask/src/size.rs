//! The bytes sent to a browser with an empty cache until the sample's mirror is final on screen, compared with the
//! published ones.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result, ensure};

use crate::browsers::CHROMIUM;
use crate::process::{announce, cargo, output, path_with};
use crate::published::Published;

const PUBLISHED: Published = Published { page: "size.md", command: "cargo xtask size" };

/// The percentage by which a load may exceed the published one.
const MARGIN: usize = 2;

/// The last row of the table.
const TOGETHER: &str = "together";

/// The totals of a load.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Load {
    requests: usize,
    raw: usize,
    brotli: usize,
}

/// Measures the existing release page, then publishes the result, or fails if it exceeds the published one.
pub fn run(publish: bool) -> Result<()> {
    let path = path_with(&CHROMIUM.prepare()?)?;
    announce("the first load, three times in a Chromium that was just started");
    let load = ["run", "--quiet", "--package", "reflet-e2e", "--example", "first_load"];
    let table = table(&output(cargo(load).env("PATH", path))?)?;
    println!("{table}");
    if publish {
        return PUBLISHED.write(&table);
    }
    judge(together(&table)?, together(&PUBLISHED.read()?).context("docs/size.md")?)
}

/// Fails if a load exceeds the published one by more than the margin, in bytes or in requests.
fn judge(load: Load, published: Load) -> Result<()> {
    for (what, found, said) in [
        ("bytes with brotli", load.brotli, published.brotli),
        ("requests", load.requests, published.requests),
    ] {
        ensure!(
            100 * found <= (100 + MARGIN) * said,
            "the first load is {found} {what}; published are {said}, and {MARGIN} % more are let through. \
             Where it is worth that, `cargo xtask size --publish` writes docs/size.md anew"
        );
    }
    Ok(())
}

/// A row for each file, the heaviest first, from a line for each answer.
fn table(answers: &str) -> Result<String> {
    let mut files: BTreeMap<String, Load> = BTreeMap::new();
    let mut all = Load::default();
    for answer in answers.lines() {
        let mut words = answer.splitn(3, ' ');
        let mut word = || words.next().with_context(|| format!("`{answer}` is no answer"));
        let (raw, brotli) = (word()?.parse::<usize>()?, word()?.parse::<usize>()?);
        for load in [files.entry(without_hash(word()?)).or_default(), &mut all] {
            load.requests += 1;
            load.raw += raw;
            load.brotli += brotli;
        }
    }
    let mut rows: Vec<(String, Load)> = files.into_iter().collect();
    rows.sort_by_key(|(_, load)| std::cmp::Reverse(load.brotli));
    rows.push((TOGETHER.to_owned(), all));
    let mut table = "| requests | bytes | with brotli | file |\n|---:|---:|---:|---|\n".to_owned();
    for (name, Load { requests, raw, brotli }) in rows {
        writeln!(table, "| {requests} | {} | {} | {name} |", thousands(raw), thousands(brotli))?;
    }
    Ok(table)
}

/// The last row of a table.
fn together(table: &str) -> Result<Load> {
    let cells: Vec<&str> = table.lines().last().unwrap_or_default().split('|').map(str::trim).collect();
    let ["", requests, raw, brotli, TOGETHER, ""] = cells[..] else {
        anyhow::bail!("the table of the first load does not end with the row `{TOGETHER}`");
    };
    let number = |cell: &str| cell.replace(',', "").parse();
    Ok(Load { requests: number(requests)?, raw: number(raw)?, brotli: number(brotli)? })
}

/// A name that is the same in every build.
fn without_hash(name: &str) -> String {
    let mut pieces = name.split('-');
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let hash = piece.bytes().take_while(u8::is_ascii_hexdigit).count();
        // The hash has sixteen digits; leading zeros may be missing.
        if hash >= 12 && !piece[hash..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            kept += &piece[hash..];
        } else {
            kept = kept + "-" + piece;
        }
    }
    kept
}

/// The number with a comma before every three digits.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_row_per_file_and_a_total() -> Result<()> {
        let answers = "2000 900 index.html\n954283 305144 reflet-app-4f9d68786c130b7f_bg.wasm\n\
                       400 190 snippets/parts-15cc8b18866834e8/chunk_1.wasm\n\
                       400 190 snippets/parts-15cc8b18866834e8/chunk_1.wasm\n";
        let table = table(answers)?;
        let rows: Vec<&str> = table.lines().skip(2).collect();
        let wanted = [
            "| 1 | 954,283 | 305,144 | reflet-app_bg.wasm |",
            "| 1 | 2,000 | 900 | index.html |",
            "| 2 | 800 | 380 | snippets/parts/chunk_1.wasm |",
            "| 4 | 957,083 | 306,424 | together |",
        ];
        assert_eq!(rows, wanted);
        assert_eq!(together(&table)?, Load { requests: 4, raw: 957_083, brotli: 306_424 });
        Ok(())
    }

    #[test]
    fn only_hashes_are_left_out_of_names() {
        for name in ["samples/bank-fr.json", "project-1.json", "a-added.css", "a-0123456789abcdefgh.css"] {
            assert_eq!(without_hash(name), name);
        }
        assert_eq!(without_hash("tokens-8d9a76b3846d455.css"), "tokens.css");
    }

    #[test]
    fn more_than_the_margin_is_refused() {
        let load = |brotli, requests| Load { requests, raw: 0, brotli };
        assert!(judge(load(102_000, 51), load(100_000, 50)).is_ok());
        assert!(judge(load(90_000, 40), load(100_000, 50)).is_ok());
        assert!(judge(load(102_001, 50), load(100_000, 50)).is_err());
        assert!(judge(load(100_000, 52), load(100_000, 50)).is_err());
    }

    #[test]
    fn a_truncated_table_is_an_error() {
        assert!(together("| requests | bytes | with brotli | file |\n|---|\n| 1 | 2 | 2 | a |").is_err());
        assert!(together("").is_err());
    }
}
