//! What comes after the first pictures, on a slow line or not at all.

use std::time::Duration;

use anyhow::{Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{go, is_clean, settled};

journeys!(hands_over_a_file_of_a_place_that_is_left, asks_again_for_the_filters, leaves_the_focus_in_a_field);

/// Long enough for a user to be elsewhere.
const LATE: Duration = Duration::from_secs(3);

async fn open(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    page.css("[data-sample=bank-fr]").await?.click().await?;
    settled(page).await
}

/// What is exported is what was shown, though the code that writes it comes when another place is open.
async fn hands_over_a_file_of_a_place_that_is_left(page: &Page) -> Result<()> {
    page.site.slow_down("split_insights", LATE);
    open(page).await?;
    let export = "document.querySelector('[data-testid=export-csv]').click();
        document.querySelector('[data-testid=nav-project]').click();";
    let late = page.download_by(export).await?.bytes;
    go(page, "mirror").await?;
    settled(page).await?;
    ensure!(late == page.download("export-csv").await?.bytes, "it is another table");
    is_clean(page).await
}

/// The filters say that they did not come, and come when asked again.
async fn asks_again_for_the_filters(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    page.site.lose("split_plan");
    page.css("[data-sample=bank-fr]").await?.click().await?;
    settled(page).await?;
    page.wait_for("filters-again").await?;
    ensure!(
        page.script("return document.querySelector('[data-testid=filter-wave]').disabled;").await? == true
    );
    page.site.repair();
    page.click("filters-again").await?;
    let options = "[data-testid=filter-wave] option";
    page.wait_until("the filters", async || Ok(page.all(options).await?.len() > 1)).await
}

/// The verbatims of a mark that was pressed early do not take the focus from who types by then.
async fn leaves_the_focus_in_a_field(page: &Page) -> Result<()> {
    page.site.slow_down("split_insights", LATE);
    open(page).await?;
    page.script("document.querySelector('[data-testid=mark]').click();").await?;
    page.script("document.querySelector('[data-testid=threshold-client]').focus();").await?;
    page.wait_for("drill-down").await?;
    let focused = "return document.activeElement.dataset.testid;";
    ensure!(page.script(focused).await? == "threshold-client", "the focus has moved");
    is_clean(page).await
}
