//! A project and its record are stored in one write: never one of them without the other, whatever an earlier page left.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};
use serde_json::Value;

use crate::steps::{
    FILL, FREE, go, import_lines, is_clean, message, new_project, open_beside, saved, stored,
};

journeys!(
    writes_a_project_in_one_step,
    keeps_project_and_record_where_there_is_no_room,
    makes_one_value_of_two,
    gives_way_to_a_tab_that_makes_one_value_of_two,
    writes_over_nothing_that_it_cannot_read,
    gives_back_what_it_cannot_read
);

const PROJECTS: &str = "reflet:project:";
const RECORDS: &str = "reflet:record:";

/// Notes under which keys the page writes, where every driver can read it.
const NOTE: &str = "
    document.documentElement.dataset.written = '';
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        document.documentElement.dataset.written += `${key}\\n`;
        return set.call(this, key, value);
    };
";

/// Stores the open project as earlier pages did: the file alone, and the record beside it.
const PART: &str = "
    const project = `reflet:project:${location.hash.split('/')[2]}`;
    const [record, file] = localStorage.getItem(project).split('\\n');
    localStorage.setItem(project, file);
    localStorage.setItem(project.replace(':project:', ':record:'), record);
";

/// The key of the open project.
async fn key(page: &Page) -> Result<String> {
    let key = page.script("return location.hash.split('/')[2];").await?;
    Ok(key.as_str().context("a project")?.to_owned())
}

/// The last state that the page has stored.
async fn revision(page: &Page) -> Result<u64> {
    Ok(page.attr("save-status", "data-revision").await?.context("a revision")?.parse()?)
}

/// Gives the project another name, at its place; in one change, as clearing the field would be another one to WebKit.
async fn rename(page: &Page, name: &str) -> Result<()> {
    page.paste_into("project-name", name).await
}

/// The first line of what is stored of a project.
async fn record(page: &Page, key: &str) -> Result<Value> {
    let script = "return localStorage.getItem(arguments[0]).split('\\n')[0];";
    let line = page.browser().execute(script, vec![format!("{PROJECTS}{key}").into()]).await?;
    Ok(serde_json::from_str(line.json().as_str().context("a text")?)?)
}

/// Gives the project another name, and waits until it is stored: before that, its state may be that of the change before.
async fn rename_for_good(page: &Page, name: &str) -> Result<()> {
    rename(page, name).await?;
    let key = key(page).await?;
    page.wait_until("the stored name", async || Ok(record(page, &key).await?["name"] == name)).await?;
    saved(page).await
}

/// The row of a project of that name in the list, as it is read; the list comes with a part of its own.
async fn row(page: &Page, name: &str) -> Result<String> {
    page.wait_for("project-open").await?;
    let script = "return [...document.querySelectorAll('.project-row')].map((row) => row.innerText);";
    let rows: Vec<String> = serde_json::from_value(page.script(script).await?)?;
    let row = rows.iter().find(|row| row.contains(name));
    Ok(row.with_context(|| format!("{name} in {rows:?}"))?.clone())
}

async fn writes_a_project_in_one_step(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    saved(page).await?;
    go(page, "project").await?;
    let (key, before) = (key(page).await?, revision(page).await?);
    page.script(NOTE).await?;
    rename(page, "Banque « \\\" »").await?;
    page.wait_attr("save-status", "data-revision", &(before + 1).to_string()).await?;
    let written = page.script("return document.documentElement.dataset.written;").await?;
    ensure!(written == format!("{PROJECTS}{key}\n"), "written: {written}");
    let record = record(page, &key).await?;
    ensure!(record["revision"] == before + 1 && record["name"] == "Banque « \\\" »", "{record}");
    ensure!(record["verbatims"] == 1 && record["sample"] == false, "{record}");
    ensure!(stored(page, RECORDS).await? == "[]", "a record beside the project");
    // What follows the record is the file to keep, to the last byte.
    let file = page.download("save-file").await?.bytes;
    let value =
        page.script("return localStorage.getItem(`reflet:project:${location.hash.split('/')[2]}`);").await?;
    let (_, rest) = value.as_str().and_then(|value| value.split_once('\n')).context("two lines")?;
    ensure!(rest.as_bytes() == file, "{rest}");
    is_clean(page).await
}

async fn keeps_project_and_record_where_there_is_no_room(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    go(page, "project").await?;
    rename_for_good(page, "Avant").await?;
    let (key, known) = (key(page).await?, revision(page).await?);
    let before = stored(page, PROJECTS).await?;
    page.script(FILL).await?;
    rename(page, "Après, sous un nom bien plus long que le premier").await?;
    page.wait_attr("save-status", "data-state", "error").await?;
    let left = stored(page, PROJECTS).await?;
    ensure!(left == before, "{left} instead of {before}");
    ensure!(stored(page, RECORDS).await? == "[]", "a record beside the project");
    // Whoever opens it has the last stored state, with its own name and revision.
    let first = open_beside(page).await?;
    ensure!(revision(page).await? == known, "{} instead of {known}", revision(page).await?);
    ensure!(record(page, &key).await?["revision"] == known);
    go(page, "project").await?;
    page.wait_until("its name", async || {
        Ok(page.script("return document.querySelector('[data-testid=project-name]').value;").await?
            == "Avant")
    })
    .await?;
    page.click("projects").await?;
    row(page, "Avant").await?;
    // The first tab is not told of a later state, and stores its own when there is room.
    page.browser().switch_to_window(first).await?;
    page.script(FREE).await?;
    rename_for_good(page, "Après").await?;
    page.click("projects").await?;
    row(page, "Après").await?;
    is_clean(page).await
}

async fn makes_one_value_of_two(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    go(page, "project").await?;
    rename_for_good(page, "Ancienne").await?;
    let (key, known) = (key(page).await?, revision(page).await?);
    page.script(PART).await?;
    let parts = (stored(page, PROJECTS).await?, stored(page, RECORDS).await?);
    ensure!(parts.0.contains(&key) && parts.1.contains(&key) && !parts.0.contains("revision"), "{parts:?}");
    page.click("projects").await?;
    let facts = row(page, "Ancienne").await?;
    ensure!(facts.contains("verbatims\u{a0}: 1"), "{facts}");
    page.reload().await?;
    page.click("project-open").await?;
    page.wait_attr("save-status", "data-revision", &known.to_string()).await?;
    ensure!(
        (stored(page, PROJECTS).await?, stored(page, RECORDS).await?) == parts,
        "opening it has changed it"
    );
    // Without room both stay, and are one as soon as there is some.
    page.script(FILL).await?;
    go(page, "import").await?;
    import_lines(page, "Une réponse de trop pour ce navigateur", "client").await?;
    page.wait_attr("save-status", "data-state", "error").await?;
    ensure!((stored(page, PROJECTS).await?, stored(page, RECORDS).await?) == parts, "half of it was stored");
    page.script(FREE).await?;
    import_lines(page, "Encore une", "client").await?;
    saved(page).await?;
    ensure!(stored(page, RECORDS).await? == "[]", "two keys are left");
    let record = record(page, &key).await?;
    ensure!(record["revision"] == revision(page).await? && record["verbatims"] == 3, "{record}");
    // An earlier page that was ended before it wrote the first record of a project.
    page.script(&format!("{PART} localStorage.removeItem(project.replace(':project:', ':record:'));"))
        .await?;
    page.reload().await?;
    page.wait_attr("save-status", "data-revision", "0").await?;
    go(page, "import").await?;
    import_lines(page, "Et une dernière", "client").await?;
    saved(page).await?;
    page.reload().await?;
    go(page, "code").await?;
    page.wait_attr("progress", "data-total", "4").await?;
    ensure!(stored(page, RECORDS).await? == "[]", "a record beside the project");
    // What an earlier page wrote beside a project goes with it.
    page.script(PART).await?;
    page.click("projects").await?;
    page.click("project-delete").await?;
    page.click("project-delete-confirm").await?;
    page.wait_gone("project-open").await?;
    let left = stored(page, "reflet:").await?;
    ensure!(!left.contains(&key), "left behind: {left}");
    is_clean(page).await
}

async fn gives_way_to_a_tab_that_makes_one_value_of_two(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    saved(page).await?;
    page.script(PART).await?;
    let first = open_beside(page).await?;
    import_lines(page, "Écrit dans le second onglet", "client").await?;
    saved(page).await?;
    let theirs = stored(page, PROJECTS).await?;
    page.browser().switch_to_window(first).await?;
    page.wait_attr("save-status", "data-state", "readonly").await?;
    import_lines(page, "Écrit dans le premier onglet", "client").await?;
    // Longer than a change may wait to be saved.
    tokio::time::sleep(Duration::from_secs(1)).await;
    ensure!(stored(page, PROJECTS).await? == theirs, "the first tab wrote over the second");
    is_clean(page).await
}

/// Not even under the key of an open project.
async fn writes_over_nothing_that_it_cannot_read(page: &Page) -> Result<()> {
    new_project(page).await?;
    import_lines(page, "Bel accueil", "client").await?;
    saved(page).await?;
    page.script(PART).await?;
    page.script("localStorage.setItem(`reflet:project:${location.hash.split('/')[2]}`, 'gribouillis');")
        .await?;
    let there = stored(page, PROJECTS).await?;
    import_lines(page, "Une autre", "client").await?;
    page.wait_attr("save-status", "data-state", "readonly").await?;
    ensure!(stored(page, PROJECTS).await? == there, "written over");
    is_clean(page).await
}

/// Clicks on the first button of the last message: what cannot be read is downloaded.
const DOWNLOAD: &str =
    "[...document.querySelectorAll('[data-testid=message]')].at(-1).querySelector('button').click();";

/// Two samples: the record of one can be read, nothing of the other.
const UNREADABLE: &str = r#"
    const record = '{"revision":2,"saved":0,"name":"Abîmée","sample":true,"verbatims":9}';
    localStorage.setItem('reflet:project:sample-bank-fr', `${record}\n{"format": "cou`);
    localStorage.setItem('reflet:project:sample-shop-en', 'gribouillis\nsuite');
"#;

/// The file as it stands where its record can be read, and all that is stored where it cannot.
async fn gives_back_what_it_cannot_read(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    page.script(UNREADABLE).await?;
    let there = stored(page, PROJECTS).await?;
    page.reload().await?;
    let facts = row(page, "Abîmée").await?;
    ensure!(facts.contains("verbatims\u{a0}: 9"), "{facts}");
    let left = [("bank-fr", "{\"format\": \"cou"), ("shop-en", "gribouillis\nsuite")];
    let mut said = String::new();
    for (sample, left) in left {
        page.css(&format!("[data-sample={sample}]")).await?.click().await?;
        page.wait_until("another message", async || Ok(message(page, "error").await? != said)).await?;
        said = message(page, "error").await?;
        ensure!(said.contains("laissé tel quel"), "{said}");
        let bytes = page.download_by(DOWNLOAD).await?.bytes;
        ensure!(bytes == left.as_bytes(), "{sample}: {}", String::from_utf8_lossy(&bytes));
        ensure!(stored(page, PROJECTS).await? == there, "{sample} is written over");
    }
    is_clean(page).await
}
