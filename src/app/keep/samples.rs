//! The complete projects that Reflet ships, each opened as a project of its own.
//!
//! They are project files, made from coded tables by `tests/samples.rs`.

use super::workspace::Workspace;
use crate::app::browser::files;
use crate::app::browser::storage::{self, ProjectKey};
use crate::app::shell::route::{Place, Route, Router};
use crate::format::saved;

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
        // Also what cannot be read: opening it says so, and it is not replaced.
        let is_here = storage::file(&key).is_some() || workspace.unstored().peek(&key, |_| ()).is_some();
        if is_here {
            router.go(Route::Inside(key, Place::MIRROR));
        } else {
            let file = files::fetch(&format!("samples/{}.json", self.id())).await?;
            let project = saved::read(&file).map_err(|error| error.to_string())?;
            workspace.adopt_as(key, project, Place::MIRROR);
        }
        Ok(())
    }
}
