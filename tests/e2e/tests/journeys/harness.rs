//! What the harness promises, shown on a small page of its own in each engine.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use anyhow::{Result, ensure};
use reflet_e2e::{Compressed, Engine, Page, Site, journeys};

journeys!(
    uploads,
    downloads,
    presses_keys,
    chooses_and_types,
    is_as_wide_as_asked,
    notices_problems,
    counts_what_it_sends,
);

const FIXTURE: &str = include_str!("fixture.html");
const SCRIPT: &str = include_str!("fixture.js");

/// Opens the fixture from a host of its own, which ends with the test.
async fn open(page: &Page) -> Result<tempfile::TempDir> {
    let folder = tempfile::TempDir::new()?;
    fs::write(folder.path().join("index.html"), FIXTURE)?;
    fs::write(folder.path().join("fixture.js"), SCRIPT)?;
    let site = Site::of(folder.path())?;
    page.browser().goto(site.address("/")).await?;
    page.wait_for("ready").await?;
    Ok(folder)
}

async fn shown(page: &Page) -> Result<String> {
    page.text("shown").await
}

async fn uploads(page: &Page) -> Result<()> {
    let folder = open(page).await?;
    let file = folder.path().join("réponses.csv");
    fs::write(&file, "côté;texte\nclient;l’accueil")?;
    page.upload("file", &file).await?;
    page.wait_until("the file", async || Ok(shown(page).await?.contains("l’accueil"))).await?;
    ensure!(shown(page).await?.starts_with("réponses.csv"));
    Ok(())
}

async fn downloads(page: &Page) -> Result<()> {
    open(page).await?;
    for trigger in ["save", "save-link"] {
        let file = page.download(trigger).await?;
        ensure!(file.bytes == "déjà\u{0}vu".as_bytes(), "{file:?}");
        ensure!(file.name.starts_with("mémo"), "{file:?}");
    }
    Ok(())
}

async fn presses_keys(page: &Page) -> Result<()> {
    open(page).await?;
    for (keys, code) in
        [("KeyN", "KeyN"), ("Digit1", "Digit1"), ("ArrowDown", "ArrowDown"), ("Control+KeyZ", "ctrl KeyZ")]
    {
        page.press(keys).await?;
        page.wait_until(code, async || Ok(shown(page).await? == code)).await?;
    }
    Ok(())
}

async fn chooses_and_types(page: &Page) -> Result<()> {
    open(page).await?;
    page.select("list", "two").await?;
    page.wait_until("two", async || Ok(shown(page).await? == "two")).await?;
    page.type_into("text", "été & <b>").await?;
    page.wait_until("the text", async || Ok(shown(page).await? == "été & <b>")).await?;
    page.paste_into("text", "une ligne").await?;
    page.wait_until("the paste", async || Ok(shown(page).await? == "une ligne")).await
}

async fn is_as_wide_as_asked(page: &Page) -> Result<()> {
    open(page).await?;
    for size in [(1280, 900), (600, 800), (1920, 1080)] {
        let reached = page.resize(size.0, size.1).await?;
        ensure!(reached == size, "asked {size:?}, got {reached:?}");
    }
    Ok(())
}

async fn notices_problems(page: &Page) -> Result<()> {
    open(page).await?;
    ensure!(page.problems().await?.is_empty());
    page.click("misbehave").await?;
    page.wait_until("three problems", async || Ok(page.problems().await?.len() >= 3)).await?;
    let problems = page.problems().await?.join("\n");
    for kind in ["policy: ", "console.error: told", "error: "] {
        ensure!(problems.contains(kind), "{kind:?} is not in {problems}");
    }
    Ok(())
}

async fn counts_what_it_sends(page: &Page) -> Result<()> {
    let long = "// moment\n".repeat(9);
    let files = [
        (
            "index.html",
            format!("<!doctype html><link rel=icon href=data:,><script src=ask.js></script>{long}"),
        ),
        ("ask.js", format!("window.asked = new Worker('in/worker.js'); {long}")),
        // Twice: the second time from the cache.
        (
            "in/worker.js",
            format!(
                "onmessage = () => {0}.then(() => {0}).then(postMessage);",
                "fetch('words.json').then((file) => file.json())"
            ),
        ),
        ("in/words.json", format!("\"{}\"", "moment ".repeat(1000))),
    ];
    let folder = tempfile::TempDir::new()?;
    fs::create_dir(folder.path().join("in"))?;
    for (name, text) in &files {
        fs::write(folder.path().join(name), text)?;
    }
    let site = Site::of_compressed(&Arc::new(Compressed::of(folder.path())?))?;
    page.browser().goto(site.address("/")).await?;
    let read = "asked.onmessage = ({ data }) => arguments[0](data.length); asked.postMessage(0);";
    let length = page.browser().execute_async(read, Vec::new()).await?;
    ensure!(*length.json() == 7000, "the worker reads {}", length.json());
    // An engine may ask for an icon too.
    let sent: Vec<_> = site.sent().into_iter().filter(|sent| sent.raw > 0).collect();
    let found: BTreeMap<&str, usize> = sent.iter().map(|sent| (sent.name.as_str(), sent.raw)).collect();
    ensure!(found == files.iter().map(|(name, text)| (*name, text.len())).collect(), "{sent:?}");
    // Not every engine takes brotli without encryption, or keeps what a driver's session reads.
    if page.engine() == Engine::Chromium {
        ensure!(sent.len() == files.len() && sent.iter().all(|sent| sent.bytes < sent.raw), "{sent:?}");
    }
    Ok(())
}
