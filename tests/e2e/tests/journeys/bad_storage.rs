//! A storage that is full, missing, or written by another tab: the work stays, and what was stored too.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{
    FILL, FREE, go, import_lines, is_clean, message, new_project, open_beside, saved, settled, stored,
};

journeys!(
    survives_a_full_storage,
    keeps_what_does_not_fit,
    works_without_storage,
    gives_way_to_another_tab,
    takes_over_what_another_tab_has_stored
);

const PROJECTS: &str = "reflet:project:";

/// Whether the browser would ask before it lets the page go.
async fn asks_before_leaving(page: &Page) -> Result<bool> {
    let stays = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }));";
    Ok(page.script(stays).await? == true)
}

/// What the page gives to keep.
async fn file(page: &Page) -> Result<String> {
    go(page, "project").await?;
    Ok(String::from_utf8(page.download("save-file").await?.bytes)?)
}

async fn survives_a_full_storage(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    saved(page).await?;
    let before = stored(page, PROJECTS).await?;
    page.script(FILL).await?;
    import_lines(page, "Une réponse de trop pour ce navigateur", "client").await?;
    page.wait_attr("save-status", "data-state", "error").await?;
    let said = message(page, "error").await?;
    ensure!(said.contains("plein"), "{said}");
    ensure!(asks_before_leaving(page).await?, "the page would go with what it alone has");
    ensure!(stored(page, PROJECTS).await? == before, "what was stored is damaged");
    let file = file(page).await?;
    ensure!(file.contains("Bel accueil") && file.contains("Une réponse de trop"), "{file}");
    page.script(FREE).await?;
    go(page, "import").await?;
    import_lines(page, "Encore une", "client").await?;
    saved(page).await?;
    ensure!(!asks_before_leaving(page).await?, "nothing would be lost");
    ensure!(page.all("[data-testid=message][data-kind=error]").await?.is_empty());
    page.reload().await?;
    go(page, "code").await?;
    page.wait_attr("progress", "data-total", "3").await?;
    is_clean(page).await
}

/// What the storage has no room for outlives a look at other projects, and is stored as soon as there is room.
async fn keeps_what_does_not_fit(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "À supprimer", "client").await?;
    saved(page).await?;
    page.click("projects").await?;
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    saved(page).await?;
    page.script(FILL).await?;
    import_lines(page, "Une réponse de trop pour ce navigateur", "client").await?;
    page.wait_attr("save-status", "data-state", "error").await?;
    let here = page.script("return location.hash;").await?;
    page.click("projects").await?;
    let said = message(page, "error").await?;
    ensure!(said.contains("n’a pas pu enregistrer") && said.contains("Projet sans nom"), "{said}");
    let file = String::from_utf8(page.download("unstored-download").await?.bytes)?;
    ensure!(file.contains("Bel accueil") && file.contains("Une réponse de trop"), "{file}");
    ensure!(asks_before_leaving(page).await?, "the page would go with what it alone has");
    // Past another project.
    page.click("new-project").await?;
    page.wait_for("import-paste").await?;
    page.click("unstored-open").await?;
    go(page, "code").await?;
    page.wait_attr("progress", "data-total", "2").await?;
    ensure!(page.script("return location.hash.split('/')[2];").await? == place(&here)?, "another project");
    page.wait_attr("save-status", "data-state", "error").await?;
    page.click("projects").await?;
    message(page, "error").await?;
    // Whoever makes room deletes a project last.
    page.script(FREE).await?;
    page.css(".project-row:last-child [data-testid=project-delete]").await?.click().await?;
    page.click("project-delete-confirm").await?;
    page.wait_until("no message", async || {
        Ok(page.all("[data-testid=message][data-kind=error]").await?.is_empty())
    })
    .await?;
    ensure!(stored(page, PROJECTS).await?.contains("Une réponse de trop"), "it is not stored");
    page.reload().await?;
    is_clean(page).await
}

/// The key in the address of a project.
fn place(hash: &serde_json::Value) -> Result<serde_json::Value> {
    let hash = hash.as_str().context("an address")?;
    Ok(hash.split('/').nth(2).context("a project")?.into())
}

async fn works_without_storage(page: &Page) -> Result<()> {
    page.site.block_storage();
    new_project(page).await?;
    let said = message(page, "warning").await?;
    ensure!(said.contains("ne permet pas d’enregistrer"), "{said}");
    import_lines(page, "Bel accueil", "client").await?;
    page.wait_attr("save-status", "data-state", "error").await?;
    page.click("theme").await?;
    page.click("lang-en").await?;
    ensure!(file(page).await?.contains("Bel accueil"));
    go(page, "code").await?;
    page.wait_attr("progress", "data-total", "1").await?;
    is_clean(page).await
}

async fn gives_way_to_another_tab(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    saved(page).await?;
    let first = open_beside(page).await?;
    import_lines(page, "Écrit dans le second onglet", "client").await?;
    saved(page).await?;
    let theirs = stored(page, PROJECTS).await?;
    ensure!(theirs.contains("second onglet"), "{theirs}");
    page.browser().switch_to_window(first).await?;
    page.wait_attr("save-status", "data-state", "readonly").await?;
    message(page, "warning").await?;
    import_lines(page, "Écrit dans le premier onglet", "client").await?;
    // Longer than a change may wait to be saved.
    tokio::time::sleep(Duration::from_secs(1)).await;
    page.wait_attr("save-status", "data-state", "readonly").await?;
    ensure!(stored(page, PROJECTS).await? == theirs, "the first tab wrote over the second");
    ensure!(file(page).await?.contains("premier onglet"));
    is_clean(page).await
}

/// Takes the stored state over, and exports the table before the browser has a turn.
const TAKE_OVER: &str = "
    document.querySelectorAll('[data-testid=message] button')[1].click();
    document.querySelector('[data-testid=export-csv]').click();
";

/// No figure of the state before is exported once another one is taken over, however soon.
async fn takes_over_what_another_tab_has_stored(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    page.css("[data-sample=bank-fr]").await?.click().await?;
    settled(page).await?;
    saved(page).await?;
    let before = page.download("export-csv").await?.bytes;
    let first = open_beside(page).await?;
    go(page, "code").await?;
    page.click("moment").await?;
    saved(page).await?;
    page.browser().switch_to_window(first).await?;
    page.wait_attr("save-status", "data-state", "readonly").await?;
    let at_once = page.download_by(TAKE_OVER).await?.bytes;
    settled(page).await?;
    let after = page.download("export-csv").await?.bytes;
    ensure!(before != after, "the other tab has coded nothing");
    let text = String::from_utf8_lossy;
    ensure!(at_once == after, "exported at once:\n{}\nand later:\n{}", text(&at_once), text(&after));
    is_clean(page).await
}
