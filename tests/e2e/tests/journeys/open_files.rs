//! Files as survey tools, spreadsheets and other programs write them open right, with no touch of a control.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use reflet_e2e::{Page, journeys};

use crate::steps::{ask, confirm, go, is_clean, message, new_project, tell, upload};

journeys!(
    opens_exports_of_survey_tools,
    opens_real_exports,
    opens_a_large_old_file,
    opens_workbooks_and_chooses_a_sheet,
    opens_what_other_programs_write,
    says_what_a_file_is_that_it_does_not_open,
    opens_several_files_one_after_the_other,
    stops_reading,
    repairs_what_another_program_misread,
    remembers_the_columns,
    keeps_what_was_begun,
    asks_again_what_nobody_settled,
);

/// A file, what is said of it, how many header rows it has, and how many answers in one's own words.
type Expected = (&'static str, &'static [&'static str], usize, u32);

const TWINS: [Expected; 5] = [
    ("surveymonkey-two-row-header.csv", &["lignes d’en-tête : 2"], 2, 7),
    ("typeform-choices-second-row.csv", &["lignes d’en-tête : 2"], 2, 4),
    ("qualtrics-three-row-header.csv", &["lignes d’en-tête : 3"], 3, 3),
    ("utf-8-two-broken-bytes.csv", &["UTF-8", "caractères illisibles, marqués � : 2"], 1, 5),
    ("semicolon-windows-1252-quoted-newlines.csv", &["Windows-1252", "point-virgule"], 1, 3),
];

const REAL: [Expected; 4] = [
    (
        "starwars-two-row-header.csv",
        &["Windows-1252", "encodage incertain", "lignes : 1 186, colonnes : 38"],
        2,
        // Closed questions alone.
        0,
    ),
    ("cantera-two-row-header.csv", &["UTF-8", "lignes : 60, colonnes : 112"], 2, 143),
    ("qualtrics-three-row-header.csv", &["UTF-8", "lignes : 1, colonnes : 20"], 3, 1),
    ("jupyter-education-2016.csv", &["UTF-8", "lignes : 125, colonnes : 25"], 1, 321),
];

fn corpus(part: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(part)
}

/// Gives a file to the page and waits until it is understood.
async fn open(page: &Page, file: &Path) -> Result<String> {
    let name = file.file_name().and_then(|name| name.to_str()).context("a name")?;
    let bytes = std::fs::read(file).with_context(|| format!("{}", file.display()))?;
    give(page, name, &bytes).await
}

async fn give(page: &Page, name: &str, bytes: &[u8]) -> Result<String> {
    upload(page, "import-file", name, bytes).await?;
    page.wait_attr("import-preview", "aria-busy", "false").await?;
    let said = page.text("import-guess").await?;
    // French spaces before signs and in numbers do not break.
    Ok(said.replace(['\u{a0}', '\u{202f}'], " "))
}

async fn header_rows(page: &Page) -> Result<usize> {
    let value = ask(page, "[data-testid=import-header-rows]", "value").await?;
    Ok(value.as_str().context("a value")?.parse()?)
}

async fn all_open(page: &Page, folder: &Path, files: &[Expected]) -> Result<()> {
    for (file, said, rows, answers) in files {
        new_project(page).await?;
        let found = open(page, &folder.join(file)).await?;
        for part in *said {
            ensure!(found.contains(part), "{file}: {part:?} is not in {found:?}");
        }
        ensure!(header_rows(page).await? == *rows, "{file}: {found}");
        let [read, kept, rejected, duplicate, verbatims] = confirm(page).await?;
        ensure!(read == kept + rejected + duplicate, "{file}: {read} = {kept} + {rejected} + {duplicate}");
        ensure!(verbatims == *answers, "{file}: {verbatims} answers");
        page.click("projects").await?;
    }
    is_clean(page).await
}

async fn opens_exports_of_survey_tools(page: &Page) -> Result<()> {
    page.start("/?lang=fr").await?;
    all_open(page, &corpus("text"), &TWINS).await
}

async fn opens_real_exports(page: &Page) -> Result<()> {
    let Some(folder) = std::env::var_os("REFLET_REAL_DATA").map(PathBuf::from) else {
        let names: Vec<&str> = REAL.iter().map(|(file, ..)| *file).collect();
        return tell(page, &format!("skipped, REFLET_REAL_DATA is not set: {}", names.join(", ")));
    };
    page.start("/?lang=fr").await?;
    all_open(page, &folder.join("surveys"), &REAL).await
}

/// A megabyte of Windows-1252 with semicolons and line ends inside quotes.
async fn opens_a_large_old_file(page: &Page) -> Result<()> {
    new_project(page).await?;
    let mut bytes = b"id;point de vente;commentaire\r\n".to_vec();
    let mut rows = 0;
    while bytes.len() < 1_000_000 {
        rows += 1;
        bytes.extend(format!("{rows};Agence {};\"", rows % 7).bytes());
        bytes.extend(b"Re\xe7u tr\xe8s vite, m\xeame s\x92il a fallu attendre\r\nun peu \xe0 l\x92entr\xe9e ; merci \x80\"\r\n");
    }
    let found = give(page, "anciens-avis.csv", &bytes).await?;
    ensure!(found.contains("Windows-1252") && found.contains("point-virgule"), "{found}");
    let first = page.text("import-preview").await?;
    ensure!(first.contains("Reçu très vite, même s’il a fallu attendre"), "{first}");
    page.wait_until("the forecast", async || Ok(page.text("import-forecast").await?.contains("Clients")))
        .await?;
    let [read, kept, ..] = confirm(page).await?;
    ensure!(read == rows && kept == rows, "{read} read, {kept} kept of {rows}");
    is_clean(page).await
}

async fn opens_workbooks_and_chooses_a_sheet(page: &Page) -> Result<()> {
    new_project(page).await?;
    for file in std::fs::read_dir(corpus("sheets"))? {
        let file = file?.path();
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if file.extension().is_some_and(|extension| extension == "json") || !name.contains("hidden") {
            continue;
        }
        let found = open(page, &file).await?;
        ensure!(found.contains("classeur") && found.contains("masqué"), "{name}: {found}");
        let sheets = page.all("[data-testid=import-sheet] option").await?.len();
        if sheets > 1 {
            page.select("import-sheet", "1").await?;
            page.wait_attr("import-preview", "aria-busy", "false").await?;
        }
    }
    is_clean(page).await
}

async fn opens_what_other_programs_write(page: &Page) -> Result<()> {
    new_project(page).await?;
    let folder = corpus("exchange");
    let found = open(page, &folder.join("labelstudio-cancelled.json")).await?;
    ensure!(found.contains("Label Studio"), "{found}");
    confirm(page).await?;
    let found = open(page, &folder.join("qdpx-emoji-positions.qdpx")).await?;
    ensure!(found.contains("REFI-QDA"), "{found}");
    confirm(page).await?;
    open(page, &folder.join("maxqda-subcodes.csv")).await?;
    ensure!(page.text("import-codebook").await?.contains("grille"));
    ensure!(page.all("[data-testid=map-text]").await?.is_empty());
    page.click("import-confirm").await?;
    page.wait_for("codebook-report").await?;
    is_clean(page).await
}

async fn says_what_a_file_is_that_it_does_not_open(page: &Page) -> Result<()> {
    new_project(page).await?;
    let wide = ";".repeat(200_000);
    let long = format!("id;avis\n1;\"{}\"\n", "a".repeat(5_000_000));
    for (name, bytes, says) in [
        ("document.csv", b"%PDF-1.7 ...".to_vec(), "PDF"),
        ("archive.xlsx", b"PK\x03\x04 cut off".to_vec(), "archive"),
        ("large.csv", format!("{wide}\n{wide}\n").into_bytes(), "colonnes"),
        ("long.csv", long.into_bytes(), "cellule"),
        ("broken.json", b"[{\"avis\": \"Bien\"}, {\"avis\":".to_vec(), "JSON"),
    ] {
        upload(page, "import-file", name, &bytes).await?;
        page.wait_until(name, async || Ok(message(page, "error").await?.contains(name))).await?;
        let said = message(page, "error").await?;
        ensure!(said.contains(says), "{name}: {said}");
        ensure!(page.all("[data-testid=import-preview]").await?.is_empty(), "{name}");
    }
    let encrypted = std::fs::read(corpus("sheets/ods-encrypted.ods"))?;
    upload(page, "import-file", "secret.ods", &encrypted).await?;
    page.wait_until("the password", async || Ok(message(page, "error").await?.contains("mot de passe")))
        .await?;
    let account = crate::steps::import_lines(page, "Bel accueil\nAttente trop longue", "client").await?;
    ensure!(account == [2, 2, 0, 0, 2], "{account:?}");
    is_clean(page).await
}

async fn opens_several_files_one_after_the_other(page: &Page) -> Result<()> {
    new_project(page).await?;
    let folder = tempfile::TempDir::new()?;
    let files = [
        ("clients.csv", "avis;zone\nTrès bon accueil en agence;7\nAttente trop longue;7\n"),
        ("plan.csv", "%PDF-1.7 ..."),
        ("collaborateurs.csv", "avis\nOutils lents ce mois-ci\nÉquipe soudée et solide\n"),
    ];
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text)?;
    }
    page.upload_all("import-file", &files.map(|(name, _)| folder.path().join(name))).await?;
    page.wait_attr("import-preview", "aria-busy", "false").await?;
    let said = page.text("import-guess").await?;
    ensure!(said.contains("clients.csv") && said.contains('2'), "{said}");
    let left_out = page.text("import-left-out").await?;
    ensure!(left_out.contains("zone"), "{left_out}");
    confirm(page).await?;
    page.wait_until("the bad file", async || Ok(message(page, "error").await?.contains("plan.csv"))).await?;
    page.click("import-next").await?;
    page.wait_attr("import-preview", "aria-busy", "false").await?;
    let side = ask(page, "[data-testid=import-side]", "value").await?;
    ensure!(side == "employee", "{side}");
    let account = confirm(page).await?;
    ensure!(account == [2, 2, 0, 0, 2], "{account:?}");
    // What was taken back has no account; what changed nothing has one, whatever was taken back before.
    page.click("undo").await?;
    page.wait_until("no account", async || Ok(page.all("[data-testid=import-report]").await?.is_empty()))
        .await?;
    let [(name, text), ..] = files;
    give(page, name, text.as_bytes()).await?;
    let account = confirm(page).await?;
    ensure!(account == [2, 0, 0, 2, 0], "{account:?}");
    is_clean(page).await
}

async fn stops_reading(page: &Page) -> Result<()> {
    new_project(page).await?;
    let row = "\"Très bien reçu, puis une longue attente au guichet\";8;Web\r\n";
    let bytes = format!("avis;note;canal\r\n{}", row.repeat(900_000)).into_bytes();
    let folder = tempfile::TempDir::new()?;
    let file = folder.path().join("grand.csv");
    std::fs::write(&file, bytes)?;
    page.upload("import-file", &file).await?;
    page.click("import-cancel").await?;
    let said = message(page, "info").await?;
    ensure!(said.contains("arrêtée"), "{said}");
    ensure!(page.all("[data-testid=import-progress]").await?.is_empty());
    let account = crate::steps::import_lines(page, "Bel accueil", "client").await?;
    ensure!(account == [1, 1, 0, 0, 1], "{account:?}");
    is_clean(page).await
}

async fn repairs_what_another_program_misread(page: &Page) -> Result<()> {
    new_project(page).await?;
    open(page, &corpus("text/c1-controls-in-utf-8.csv")).await?;
    ensure!(!page.text("import-preview").await?.contains('’'));
    page.click("import-repair").await?;
    page.wait_until("the repair", async || Ok(page.text("import-preview").await?.contains('’'))).await?;
    is_clean(page).await
}

async fn remembers_the_columns(page: &Page) -> Result<()> {
    new_project(page).await?;
    let table = |texts: [&str; 2]| format!("code;libellé;zone\nA1;{};Nord\nB2;{};Sud\n", texts[0], texts[1]);
    give(page, "mai.csv", table(["Très bon accueil en agence", "Attente vraiment trop longue"]).as_bytes())
        .await?;
    page.select("map-respondent", "0").await?;
    confirm(page).await?;
    give(page, "juin.csv", table(["Conseils clairs et utiles", "Personne ne m’a rappelé"]).as_bytes())
        .await?;
    page.wait_for("import-recalled").await?;
    let respondent = ask(page, "[data-testid=map-respondent]", "value").await?;
    ensure!(respondent == "0", "{respondent}");
    is_clean(page).await
}

/// A file that is not confirmed waits, as the user understood it, until the user is back from another place.
async fn keeps_what_was_begun(page: &Page) -> Result<()> {
    const TABLE: &[u8] = b"code;avis\nA1;Bon accueil en agence\nB2;Attente vraiment trop longue\n";
    let may_confirm = async || {
        let disabled = ask(page, "[data-testid=import-confirm]", "ariaDisabled").await?;
        anyhow::Ok(disabled == "false")
    };
    new_project(page).await?;
    give(page, "mai.csv", TABLE).await?;
    page.select("map-respondent", "0").await?;
    go(page, "project").await?;
    go(page, "import").await?;
    page.wait_attr("import-preview", "aria-busy", "false").await?;
    page.wait_attr("import-forecast", "data-people", "2").await?;
    let respondent = ask(page, "[data-testid=map-respondent]", "value").await?;
    ensure!(respondent == "0", "{respondent}");
    ensure!(confirm(page).await? == [2, 2, 0, 0, 2]);
    go(page, "project").await?;
    go(page, "import").await?;
    ensure!(!may_confirm().await?, "what came in is offered again");
    give(page, "juin.csv", TABLE).await?;
    ensure!(may_confirm().await?);
    page.click("projects").await?;
    page.click("new-project").await?;
    page.wait_for("import-paste").await?;
    ensure!(!may_confirm().await?, "a file of another project is here");
    is_clean(page).await
}

/// A doubt that was left open is one for the next table too; one that was settled is not.
async fn asks_again_what_nobody_settled(page: &Page) -> Result<()> {
    let table = |from: usize| {
        (from..from + 30).fold("code;Note de l'accueil;libellé\n".to_owned(), |text, at| {
            let step = ["Nul", "Bof", "Top"][(at - from) % 3];
            format!("{text}{at};{step};Le dossier numéro {at} a bien avancé depuis mardi\n")
        })
    };
    let about_the_rating = async || {
        let doubts = page.all("[data-testid=doubt][data-kind=text]").await?;
        anyhow::Ok(doubts.len())
    };
    new_project(page).await?;
    give(page, "mai.csv", table(1).as_bytes()).await?;
    page.select("import-side", "client").await?;
    page.wait_attr("doubt", "data-kind", "text").await?;
    confirm(page).await?;
    give(page, "juin.csv", table(101).as_bytes()).await?;
    page.wait_for("import-recalled").await?;
    ensure!(about_the_rating().await? == 1, "what was left open is certain now");
    // It becomes a rating, and the page says that its steps are in no order.
    let readings = page.all("[data-testid=doubt][data-kind=text] [data-testid=doubt-choice]").await?;
    readings.get(1).context("a rating beside the groups")?.click().await?;
    page.wait_for("import-misfit").await?;
    page.click("import-correct").await?;
    page.click("step-down").await?;
    page.wait_gone("import-misfit").await?;
    confirm(page).await?;
    give(page, "juillet.csv", table(201).as_bytes()).await?;
    page.wait_for("import-recalled").await?;
    ensure!(about_the_rating().await? == 0, "what was settled is asked again");
    let steps = ask(page, "[data-testid=rating-steps]", "innerText").await?;
    let steps = steps.as_str().context("steps")?;
    ensure!(steps.find("Bof") < steps.find("Nul"), "{steps}");
    is_clean(page).await
}
