//! The three engines that the tests run in, with the programs that each needs.

use std::path::PathBuf;

use anyhow::Result;

use crate::apt::{self, Group};
use crate::tools::{GECKODRIVER, Tool, folders};

pub struct Engine {
    pub name: &'static str,
    group: Group,
    tools: &'static [&'static Tool],
}

pub const CHROMIUM: Engine = Engine {
    name: "chromium",
    group: Group {
        what: "Chromium and its driver",
        programs: &[&["chromium", "google-chrome"], &["chromedriver"]],
        packages: &["chromium", "chromium-driver", "fonts-dejavu-core"],
    },
    tools: &[],
};

const FIREFOX: Engine = Engine {
    name: "firefox",
    group: Group {
        what: "Firefox",
        programs: &[&["firefox-esr", "firefox"]],
        packages: &["firefox-esr", "fonts-dejavu-core"],
    },
    tools: &[&GECKODRIVER],
};

const WEBKIT: Engine = Engine {
    name: "webkit",
    group: Group {
        what: "WebKitGTK with its driver, and a display for it",
        programs: &[&["WebKitWebDriver"], &["Xvfb"]],
        packages: &["webkit2gtk-driver", "xvfb", "fonts-dejavu-core"],
    },
    tools: &[],
};

pub const ENGINES: [Engine; 3] = [CHROMIUM, FIREFOX, WEBKIT];

impl Engine {
    /// Installs the programs of the engine, and returns the folders to put on the PATH.
    pub fn prepare(&self) -> Result<Vec<PathBuf>> {
        apt::require(&self.group)?;
        folders(self.tools)
    }
}
