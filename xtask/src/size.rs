//! What a browser downloads until the sample's mirror is on screen.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::dist;
use crate::process::say;

/// What the first load is to weigh at most, compressed with brotli.
const BUDGET: usize = 365_000;

/// What is fetched when the sample is opened.
const SAMPLE: &str = "samples/bank-fr.json";

/// The attributes of index.html that name a file.
const ATTRIBUTES: [&str; 4] = ["href=\"", "src=\"", "data-js=\"", "data-wasm=\""];

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let options = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut &*bytes, &mut brotli, &options)?;
        Ok(Self { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    fn print(self, name: &str) {
        println!("{:>10} {:>10} {:>10}  {name}", self.raw, self.gzip, self.brotli);
    }
}

pub fn run() -> Result<()> {
    let dist = dist::folder();
    let page = fs::read_to_string(dist.join("index.html"))
        .context("there is no release page yet: run `cargo xtask dist`")?;
    say("bytes of the first load");
    println!("{:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    let mut total = Size::default();
    for name in first_load(&dist, &page)? {
        let bytes = fs::read(dist.join(&name)).with_context(|| format!("index.html names {name}"))?;
        let size = Size::of(&bytes)?;
        size.print(&name);
        total = total.plus(size);
    }
    total.print("in total");
    ensure!(
        total.brotli <= BUDGET,
        "the first load is {} bytes with brotli, {} more than planned",
        total.brotli,
        total.brotli - BUDGET
    );
    Ok(())
}

/// The page, every file that it names, the modules that those bring along, and the sample.
fn first_load(dist: &Path, page: &str) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::from(["index.html".to_owned()]);
    names.extend(named_files(page));
    names.extend(files_below(dist, "snippets")?.into_iter().filter(|name| !is_part(name)));
    names.insert(SAMPLE.to_owned());
    Ok(names)
}

/// Whether a module comes only when its place is opened; what links it to the page comes with the page.
fn is_part(name: &str) -> bool {
    Path::new(name).extension() == Some("wasm".as_ref())
}

fn named_files(page: &str) -> impl Iterator<Item = String> {
    ATTRIBUTES.iter().flat_map(|attribute| page.split(attribute).skip(1)).filter_map(|rest| {
        let (name, _) = rest.split_once('"')?;
        let name = name.trim_start_matches("./");
        let elsewhere = name.is_empty() || name.starts_with('#') || name.contains(':');
        (!elsewhere).then(|| name.to_owned())
    })
}

/// The files of a folder of the page, with their names as an address has them; none if it is not there.
fn files_below(dist: &Path, folder: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    if !dist.join(folder).is_dir() {
        return Ok(names);
    }
    for entry in fs::read_dir(dist.join(folder))? {
        let entry = entry?;
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            names.extend(files_below(dist, &name)?);
        } else {
            names.push(name);
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_its_own_files_once() {
        let page = r##"<link href="./a.css"><script src="b.js"></script><a href="#top"></a>
            <meta data-wasm="./c.wasm"><link rel="preload" href="./c.wasm"><a href="https://example.org/">"##;
        let names: BTreeSet<String> = named_files(page).collect();
        assert_eq!(names, ["a.css", "b.js", "c.wasm"].map(String::from).into());
    }

    #[test]
    fn text_that_repeats_itself_compresses() -> Result<()> {
        let size = Size::of(&b"moment ".repeat(1000))?;
        assert_eq!(size.raw, 7000);
        assert!(size.brotli < size.gzip && size.gzip < 100);
        Ok(())
    }
}
