//! The page starts wherever it is put, and says what it does when it cannot.

use std::time::Duration;

use anyhow::{Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::go;

journeys!(
    starts_at_the_root,
    starts_in_a_folder,
    starts_on_a_telephone,
    says_that_a_file_is_missing,
    says_that_the_line_is_slow,
    asks_again_for_a_part_that_did_not_come,
    goes_on_without_a_connection,
    speaks_the_language_asked_for,
    has_its_theme_before_it_starts,
);

async fn starts_cleanly(page: &Page, path: &str) -> Result<()> {
    page.start(path).await?;
    let problems = page.problems().await?;
    ensure!(problems.is_empty(), "{problems:?}");
    Ok(())
}

async fn starts_at_the_root(page: &Page) -> Result<()> {
    starts_cleanly(page, "/").await
}

async fn starts_in_a_folder(page: &Page) -> Result<()> {
    starts_cleanly(page, "/a/b/").await
}

async fn starts_on_a_telephone(page: &Page) -> Result<()> {
    page.start_narrow("/", 390, 844).await?;
    ensure!(page.script("return innerWidth;").await? == 390);
    let problems = page.problems().await?;
    ensure!(problems.is_empty(), "{problems:?}");
    Ok(())
}

async fn says(page: &Page, part: &str) -> Result<()> {
    page.wait_until(&format!("the page to say {part:?}"), async || {
        Ok(page.text("boot").await.is_ok_and(|text| text.contains(part)))
    })
    .await
}

async fn says_that_a_file_is_missing(page: &Page) -> Result<()> {
    for lost in ["_bg.wasm", "app-", "start-", ".css"] {
        page.site.repair();
        page.site.lose(lost);
        page.open("/?lang=fr").await?;
        says(page, "un de ses fichiers n’a pas pu être chargé").await?;
        says(page, "Votre travail enregistré dans ce navigateur est intact").await?;
    }
    page.site.repair();
    page.css("#boot-reload").await?.click().await?;
    page.wait_gone("boot").await
}

async fn says_that_the_line_is_slow(page: &Page) -> Result<()> {
    page.site.slow_down("_bg.wasm", Duration::from_secs(6));
    page.open("/?lang=en").await?;
    says(page, "Loading the page…").await?;
    says(page, "MB left").await?;
    page.wait_gone("boot").await
}

async fn asks_again_for_a_part_that_did_not_come(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    page.site.lose("split_import");
    page.click("new-project").await?;
    let message = page.wait_for("message").await?.text().await?;
    ensure!(message.contains("Votre travail est intact"), "{message}");
    page.site.repair();
    page.click("fetch-again").await?;
    page.wait_for("import-paste").await?;
    Ok(())
}

async fn goes_on_without_a_connection(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    page.click("new-project").await?;
    page.wait_for("import-paste").await?;
    // What the other places, the insights, the plan and the list of projects need comes by itself a little later.
    page.wait_until("all parts to be here", async || {
        let arrived =
            "return performance.getEntriesByType('resource').filter(e => e.name.includes('split_')).length;";
        Ok(page.script(arrived).await? == 7)
    })
    .await?;
    page.site.lose("");
    for (place, part) in [("code", ".empty"), ("project", "[data-testid=save-file]"), ("import", ".import")] {
        go(page, place).await?;
        page.css(part).await?;
    }
    page.click("projects").await?;
    page.wait_for("project-open").await?;
    let problems = page.problems().await?;
    ensure!(problems.is_empty(), "{problems:?}");
    Ok(())
}

async fn speaks_the_language_asked_for(page: &Page) -> Result<()> {
    for language in ["en", "fr"] {
        page.start(&format!("/?lang={language}")).await?;
        ensure!(page.script("return document.documentElement.lang;").await? == language);
    }
    page.script("localStorage.setItem('reflet:lang', 'en');").await?;
    page.start("/").await?;
    ensure!(page.script("return document.documentElement.lang;").await? == "en");
    Ok(())
}

async fn has_its_theme_before_it_starts(page: &Page) -> Result<()> {
    page.start("/").await?;
    page.script("localStorage.setItem('reflet:theme', 'dark');").await?;
    page.site.lose("_bg.wasm");
    page.open("/").await?;
    ensure!(page.script("return document.documentElement.dataset.theme;").await? == "dark");
    Ok(())
}
