//! What columns mean: said before the step, settled with one click, and right in the mirror that comes of it.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};
use serde_json::Value;

use crate::steps::{ask, confirm, go, is_clean, message, new_project, settled, upload};

journeys!(
    keeps_both_questions_of_employees,
    turns_a_scale_round,
    repeats_what_nobody_chose,
    asks_whose_numbers_come_again,
    joins_what_a_separator_has_torn,
    stops_answers_of_the_other_side,
    takes_sheets_in_turn,
    keeps_the_step_in_sight,
    keeps_the_step_in_sight_on_a_telephone,
);

const EMPLOYEES: &[u8] = include_bytes!("../../fixtures/two_questions_employees.csv");
const CLIENTS: &[u8] = include_bytes!("../../fixtures/two_questions_clients.csv");
const CODINGS: &[u8] = include_bytes!("../../fixtures/two_questions_codings.csv");
const EXPECTED: &str = include_str!("../../fixtures/two_questions.json");

async fn give(page: &Page, name: &str, bytes: &[u8]) -> Result<()> {
    upload(page, "import-file", name, bytes).await?;
    page.wait_attr("import-preview", "aria-busy", "false").await
}

fn corpus(file: &str) -> Result<(String, Vec<u8>)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(file);
    let name = path.file_name().and_then(|name| name.to_str()).context("a name")?.to_owned();
    Ok((name, std::fs::read(&path).with_context(|| format!("{}", path.display()))?))
}

/// What the page says it would bring.
async fn foresees(page: &Page, expected: &Value) -> Result<()> {
    for name in ["people", "verbatims", "nothing"] {
        let wanted = expected[name].to_string();
        page.wait_attr("import-forecast", &format!("data-{name}"), &wanted).await?;
    }
    Ok(())
}

async fn keeps_both_questions_of_employees(page: &Page) -> Result<()> {
    let expected: Value = serde_json::from_str(EXPECTED)?;
    new_project(page).await?;
    give(page, "enquete.csv", EMPLOYEES).await?;
    ensure!(page.all("[data-testid=text-column]").await?.len() == 2, "a question is lost");
    ensure!(ask(page, "[data-testid=import-side]", "value").await? == "employee");
    ensure!(page.all("[data-testid=doubt]").await?.is_empty(), "a doubt about what is plain");
    foresees(page, &expected["employees"]).await?;
    page.click("nothing-as-no-moment").await?;
    confirm(page).await?;
    page.wait_for("next-side").await?;
    give(page, "avis.csv", CLIENTS).await?;
    page.select("import-side", "client").await?;
    foresees(page, &expected["clients"]).await?;
    confirm(page).await?;
    // What was left says nothing either, and is coded in one step, after the import.
    page.click("nothing-as-no-moment").await?;
    page.wait_gone("nothing-as-no-moment").await?;
    page.click("undo").await?;
    page.wait_for("nothing-as-no-moment").await?;
    page.click("redo").await?;
    give(page, "codages.csv", CODINGS).await?;
    let [_, kept, ..] = confirm(page).await?;
    let moments = expected["mirror"].as_array().context("figures")?;
    let told: u64 = moments.iter().filter_map(|moment| moment["n"].as_u64()).sum();
    ensure!(u64::from(kept) == told, "{kept} codings of {told}");
    go(page, "mirror").await?;
    settled(page).await?;
    let table: Value = serde_json::from_slice(&page.download("export-json").await?.bytes)?;
    let rows = table.as_array().or_else(|| table["moments"].as_array()).context("rows")?;
    for moment in moments {
        let (side, name) = (moment["side"].as_str(), moment["moment"].as_str());
        let side = side.context("a side")?;
        let row = rows.iter().find(|row| row["moment"].as_str() == name).context("a row")?;
        let figures = [
            ("respondents", &moment["respondents"]),
            ("n", &moment["n"]),
            ("frequency", &moment["frequency"][0]),
            ("frequency_low", &moment["frequency"][1]),
            ("frequency_high", &moment["frequency"][2]),
            ("level", &moment["level"][0]),
            ("level_low", &moment["level"][1]),
            ("level_high", &moment["level"][2]),
        ];
        for (figure, wanted) in figures {
            let found =
                row[format!("{side}_{figure}")].as_f64().with_context(|| format!("{figure}: {row}"))?;
            let wanted = wanted.as_f64().context("a number")?;
            ensure!((found - wanted).abs() < 1e-6, "{side} {name:?} {figure}: {found}, not {wanted}");
        }
    }
    is_clean(page).await
}

/// Thirty answers, of which the first fifteen give 1, the next ten 2, the others 5.
fn one_is_best(header: &str, series: char) -> String {
    (0..30).fold(format!("id;{header};Commentaire\n"), |table, row| {
        let rating = [1, 1, 1, 2, 2, 5][row / 5];
        format!("{table}{series}{row};{rating};Le dossier numéro {row} a été traité au guichet\n")
    })
}

async fn repeats_what_nobody_chose(page: &Page) -> Result<()> {
    new_project(page).await?;
    let (name, bytes) = corpus("text/one-word-by-all.csv")?;
    give(page, &name, &bytes).await?;
    let open = page.all("[data-testid=doubt]").await?.len();
    ensure!(open > 0, "one word by all is no doubt");
    confirm(page).await?;
    let lines = page.all("[data-testid=import-unsettled] li").await?.len();
    ensure!(lines == open, "{lines} lines of {open} doubts");
    let said = page.text("import-unsettled").await?;
    ensure!(said.contains("Remarque sur l'accueil"), "{said}");
    is_clean(page).await
}

async fn asks_whose_numbers_come_again(page: &Page) -> Result<()> {
    let survey = |year: u32| {
        (1..=12).fold("N°;Commentaire\n".to_owned(), |table, row| {
            format!("{table}{row};Le dossier {row} de {year} a été traité au guichet\n")
        })
    };
    new_project(page).await?;
    give(page, "clients-2025.csv", survey(2025).as_bytes()).await?;
    confirm(page).await?;
    // The numbers of another survey begin again: they are other people.
    give(page, "clients-2026.csv", survey(2026).as_bytes()).await?;
    page.click("renumbered-others").await?;
    page.wait_gone("renumbered-others").await?;
    let [read, kept, ..] = confirm(page).await?;
    ensure!((read, kept) == (12, 12), "{kept} of {read}");
    // The number of a row that comes again with other texts is somebody's.
    let coded = (0..24).fold("id;texte;moment\n".to_owned(), |table, row| {
        format!("{table}P{};Passage numéro {row} à la caisse du magasin;Caisse\n", row / 2)
    });
    give(page, "codages.csv", coded.as_bytes()).await?;
    page.click("repeated-people").await?;
    page.wait_gone("repeated-people").await?;
    let [read, kept, ..] = confirm(page).await?;
    ensure!((read, kept) == (24, 24), "{kept} of {read}");
    is_clean(page).await
}

async fn reversed(page: &Page) -> Result<String> {
    page.attr("rating-column", "data-reversed").await?.context("a rating")
}

async fn turns_a_scale_round(page: &Page) -> Result<()> {
    new_project(page).await?;
    give(
        page,
        "clients.csv",
        one_is_best("Satisfaction (1 = très satisfait, 5 = très mécontent)", 'a').as_bytes(),
    )
    .await?;
    ensure!(reversed(page).await? == "true", "1 is best and stands at the bottom");
    for turned in ["false", "true"] {
        page.click("rating-reverse").await?;
        page.wait_attr("rating-column", "data-reversed", turned).await?;
    }
    ensure!(page.text("import-ratings").await?.contains("1 est la meilleure"));
    confirm(page).await?;
    // Of a scale that says nothing the page takes 5 for the best, and one switch turns it.
    give(page, "clients-2.csv", one_is_best("Note", 'b').as_bytes()).await?;
    page.wait_attr("rating-column", "data-reversed", "false").await?;
    confirm(page).await?;
    go(page, "surveys").await?;
    page.wait_for("survey-item").await?;
    // 25 of 30 gave 1 or 2; five gave 5.
    for (is_reversed, share) in [(true, "83"), (false, "17")] {
        let item = format!("[data-testid=survey-item][data-reversed={is_reversed}] [data-figure=csat] b");
        page.wait_until(share, async || Ok(ask(page, &item, "innerText").await?.to_string().contains(share)))
            .await?;
    }
    is_clean(page).await
}

async fn joins_what_a_separator_has_torn(page: &Page) -> Result<()> {
    new_project(page).await?;
    let torn = (1..=30).fold("id,comment,store\n".to_owned(), |table, row| {
        let text = if row % 4 == 0 { "Nice staff, slow till" } else { "Nice staff" };
        format!("{table}{row},{text} number {row},{}\n", ["Paris", "Lyon"][row % 2])
    });
    give(page, "customers.csv", torn.as_bytes()).await?;
    page.wait_attr("doubt", "data-kind", "separator").await?;
    page.click("doubt-choice").await?;
    page.wait_until("the text as a whole", async || {
        Ok(page.text("import-preview").await?.contains("Nice staff, slow till number 4"))
    })
    .await?;
    page.wait_attr("import-preview", "aria-busy", "false").await?;
    ensure!(page.all("[data-testid=doubt][data-kind=separator]").await?.is_empty());
    page.select("import-side", "client").await?;
    let account = confirm(page).await?;
    ensure!(account == [30, 30, 0, 0, 30], "{account:?}");
    is_clean(page).await
}

async fn stops_answers_of_the_other_side(page: &Page) -> Result<()> {
    new_project(page).await?;
    let answers: String = (0..12)
        .fold(String::new(), |text, row| format!("{text}Une longue attente au guichet, visite {row}\n"));
    give(page, "clients.csv", answers.as_bytes()).await?;
    page.select("import-side", "client").await?;
    confirm(page).await?;
    give(page, "collaborateurs.csv", answers.as_bytes()).await?;
    let said = message(page, "error").await?;
    ensure!(said.contains("12"), "{said}");
    page.wait_attr("import-confirm", "aria-disabled", "true").await?;
    page.click("import-confirm").await?;
    ensure!(page.all("[data-testid=import-report]").await?.is_empty(), "the same answers twice");
    page.click("elsewhere-switch").await?;
    page.wait_attr("import-confirm", "aria-disabled", "false").await?;
    let account = confirm(page).await?;
    ensure!(account == [12, 0, 0, 12, 0], "{account:?}");
    is_clean(page).await
}

async fn takes_sheets_in_turn(page: &Page) -> Result<()> {
    new_project(page).await?;
    let (name, bytes) = corpus("sheets/xlsx-a-sheet-per-year.xlsx")?;
    give(page, &name, &bytes).await?;
    let mut sides = Vec::new();
    for left in (0..3_usize).rev() {
        page.wait_attr("import-preview", "aria-busy", "false").await?;
        sides.push(ask(page, "[data-testid=import-side]", "value").await?);
        let waits = page.all("[data-testid=sheets-left]").await?.len();
        ensure!(waits == usize::from(left > 0), "{waits} with {left} sheets left");
        page.click("import-confirm").await?;
        if left > 0 {
            page.wait_until("the next sheet", async || {
                let open = page.all("[data-testid=import-report]").await?;
                let next = page.all("[data-testid=import-summary]").await?;
                Ok(!open.is_empty() && !next.is_empty())
            })
            .await?;
        }
    }
    ensure!(sides == ["client", "client", "employee"], "{sides:?}");
    page.wait_for("import-report").await?;
    is_clean(page).await
}

async fn keeps_the_step_in_sight(page: &Page) -> Result<()> {
    in_sight(page, 1440, 900).await
}

async fn keeps_the_step_in_sight_on_a_telephone(page: &Page) -> Result<()> {
    in_sight(page, 390, 844).await
}

async fn in_sight(page: &Page, width: u32, height: u32) -> Result<()> {
    const IN_SIGHT: &str = "
        const box = document.querySelector('[data-testid=import-confirm]').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight && scrollX === 0;";
    page.start_narrow("/?lang=fr", width, height).await?;
    page.click("new-project").await?;
    page.wait_for("import-paste").await?;
    page.wait_attr("import-confirm", "aria-disabled", "true").await?;
    give(page, "enquete.csv", EMPLOYEES).await?;
    ensure!(page.script(IN_SIGHT).await? == true, "out of sight");
    page.wait_attr("import-confirm", "aria-disabled", "false").await
}
