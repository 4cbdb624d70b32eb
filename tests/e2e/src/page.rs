//! The page as a person meets it: things to see, click, type into, and wait for, by their `data-testid`.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::prelude::ElementQueryable;
use thirtyfour::{By, WebElement};

use crate::engine::Engine;
use crate::keys;
use crate::report;
use crate::session::Session;
use crate::site::Site;

/// How long to wait for something before saying that it does not come.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks.
pub(crate) async fn pause() {
    tokio::time::sleep(Duration::from_millis(30)).await;
}

/// A browser with the page's site.
pub struct Page {
    /// The host of the page, whose faults a journey may set.
    pub site: Site,
    session: Session,
    journey: String,
}

impl Page {
    pub(crate) fn new(session: Session, site: Site, journey: &str) -> Self {
        Self { site, session, journey: journey.to_owned() }
    }

    /// The engine that shows the page.
    pub fn engine(&self) -> Engine {
        self.session.engine
    }

    /// The session itself, for what has no word here.
    pub fn browser(&self) -> &thirtyfour::WebDriver {
        &self.session.browser
    }

    pub(crate) fn downloads(&self) -> &Path {
        &self.session.downloads
    }

    /// Opens a path of the site, such as `/` or `/a/b/?lang=en`, without waiting for the application.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.resize(1280, 900).await?;
        Ok(self.browser().goto(self.site.address(path)).await?)
    }

    /// Opens a path and waits until the application has started.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn start(&self, path: &str) -> Result<()> {
        self.open(path).await?;
        self.wait_gone("boot").await
    }

    /// Opens a path in a frame of that size, on a page that has nothing else: for widths below those
    /// that every engine allows a window. All that follows happens inside the frame.
    ///
    /// # Errors
    /// Where the application does not start.
    pub async fn start_narrow(&self, path: &str, width: u32, height: u32) -> Result<()> {
        self.browser().goto(self.site.frame_address(path, width, height)).await?;
        self.browser().enter_frame(0).await?;
        self.wait_gone("boot").await
    }

    /// Loads the page again and waits until the application has started.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn reload(&self) -> Result<()> {
        self.browser().refresh().await?;
        self.wait_gone("boot").await
    }

    /// Gives the page a width and a height in its own pixels, and says what it got:
    /// a window of Firefox is 500 wide at least, one of WebKit 450; see [`Page::start_narrow`].
    ///
    /// # Errors
    /// What the browser says.
    pub async fn resize(&self, width: u32, height: u32) -> Result<(u32, u32)> {
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight, innerWidth, innerHeight];";
        let mut reached = (0, 0);
        // The first answer may be from before the window had its decoration.
        for _ in 0..3 {
            let sizes: Vec<u32> = serde_json::from_value(self.script(frame).await?)?;
            let [across, down, inner_width, inner_height] = sizes[..] else {
                bail!("four sizes");
            };
            reached = (inner_width, inner_height);
            if reached == (width, height) {
                break;
            }
            self.browser().set_window_rect(0, 0, width + across, height + down).await?;
        }
        Ok(reached)
    }

    /// The first element with that handle, now.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn by(&self, handle: &str) -> Result<WebElement> {
        self.css(&selector(handle)).await
    }

    /// The first element that a CSS selector finds, now.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn css(&self, selector: &str) -> Result<WebElement> {
        let all = self.all(selector).await?;
        all.into_iter().next().with_context(|| format!("there is no `{selector}`"))
    }

    /// All elements that a CSS selector finds, now.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn all(&self, selector: &str) -> Result<Vec<WebElement>> {
        for _ in 0..10 {
            match self.browser().find_all(By::Css(selector)).await {
                // WebKit may lose an element between finding it and naming it.
                Err(error) if is_stale(&error) => pause().await,
                outcome => return Ok(outcome?),
            }
        }
        bail!("`{selector}` is drawn anew all the time")
    }

    /// Waits until the handle is there and can be seen.
    ///
    /// # Errors
    /// Where it does not come.
    pub async fn wait_for(&self, handle: &str) -> Result<WebElement> {
        let began = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(began.elapsed());
            let query = self.browser().query(By::Css(selector(handle))).wait(left, Duration::from_millis(30));
            match query.and_displayed().first().await {
                Err(error) if is_stale(&error) && !left.is_zero() => pause().await,
                outcome => return outcome.with_context(|| format!("`{handle}` does not show")),
            }
        }
    }

    /// Waits until no element has the handle.
    ///
    /// # Errors
    /// Where it stays.
    pub async fn wait_gone(&self, handle: &str) -> Result<()> {
        let selector = selector(handle);
        self.wait_until(&format!("`{handle}` to go"), async || Ok(self.all(&selector).await?.is_empty()))
            .await
    }

    /// Waits until an attribute of the handle has a value.
    ///
    /// # Errors
    /// Where it does not get it, with what it has instead.
    pub async fn wait_attr(&self, handle: &str, attribute: &str, value: &str) -> Result<()> {
        let selector = format!("{}[{attribute}=\"{value}\"]", selector(handle));
        let came = self.wait_until("", async || Ok(!self.all(&selector).await?.is_empty())).await;
        if came.is_err() {
            let seen = self.attr(handle, attribute).await?;
            bail!("`{handle}` has {attribute}={seen:?}, not {value:?}");
        }
        Ok(())
    }

    /// Waits until something is true.
    ///
    /// # Errors
    /// Where it does not become true, in the words of `what`; or what the check says.
    pub async fn wait_until(&self, what: &str, check: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let began = Instant::now();
        while !check().await? {
            ensure!(began.elapsed() < PATIENCE, "waited in vain for {what}");
            pause().await;
        }
        Ok(())
    }

    /// Waits for the handle and clicks on it; again, where the page drew it anew in that moment.
    ///
    /// # Errors
    /// Where it does not show, or something covers it.
    pub async fn click(&self, handle: &str) -> Result<()> {
        for _ in 0..10 {
            // Drivers differ in how far they scroll; a person brings what they click to where they see it.
            let center = format!(
                "document.querySelector('{}')?.scrollIntoView({{ block: 'center' }});",
                selector(handle)
            );
            let element = self.wait_for(handle).await?;
            self.script(&center).await?;
            match element.click().await {
                Err(error) if is_stale(&error) || is_moving(&error) => pause().await,
                outcome => return outcome.with_context(|| format!("`{handle}` cannot be clicked")),
            }
        }
        bail!("`{handle}` does not come to rest")
    }

    /// The text of the first element with that handle as a person reads it, now.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn text(&self, handle: &str) -> Result<String> {
        self.of(handle, "innerText").await?.with_context(|| format!("there is no `{handle}`"))
    }

    /// An attribute of the first element with that handle, now.
    ///
    /// # Errors
    /// Where the page cannot be asked.
    pub async fn attr(&self, handle: &str, attribute: &str) -> Result<Option<String>> {
        self.of(handle, &format!("getAttribute('{attribute}')")).await
    }

    /// In one script, so that the page cannot change between finding and asking.
    async fn of(&self, handle: &str, member: &str) -> Result<Option<String>> {
        let script = format!("return document.querySelector('{}')?.{member} ?? null;", selector(handle));
        Ok(self.script(&script).await?.as_str().map(str::to_owned))
    }

    /// Waits for a field and puts a text in the place of what is in it.
    ///
    /// # Errors
    /// Where it does not show or take text.
    pub async fn type_into(&self, handle: &str, text: &str) -> Result<()> {
        let field = self.wait_for(handle).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Waits for a field and puts a long text into it at once, as pasting does.
    ///
    /// # Errors
    /// Where it does not show.
    pub async fn paste_into(&self, handle: &str, text: &str) -> Result<()> {
        let field = self.wait_for(handle).await?;
        let put = "arguments[0].focus(); arguments[0].value = arguments[1]; \
                   arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' })); \
                   arguments[0].dispatchEvent(new Event('change', { bubbles: true }));";
        self.browser().execute(put, vec![field.to_json()?, text.into()]).await?;
        Ok(())
    }

    /// Chooses an option of a list by its value.
    ///
    /// # Errors
    /// Where the list or the option is not there.
    pub async fn select(&self, handle: &str, value: &str) -> Result<()> {
        self.wait_for(handle).await?;
        // As for a click: drivers differ in how far they scroll.
        let center =
            format!("document.querySelector('{}')?.scrollIntoView({{ block: 'center' }});", selector(handle));
        self.script(&center).await?;
        let option = format!("{} option[value=\"{value}\"]", selector(handle));
        Ok(self.css(&option).await?.click().await?)
    }

    /// Gives a file to a file field, which may be hidden behind a button.
    ///
    /// # Errors
    /// Where the field is not there or does not take it.
    pub async fn upload(&self, handle: &str, file: &Path) -> Result<()> {
        self.upload_all(handle, &[file]).await
    }

    /// Chooses several files at once.
    ///
    /// # Errors
    /// If one does not exist, or the browser refuses.
    pub async fn upload_all(&self, handle: &str, files: &[impl AsRef<Path>]) -> Result<()> {
        let name = |file: &Path| {
            let file = file.canonicalize().with_context(|| format!("{}", file.display()))?;
            Ok(file.to_str().context("a file name in UTF-8")?.to_owned())
        };
        let names = files.iter().map(|file| name(file.as_ref())).collect::<Result<Vec<String>>>()?;
        // The protocol of drivers takes a line for each.
        Ok(self.by(handle).await?.send_keys(names.join("\n")).await?)
    }

    /// Presses a key by its `KeyboardEvent.code`, after modifiers: `KeyN`, `Control+KeyZ`.
    ///
    /// # Errors
    /// Where the harness does not know the key.
    pub async fn press(&self, keys: &str) -> Result<()> {
        let keys = keys.split('+').map(keys::of_code).collect::<Result<Vec<char>>>()?;
        let mut chain = self.browser().action_chain();
        for key in &keys {
            chain = chain.key_down(*key);
        }
        for key in keys.iter().rev() {
            chain = chain.key_up(*key);
        }
        Ok(chain.perform().await?)
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Errors
    /// What the script throws.
    pub async fn script(&self, body: &str) -> Result<Value> {
        Ok(self.browser().execute(body, Vec::new()).await?.json().clone())
    }

    /// Everything that went wrong on the page since it was loaded: errors, warnings and violations of its policy.
    ///
    /// # Errors
    /// Where the page cannot be asked.
    pub async fn problems(&self) -> Result<Vec<String>> {
        let mut problems: Vec<String> =
            serde_json::from_value(self.script("return e2eProbe.problems;").await?)?;
        // What the browser itself says is in a log that only this driver gives.
        if self.engine() == Engine::Chromium {
            let log = self.browser().browser_log().await?;
            problems.extend(log.into_iter().filter(|entry| entry.level != "INFO").map(|entry| entry.message));
        }
        Ok(problems)
    }

    /// Saves what is on the screen as `target/e2e-screenshots/NAME-ENGINE.png`.
    ///
    /// # Errors
    /// Where it cannot be taken or saved.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        let folder = report::target().join("e2e-screenshots");
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}-{}.png", self.engine().name()));
        Ok(self.browser().screenshot(&file).await?)
    }

    /// What a person needs to understand a failure.
    pub(crate) async fn evidence(&self) -> String {
        let picture = match self.screenshot(&format!("FAILED-{}", self.journey)).await {
            Ok(()) => "a screenshot is in target/e2e-screenshots".to_owned(),
            Err(error) => format!("no screenshot: {error:#}"),
        };
        let problems = match self.problems().await {
            Ok(problems) if problems.is_empty() => "no problem on the console".to_owned(),
            Ok(problems) => problems.join("\n"),
            Err(error) => format!("no console: {error:#}"),
        };
        format!("{picture}\n{problems}")
    }

    /// Ends the browser in good order; what is left is killed with the session.
    pub(crate) async fn quit(self) {
        if let Err(error) = self.session.browser.clone().quit().await {
            println!("the browser did not quit: {error}");
        }
    }
}

fn selector(handle: &str) -> String {
    format!("[data-testid=\"{handle}\"]")
}

/// Whether the page drew an element anew just when it was asked for.
fn is_stale(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_))
}

/// Whether the element was still finding its place on the page.
fn is_moving(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::ElementNotInteractable(_))
}
