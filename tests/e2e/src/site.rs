//! A static host on this machine, with the faults of real ones on demand.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// The folder under which the same files are served a second time.
const FOLDER: &str = "a/b/";

/// Watches the page from before its first script; it only adds listeners and wraps functions.
const PROBE: &str = include_str!("probe.js");
const PROBE_NAME: &str = "e2e-probe.js";

/// What goes wrong with a file.
#[derive(Clone, Copy)]
enum Fault {
    Missing,
    Slow(Duration),
}

/// The faults by a part of the names of the files that they befall.
type Faults = Arc<Mutex<HashMap<String, Fault>>>;

/// A folder served on a free port under `/` and under `/a/b/`, until it is dropped.
pub struct Site {
    port: u16,
    faults: Faults,
}

impl Site {
    /// The release page.
    ///
    /// # Errors
    /// Where it was not built, or no port is free.
    pub fn of_dist() -> Result<Self> {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        ensure!(
            dist.join("index.html").is_file(),
            "there is no release page: run `cargo xtask dist`"
        );
        Self::of(&dist)
    }

    /// Any folder with an `index.html`.
    ///
    /// # Errors
    /// Where the folder does not exist, or no port is free.
    pub fn of(folder: &Path) -> Result<Self> {
        let folder = folder
            .canonicalize()
            .with_context(|| format!("{}", folder.display()))?;
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let faults = Faults::default();
        let shared = Arc::clone(&faults);
        // The thread ends with the test process; until then it costs one socket.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, faults) = (folder.clone(), Arc::clone(&shared));
                thread::spawn(move || {
                    // A browser that hangs up in the middle of an answer is no fault of the page.
                    let _hung_up = answer(stream, &folder, &faults);
                });
            }
        });
        Ok(Self { port, faults })
    }

    /// The address of a path such as `/` or `/a/b/?lang=en`.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// From now on, files with this in their names are not found.
    pub fn lose(&self, part: &str) {
        self.befall(part, Fault::Missing);
    }

    /// From now on, files with this in their names take that long, piece by piece.
    pub fn slow_down(&self, part: &str, in_all: Duration) {
        self.befall(part, Fault::Slow(in_all));
    }

    /// From now on, nothing goes wrong.
    pub fn repair(&self) {
        self.faults
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    fn befall(&self, part: &str, fault: Fault) {
        self.faults
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(part.to_owned(), fault);
    }
}

fn answer(mut stream: TcpStream, folder: &Path, faults: &Faults) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().context("an empty request")??;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let target = request.split(' ').nth(1).unwrap_or("/");
    let path = target
        .split(['?', '#'])
        .next()
        .unwrap_or("/")
        .trim_start_matches('/');
    let name = path.strip_prefix(FOLDER).unwrap_or(path);
    let fault = fault(faults, name);
    let found = if matches!(fault, Some(Fault::Missing)) {
        None
    } else {
        read(folder, name)
    };
    let Some((kind, body)) = found else {
        return Ok(write!(
            stream,
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )?);
    };
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    let Some(Fault::Slow(in_all)) = fault else {
        return Ok(stream.write_all(&body)?);
    };
    let pieces = 50;
    for piece in body.chunks(body.len().div_ceil(pieces).max(1)) {
        thread::sleep(in_all / 50);
        stream.write_all(piece)?;
    }
    Ok(())
}

fn fault(faults: &Faults, name: &str) -> Option<Fault> {
    let faults = faults.lock().unwrap_or_else(PoisonError::into_inner);
    faults
        .iter()
        .find(|(part, _)| name.contains(part.as_str()))
        .map(|(_, fault)| *fault)
}

/// The type and the bytes of a file of the folder.
fn read(folder: &Path, name: &str) -> Option<(&'static str, Vec<u8>)> {
    if name == PROBE_NAME {
        return Some(("text/javascript", PROBE.into()));
    }
    let mut file: PathBuf = folder.join(name);
    if !file
        .components()
        .all(|part| !matches!(part, Component::ParentDir))
    {
        return None;
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let kind = match file.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    };
    let body = fs::read(&file).ok()?;
    Some((
        kind,
        if file.ends_with("index.html") {
            with_probe(body)
        } else {
            body
        },
    ))
}

/// The page with the probe as its first script, allowed by its policy like any file of its own.
fn with_probe(page: Vec<u8>) -> Vec<u8> {
    let Ok(page) = String::from_utf8(page) else {
        return Vec::new();
    };
    let tag = format!("<script src=\"{PROBE_NAME}\"></script>");
    match page.find("<link").or_else(|| page.find("<script")) {
        Some(at) => format!("{}{tag}{}", &page[..at], &page[at..]).into_bytes(),
        None => format!("{tag}{page}").into_bytes(),
    }
}
