//! Short names for what the module imports: wasm-bindgen's hold a hash each, which no host can compress, and stand in the
//! module and in its script.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use wasm_encoder::{ImportSection, Module, RawSection, reencode::Reencode, reencode::RoundtripReencoder};
use wasmparser::{Encoding, Parser, Payload};

/// Shortens the names in the module and in the script that wasm-bindgen wrote under that name.
pub fn shorten(folder: &Path, name: &str) -> Result<()> {
    let (module, script) = (folder.join(format!("{name}_bg.wasm")), folder.join(format!("{name}.js")));
    // What wasm-bindgen calls the script inside the module.
    let (bytes, names) = shortened(&fs::read(&module)?, &format!("./{name}_bg.js"))?;
    let text = fs::read_to_string(&script)?;
    let mut short = String::with_capacity(text.len());
    let mut left = names.len();
    for line in text.split_inclusive('\n') {
        // A line of the object that is handed to the module: the name, a colon, the function.
        let parts = line.trim_start().split_once(':').and_then(|(name, rest)| Some((names.get(name)?, rest)));
        if let Some((name, rest)) = parts {
            short += &format!("{name}:{rest}");
            left -= 1;
        } else {
            short += line;
        }
    }
    ensure!(left == 0, "{} lacks {left} of the {} imports", script.display(), names.len());
    fs::write(module, bytes)?;
    fs::write(script, short)?;
    Ok(())
}

/// A module whose imports from that script have short names, and those by the long ones.
fn shortened(bytes: &[u8], script: &str) -> Result<(Vec<u8>, HashMap<String, String>)> {
    let mut names = HashMap::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::Version { encoding, .. } => ensure!(encoding == Encoding::Module, "not a module"),
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for import in imports.into_imports() {
                    let import = import?;
                    let ty = RoundtripReencoder.entity_type(import.ty)?;
                    if import.module == script {
                        let next = short(names.len());
                        let name = names.entry(import.name.to_owned()).or_insert(next);
                        section.import(import.module, name, ty);
                    } else {
                        section.import(import.module, import.name, ty);
                    }
                }
                module.section(&section);
            }
            payload => {
                if let Some((id, range)) = payload.as_section() {
                    let data = &bytes[usize::try_from(range.start)?..usize::try_from(range.end)?];
                    module.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok((module.finish(), names))
}

/// The name of that number, in letters alone: a, b, … z, aa, ba, …
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.extend(u8::try_from(number % 26).map(|letter| char::from(b'a' + letter)));
        match (number / 26).checked_sub(1) {
            Some(rest) => number = rest,
            None => return name,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_names_are_the_same() {
        let names: HashSet<_> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([0, 25, 26, 702].map(short), ["a", "z", "aa", "aaa"]);
    }
}
