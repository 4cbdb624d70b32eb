//! Journeys through the release page in real browsers.
//!
//! A journey is an `async fn(&Page) -> Result<()>`; [`journeys!`] makes one test of it per engine.
//! Each test has its own server, its own driver, its own profile and its own downloads, all gone when it ends.
//! Run them with `cargo xtask test --e2e`, which builds `dist/` and puts the drivers on the PATH.

mod compressed;
mod download;
mod engine;
mod keys;
mod page;
mod process;
mod report;
mod session;
mod site;

use std::panic::AssertUnwindSafe;

use anyhow::Result;
use futures_util::FutureExt;

pub use compressed::{Compressed, Sent};
pub use download::Download;
pub use engine::Engine;
pub use page::Page;
pub use report::not_covered;
pub use site::Site;

use session::Session;

/// Makes a module with one test per engine of each journey, on the release page.
#[macro_export]
macro_rules! journeys {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            #[tokio::test]
            async fn chromium() -> Result<(), $crate::Failure> {
                $crate::run($crate::Engine::Chromium, stringify!($name), super::$name).await
            }

            #[tokio::test]
            async fn firefox() -> Result<(), $crate::Failure> {
                $crate::run($crate::Engine::Firefox, stringify!($name), super::$name).await
            }

            #[tokio::test]
            async fn webkit() -> Result<(), $crate::Failure> {
                $crate::run($crate::Engine::WebKit, stringify!($name), super::$name).await
            }
        }
    )+};
}

/// What went wrong, in words; the tests print this, and no stack of the harness.
pub struct Failure(String);

impl std::fmt::Debug for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self(format!("{error:#}"))
    }
}

/// Runs a journey on the release page in an engine, or reports that the engine is not covered.
///
/// # Errors
/// What the journey or the browser complains of, with the console of the page.
pub async fn run(
    engine: Engine,
    name: &str,
    journey: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<(), Failure> {
    run_on(Site::of_dist()?, engine, name, journey).await
}

/// Runs a journey on a site in an engine, or reports that the engine is not covered.
///
/// # Errors
/// What the journey or the browser complains of, with the console of the page.
pub async fn run_on(
    site: Site,
    engine: Engine,
    name: &str,
    journey: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<(), Failure> {
    if !engine.is_wanted() {
        return Ok(());
    }
    let session = match Session::start(engine).await {
        Ok(session) => session,
        Err(failure) => return Ok(report::engine_not_covered(engine, &failure)?),
    };
    let page = Page::new(session, site, name);
    // Caught, so that the browser is told to quit whatever happens.
    let outcome = AssertUnwindSafe(journey(&page)).catch_unwind().await;
    let failed = !matches!(outcome, Ok(Ok(())));
    let seen = if failed { page.evidence().await } else { String::new() };
    page.quit().await;
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(Failure(format!("{error:#}\n{seen}"))),
        Err(panic) => {
            println!("{seen}");
            std::panic::resume_unwind(panic)
        }
    }
}
