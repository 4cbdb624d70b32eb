//! How fast a large mirror is in the release page.
//!
//! Run by `cargo xtask bench mirror`, which makes the project: `REFLET_PROJECT` names its file. Prints, in milliseconds and as
//! the median of five runs: measuring and drawing moment by moment, drawing whole respondents in the worker, from entering
//! the place until all is shown, the longest task, and the frame in which a slider makes a step.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use reflet_e2e::{Engine, Page, Site};
use serde_json::Value;

const TIMES: usize = 5;
/// Steps of the slider.
const STEPS: usize = 20;

const SEED: &str = "
    const field = document.querySelector('[data-testid=seed]');
    field.value = String(seed);
    field.dispatchEvent(new Event('change', {bubbles: true}));";
/// Enters the place, and tells once all is there.
const ENTER: &str = "
    performance.clearMarks();
    window.tasks = [];
    window.watch ??= new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration)));
    window.watch.observe({entryTypes: ['longtask']});
    performance.mark('entered');
    document.querySelector('[data-testid=nav-mirror]').click();";
const FOUND: &str = "
    const at = (name) => performance.getEntriesByName(name).at(-1)?.startTime;
    if (at('reflet:across-drawn') === undefined || at('reflet:shown') === undefined) return null;
    return [at('reflet:drawn') - at('reflet:measure'), at('reflet:across-drawn') - at('reflet:across'),
            Math.max(at('reflet:shown'), at('reflet:across-drawn')) - at('entered'), Math.max(0, ...window.tasks)];";
/// Moves the slider in a frame, and keeps how long the page was busy from there until the frame was handed over to be shown.
const STEP: &str = "
    window.drawn = window.drawn ?? [];
    const slider = document.querySelector('[data-testid=slider-employee]');
    const channel = new MessageChannel();
    requestAnimationFrame(() => {
        const began = performance.now();
        slider.value = String(Number(slider.value) + 2);
        slider.dispatchEvent(new Event('input', {bubbles: true}));
        channel.port1.onmessage = () => window.drawn.push(performance.now() - began);
        channel.port2.postMessage(0);
    });";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let file = PathBuf::from(std::env::var_os("REFLET_PROJECT").context("run `cargo xtask bench mirror`")?);
    let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let mut found = None;
    let run = reflet_e2e::run_on(Site::of(&dist)?, Engine::Chromium, "mirror", async |page| {
        found = Some(measure(page, &file).await?);
        Ok(())
    });
    run.await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    let found: Vec<String> =
        found.context("the browser did not start")?.iter().map(|time| format!("{time:.0}")).collect();
    println!("{}", found.join(" "));
    Ok(())
}

async fn measure(page: &Page, file: &std::path::Path) -> Result<Vec<f64>> {
    page.start("/?lang=en").await?;
    page.wait_for("new-project").await?;
    // Whatever the first page fetches afterwards is there.
    tokio::time::sleep(Duration::from_secs(2)).await;
    page.upload("open-file", file).await?;
    page.wait_for("nav-project").await?;
    let mut runs: Vec<Vec<f64>> = Vec::new();
    for seed in 0..TIMES {
        page.click("nav-project").await?;
        // Another seed draws everything again.
        page.wait_for("seed").await?;
        page.script(&format!("const seed = {}; {SEED}", seed + 2)).await?;
        tokio::time::sleep(Duration::from_secs(3)).await;
        page.script(ENTER).await?;
        page.wait_until("the mirror", async || Ok(!page.script(FOUND).await?.is_null())).await?;
        runs.push(numbers(&page.script(FOUND).await?)?);
    }
    let mut told: Vec<f64> = (0..4).map(|at| median(runs.iter().map(|run| run[at]).collect())).collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    for _ in 0..STEPS {
        page.script(STEP).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    told.push(median(numbers(&page.script("return window.drawn;").await?)?));
    Ok(told)
}

fn numbers(found: &Value) -> Result<Vec<f64>> {
    let numbers =
        found.as_array().context("a list")?.iter().map(|number| number.as_f64().context("a number"));
    numbers.collect()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
