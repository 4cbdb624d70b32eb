//! Splits the page's WebAssembly: code that only one place needs becomes a file that is fetched with that place.
//!
//! The parts must be cut off after compiling, while the linker's relocations are still there, and before
//! wasm-bindgen drops them. Trunk has no hook between the two, but it runs the program called `wasm-bindgen` on
//! its PATH. There this program has that name: it cuts, then calls the real one on the rest of the module.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use crate::glue;
use crate::process::{command, execute, root};
use crate::tools::{WASM_BINDGEN, WASM_OPT};

/// The variable with the path of the real program, for the stand-in.
pub const REAL: &str = "REFLET_WASM_BINDGEN";

/// The folder of wasm-bindgen's output that trunk copies.
const SNIPPETS: &str = "snippets";
/// The prefix of the folder of the parts; the rest of its name differs between builds.
const FOLDER: &str = "parts-";
/// The module that the parts import: it returns the exports that src/app/shell/parts.rs has stored.
const STARTED: (&str, &str) = ("started.js", "export const initSync = () => globalThis.refletExports;\n");

/// What makes a compressed module small: the structure of its functions is made anew, and long ones that are called from one
/// place stay apart. Equal to index.html.
const PASSES: [&str; 8] = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "-Oz", "-ocimfs", "100"];

/// Whether this program was called under the name of wasm-bindgen.
pub fn is_stand_in() -> bool {
    env::args_os()
        .next()
        .is_some_and(|name| Path::new(&name).file_stem() == Some(WASM_BINDGEN.program().as_ref()))
}

/// A folder with this program under the name of wasm-bindgen.
pub fn stand_in_folder() -> Result<PathBuf> {
    let folder = root().join("target/stand-in");
    let program = folder.join(format!("{}{}", WASM_BINDGEN.program(), env::consts::EXE_SUFFIX));
    fs::create_dir_all(&folder)?;
    if program.exists() {
        fs::remove_file(&program)?;
    }
    fs::copy(env::current_exe()?, &program)?;
    Ok(folder)
}

/// Runs wasm-bindgen on a module whose parts are cut off first, and shortens what it writes.
pub fn stand_in() -> Result<()> {
    let real = env::var_os(REAL).with_context(|| format!("{REAL} is not set"))?;
    let mut arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let value = |name| {
        arguments.iter().filter_map(|argument| argument.to_str()).find_map(|text| text.strip_prefix(name))
    };
    let (out, name) = (value("--out-dir=").map(PathBuf::from), value("--out-name=").map(str::to_owned));
    let module =
        arguments.iter().position(|argument| Path::new(argument).extension() == Some("wasm".as_ref()));
    let (Some(out), Some(name), Some(module)) = (out, name, module) else {
        // Trunk asks for the version alone.
        return execute(command(real).args(arguments));
    };
    arguments[module] = cut(Path::new(&arguments[module]), &out)?.into_os_string();
    // Among them the table of functions, by which the parts and the rest call each other.
    arguments.push("--keep-lld-exports".into());
    execute(command(real).args(arguments))?;
    glue::shorten(&out, &name)
}

/// Cuts the parts off, into their folder, and returns where the rest is.
fn cut(module: &Path, out: &Path) -> Result<PathBuf> {
    let bytes = fs::read(module)?;
    let mut hash = DefaultHasher::new();
    hash.write(&bytes);
    let folder = format!("{SNIPPETS}/{FOLDER}{:016x}", hash.finish());
    for earlier in part_folders(out)? {
        fs::remove_dir_all(earlier)?;
    }
    let home = out.join(&folder);
    fs::create_dir_all(&home)?;
    let rest = out.join("rest.wasm");
    let link = format!("./{folder}/parts.js");
    let mut options = Options::new(&bytes);
    options.output_dir = out;
    options.main_out_path = &rest;
    options.link_name = &link;
    options.main_module = "./started.js";
    let parts = transform(options).map_err(|error| anyhow!("{error:#}"))?;
    for part in parts.split_modules {
        fs::rename(&part, home.join(part.file_name().context("a part without a name")?))?;
    }
    fs::write(home.join(STARTED.0), STARTED.1)?;
    Ok(rest)
}

/// Makes the parts of a release page as small as trunk makes the rest.
pub fn optimise(dist: &Path) -> Result<()> {
    let wasm_opt = WASM_OPT.folder()?.join(WASM_OPT.program());
    for folder in part_folders(dist)? {
        for part in fs::read_dir(folder)? {
            let part = part?.path();
            if part.extension() == Some("wasm".as_ref()) {
                execute(command(&wasm_opt).args(PASSES).arg(&part).arg("-o").arg(&part))?;
            }
        }
    }
    Ok(())
}

fn part_folders(within: &Path) -> Result<Vec<PathBuf>> {
    let snippets = within.join(SNIPPETS);
    if !snippets.is_dir() {
        return Ok(Vec::new());
    }
    let mut folders = Vec::new();
    for entry in fs::read_dir(snippets)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(FOLDER) {
            folders.push(entry.path());
        }
    }
    Ok(folders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_made_as_small_as_the_rest() {
        let [first, others @ ..] = PASSES;
        let page = include_str!("../../index.html");
        let wanted = format!("data-wasm-opt=\"z\" data-wasm-opt-params=\"{}\"", others.join(" "));
        assert!(first == "-Oz" && page.contains(&wanted), "index.html lacks {wanted}");
    }
}
