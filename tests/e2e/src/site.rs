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

use crate::compressed::{Account, Compressed, Sent};

/// The folder under which the same files are served a second time.
const FOLDER: &str = "a/b/";

/// Watches the page from before its first script; it only adds listeners and wraps functions.
const PROBE: &str = include_str!("probe.js");
const PROBE_NAME: &str = "e2e-probe.js";
const FRAME_NAME: &str = "e2e-frame";

/// What a script meets in a browser that gives the page no storage, by its settings or in some private modes.
const NO_STORAGE: &str = "Object.defineProperty(window, 'localStorage', \
    { get() { throw new DOMException('denied', 'SecurityError'); } });\n";

/// Into how many pieces a body is cut, so that a slow one arrives little by little.
const PIECES: u32 = 50;

/// What goes wrong with a file.
#[derive(Clone, Copy)]
enum Fault {
    Missing,
    Slow(Duration),
    /// Of the probe: it takes the storage away before the page looks for it.
    NoStorage,
}

/// The faults by a part of the names of the files that they befall.
type Faults = Arc<Mutex<HashMap<String, Fault>>>;

/// A folder served on a free port under `/` and under `/a/b/`, until it is dropped.
pub struct Site {
    port: u16,
    faults: Faults,
    account: Account,
}

impl Site {
    /// The release page.
    ///
    /// # Errors
    /// Where it was not built, or no port is free.
    pub fn of_dist() -> Result<Self> {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        ensure!(dist.join("index.html").is_file(), "there is no release page: run `cargo xtask dist`");
        Self::of(&dist)
    }

    /// Any folder with an `index.html`.
    ///
    /// # Errors
    /// Where the folder does not exist, or no port is free.
    pub fn of(folder: &Path) -> Result<Self> {
        let folder = folder.canonicalize().with_context(|| format!("{}", folder.display()))?;
        let faults = Faults::default();
        let shared = Arc::clone(&faults);
        let port = listen(move |stream, request| answer(stream, request, &folder, &shared))?;
        Ok(Self { port, faults, account: Account::default() })
    }

    /// Compressed files, as they are: without the probe, and nothing goes wrong with them.
    ///
    /// # Errors
    /// Where no port is free.
    pub fn of_compressed(files: &Arc<Compressed>) -> Result<Self> {
        let files = Arc::clone(files);
        let account = Account::default();
        let shared = Arc::clone(&account);
        let port = listen(move |stream, request| files.answer(stream, request, &shared))?;
        Ok(Self { port, faults: Faults::default(), account })
    }

    /// What was sent of compressed files until now, request by request.
    pub fn sent(&self) -> Vec<Sent> {
        self.account.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The address of a path such as `/` or `/a/b/?lang=en`.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The address of a page that has a path in a frame of that size.
    pub(crate) fn frame_address(&self, path: &str, width: u32, height: u32) -> String {
        self.address(&format!("/{FRAME_NAME}?{width}&{height}&{path}"))
    }

    /// From now on, files with this in their names are not found.
    pub fn lose(&self, part: &str) {
        self.befall(part, Fault::Missing);
    }

    /// From now on, files with this in their names take that long, piece by piece.
    pub fn slow_down(&self, part: &str, in_all: Duration) {
        self.befall(part, Fault::Slow(in_all));
    }

    /// From now on, the browser gives the page no storage.
    pub fn block_storage(&self) {
        self.befall(PROBE_NAME, Fault::NoStorage);
    }

    /// From now on, nothing goes wrong.
    pub fn repair(&self) {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn befall(&self, part: &str, fault: Fault) {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).insert(part.to_owned(), fault);
    }
}

/// What is sent for a request, with its type.
type Content = (&'static str, Vec<u8>);

/// What a browser asks for.
pub(crate) struct Request {
    target: String,
    /// Whether it can read brotli.
    pub(crate) takes_brotli: bool,
}

impl Request {
    /// Reads a request to the end of its headers.
    fn read(stream: &TcpStream) -> Result<Self> {
        let mut lines = BufReader::new(stream).lines();
        let first = lines.next().context("an empty request")??;
        let target = first.split(' ').nth(1).unwrap_or_default().trim_start_matches('/').to_owned();
        let mut takes_brotli = false;
        for line in lines {
            let line = line?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(encodings) = line.strip_prefix("accept-encoding:") {
                takes_brotli = encodings.split(',').any(|encoding| encoding.trim() == "br");
            }
        }
        Ok(Self { target, takes_brotli })
    }

    /// The file that it asks for.
    pub(crate) fn name(&self) -> &str {
        self.target.split(['?', '#']).next().unwrap_or_default()
    }
}

/// Answers requests on a free port.
fn listen(answer: impl Fn(&mut TcpStream, &Request) -> Result<()> + Clone + Send + 'static) -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let port = listener.local_addr()?.port();
    // The thread ends with the test process; until then it costs one socket.
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let answer = answer.clone();
            thread::spawn(move || {
                let asked = Request::read(&stream);
                // A browser that hangs up in the middle of an answer is no fault of the page.
                let _hung_up = asked.and_then(|request| answer(&mut stream, &request));
            });
        }
    });
    Ok(port)
}

fn answer(stream: &mut TcpStream, request: &Request, folder: &Path, faults: &Faults) -> Result<()> {
    if let Some(page) = frame(&request.target) {
        return send(stream, Some(("text/html", page.into())), Duration::ZERO);
    }
    let name = request.name();
    let name = name.strip_prefix(FOLDER).unwrap_or(name);
    match fault(faults, name) {
        Some(Fault::Missing) => send(stream, None, Duration::ZERO),
        Some(Fault::Slow(in_all)) => send(stream, read(folder, name), in_all),
        Some(Fault::NoStorage) => {
            let probe = format!("{NO_STORAGE}{PROBE}").into_bytes();
            send(stream, Some(("text/javascript", probe)), Duration::ZERO)
        }
        None => send(stream, read(folder, name), Duration::ZERO),
    }
}

fn send(stream: &mut TcpStream, content: Option<Content>, in_all: Duration) -> Result<()> {
    let status = if content.is_some() { "200 OK" } else { "404 Not Found" };
    let (kind, body) = content.unwrap_or(("text/plain", Vec::new()));
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    for piece in body.chunks(length.div_ceil(PIECES as usize).max(1)) {
        thread::sleep(in_all / PIECES);
        stream.write_all(piece)?;
    }
    Ok(())
}

/// The page around a frame, for a target such as `e2e-frame?390&844&/`.
fn frame(target: &str) -> Option<String> {
    let mut parts = target.strip_prefix(FRAME_NAME)?.strip_prefix('?')?.splitn(3, '&');
    let (width, height, path) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!(
        "<!doctype html><link rel=\"icon\" href=\"data:,\"><body style=\"margin:0\">\
         <iframe src=\"{path}\" width=\"{width}\" height=\"{height}\" style=\"border:0\"></iframe>"
    ))
}

fn fault(faults: &Faults, name: &str) -> Option<Fault> {
    let faults = faults.lock().unwrap_or_else(PoisonError::into_inner);
    faults.iter().find(|(part, _)| name.contains(part.as_str())).map(|(_, fault)| *fault)
}

/// A file of the folder.
fn read(folder: &Path, name: &str) -> Option<Content> {
    if name == PROBE_NAME {
        return Some(("text/javascript", PROBE.into()));
    }
    let mut file: PathBuf = folder.join(name);
    if !file.components().all(|part| !matches!(part, Component::ParentDir)) {
        return None;
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let body = fs::read(&file).ok()?;
    Some((kind(&file), if file.ends_with("index.html") { with_probe(body) } else { body }))
}

/// The media type of a file, by its name.
pub(crate) fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
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
