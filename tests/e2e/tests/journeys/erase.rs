//! A person who asks for it is erased: from the page, from the undo history and from all that the browser stores.

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{ask, confirm, go, is_clean, new_project, paste, saved, stored};

journeys!(erases_a_person_for_good, finds_a_person_by_identifier, says_what_a_full_storage_still_keeps);

const ANSWERS: &str = "respondent\tvague\tverbatim
K-17\t2025\tL’Événement était superbe au guichet
K-18\t2025\tBel accueil au guichet
K-17\t2026\tUne déception inoubliable
";

/// What nobody else wrote.
const WORDS: [&str; 5] = ["superbe", "vénement", "déception", "inoubliable", "K-17"];

const COLUMNS: &str = "reflet:columns";

/// A project of two people, one of whom answered twice, at the place that erases.
async fn ready(page: &Page) -> Result<()> {
    new_project(page).await?;
    paste(page, ANSWERS).await?;
    page.select("map-respondent", "0").await?;
    page.select("map-wave", "1").await?;
    page.select("import-side", "client").await?;
    let [_, kept, _, _, verbatims] = confirm(page).await?;
    ensure!((kept, verbatims) == (3, 3), "{kept} rows, {verbatims} verbatims");
    saved(page).await?;
    let before = stored(page, "").await?;
    ensure!(found_in(&before).len() == WORDS.len() && before.contains(COLUMNS), "{before}");
    go(page, "project").await?;
    page.wait_for("erase-search").await?;
    Ok(())
}

fn found_in(text: &str) -> Vec<&'static str> {
    WORDS.into_iter().filter(|word| text.contains(word)).collect()
}

/// Looks for a person, and waits until so many are found.
async fn look(page: &Page, words: &str, people: usize) -> Result<()> {
    page.type_into("erase-search", words).await?;
    page.wait_until("the people", async || Ok(page.all("[data-testid=erase-person]").await?.len() == people))
        .await
}

/// Erases the only one that is found. Returns what is stored in the same turn, before any pause can pass.
async fn erase(page: &Page) -> Result<String> {
    page.click("erase-choose").await?;
    page.wait_for("erase-goes").await?;
    page.click("erase").await?;
    page.wait_for("erase-confirm").await?;
    let confirmed = "document.querySelector('[data-testid=erase-confirm]').click(); \
                     return JSON.stringify(Object.entries(localStorage));";
    let left = page.script(confirmed).await?;
    page.wait_until("nobody is listed", async || {
        Ok(page.all("[data-testid=erase-person]").await?.is_empty())
    })
    .await?;
    Ok(left.as_str().context("a text")?.to_owned())
}

async fn erases_a_person_for_good(page: &Page) -> Result<()> {
    ready(page).await?;
    look(page, "GUICHET", 2).await?;
    look(page, "evenement superbe", 1).await?;
    for (attribute, value) in [("data-responses", "2"), ("data-verbatims", "2"), ("data-side", "client")] {
        page.wait_attr("erase-person", attribute, value).await?;
    }
    page.click("erase-choose").await?;
    page.wait_for("erase-goes").await?;
    let goes = page.text("erase-goes").await?;
    ensure!(goes.contains("superbe") && goes.contains("inoubliable"), "not all that goes is shown: {goes}");
    ensure!(goes.contains("ne peut pas être annulé"), "{goes}");
    page.click("erase-choose").await?;
    page.wait_gone("erase-goes").await?;
    let left = erase(page).await?;
    ensure!(found_in(&left).is_empty(), "{:?} in {left}", found_in(&left));
    ensure!(left.contains("Bel accueil"), "another one went too: {left}");
    ensure!(!left.contains(COLUMNS), "what columns mean is still remembered: {left}");
    let state = page.text("erase-state").await?;
    ensure!(state.contains("réponses\u{a0}: 2"), "{state}");
    let field = ask(page, ":focus", "dataset.testid").await?;
    ensure!(field == "erase-search", "{field} has the focus");
    ensure!(ask(page, "[data-testid=erase-search]", "value").await? == "", "the words still stand there");
    for step in ["undo", "redo"] {
        let disabled = ask(page, &format!("[data-testid={step}]"), "disabled").await?;
        ensure!(disabled == true, "{step}: {disabled}");
    }
    page.press("Control+KeyZ").await?;
    page.reload().await?;
    go(page, "code").await?;
    page.wait_attr("progress", "data-total", "1").await?;
    let shown = page.text("verbatim").await?;
    ensure!(shown.contains("Bel accueil"), "{shown}");
    is_clean(page).await
}

async fn finds_a_person_by_identifier(page: &Page) -> Result<()> {
    ready(page).await?;
    look(page, "k-18", 1).await?;
    let left = erase(page).await?;
    ensure!(!left.contains("Bel accueil") && found_in(&left).len() == WORDS.len(), "{left}");
    look(page, "k-18", 0).await?;
    let state = page.text("erase-state").await?;
    ensure!(state.contains("Personne"), "{state}");
    is_clean(page).await
}

/// Where the browser refuses to store, the page does not say that it is rid of the words.
async fn says_what_a_full_storage_still_keeps(page: &Page) -> Result<()> {
    ready(page).await?;
    page.script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    )
    .await?;
    look(page, "superbe", 1).await?;
    erase(page).await?;
    page.wait_attr("save-status", "data-state", "error").await?;
    let state = page.text("erase-state").await?;
    ensure!(state.contains("garde encore"), "{state}");
    ensure!(!found_in(&stored(page, "").await?).is_empty(), "the storage did not refuse");
    Ok(())
}
