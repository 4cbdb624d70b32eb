//! The three engines: their programs, and how a session asks for what the journeys need.

use std::env;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's `MiniBrowser`, through `WebKitWebDriver`: the nearest to Safari that runs on Linux.
    WebKit,
}

/// No request that the page did not ask for, and no need of a graphics card, a sandbox or a big /dev/shm.
const CHROMIUM_ARGUMENTS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

impl Engine {
    /// The name in options and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether `REFLET_ENGINES` leaves this engine in; without it all are.
    pub(crate) fn is_wanted(self) -> bool {
        env::var("REFLET_ENGINES")
            .map_or(true, |wanted| wanted.split(',').any(|name| name.trim() == self.name()))
    }

    /// Whether the driver saves downloads to files where it is told to.
    pub(crate) fn saves_downloads(self) -> bool {
        self != Self::WebKit
    }

    pub(crate) fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    pub(crate) fn driver_arguments(self, port: u16) -> Vec<String> {
        let port = port.to_string();
        match self {
            Self::Chromium | Self::WebKit => vec![format!("--port={port}")],
            Self::Firefox => vec!["--port".into(), port],
        }
    }

    pub(crate) fn capabilities(self, home: &Path, downloads: &Path) -> Value {
        match self {
            Self::Chromium => chromium(home, downloads),
            Self::Firefox => firefox(downloads),
            Self::WebKit => json!({}),
        }
    }
}

fn chromium(home: &Path, downloads: &Path) -> Value {
    let mut arguments = CHROMIUM_ARGUMENTS.map(String::from).to_vec();
    arguments.push(format!("--user-data-dir={}", home.join("profile").display()));
    let mut options = json!({
        "args": arguments,
        "prefs": {
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
        },
    });
    if let Some(binary) = first_of(&["chromium", "google-chrome"]) {
        options["binary"] = json!(binary);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(downloads: &Path) -> Value {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": {
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.useDownloadDir": true,
            "browser.download.alwaysOpenPanel": false,
            "browser.download.always_ask_before_handling_new_types": false,
        },
    });
    if let Some(binary) = first_of(&["firefox-esr", "firefox"]) {
        options["binary"] = json!(binary);
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

fn first_of(programs: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    programs.iter().find_map(|program| {
        env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
    })
}
