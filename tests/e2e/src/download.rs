//! What the page gives a person to keep.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::engine::Engine;
use crate::page::{PATIENCE, Page, pause};

/// A file that the page had the browser save.
#[derive(Debug)]
pub struct Download {
    /// Its name, which a browser may have made unique.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Page {
    /// Clicks on what starts a download and waits for the whole file.
    ///
    /// Chromium and Firefox save it; in WebKit, whose driver cannot say where to,
    /// the probe takes the bytes from the page at the moment it asks the browser to save them.
    ///
    /// # Errors
    /// Where nothing arrives.
    pub async fn download(&self, trigger: &str) -> Result<Download> {
        let saves = self.engine().saves_downloads();
        self.capture(!saves).await?;
        self.click(trigger).await?;
        self.arrived(trigger, saves).await
    }

    /// The same of a script that starts a download. Chromium saves one file alone that nobody clicked for, so it captures too.
    ///
    /// # Errors
    /// What the script throws, or where nothing arrives.
    pub async fn download_by(&self, script: &str) -> Result<Download> {
        let saves = self.engine() == Engine::Firefox;
        self.capture(!saves).await?;
        self.script(script).await?;
        let arrived = self.arrived(script, saves).await?;
        self.capture(!self.engine().saves_downloads()).await?;
        Ok(arrived)
    }

    /// Whether the probe takes what the page has the browser save.
    async fn capture(&self, captures: bool) -> Result<()> {
        // Nothing of Firefox is captured: what its driver runs cannot change the page's own objects.
        if self.engine() != Engine::Firefox {
            self.script(&format!("e2eProbe.capture = {captures}; e2eProbe.downloads = [];")).await?;
        }
        Ok(())
    }

    async fn arrived(&self, trigger: &str, saves: bool) -> Result<Download> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            let arrived = if saves { saved(self.downloads())? } else { self.captured().await? };
            if let Some(download) = arrived {
                return Ok(download);
            }
            pause().await;
        }
        bail!("`{trigger}` gave no file")
    }

    async fn captured(&self) -> Result<Option<Download>> {
        let first = self.script("return e2eProbe.downloads[0] ?? null;").await?;
        let text = |name| first.get(name).and_then(serde_json::Value::as_str);
        let Some((name, content)) = text("name").zip(text("content")) else {
            return Ok(None);
        };
        let bytes = BASE64_STANDARD.decode(content).context("the probe speaks base64")?;
        Ok(Some(Download { name: name.to_owned(), bytes }))
    }
}

/// The one finished file of the folder, taken out of it so that the next download finds it empty.
fn saved(folder: &Path) -> Result<Option<Download>> {
    let mut files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let names: Vec<String> =
        files.iter().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    let unfinished = |name: &String| {
        let ending = Path::new(name).extension();
        ending.is_some_and(|ending| ending == "part" || ending == "crdownload") || name.starts_with('.')
    };
    if names.iter().any(unfinished) {
        return Ok(None);
    }
    let (Some(file), Some(name)) = (files.pop(), names.last()) else {
        return Ok(None);
    };
    let bytes = fs::read(file.path())?;
    // Firefox reserves the name with an empty file before it writes.
    if bytes.is_empty() {
        return Ok(None);
    }
    fs::remove_file(file.path())?;
    Ok(Some(Download { name: name.clone(), bytes }))
}
