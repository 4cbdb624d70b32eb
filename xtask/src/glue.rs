//! Shortens what wasm-bindgen writes around the module. Names of imports end in a hash each, which no host can compress and
//! which stands in the module and in its script. Classes are those of a library whose streams nobody opens here.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Encoding, Parser, Payload};

/// Shortens the module and the script that wasm-bindgen wrote under that name.
pub fn shorten(folder: &Path, name: &str) -> Result<()> {
    let (module, script) = (folder.join(format!("{name}_bg.wasm")), folder.join(format!("{name}.js")));
    let written = fs::read_to_string(&script)?;
    let (text, classes) = without_classes(&written);
    // What wasm-bindgen calls the script inside the module.
    let (bytes, names) = shortened(&fs::read(&module)?, &format!("./{name}_bg.js"), &classes)?;
    fs::write(module, bytes)?;
    fs::write(&script, renamed(&text, &names).with_context(|| script.display().to_string())?)?;
    Ok(())
}

/// A script without the classes that it exports, and their names.
fn without_classes(script: &str) -> (String, Vec<&str>) {
    let name = |line| str::strip_prefix(line, "export class ")?.strip_suffix(" {");
    let classes: Vec<_> = script.lines().filter_map(name).collect();
    let is_theirs = |line: &str| {
        classes.iter().any(|class| {
            line.starts_with(&format!("export class {class} "))
                || line.starts_with(&format!("if (Symbol.dispose) {class}."))
                || line.starts_with(&format!("const {class}Finalization "))
        })
    };
    let mut kept = String::with_capacity(script.len());
    let mut is_inside = false;
    for line in script.split_inclusive('\n') {
        // What is indented, or ends a block, belongs to what began above.
        if !line.starts_with([' ', '}']) {
            is_inside = is_theirs(line);
        }
        if !is_inside {
            kept += line;
        }
    }
    (kept, classes)
}

/// A module without what those classes call, whose imports from that script have short names; and these by the long ones.
fn shortened(bytes: &[u8], script: &str, classes: &[&str]) -> Result<(Vec<u8>, HashMap<String, String>)> {
    let classes: Vec<_> = classes.iter().map(|class| class.to_lowercase()).collect();
    let is_theirs = |name: &str| {
        let name = name.strip_prefix("__wbg_").unwrap_or(name);
        classes
            .iter()
            .any(|class| name.strip_prefix(class.as_str()).is_some_and(|rest| rest.starts_with('_')))
    };
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
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for export in exports {
                    let export = export?;
                    if !is_theirs(export.name) {
                        let kind = RoundtripReencoder.export_kind(export.kind)?;
                        section.export(export.name, kind, export.index);
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

/// A script that hands the module its imports under their short names.
fn renamed(script: &str, names: &HashMap<String, String>) -> Result<String> {
    let mut short = String::with_capacity(script.len());
    let mut left = names.len();
    for line in script.split_inclusive('\n') {
        // A line of the object that is handed over: the name, a colon, the function.
        let parts = line.trim_start().split_once(':').and_then(|(name, rest)| Some((names.get(name)?, rest)));
        if let Some((name, rest)) = parts {
            short.extend([name, ":", rest]);
            left -= 1;
        } else {
            short += line;
        }
    }
    ensure!(left == 0, "{left} of {} imports are not in the script", names.len());
    Ok(short)
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

    /// In the form of wasm-bindgen.
    const SCRIPT: &str = "\
/* @ts-self-types */

export class Stream {
    free() {
        wasm.__wbg_stream_free(this.ptr);
    }
}
if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;

function __wbg_get_imports() {
    const import0 = {
        __wbg_log_ff192a72a0dcdf6d: function(arg0) {
            console.log(arg0);
        },
        __wbg_now_249a2a76caa9a551: function() { return Date.now(); },
    };
}
const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_stream_free(ptr));

let wasm;
";

    #[test]
    fn a_class_goes_with_all_that_belongs_to_it() {
        let (kept, classes) = without_classes(SCRIPT);
        assert_eq!(classes, ["Stream"]);
        assert!(!kept.contains("Stream") && !kept.contains("stream"), "{kept}");
        assert!(kept.contains("console.log(arg0);") && kept.ends_with("let wasm;\n"), "{kept}");
    }

    #[test]
    fn the_script_has_each_import_under_its_short_name() {
        let long = ["__wbg_log_ff192a72a0dcdf6d", "__wbg_now_249a2a76caa9a551"];
        let names: HashMap<_, _> =
            long.map(str::to_owned).into_iter().zip(["a".to_owned(), "b".to_owned()]).collect();
        let short = renamed(SCRIPT, &names).unwrap_or_default();
        assert!(short.contains("a: function(arg0) {") && short.contains("b: function() {"), "{short}");
        assert!(!long.iter().any(|name| short.contains(name)), "{short}");
        let missing = HashMap::from([("__wbg_alert_0".to_owned(), "a".to_owned())]);
        assert!(renamed(SCRIPT, &missing).is_err());
    }

    #[test]
    fn what_a_class_calls_is_no_export_any_more() -> Result<()> {
        use wasm_encoder::{CodeSection, EntityType, ExportKind, Function, FunctionSection, TypeSection};
        let mut module = Module::new();
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("./page_bg.js", "__wbg_log_ff192a72a0dcdf6d", EntityType::Function(0));
        imports.import("./parts.js", "load", EntityType::Function(0));
        let (mut functions, mut exports, mut code) =
            (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        let names = ["main", "stream_pull", "streams", "__wbg_stream_free"];
        for (name, index) in names.into_iter().zip(2..) {
            functions.function(0);
            exports.export(name, ExportKind::Func, index);
            let mut body = Function::new([]);
            body.instructions().end();
            code.function(&body);
        }
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        let (short, names) = shortened(&module.finish(), "./page_bg.js", &["Stream"])?;
        assert_eq!(names, HashMap::from([("__wbg_log_ff192a72a0dcdf6d".to_owned(), "a".to_owned())]));
        let (mut imported, mut exported) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&short) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported.push(import?.name.to_owned());
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        exported.push(export?.name.to_owned());
                    }
                }
                _ => {}
            }
        }
        assert_eq!(
            (imported, exported),
            (vec!["a".into(), "load".into()], vec!["main".into(), "streams".into()])
        );
        Ok(())
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names: HashSet<_> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([0, 25, 26, 702].map(short), ["a", "z", "aa", "aaa"]);
    }
}
