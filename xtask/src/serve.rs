//! The page on this machine, rebuilt when a source changes.

use std::env;
use std::net::TcpListener;

use anyhow::{Context, Result};
use lexopt::{Arg, Parser, ValueExt};

use crate::dist::trunk;
use crate::process::{announce, execute};

pub struct Options {
    port: Option<u16>,
}

impl Options {
    pub fn parse(mut arguments: Parser) -> Result<Self> {
        let mut options = Self { port: None };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("port") => options.port = Some(arguments.value()?.parse()?),
                unexpected => return Err(unexpected.unexpected().into()),
            }
        }
        Ok(options)
    }
}

pub fn run(options: &Options) -> Result<()> {
    let mut trunk = trunk(&[])?;
    let port = options.port.map_or_else(free_port, Ok)?;
    // Not to `dist`, which is the release page's.
    trunk.args(["serve", "--dist", "target/serve"]);
    trunk.args(["--port", &port.to_string()]);
    if has_screen() {
        trunk.arg("--open");
    }
    announce(&format!(
        "building the page, then serving it on http://127.0.0.1:{port}/ until you press Ctrl+C"
    ));
    execute(&mut trunk)
}

/// The usual port, or the next free one.
fn free_port() -> Result<u16> {
    (8080..8180)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .context("no port from 8080 to 8179 is free; name one with --port")
}

fn has_screen() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let linux = cfg!(target_os = "linux");
    !set("CI") && (!linux || set("DISPLAY") || set("WAYLAND_DISPLAY"))
}
