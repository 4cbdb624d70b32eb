//! The samples: one click to the pictures, which can be used with a mouse, keys and a telephone.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Engine, Page, journeys};

use crate::steps::{PLACES, ask, go, is_clean, settled, tell};

journeys!(
    shows_the_bank,
    shows_the_shop,
    opens_the_verbatims_of_a_mark,
    leads_out_of_an_empty_list,
    reaches_a_mark_by_keyboard,
    fits_a_telephone,
    is_seen_by_day_and_by_night,
);

const TYPES: [&str; 6] = ["win_win", "lucky_break", "pain", "wrong_fight", "blindness", "dead_end"];

async fn open(page: &Page, path: &str, sample: &str) -> Result<()> {
    page.start(path).await?;
    open_here(page, sample).await
}

async fn open_here(page: &Page, sample: &str) -> Result<()> {
    page.wait_for("open-sample").await?;
    page.css(&format!("[data-sample={sample}]")).await?.click().await?;
    settled(page).await
}

/// From inside the page, so that the time of the driver does not count: until both pictures are final. It is told and not
/// judged: on a machine that runs other journeys it says more of them than of the page. Pictures that never come fail.
async fn time_of(page: &Page, sample: &str) -> Result<u64> {
    let script = r"
        const [sample, done] = arguments;
        const button = document.querySelector(`[data-sample=${sample}]`);
        const began = performance.now();
        button.click();
        const look = () => {
            const final = ['chart-mirror', 'chart-zones'].every((handle) =>
                document.querySelector(`[data-testid=${handle}][aria-busy=false] [data-testid=mark]`));
            if (final) requestAnimationFrame(() => setTimeout(() => done(Math.round(performance.now() - began))));
            else setTimeout(look, 5);
        };
        look();
    ";
    let asked = page.browser().execute_async(script, vec![sample.into()]).await?;
    asked.json().as_u64().context("milliseconds")
}

async fn shows(page: &Page, path: &str, sample: &str) -> Result<()> {
    page.start(path).await?;
    page.wait_for("open-sample").await?;
    let time = time_of(page, sample).await?;
    tell(page, &format!("{sample} shows its pictures {time} ms after the click"))?;
    settled(page).await?;
    let script =
        "return [...document.querySelectorAll('[data-testid=mark]')].map((mark) => mark.dataset.type);";
    let types: BTreeSet<String> = serde_json::from_value(page.script(script).await?)?;
    for wanted in TYPES {
        ensure!(types.contains(wanted), "{wanted} is not in {types:?}");
    }
    most_are_firm(page).await?;
    is_clean(page).await
}

/// Most of the moments that have a type have a firm one, as the table for programs says.
async fn most_are_firm(page: &Page) -> Result<()> {
    let json = page.download("export-json").await?;
    let rows: serde_json::Value = serde_json::from_slice(&json.bytes)?;
    let rows = rows.as_array().context("rows")?;
    let typed: Vec<_> = rows.iter().filter(|row| TYPES.iter().any(|kind| row["type"] == *kind)).collect();
    let firm = typed.iter().filter(|row| row["confidence"] == "firm").count();
    ensure!(2 * firm > typed.len(), "{firm} of {} are firm", typed.len());
    Ok(())
}

async fn shows_the_bank(page: &Page) -> Result<()> {
    shows(page, "/?lang=fr", "bank-fr").await
}

async fn shows_the_shop(page: &Page) -> Result<()> {
    shows(page, "/?lang=en", "shop-en").await
}

/// The chosen moment's verbatims are there, of both sides.
async fn verbatims_show(page: &Page, moment: &str) -> Result<()> {
    page.wait_for("drill-down").await?;
    let text = page.text("drill-down").await?;
    ensure!(text.contains(moment), "{moment} is not in {text}");
    for side in ["client", "employee"] {
        let quotes = format!("[data-testid=drill-down] [data-side={side}] li");
        ensure!(!page.all(&quotes).await?.is_empty(), "no verbatim: {side}");
    }
    Ok(())
}

async fn opens_the_verbatims_of_a_mark(page: &Page) -> Result<()> {
    open(page, "/?lang=fr", "bank-fr").await?;
    for chart in ["chart-mirror", "chart-zones"] {
        let mark = format!("[data-testid={chart}] [data-type=pain]");
        let moment = ask(page, &mark, "dataset.moment").await?;
        // As a person does, away from the head of the page, which stays in place.
        let center = format!("document.querySelector('{mark}').scrollIntoView({{ block: 'center' }});");
        page.script(&center).await?;
        page.css(&mark).await?.click().await?;
        verbatims_show(page, moment.as_str().context("a moment")?).await?;
        page.css("[data-testid=drill-down] button").await?.click().await?;
        page.wait_gone("drill-down").await?;
    }
    Ok(())
}

async fn leads_out_of_an_empty_list(page: &Page) -> Result<()> {
    open(page, "/?lang=fr", "bank-fr").await?;
    go(page, "code").await?;
    page.select("filter-side", "client").await?;
    page.type_into("search", "zzzz").await?;
    page.wait_for("list-all").await?;
    ensure!(page.all("[data-testid=verbatim-row]").await?.is_empty());
    page.click("list-all").await?;
    page.wait_for("verbatim-row").await?;
    for control in ["search", "filter-side"] {
        let value = ask(page, &format!("[data-testid={control}]"), "value").await?;
        ensure!(value == "", "{control} still says {value}");
    }
    Ok(())
}

async fn reaches_a_mark_by_keyboard(page: &Page) -> Result<()> {
    open(page, "/?lang=fr", "bank-fr").await?;
    let focused = "return document.activeElement?.dataset?.testid === 'mark' ? \
                   document.activeElement.dataset.moment : null;";
    for _ in 0..60 {
        page.press("Tab").await?;
        if let Some(moment) = page.script(focused).await?.as_str() {
            page.press("Enter").await?;
            return verbatims_show(page, moment).await;
        }
    }
    anyhow::bail!("no mark among the first 60 stops of the Tab key")
}

async fn fits_a_telephone(page: &Page) -> Result<()> {
    page.start_narrow("/?lang=fr", 390, 844).await?;
    is_narrow(page, "start").await?;
    open_here(page, "bank-fr").await?;
    for place in PLACES {
        go(page, place).await?;
        if place == "mirror" {
            settled(page).await?;
        }
        is_narrow(page, place).await?;
        page.screenshot(&format!("telephone-{place}")).await?;
    }
    is_clean(page).await
}

async fn is_narrow(page: &Page, place: &str) -> Result<()> {
    let widths: [u32; 2] = serde_json::from_value(
        page.script("return [document.documentElement.scrollWidth, innerWidth];").await?,
    )?;
    ensure!(widths[0] <= widths[1], "{place}: {widths:?}");
    Ok(())
}

async fn is_seen_by_day_and_by_night(page: &Page) -> Result<()> {
    open(page, "/?lang=fr", "bank-fr").await?;
    let theme = "return document.documentElement.dataset.theme || \
                 (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');";
    let mut seen = BTreeSet::new();
    for _ in 0..2 {
        let theme = page.script(theme).await?;
        let theme = theme.as_str().context("a theme")?.to_owned();
        page.screenshot(&format!("mirror-{theme}")).await?;
        if page.engine() == Engine::Chromium {
            page.resize(1920, 1080).await?;
            settled(page).await?;
            page.screenshot(&format!("mirror-wide-{theme}")).await?;
            page.resize(1280, 900).await?;
        }
        seen.insert(theme);
        page.click("theme").await?;
        settled(page).await?;
    }
    ensure!(seen.len() == 2, "only {seen:?}");
    is_clean(page).await
}
