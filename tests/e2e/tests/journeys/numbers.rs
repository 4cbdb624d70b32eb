//! What stands behind the figures: sliders, explanations, draws in a worker, comparison, the method annex.

use anyhow::{Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{ask, go, is_clean, settled, type_of};

journeys!(
    recolours_while_a_slider_moves,
    paints_what_was_out_of_view,
    moves_thresholds_by_keys,
    explains_a_moment,
    draws_in_a_worker,
    stops_drawing,
    drops_a_filter_of_too_few,
    compares_and_annexes
);

async fn open(page: &Page) -> Result<()> {
    page.start("/?lang=en").await?;
    page.wait_for("open-sample").await?;
    page.css("[data-sample=shop-en]").await?.click().await?;
    settled(page).await
}

/// Moves a slider to there; lets it go if it is to be kept.
async fn slide(page: &Page, handle: &str, value: &str, kept: bool) -> Result<()> {
    let end = if kept { "slider.dispatchEvent(new Event('change', { bubbles: true }));" } else { "" };
    let script = format!(
        "const slider = document.querySelector('[data-testid={handle}]'); slider.value = '{value}'; \
         slider.dispatchEvent(new Event('input', {{ bubbles: true }})); {end}"
    );
    page.script(&script).await?;
    Ok(())
}

async fn is_type(page: &Page, moment: &str, kind: &str) -> Result<()> {
    page.wait_until(kind, async || Ok(type_of(page, moment).await? == kind)).await
}

async fn recolours_while_a_slider_moves(page: &Page) -> Result<()> {
    open(page).await?;
    let before = type_of(page, "Delivery").await?;
    ensure!(before == "win_win", "{before}");
    slide(page, "slider-client", "99", false).await?;
    is_type(page, "Delivery", "wrong_fight").await?;
    let mark = "[data-testid=chart-mirror] [data-moment=Delivery]";
    ensure!(ask(page, mark, "dataset.type").await? == "wrong_fight", "the picture kept its type");
    // Looking changes nothing yet.
    ensure!(page.attr("undo", "disabled").await?.is_some(), "a slider on its way was kept");
    slide(page, "slider-client", "98", false).await?;
    slide(page, "slider-client", "97", true).await?;
    settled(page).await?;
    ensure!(ask(page, "[data-testid=threshold-client]", "value").await? == "97", "the field lags behind");
    page.click("undo").await?;
    is_type(page, "Delivery", "win_win").await?;
    ensure!(page.attr("undo", "disabled").await?.is_some(), "one slide is one step");
    is_clean(page).await
}

/// What is painted in each canvas, as one number; none while they do not fill their picture.
const PAINTED: &str = "
    const frames = [...document.querySelectorAll('[data-testid=chart-mirror], [data-testid=chart-zones]')];
    const canvases = (frame) => [...frame.querySelectorAll('canvas')];
    const fills = (frame) => {
        const height = canvases(frame).reduce((sum, canvas) => sum + canvas.getBoundingClientRect().height, 0);
        return Math.abs(height - frame.clientHeight) <= 1;
    };
    if (!frames.every(fills)) return null;
    const sum = (text) => [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);
    return frames.flatMap(canvases).map((canvas) => sum(canvas.toDataURL()));";

/// While a slider passes, the picture out of view waits; then it is as if it had been painted anew.
async fn paints_what_was_out_of_view(page: &Page) -> Result<()> {
    page.start_narrow("/?lang=en", 500, 500).await?;
    page.wait_for("open-sample").await?;
    // Drivers differ in how far they scroll inside a frame.
    page.script("document.querySelector('[data-sample=shop-en]').scrollIntoView({ block: 'center' });")
        .await?;
    page.css("[data-sample=shop-en]").await?.click().await?;
    settled(page).await?;
    let painted = async || Ok::<_, anyhow::Error>(page.script(PAINTED).await?);
    page.wait_until("the pictures", async || Ok(!painted().await?.is_null())).await?;
    let before = painted().await?;
    ensure!(before.as_array().is_some_and(|canvases| canvases.len() >= 4), "{before}");
    slide(page, "slider-client", "70", false).await?;
    slide(page, "slider-client", "99", true).await?;
    is_type(page, "Delivery", "wrong_fight").await?;
    settled(page).await?;
    let after = painted().await?;
    ensure!(after != before, "nothing was painted");
    go(page, "project").await?;
    go(page, "mirror").await?;
    settled(page).await?;
    page.wait_until("the same as painted anew", async || Ok(painted().await? == after)).await?;
    is_clean(page).await
}

/// A run of keys on a slider is one step of undo; what cannot be a threshold is refused and stays to be put right.
async fn moves_thresholds_by_keys(page: &Page) -> Result<()> {
    open(page).await?;
    page.script("document.querySelector('[data-testid=slider-client]').focus();").await?;
    for _ in 0..3 {
        page.press("ArrowRight").await?;
    }
    let field = "[data-testid=threshold-client]";
    page.wait_until("three steps", async || Ok(ask(page, field, "value").await? == "3")).await?;
    page.click("undo").await?;
    page.wait_until("one undo", async || Ok(ask(page, field, "value").await? == "0")).await?;
    ensure!(page.attr("undo", "disabled").await?.is_some(), "a run of keys is one step");
    page.click("lang-fr").await?;
    page.wait_until("a comma", async || {
        Ok(ask(page, "[data-testid=threshold-employee]", "value").await? == "16,7")
    })
    .await?;
    page.type_into("threshold-client", "500").await?;
    page.press("Enter").await?;
    page.wait_attr("threshold-client", "aria-invalid", "true").await?;
    ensure!(ask(page, field, "value").await? == "500", "what was typed is gone");
    page.type_into("threshold-client", "12,5").await?;
    page.press("Enter").await?;
    page.wait_attr("threshold-client", "aria-invalid", "false").await?;
    settled(page).await?;
    ensure!(ask(page, field, "value").await? == "12,5", "the comma is not understood");
    is_clean(page).await
}

async fn explains_a_moment(page: &Page) -> Result<()> {
    open(page).await?;
    let button = "tr[data-moment=Delivery] [data-testid=explain]";
    page.wait_for("across").await?;
    page.script(&format!("document.querySelector('{button}').focus();")).await?;
    page.press("Enter").await?;
    page.wait_for("explanation").await?;
    let said = page.text("explanation").await?;
    for word in ["Wilson", "Student", "seed 1", "282.8"] {
        ensure!(said.contains(word), "{word} is missing in: {said}");
    }
    page.press("Escape").await?;
    page.wait_gone("explanation").await?;
    let back = page
        .script(&format!("return document.activeElement === document.querySelector('{button}');"))
        .await?;
    ensure!(back == true, "the focus is lost");
    // And from anywhere else in the place.
    page.press("Enter").await?;
    page.wait_for("explanation").await?;
    page.script("document.activeElement.blur();").await?;
    page.press("Escape").await?;
    page.wait_gone("explanation").await?;
    is_clean(page).await
}

/// Respondents × draws beyond what the page does itself.
async fn draws_in_a_worker(page: &Page) -> Result<()> {
    open(page).await?;
    page.wait_attr("across", "aria-busy", "false").await?;
    let here = page.text("across").await?;
    ensure!(here.contains("% of the draws") && here.contains("rank "), "{here}");
    go(page, "project").await?;
    page.type_into("resamples", "30000").await?;
    page.press("Tab").await?;
    go(page, "mirror").await?;
    page.wait_for("draws-stop").await?;
    page.wait_attr("across", "aria-busy", "false").await?;
    let there = page.text("across").await?;
    ensure!(there.contains("% of the draws") && !there.contains("could not"), "{there}");
    is_clean(page).await
}

/// Presses the button that stops as soon as it is there, and counts the workers that are ended.
const STOP: &str = "
    window.ended = new Set();
    const end = Worker.prototype.terminate;
    Worker.prototype.terminate = function () { window.ended.add(this); end.call(this); };
    const watch = new MutationObserver(() => {
        const button = document.querySelector('[data-testid=draws-stop]');
        if (button) { watch.disconnect(); button.click(); }
    });
    watch.observe(document.body, { childList: true, subtree: true });";

/// Who stops gets the machine back, and may have it drawn after all.
async fn stops_drawing(page: &Page) -> Result<()> {
    open(page).await?;
    page.wait_attr("across", "aria-busy", "false").await?;
    go(page, "project").await?;
    page.type_into("resamples", "100000").await?;
    page.press("Tab").await?;
    page.script(STOP).await?;
    go(page, "mirror").await?;
    let again = "[data-testid=across] > [role=status]:not(.drawing) button";
    page.wait_until("the offer to draw again", async || Ok(!page.all(again).await?.is_empty())).await?;
    ensure!(page.script("return window.ended.size;").await? == 1, "the worker goes on");
    page.css(again).await?.click().await?;
    page.wait_until("the readings", async || Ok(page.text("across").await?.contains("% of the draws")))
        .await?;
    is_clean(page).await
}

/// A change of the settings may leave a filter with too few people: it goes before anything is told of them.
async fn drops_a_filter_of_too_few(page: &Page) -> Result<()> {
    open(page).await?;
    go(page, "project").await?;
    // Not typed: a field that is emptied first would write what holds before what follows.
    let set = "const field = document.querySelector('[data-testid=small-group]');
        for (const fewest of [1000, 5]) { field.value = fewest; field.dispatchEvent(new Event('change')); }";
    page.script(set).await?;
    go(page, "mirror").await?;
    let options = "[data-testid=filter-wave] option";
    page.wait_until("the filters", async || Ok(page.all(options).await?.len() > 1)).await?;
    // Filters are decided one after the other: the list grows until the figures are there.
    settled(page).await?;
    let cited = async || page.text("mirror-table").await;
    let all = cited().await?;
    page.script("document.querySelector('[data-testid=filter-wave]').focus();").await?;
    page.select("filter-wave", "Spring").await?;
    page.wait_until("fewer people", async || Ok(cited().await? != all)).await?;
    page.click("undo").await?;
    page.wait_until("everybody", async || Ok(cited().await? == all)).await?;
    let filter = "[data-testid=filter-wave]";
    page.wait_until("no filter", async || Ok(ask(page, filter, "value").await? == "")).await?;
    // And one that was chosen before the place was left.
    page.click("redo").await?;
    page.wait_until("the filters", async || Ok(page.all(options).await?.len() > 1)).await?;
    // A click gives the focus, WebKit's driver does not: without it WebKit takes the choice for the one that it has heard of.
    page.script("document.querySelector('[data-testid=filter-wave]').focus();").await?;
    page.select("filter-wave", "Spring").await?;
    page.wait_until("fewer people", async || Ok(cited().await? != all)).await?;
    go(page, "code").await?;
    go(page, "mirror").await?;
    page.wait_until("the same filter", async || Ok(ask(page, filter, "value").await? == "Spring")).await?;
    page.wait_until("the same people", async || Ok(cited().await? != all)).await?;
    go(page, "code").await?;
    page.click("undo").await?;
    go(page, "mirror").await?;
    page.wait_until("everybody", async || Ok(cited().await? == all)).await?;
    is_clean(page).await
}

/// Whether the canvas has a pixel for each of its place: stretched pictures have fewer.
const AT_WIDTH: &str = "
    const frame = document.querySelector('[data-testid=transitions]');
    return Math.abs(frame.querySelector('canvas').width / devicePixelRatio - frame.clientWidth) <= 1;";

async fn compares_and_annexes(page: &Page) -> Result<()> {
    open(page).await?;
    page.wait_for("compare").await?;
    page.select("compare-first", "0").await?;
    page.select("compare-second", "1").await?;
    page.wait_for("compare-table").await?;
    ensure!(page.all("[data-testid=compare-table] tbody tr").await?.len() == 10, "moments are missing");
    page.wait_for("transitions").await?;
    page.wait_until("an arrow for each moment with two types", async || {
        Ok(page.all("[data-testid=transitions] [data-testid=transition]").await?.len() == 7)
    })
    .await?;
    page.wait_until("the arrows at the width of their place", async || {
        Ok(page.script(AT_WIDTH).await?.as_bool() == Some(true))
    })
    .await?;
    page.click("explain-change").await?;
    let said = page.wait_for("difference").await?.text().await?;
    for word in ["Newcombe", "Welch", "of the comparison"] {
        ensure!(said.contains(word), "{word} is missing in: {said}");
    }
    page.press("Escape").await?;
    page.wait_gone("difference").await?;
    page.click("show-annex").await?;
    page.wait_for("annex").await?;
    let annex = page.text("annex").await?;
    for word in ["Wilson", "seed 1", "fewer than 5 employees", "best and worst", "Fisher", "Benjamini"] {
        ensure!(annex.contains(word), "{word} is missing in: {annex}");
    }
    page.click("lang-fr").await?;
    page.wait_until("the annex in French", async || Ok(page.text("annex").await?.contains("graine 1")))
        .await?;
    // Who comes back finds what was chosen.
    page.click("reading-relative").await?;
    go(page, "code").await?;
    go(page, "mirror").await?;
    page.wait_attr("reading-relative", "aria-pressed", "true").await?;
    page.wait_for("compare-table").await?;
    let chosen = "return ['compare-first', 'compare-second'].map(id =>
        document.querySelector(`[data-testid=${id}]`).value).join();";
    ensure!(page.script(chosen).await? == "0,1", "other groups are compared");
    is_clean(page).await
}
