//! Packages of Debian and Ubuntu: the browsers, their drivers, node.

use std::io::{IsTerminal, stdin};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::process::{announce, command, execute, find, quiet_output};

/// Programs that belong together, and the packages that bring them.
pub struct Group {
    /// The purpose of the group, as shown to a person.
    pub what: &'static str,
    /// Each program by its possible names; one of them is enough.
    pub programs: &'static [&'static [&'static str]],
    pub packages: &'static [&'static str],
}

pub const NODE: Group = Group {
    what: "node and npm (to run wasm-opt and to fetch test data)",
    programs: &[&["node"], &["npm"]],
    packages: &["nodejs", "npm"],
};

/// Makes sure that all programs of the group are there, installing its packages if need be.
pub fn require(group: &Group) -> Result<()> {
    if is_there(group) {
        return Ok(());
    }
    let packages = group.packages.join(" ");
    let Some(privilege) = privilege() else {
        bail!(
            "please install {} by hand (on Debian: apt-get install {packages}): \
             this needs apt-get and root or sudo, which are not available here",
            group.what
        );
    };
    announce(&format!("installing {}: {packages}", group.what));
    // Lists that are a little old still work; without any list the installation fails with its own message.
    if let Err(error) = execute(apt_get(&privilege).args(["update", "-qq"])) {
        announce(&format!("the package lists stay as they were: {error}"));
    }
    let options = ["install", "-y", "-qq", "--no-install-recommends"];
    let installed = execute(apt_get(&privilege).args(options).args(group.packages));
    match installed {
        Ok(()) if is_there(group) => Ok(()),
        outcome => bail!(
            "could not install {} from the packages {packages} ({}); {}",
            group.what,
            outcome.map_or_else(|error| error.to_string(), |()| "a program is still missing".into()),
            advice()
        ),
    }
}

/// Whether each program is there under one of its names.
fn is_there(group: &Group) -> bool {
    let found = |names: &&[&str]| names.iter().any(|name| find(name).is_some());
    group.programs.iter().all(found)
}

/// The command to put before `apt-get`, if it is there and may be run.
fn privilege() -> Option<Vec<&'static str>> {
    find("apt-get")?;
    if quiet_output(command("id").arg("-u"))?.trim() == "0" {
        return Some(vec![]);
    }
    find("sudo")?;
    // Without a terminal nobody can type a password.
    Some(if stdin().is_terminal() { vec!["sudo"] } else { vec!["sudo", "-n"] })
}

fn apt_get(privilege: &[&str]) -> Command {
    let words: Vec<&str> =
        privilege.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).collect();
    let mut apt_get = command(words[0]);
    apt_get.args(&words[1..]);
    if words[0] == "sudo" {
        apt_get.stdin(Stdio::inherit());
    }
    apt_get
}

fn advice() -> &'static str {
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    if system.contains("ID=ubuntu") {
        "Ubuntu ships its browsers as snaps, which these packages are not: \
         install Chrome with its chromedriver, and Firefox, from their makers"
    } else {
        "please install it by hand and run the command again"
    }
}
