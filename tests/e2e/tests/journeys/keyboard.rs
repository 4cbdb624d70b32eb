//! Whoever mixes the mouse with the keys does not code the wrong verbatim.

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{ask, go, import_lines, new_project};

journeys!(
    goes_on_by_keyboard_after_a_click,
    closes_verbatims_where_they_were_opened,
    confirms_a_codebook_by_keyboard,
);

const LINES: &str = "Accueil parfait.\nTrop d'attente au guichet.\nMon conseiller change sans cesse.\n\
                     L'application plante.\nRien à dire.";

async fn ready(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, LINES, "client").await?;
    go(page, "code").await?;
    page.select("codebook-starter", "bank").await?;
    page.wait_for("moment").await?;
    Ok(())
}

/// Puts the first moment on the verbatim and goes on: another one must be there.
async fn codes_and_goes_on(page: &Page, after: &str) -> Result<()> {
    let before = page.attr("verbatim", "data-id").await?;
    page.press("Digit1").await?;
    page.wait_until(after, async || {
        Ok(ask(page, "[data-testid=moment][aria-pressed=true]", "dataset.key").await? == "1")
    })
    .await?;
    page.press("Enter").await?;
    page.wait_until(after, async || Ok(page.attr("verbatim", "data-id").await? != before)).await
}

async fn goes_on_by_keyboard_after_a_click(page: &Page) -> Result<()> {
    ready(page).await?;
    go(page, "mirror").await?;
    go(page, "code").await?;
    codes_and_goes_on(page, "the place's name").await?;
    page.css("[data-testid=verbatim-row]:nth-of-type(4)").await?.click().await?;
    codes_and_goes_on(page, "a row of the list").await?;
    page.click("next").await?;
    codes_and_goes_on(page, "a button").await?;
    let coded = page.attr("progress", "data-coded").await?;
    ensure!(coded.as_deref() == Some("3"), "{coded:?}");
    page.click("undo").await?;
    page.press("Enter").await?;
    page.wait_attr("progress", "data-coded", "2").await
}

async fn closes_verbatims_where_they_were_opened(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    page.css("[data-sample=bank-fr]").await?.click().await?;
    crate::steps::settled(page).await?;
    let mark = "[data-testid=chart-mirror] [data-type=pain]";
    let moment = ask(page, mark, "dataset.moment").await?;
    page.script(&format!("document.querySelector('{mark}').focus();")).await?;
    page.press("Enter").await?;
    page.wait_for("drill-down").await?;
    page.press("Escape").await?;
    page.wait_gone("drill-down").await?;
    let focused = page.script("return document.activeElement.dataset.moment ?? null;").await?;
    ensure!(focused == moment, "the focus is on {focused}");
    Ok(())
}

async fn confirms_a_codebook_by_keyboard(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, LINES, "client").await?;
    go(page, "code").await?;
    page.script("document.querySelector('[data-testid=codebook-starter]').focus();").await?;
    // The engines differ in which keys open a list; typing its first letter chooses in all of them.
    page.press("KeyB").await?;
    page.wait_until("a choice", async || {
        Ok(ask(page, "[data-testid=codebook-starter]", "value")
            .await?
            .as_str()
            .is_some_and(|v| !v.is_empty()))
    })
    .await?;
    ensure!(page.all("[data-testid=moment]").await?.is_empty(), "added before it was confirmed");
    page.press("Enter").await?;
    page.wait_for("moment").await.context("confirmed with Enter")?;
    Ok(())
}
