//! One browser with a fresh profile, its driver, and the display it may need.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use crate::engine::Engine;
use crate::process::{Program, free_port};

/// How long a driver or a browser may take to start on a busy machine.
const START: Duration = Duration::from_mins(1);

/// Why an engine cannot be used.
pub enum Unavailable {
    /// It is not on this machine and could not be put there.
    NotInstalled(String),
    /// It is there and does not start.
    Broken(String),
}

// In this order the fields are dropped: the display and the profile last.
pub struct Session {
    pub browser: WebDriver,
    pub engine: Engine,
    pub downloads: PathBuf,
    _driver: Program,
    _display: Option<Program>,
    _home: TempDir,
}

impl Session {
    pub async fn start(engine: Engine) -> Result<Self, Unavailable> {
        if let Some(reason) = not_installed(engine) {
            return Err(Unavailable::NotInstalled(reason));
        }
        Self::try_start(engine).await.map_err(|error| {
            let missing = error.chain().any(|cause| {
                cause
                    .downcast_ref::<std::io::Error>()
                    .is_some_and(|error| error.kind() == ErrorKind::NotFound)
            });
            let reason = format!("{error:#}");
            if missing { Unavailable::NotInstalled(reason) } else { Unavailable::Broken(reason) }
        })
    }

    async fn try_start(engine: Engine) -> Result<Self> {
        let home = TempDir::with_prefix("reflet-e2e-")?;
        let downloads = home.path().join("downloads");
        fs::create_dir(&downloads)?;
        let port = free_port()?;
        let mut command = Command::new(engine.driver());
        command.args(engine.driver_arguments(port)).stdout(Stdio::null()).stderr(Stdio::null());
        let display = if engine == Engine::WebKit {
            let (display, number) = display()?;
            webkit_environment(&mut command, home.path(), &number);
            Some(display)
        } else {
            None
        };
        let mut driver =
            Program::start(&mut command).with_context(|| format!("{} cannot be started", engine.driver()))?;
        let capabilities = engine.capabilities(home.path(), &downloads);
        let browser = connect(&mut driver, port, capabilities).await?;
        Ok(Self { browser, engine, downloads, _driver: driver, _display: display, _home: home })
    }
}

/// What `cargo xtask test` found out: lines of `engine: reason`.
fn not_installed(engine: Engine) -> Option<String> {
    let lines = env::var("REFLET_NOT_INSTALLED").ok()?;
    let reason = lines.lines().find_map(|line| line.strip_prefix(engine.name())?.strip_prefix(": "))?;
    Some(reason.to_owned())
}

/// Asks for a session until the driver answers.
async fn connect(driver: &mut Program, port: u16, capabilities: Value) -> Result<WebDriver> {
    let Value::Object(capabilities) = capabilities else {
        bail!("capabilities are an object");
    };
    let began = Instant::now();
    loop {
        if let Some(status) = driver.ended() {
            bail!("the driver ended at once ({status})");
        }
        if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            break;
        }
        if began.elapsed() > START {
            bail!("the driver does not listen after {} s", START.as_secs());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let address = format!("http://127.0.0.1:{port}");
    let session = WebDriver::new(address, Capabilities::from(capabilities));
    tokio::time::timeout(START, session)
        .await
        .context("the browser does not start in time")?
        .context("the browser does not start")
}

/// A screen in memory, for an engine that has no headless mode; it chooses its own number.
fn display() -> Result<(Program, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "2000x1600x24"]);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut display = Program::start(&mut command).context("Xvfb cannot be started")?;
    let output = display.output().context("Xvfb has no output")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    if number.trim().is_empty() {
        bail!("Xvfb gives no display");
    }
    Ok((display, format!(":{}", number.trim())))
}

fn webkit_environment(command: &mut Command, home: &Path, display: &str) {
    command.env("DISPLAY", display);
    command.env("GDK_BACKEND", "x11");
    command.env_remove("WAYLAND_DISPLAY");
    // Its sandbox does not start for root, and the only page it sees is our own.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    command.env("HOME", home);
    for variable in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        command.env(variable, home.join(variable));
    }
}
