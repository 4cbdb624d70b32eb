//! What several journeys do and ask.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result, ensure};
use reflet_e2e::Page;
use serde_json::Value;
use thirtyfour::WindowHandle;

/// The places inside a project that has ratings.
pub const PLACES: [&str; 5] = ["import", "code", "mirror", "surveys", "project"];

/// What became of the rows of an import: read, kept, rejected, duplicate, and the verbatims they gave.
pub type Account = [u32; 5];

/// Takes all that is left of the storage, to the last unit.
pub const FILL: &str = "
    let size = 1 << 22;
    for (let at = 0; size >= 1;) {
        try { localStorage.setItem(`filler${at}`, 'x'.repeat(size)); at += 1; } catch { size >>= 1; }
    }
    return Object.keys(localStorage).length;
";
/// Gives it back.
pub const FREE: &str = "for (const key of Object.keys(localStorage)) \
                    if (key.startsWith('filler')) localStorage.removeItem(key);";

/// A first visit, as far as the Import place of an empty project.
pub async fn new_project(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    page.click("new-project").await?;
    page.wait_for("import-paste").await?;
    Ok(())
}

/// Opens the project that is open here in a tab beside this one, and goes there. Gives the way back.
pub async fn open_beside(page: &Page) -> Result<WindowHandle> {
    let here = page.script("return location.hash;").await?;
    let here = here.as_str().context("an address")?;
    let first = page.browser().window().await?;
    let second = page.browser().new_tab().await?;
    page.browser().switch_to_window(second).await?;
    page.start(&format!("/?lang=fr{here}")).await?;
    Ok(first)
}

/// Goes to one of the places, and waits for its code to come.
pub async fn go(page: &Page, place: &str) -> Result<()> {
    page.click(&format!("nav-{place}")).await?;
    page.wait_until("the place", async || Ok(page.all(".arriving").await?.is_empty())).await
}

/// Pastes a text and waits until the page says how it understands it.
pub async fn paste(page: &Page, text: &str) -> Result<()> {
    page.paste_into("import-paste", text).await?;
    page.wait_attr("import-preview", "aria-busy", "false").await
}

/// Confirms the import and reads the account of it.
pub async fn confirm(page: &Page) -> Result<Account> {
    page.click("import-confirm").await?;
    page.wait_for("import-report").await?;
    let mut account = Account::default();
    let names = ["read", "kept", "rejected", "duplicate", "verbatims"];
    for (figure, name) in account.iter_mut().zip(names) {
        let value = page.attr("import-report", &format!("data-{name}")).await?;
        *figure = value.context("a figure")?.parse()?;
    }
    let [read, kept, rejected, duplicate, _] = account;
    ensure!(read == kept + rejected + duplicate, "{account:?}");
    Ok(account)
}

/// Pastes answers of one side, one per line, and takes them in.
pub async fn import_lines(page: &Page, lines: &str, side: &str) -> Result<Account> {
    paste(page, lines).await?;
    page.select("import-side", side).await?;
    confirm(page).await
}

/// Waits until all that was changed is stored.
pub async fn saved(page: &Page) -> Result<()> {
    page.wait_attr("save-status", "data-state", "saved").await
}

/// Waits until the Mirror place shows its final figures and pictures.
pub async fn settled(page: &Page) -> Result<()> {
    for handle in ["chart-mirror", "chart-zones", "mirror-table"] {
        page.wait_attr(handle, "aria-busy", "false").await?;
        page.wait_for(handle).await?;
    }
    page.wait_for("mark").await?;
    Ok(())
}

/// Asks the first element that a selector finds for something; null without one.
pub async fn ask(page: &Page, selector: &str, member: &str) -> Result<Value> {
    let arguments = vec![selector.into()];
    let script = format!("return document.querySelector(arguments[0])?.{member} ?? null;");
    let answer = page.browser().execute(script, arguments).await?;
    Ok(answer.json().clone())
}

/// The type of a moment, as the table has it.
pub async fn type_of(page: &Page, moment: &str) -> Result<String> {
    let row = format!("[data-testid=mirror-table] tr[data-moment=\"{moment}\"]");
    let class = ask(page, &row, "dataset.type").await?;
    Ok(class.as_str().context("a row with a type")?.to_owned())
}

/// Waits for a message of that kind and reads it.
pub async fn message(page: &Page, kind: &str) -> Result<String> {
    page.wait_attr("message", "data-kind", kind).await?;
    let selector = format!("[data-testid=message][data-kind={kind}]");
    let text = ask(page, &selector, "innerText").await?;
    Ok(text.as_str().context("a message")?.to_owned())
}

/// Gives a file with that name and content to a file field.
pub async fn upload(page: &Page, handle: &str, name: &str, bytes: &[u8]) -> Result<()> {
    let folder = tempfile::TempDir::new()?;
    let file = folder.path().join(name);
    fs::write(&file, bytes)?;
    page.upload(handle, &file).await?;
    // The page reads the file a moment after it was chosen.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    Ok(())
}

/// Everything that the page keeps under a prefix in the browser, as one text.
pub async fn stored(page: &Page, prefix: &str) -> Result<String> {
    let script = "return JSON.stringify(Object.entries(localStorage).filter(([key]) => \
                  key.startsWith(arguments[0])).sort());";
    let arguments = vec![prefix.into()];
    let answer = page.browser().execute(script, arguments).await?;
    Ok(answer.json().as_str().context("a text")?.to_owned())
}

/// Nothing went wrong on the page, and it asked nobody but its own host.
pub async fn is_clean(page: &Page) -> Result<()> {
    let problems = page.problems().await?;
    ensure!(problems.is_empty(), "{problems:?}");
    let elsewhere = "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => \
                     !name.startsWith(location.origin + '/') && !/^(blob|data):/.test(name));";
    let asked = page.script(elsewhere).await?;
    ensure!(asked.as_array().is_some_and(Vec::is_empty), "asked {asked}");
    Ok(())
}

/// Says how long something took, whether the test passes or not.
pub fn tell(page: &Page, what: &str) -> Result<()> {
    Ok(writeln!(std::io::stdout(), "{}: {what}", page.engine().name())?)
}
