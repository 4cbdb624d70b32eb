//! From two pasted lists to a mirror, to tomorrow, to a file and back.

use std::collections::HashMap;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::plan::{Row, compare, lines, plan};
use crate::steps::{go, import_lines, is_clean, message, new_project, saved, settled};
use crate::steps::{stored, tell, type_of, upload};

journeys!(goes_from_a_paste_to_a_file_and_back, leaves_nothing_behind);

/// The keys of the valences from −2 to +2.
const VALENCES: [&str; 5] = ["KeyY", "KeyU", "KeyI", "KeyO", "KeyP"];

async fn goes_from_a_paste_to_a_file_and_back(page: &Page) -> Result<()> {
    let plan = plan()?;
    let began = Instant::now();
    new_project(page).await?;
    ensure!(import_lines(page, &lines(&plan, "client"), "client").await? == [60, 60, 0, 0, 60]);
    ensure!(import_lines(page, &lines(&plan, "employee"), "employee").await? == [40, 40, 0, 0, 40]);
    let keys = open_codebook(page).await?;
    codes(page, &plan, &keys).await?;
    looks_codes_one_more_and_looks(page, &plan, &keys).await?;
    is_clean(page).await?;
    comes_back(page).await?;
    exports_in_both_languages(page).await?;
    is_clean(page).await?;
    keeps_wipes_and_opens(page).await?;
    is_clean(page).await?;
    tell(page, &format!("the journey took {:?}", began.elapsed()))
}

/// Takes the codebook of a bank, and reads the key of each moment from its chip.
async fn open_codebook(page: &Page) -> Result<HashMap<String, String>> {
    go(page, "code").await?;
    page.select("codebook-starter", "bank").await?;
    page.wait_for("moment").await?;
    let script = "return Object.fromEntries([...document.querySelectorAll('[data-testid=moment]')]\
                  .map((chip) => [chip.dataset.moment, chip.dataset.key]));";
    let keys: HashMap<String, String> = serde_json::from_value(page.script(script).await?)?;
    ensure!(keys.len() == 18, "{keys:?}");
    // Away from the list, in which letters choose.
    page.click("verbatim").await?;
    Ok(keys)
}

/// Codes the first time through, with the keyboard only.
async fn codes(page: &Page, plan: &[Row], keys: &HashMap<String, String>) -> Result<()> {
    let began = Instant::now();
    let mut coded = 0;
    for (at, row) in plan.iter().enumerate() {
        page.wait_until(row.text, async || Ok(page.text("verbatim").await?.contains(row.text))).await?;
        if !row.is_later && row.decision.is_some() {
            code(page, row, keys).await?;
            coded += 1;
        }
        if at + 1 < plan.len() {
            page.press("Enter").await?;
        }
    }
    ensure!(coded >= 30);
    page.wait_attr("progress", "data-coded", &coded.to_string()).await?;
    page.wait_attr("progress", "data-total", "100").await?;
    tell(page, &format!("coded {coded} in {:?}", began.elapsed()))
}

async fn code(page: &Page, row: &Row, keys: &HashMap<String, String>) -> Result<()> {
    let decision = row.decision.as_deref().context("a decision")?;
    if decision.is_empty() {
        return page.press("Digit0").await;
    }
    for (moment, valence) in decision {
        let key = keys.get(moment).with_context(|| moment.clone())?;
        let kind = if key.starts_with(|first: char| first.is_ascii_digit()) { "Digit" } else { "Key" };
        page.press(&format!("{kind}{key}")).await?;
        if let Some(valence) = valence {
            page.press(VALENCES[usize::try_from(valence + 2)?]).await?;
        }
    }
    Ok(())
}

/// The mirror knows what was coded, and follows when one more is.
async fn looks_codes_one_more_and_looks(
    page: &Page,
    plan: &[Row],
    keys: &HashMap<String, String>,
) -> Result<()> {
    go(page, "mirror").await?;
    settled(page).await?;
    ensure!(type_of(page, "Joindre le conseiller").await? == "dead_end");
    ensure!(type_of(page, "Fraude à la carte").await? == "insufficient_employee");
    let before = page.text("mirror-table").await?;
    go(page, "code").await?;
    let later = plan.iter().find(|row| row.is_later);
    let later = later.context("one for later")?;
    page.type_into("search", later.text).await?;
    page.wait_until("one row", async || Ok(page.all("[data-testid=verbatim-row]").await?.len() == 1)).await?;
    page.click("verbatim-row").await?;
    code(page, later, keys).await?;
    go(page, "mirror").await?;
    settled(page).await?;
    ensure!(type_of(page, "Fraude à la carte").await? == "pain");
    ensure!(page.text("mirror-table").await? != before);
    Ok(())
}

/// After closing and opening everything is there, but for the steps back, and that is said.
async fn comes_back(page: &Page) -> Result<()> {
    saved(page).await?;
    let table = page.text("mirror-table").await?;
    go(page, "code").await?;
    let progress = page.text("progress").await?;
    go(page, "mirror").await?;
    ensure!(page.attr("undo", "disabled").await?.is_none());
    page.reload().await?;
    settled(page).await?;
    ensure!(page.text("mirror-table").await? == table);
    ensure!(page.attr("undo", "disabled").await?.is_some());
    let said = message(page, "info").await?;
    ensure!(said.contains("avant la réouverture ne peut plus être annulé"), "{said}");
    go(page, "code").await?;
    ensure!(page.text("progress").await? == progress);
    go(page, "mirror").await?;
    settled(page).await
}

/// Both tables say what other programs computed.
async fn exports_in_both_languages(page: &Page) -> Result<()> {
    let french = page.download("export-csv").await?;
    ensure!(french.name == "Projet-sans-nom-tableau.csv", "{}", french.name);
    compare(&french.bytes, ';', ',').context("in French")?;
    page.click("lang-en").await?;
    page.wait_until("English", async || {
        Ok(page.script("return document.documentElement.lang;").await? == "en")
    })
    .await?;
    settled(page).await?;
    let english = page.download("export-csv").await?;
    compare(&english.bytes, ',', '.').context("in English")
}

/// The file brings everything back after the browser was emptied.
async fn keeps_wipes_and_opens(page: &Page) -> Result<()> {
    let (table, csv) = (page.text("mirror-table").await?, page.download("export-csv").await?);
    go(page, "project").await?;
    let file = page.download("save-file").await?;
    ensure!(file.name == "reflet.reflet.json", "{}", file.name);
    wipe(page).await?;
    ensure!(stored(page, "reflet:project:").await? == "[]");
    upload(page, "open-file", "kept.reflet.json", &file.bytes).await?;
    settled(page).await?;
    ensure!(page.text("mirror-table").await? == table);
    let again = page.download("export-csv").await?;
    ensure!(again.bytes == csv.bytes, "another table than before");
    go(page, "project").await?;
    let file_again = page.download("save-file").await?;
    ensure!(file_again.bytes == file.bytes, "another file than the opened one");
    Ok(())
}

async fn wipe(page: &Page) -> Result<()> {
    page.click("wipe").await?;
    page.click("wipe-confirm").await?;
    page.wait_for("new-project").await?;
    message(page, "info").await?;
    Ok(())
}

async fn leaves_nothing_behind(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "Bel accueil\nAttente trop longue", "client").await?;
    page.click("lang-en").await?;
    page.click("theme").await?;
    saved(page).await?;
    go(page, "project").await?;
    wipe(page).await?;
    // What waits to be saved must not come back either.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let left = stored(page, "reflet:").await?;
    ensure!(left == "[]", "left behind: {left}");
    Ok(())
}
