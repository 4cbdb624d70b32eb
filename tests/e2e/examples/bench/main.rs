//! How fast files are opened, against the libraries that pages usually open them with.
//!
//! Run by `cargo xtask bench`, which builds the page and fetches the libraries: `REFLET_PEERS` names their folder.
//! Prints the table of docs/speed.md.

mod data;
mod memory;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use reflet_e2e::{Engine, Page, Site};
use serde_json::Value;

use table::{Case, HEAD, Measure};

/// How often each is measured. The median is told, with the fastest and the slowest.
const TIMES: usize = 5;

/// The page of the libraries.
const PEERS: &str = include_str!("peers.html");
/// Watches what the page does with a file.
const WATCH: &str = include_str!("watch.js");

/// A file and what opens it.
struct Task {
    title: &'static str,
    file: &'static str,
    peer: &'static str,
    /// What calls it, in peers.html.
    call: &'static str,
}

const TASKS: [Task; 3] = [
    Task { title: "CSV, 100,000 × 8, UTF-8", file: "utf-8.csv", peer: "Papa Parse, worker", call: "papa" },
    Task {
        title: "CSV, 100,000 × 8, Windows-1252",
        file: "windows-1252.csv",
        peer: "Papa Parse, worker",
        call: "papa1252",
    },
    Task { title: "XLSX, 20,000 × 8", file: "answers.xlsx", peer: "SheetJS, dense", call: "sheetjs" },
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = tempfile::TempDir::with_prefix("reflet-bench-")?;
    let files = prepare(folder.path())?;
    let site = folder.path().join("site");
    println!("{HEAD}");
    for task in TASKS {
        let file = files.join(task.file);
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            ours.push(fresh(&site, async |page| reflet(page, &file).await).await?);
            theirs.push(fresh(&site, async |page| peer(page, &file, task.call).await).await?);
        }
        let megabytes = f64::from(u32::try_from(fs::metadata(&file)?.len())?) / 1e6;
        print!("{}", Case { title: task.title, peer: task.peer, megabytes, ours, theirs });
    }
    Ok(())
}

/// Measures in a browser that was just started: one that has opened a file before still holds memory of it.
async fn fresh(site: &Path, opening: impl AsyncFnOnce(&Page) -> Result<Measure>) -> Result<Measure> {
    let mut measured = None;
    let run = reflet_e2e::run_on(Site::of(site)?, Engine::Chromium, "bench", async |page| {
        measured = Some(opening(page).await?);
        Ok(())
    });
    run.await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    measured.context("the browser did not start")
}

/// The release page beside a page of the libraries, and the files to open.
fn prepare(folder: &Path) -> Result<PathBuf> {
    let site = folder.join("site");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"), &site)?;
    let peers = PathBuf::from(std::env::var_os("REFLET_PEERS").context("run `cargo xtask bench`")?);
    for (from, to) in
        [("papaparse/papaparse.min.js", "papaparse.js"), ("xlsx/dist/xlsx.full.min.js", "xlsx.js")]
    {
        fs::copy(peers.join(from), site.join(to)).with_context(|| from.to_owned())?;
    }
    fs::write(site.join("peers.html"), PEERS)?;
    let files = folder.join("files");
    fs::create_dir(&files)?;
    data::write(&files)?;
    Ok(files)
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

/// From the choice of the file until its first rows and the guessed columns are on screen.
async fn reflet(page: &Page, file: &Path) -> Result<Measure> {
    page.start("/?lang=en").await?;
    page.click("new-project").await?;
    page.wait_for("import-paste").await?;
    // The worker is ready, and the other places are fetched, long before a person has found the file.
    tokio::time::sleep(Duration::from_secs(4)).await;
    page.script(WATCH).await?;
    let memory = memory::Watch::start()?;
    page.upload("import-file", file).await?;
    measure(page, memory).await
}

/// From the choice of the file until the rows are objects.
async fn peer(page: &Page, file: &Path, call: &str) -> Result<Measure> {
    page.open("/peers.html").await?;
    page.wait_for("file").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    page.script(&format!("window.call = '{call}';")).await?;
    let memory = memory::Watch::start()?;
    page.upload("file", file).await?;
    measure(page, memory).await
}

async fn measure(page: &Page, memory: memory::Watch) -> Result<Measure> {
    let done = "return window.bench && window.bench.milliseconds !== undefined ? window.bench : null;";
    page.wait_until("the file to be open", async || Ok(!page.script(done).await?.is_null())).await?;
    let seen = page.script(done).await?;
    let number = |name: &str| seen.get(name).and_then(Value::as_f64).context("a number");
    Ok(Measure {
        milliseconds: number("milliseconds")?,
        longest: number("longest")?,
        megabytes: memory.peak()?,
    })
}
