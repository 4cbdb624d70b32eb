//! What a browser with an empty cache is sent until the mirror of a sample is final on screen.
//!
//! Run by `cargo xtask size`. Opens the release page in Chromium from a host that compresses with brotli, clicks on the
//! sample, and counts every answer, also those to workers. Of three such loads the largest is printed, a line an answer:
//! the bytes of the file, those that were sent, its name.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use reflet_e2e::{Compressed, Engine, Page, Sent, Site};

const TIMES: usize = 3;
/// So many more loads may come too late to count.
const LATE: usize = 6;

/// So long after a first project is open the page fetches what the other places need: see `AHEAD` in src/app/mod.rs.
const AHEAD: Duration = Duration::from_secs(3);

/// Clicks on the sample. Looks from inside the page, so that the time of the driver does not count, and gives the
/// milliseconds until the table and both pictures are final.
const OPEN: &str = r"
    const [done] = arguments;
    const final = ['[data-testid=mirror-table]', '[data-testid=chart-mirror]', '[data-testid=chart-zones]'];
    const began = performance.now();
    document.querySelector('[data-sample=bank-fr]').click();
    const look = () => {
        const settled = final.every((part) => document.querySelector(`${part}[aria-busy=false]`))
            && document.querySelector('[data-testid=mark]');
        if (settled) done(Math.round(performance.now() - began));
        else setTimeout(look, 5);
    };
    look();
";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let files = Arc::new(Compressed::of(&dist)?);
    let mut loads = Vec::new();
    for _ in 0..TIMES + LATE {
        let (time, sent) = load(&files).await?;
        let is_late = time >= AHEAD;
        let remark = if is_late { "; not counted, for the page was already fetching ahead" } else { "" };
        eprintln!("{} bytes in {} requests, {time:.0?}{remark}", bytes(&sent), sent.len());
        if !is_late {
            loads.push(sent);
        }
        if loads.len() == TIMES {
            break;
        }
    }
    ensure!(
        loads.len() == TIMES,
        "this machine is too busy: the mirror comes when the page already fetches ahead"
    );
    let largest = loads.into_iter().max_by_key(|sent| bytes(sent)).context("a load")?;
    for Sent { name, raw, bytes } in largest {
        println!("{raw} {bytes} {name}");
    }
    Ok(())
}

fn bytes(sent: &[Sent]) -> usize {
    sent.iter().map(|sent| sent.bytes).sum()
}

/// One load in a browser that was just started, with a profile of its own: how long after the click all was final, and
/// what was sent until then.
async fn load(files: &Arc<Compressed>) -> Result<(Duration, Vec<Sent>)> {
    let mut found = None;
    let run = reflet_e2e::run_on(Site::of_compressed(files)?, Engine::Chromium, "first-load", async |page| {
        found = Some(open(page).await?);
        Ok(())
    });
    run.await.map_err(|failure| anyhow!("{failure:?}"))?;
    found.context("the browser did not start")
}

async fn open(page: &Page) -> Result<(Duration, Vec<Sent>)> {
    page.start("/?lang=fr").await?;
    page.wait_for("open-sample").await?;
    let time = page.browser().execute_async(OPEN, Vec::new()).await?;
    let sent = page.site.sent();
    let missing: Vec<&str> =
        sent.iter().filter(|sent| sent.raw == 0).map(|sent| sent.name.as_str()).collect();
    ensure!(missing.is_empty(), "the page asks for what is not there: {missing:?}");
    let time = time.json().as_u64().context("milliseconds")?;
    Ok((Duration::from_millis(time), sent))
}
