//! What people paste or pick that is no clean list of answers: each time they are told, and nothing breaks.

use std::fmt::Write;
use std::time::Instant;

use anyhow::{Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{ask, confirm, go, import_lines, is_clean, message, new_project, paste};
use crate::steps::{saved, stored, tell, upload};

journeys!(
    refuses_nothing_at_all,
    refuses_a_file_of_another_kind,
    accounts_for_ragged_rows,
    takes_a_long_line,
    asks_which_column_is_text,
    warns_of_a_rating_outside_its_scale,
);

/// The first bytes of a picture and of a document.
const OTHER_KINDS: [(&str, &[u8]); 2] = [
    ("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"),
    ("rapport.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
];

/// The page still does its work.
async fn is_alive(page: &Page) -> Result<()> {
    let account = import_lines(page, "Bel accueil\nAttente trop longue", "client").await?;
    ensure!(account == [2, 2, 0, 0, 2], "{account:?}");
    is_clean(page).await
}

async fn refuses_nothing_at_all(page: &Page) -> Result<()> {
    new_project(page).await?;
    page.click("import-confirm").await?;
    let said = message(page, "error").await?;
    ensure!(said.contains("Rien à importer"), "{said}");
    page.paste_into("import-paste", " \n\t\n").await?;
    page.click("import-confirm").await?;
    message(page, "error").await?;
    ensure!(page.all("[data-testid=import-report]").await?.is_empty());
    is_alive(page).await
}

async fn refuses_a_file_of_another_kind(page: &Page) -> Result<()> {
    new_project(page).await?;
    for (name, bytes) in OTHER_KINDS {
        upload(page, "import-file", name, bytes).await?;
        page.wait_until(name, async || Ok(message(page, "error").await?.contains(name))).await?;
        ensure!(page.all("[data-testid=import-preview]").await?.is_empty());
    }
    is_alive(page).await
}

async fn accounts_for_ragged_rows(page: &Page) -> Result<()> {
    new_project(page).await?;
    let table = "verbatim;note;agence\nBel accueil;9;Lyon\nSeul\nTrop;8;Nice;de;cellules\n\n;7;Lille\n\
                 \"Sur deux\nlignes\";6;Metz\nFin \"brusque;5;Brest\n";
    upload(page, "import-file", "irrégulier.csv", table.as_bytes()).await?;
    page.wait_attr("import-preview", "aria-busy", "false").await?;
    page.select("import-side", "client").await?;
    let [read, kept, rejected, _, verbatims] = confirm(page).await?;
    ensure!(read == 6 && kept + rejected == 6, "{read} read, {kept} kept, {rejected} rejected");
    // The row with a rating and no text is kept, and gives none.
    ensure!(verbatims == 5, "{verbatims} verbatims");
    go(page, "code").await?;
    page.wait_attr("progress", "data-total", "5").await?;
    is_clean(page).await
}

async fn takes_a_long_line(page: &Page) -> Result<()> {
    new_project(page).await?;
    let mut line = String::new();
    for at in 0.. {
        write!(line, "Je raconte encore, {at} ; ")?;
        if line.len() >= 1_000_000 {
            break;
        }
    }
    let line = line.trim_end();
    let began = Instant::now();
    paste(page, line).await?;
    let account = confirm(page).await?;
    ensure!(account == [1, 1, 0, 0, 1], "{account:?}");
    saved(page).await?;
    tell(page, &format!("1 MB on one line was taken in {:?}", began.elapsed()))?;
    go(page, "code").await?;
    page.wait_for("verbatim").await?;
    let length = ask(page, "[data-testid=verbatim] blockquote", "textContent.length").await?;
    ensure!(length == line.chars().count(), "{length} characters are left");
    is_clean(page).await
}

async fn asks_which_column_is_text(page: &Page) -> Result<()> {
    new_project(page).await?;
    paste(page, "agence;note\nLyon;4\nNice;5\nLille;3").await?;
    let none = "const list = document.querySelector('[data-testid=map-text]'); \
                for (const option of list.options) option.selected = false; \
                list.dispatchEvent(new Event('change', { bubbles: true })); \
                for (const map of document.querySelectorAll('[data-testid=map-rating]')) { \
                    map.value = ''; map.dispatchEvent(new Event('change', { bubbles: true })); }";
    page.script(none).await?;
    message(page, "warning").await?;
    let before = stored(page, "reflet:project:").await?;
    page.click("import-confirm").await?;
    message(page, "warning").await?;
    ensure!(page.all("[data-testid=import-report]").await?.is_empty());
    ensure!(stored(page, "reflet:project:").await? == before);
    is_alive(page).await
}

async fn warns_of_a_rating_outside_its_scale(page: &Page) -> Result<()> {
    new_project(page).await?;
    paste(page, "verbatim;note NPS\nBien;9\nÉpatant;12\nMoyen;6\nTrès bien;10").await?;
    page.select("import-side", "client").await?;
    ensure!(confirm(page).await? == [4, 4, 0, 0, 4]);
    let said = page.text("import-report").await?;
    ensure!(said.contains("hors de l’échelle") && said.contains("12"), "{said}");
    is_clean(page).await
}
