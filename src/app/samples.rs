//! The complete projects that Reflet ships, each opened as a project of its own.

use super::codebooks::Starter;
use super::files;
use super::language::Locale;
use super::route::{Place, Route, Router};
use super::storage::{self, ProjectKey};
use super::workspace::Workspace;
use crate::command::{Command, Draft, DraftMoment};
use crate::import::{guess, read, text};
use crate::model::{Origin, Project};
use crate::session::Session;

/// A sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A French retail bank.
    BankFr,
    /// An English e-commerce shop.
    ShopEn,
}

impl Sample {
    /// Its name in test handles and file names.
    pub const fn id(self) -> &'static str {
        match self {
            Self::BankFr => "bank-fr",
            Self::ShopEn => "shop-en",
        }
    }

    /// Opens it on the Mirror place; as the user left it, if it is here already.
    ///
    /// # Errors
    /// If its file does not come, in the browser's words.
    pub async fn open(self, workspace: Workspace, router: Router) -> Result<(), String> {
        let key = ProjectKey(format!("sample-{}", self.id()));
        if storage::load(&key).is_err() {
            let (name, starter, locale) = match self {
                Self::BankFr => ("Banque de détail", Starter::Bank, Locale::fr),
                Self::ShopEn => ("Online shop", Starter::Shop, Locale::en),
            };
            let table = files::fetch(&format!("samples/{}.csv", self.id())).await?;
            let project = project(name, starter.draft(locale).await?, &table)?;
            workspace.adopt_as(key, project, Place::Mirror);
        } else {
            router.go(Route::Inside(key, Place::Mirror));
        }
        Ok(())
    }
}

/// The sample as a project: the moments that it speaks of with the definitions of their starter codebook,
/// and its coded table, read like any other.
fn project(name: &str, starter: Draft, table: &str) -> Result<Project, String> {
    let (table, _) = text::open(table, text::Options::default()).map_err(|e| e.to_string())?;
    let outcome = read(&table, &guess::mapping(&table), &Project::default());
    let codings = || outcome.imported.responses.iter().flat_map(|r| &r.verbatims).flat_map(|v| &v.codings);
    let told = |moment: &DraftMoment| codings().any(|coding| coding.moment == moment.name);
    let moments = starter.moments.into_iter().filter(told).collect();
    let mut session = Session::new(Project { origin: Origin::Sample, ..Project::default() });
    for command in [
        Command::Rename(name.to_owned()),
        Command::AddCodebook(Draft { moments }),
        Command::Import(outcome.imported),
    ] {
        session.apply(command).map_err(|e| e.to_string())?;
    }
    Ok(session.project().clone())
}
