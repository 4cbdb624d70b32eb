//! What closed questions say, and what a user says about them, is there again tomorrow.

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{ask, confirm, go, is_clean, new_project, paste, saved};

journeys!(keeps_benchmarks_and_pairs);

/// Recommendations of both sides: clients come to 100 × (4 − 1) ÷ 6 = +50, employees to 100 × 3 ÷ 4 = +75.
const RECOMMENDATIONS: &str = "side;respondent;NPS;text
client;c1;9;Un accueil qui donne envie de revenir
client;c2;10;Tout a été réglé en un appel
client;c3;10;Rien à redire sur le conseil reçu
client;c4;8;Correct mais un peu lent au guichet
client;c5;6;Trois relances pour un simple document
client;c6;9;Le dossier a avancé sans moi
collaborateur;e1;10;Une équipe qui se serre les coudes
collaborateur;e2;9;On nous laisse le temps de bien faire
collaborateur;e3;9;Les outils ont enfin changé
collaborateur;e4;8;Le planning arrive toujours tard";

async fn keeps_benchmarks_and_pairs(page: &Page) -> Result<()> {
    new_project(page).await?;
    ensure!(page.all("[data-testid=nav-surveys]").await?.is_empty(), "a place without anything in it");
    imports(page).await?;
    go(page, "surveys").await?;
    reads_the_figures(page).await?;
    sets_a_benchmark(page).await?;
    makes_a_pair(page).await?;
    saved(page).await?;
    page.reload().await?;
    is_there_again(page).await?;
    page.click("pair-remove").await?;
    page.wait_gone("pair").await?;
    is_clean(page).await
}

async fn imports(page: &Page) -> Result<()> {
    paste(page, RECOMMENDATIONS).await?;
    page.select("map-side", "0").await?;
    page.wait_attr("rating-column", "data-scale", "nps").await?;
    ensure!(confirm(page).await?[1] == 10, "rows are missing");
    // 19 of 20 agree.
    let agreement: String = (0..20).fold("respondent;fierté;text".to_owned(), |table, row| {
        let value = if row == 0 { 2 } else { 5 };
        format!("{table}\np{row};{value};Ce que j’en pense tient en {row} phrases")
    });
    paste(page, &agreement).await?;
    page.select("import-side", "employee").await?;
    page.select("map-rating", "1").await?;
    page.select("map-rating-scale", "csat").await?;
    ensure!(confirm(page).await?[1] == 20, "rows are missing");
    Ok(())
}

/// The value of a figure of the question of that side and kind.
async fn figure(page: &Page, side: &str, kind: &str, id: &str) -> Result<String> {
    let item = format!("[data-testid=survey-item][data-side={side}][data-kind={kind}]");
    let value = ask(page, &format!("{item} [data-figure={id}] b"), "innerText").await?;
    Ok(value.as_str().with_context(|| format!("{id} of {side}"))?.to_owned())
}

async fn reads_the_figures(page: &Page) -> Result<()> {
    page.wait_for("survey-item").await?;
    ensure!(page.all("[data-testid=survey-item]").await?.len() == 3);
    ensure!(figure(page, "client", "nps", "nps").await? == "+50");
    ensure!(figure(page, "employee", "nps", "enps").await? == "+75");
    ensure!(figure(page, "employee", "csat", "favourable").await?.starts_with("95"));
    // Statements have no recommendation in them.
    ensure!(figure(page, "employee", "csat", "enps").await.is_err());
    // Four employees are fewer than five.
    ensure!(page.all("[data-testid=small-group-warning]").await?.len() == 1);
    Ok(())
}

async fn sets_a_benchmark(page: &Page) -> Result<()> {
    page.type_into("benchmark", "80").await?;
    page.press("Tab").await?;
    page.wait_for("benchmark-result").await?;
    let said = page.text("benchmark-result").await?;
    ensure!(said.contains("+15,0 points"), "{said}");
    Ok(())
}

async fn makes_a_pair(page: &Page) -> Result<()> {
    page.select("pair-client", "0").await?;
    page.select("pair-employee", "0").await?;
    page.click("pair-estimate").await?;
    page.click("pair-add").await?;
    page.wait_for("pair").await?;
    let said = page.text("pair").await?;
    ensure!(said.contains("+25 points"), "{said}");
    page.wait_attr("pair-verdict", "data-verdict", "neither").await?;
    page.click("undo").await?;
    page.wait_gone("pair").await?;
    page.click("redo").await?;
    page.wait_for("pair").await?;
    Ok(())
}

async fn is_there_again(page: &Page) -> Result<()> {
    page.wait_for("pair").await?;
    ensure!(ask(page, "[data-testid=pair-marked]", "checked").await? == true, "the mark is lost");
    ensure!(ask(page, "[data-testid=benchmark]", "value").await? == "80", "the benchmark is lost");
    Ok(())
}
