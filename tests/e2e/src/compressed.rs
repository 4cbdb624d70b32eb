//! A folder as a host sends it that compresses and lets browsers cache, with an account of what it has sent.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, ensure};

use crate::site::{Request, kind};

/// As on GitHub Pages: ten minutes, longer than any first load.
const CACHING: &str = "max-age=600";
const MISSING: &str = "404 Not Found";

/// Every file of a folder, each compressed once, as hard as brotli can.
pub struct Compressed(BTreeMap<String, File>);

struct File {
    kind: &'static str,
    raw: Vec<u8>,
    brotli: Vec<u8>,
}

/// An answer to one request.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The file, as the folder names it.
    pub name: String,
    /// Its bytes in the folder.
    pub raw: usize,
    /// The bytes of the body of the answer.
    pub bytes: usize,
}

/// All answers of one site.
pub(crate) type Account = Arc<Mutex<Vec<Sent>>>;

impl Compressed {
    /// Compresses a folder with an `index.html`.
    ///
    /// # Errors
    /// Where the folder or a file of it cannot be read.
    pub fn of(folder: &Path) -> Result<Self> {
        ensure!(folder.join("index.html").is_file(), "there is no release page: run `cargo xtask dist`");
        let mut files = BTreeMap::new();
        add(&mut files, folder, "")?;
        Ok(Self(files))
    }

    /// Answers a request, and enters the answer in the account before its first byte leaves.
    pub(crate) fn answer(&self, stream: &mut TcpStream, request: &Request, account: &Account) -> Result<()> {
        let name = if request.name().is_empty() { "index.html" } else { request.name() };
        let file = self.0.get(name);
        let (head, body) = file.map_or((MISSING.to_owned(), &[][..]), |file| file.answer(request));
        let sent =
            Sent { name: name.to_owned(), raw: file.map_or(0, |file| file.raw.len()), bytes: body.len() };
        account.lock().unwrap_or_else(PoisonError::into_inner).push(sent);
        write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
        Ok(stream.write_all(body)?)
    }
}

impl File {
    /// The first lines of the answer, and its body: as it is for a browser that cannot read brotli.
    fn answer(&self, request: &Request) -> (String, &[u8]) {
        let head = format!(
            "200 OK\r\nContent-Type: {}\r\nCache-Control: {CACHING}\r\nVary: Accept-Encoding",
            self.kind
        );
        if request.takes_brotli {
            (format!("{head}\r\nContent-Encoding: br"), &self.brotli)
        } else {
            (head, &self.raw)
        }
    }
}

/// Adds the files of a folder, under the names that addresses have for them.
fn add(files: &mut BTreeMap<String, File>, folder: &Path, prefix: &str) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        let own = path.file_name().and_then(|name| name.to_str()).context("a file name in UTF-8")?;
        let name = format!("{prefix}{own}");
        if path.is_dir() {
            add(files, &path, &format!("{name}/"))?;
        } else {
            let raw = fs::read(&path)?;
            let brotli = brotli(&raw)?;
            files.insert(name, File { kind: kind(&path), raw, brotli });
        }
    }
    Ok(())
}

fn brotli(raw: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*raw, &mut bytes, &options)?;
    Ok(bytes)
}
