//! Project files and stored bytes that cannot be read: said, and nothing of what was there is lost.

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{go, import_lines, is_clean, message, new_project, saved, stored, upload};

journeys!(refuses_damaged_files, leaves_unreadable_bytes_alone);

/// A project with an answer, as a file.
async fn file(page: &Page) -> Result<String> {
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    saved(page).await?;
    go(page, "project").await?;
    Ok(String::from_utf8(page.download("save-file").await?.bytes)?)
}

async fn refuses_damaged_files(page: &Page) -> Result<()> {
    let file = file(page).await?;
    let newer = file.replacen("\"version\":1", "\"version\":2", 1);
    ensure!(newer != file, "the file has no version");
    page.click("projects").await?;
    page.wait_for("new-project").await?;
    let before = stored(page, "reflet:project:").await?;
    let bad: [(&str, &[u8], &str); 5] = [
        ("coupé.json", &file.as_bytes()[..file.len() / 2], "s’arrête au milieu"),
        ("abîmé.json", &[b"{\"format\":\"reflet-project\",,", file.as_bytes()].concat(), "abîmé"),
        ("lettre.json", "Bonjour à tous".as_bytes(), "Vos projets n’ont pas changé"),
        ("autre.json", b"[1, 2, 3]", "pas un fichier de projet"),
        ("demain.json", newer.as_bytes(), "version plus récente"),
    ];
    for (name, bytes, why) in bad {
        upload(page, "open-file", name, bytes).await?;
        page.wait_until(name, async || Ok(message(page, "error").await?.contains(name))).await?;
        let said = message(page, "error").await?;
        ensure!(said.contains(why), "{name}: {said}");
        ensure!(stored(page, "reflet:project:").await? == before, "{name} changed what is stored");
    }
    upload(page, "open-file", "entier.json", file.as_bytes()).await?;
    page.wait_for("nav-mirror").await?;
    ensure!(page.all("[data-testid=message][data-kind=error]").await?.is_empty());
    is_clean(page).await
}

async fn leaves_unreadable_bytes_alone(page: &Page) -> Result<()> {
    const KEY: &str = "reflet:project:x";
    page.start("/?lang=fr").await?;
    page.script("localStorage.setItem('reflet:project:x', 'gribouillis'); location.hash = '#/p/x/mirror';")
        .await?;
    let there = "[[\"reflet:project:x\",\"gribouillis\"]]";
    let said = message(page, "error").await?;
    ensure!(said.contains("laissé tel quel"), "{said}");
    ensure!(stored(page, KEY).await? == there);
    // As a first thing, from an address that was kept.
    page.start("/?lang=fr&kept#/p/x/mirror").await?;
    message(page, "error").await.context("opened with that address")?;
    ensure!(stored(page, KEY).await? == there);
    page.click("new-project").await?;
    import_lines(page, "Bel accueil", "client").await?;
    saved(page).await?;
    ensure!(stored(page, KEY).await? == there);
    is_clean(page).await
}
