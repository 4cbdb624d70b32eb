//! Turns the texts of both languages into functions, so that a missing or misspelt one does not compile.
//!
//! A file of `src/say/texts` holds groups of texts by key; there is one per language. A text without values
//! becomes a function of the locale; one with values, such as `{{ name }}`, becomes a structure with a field for each.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

const FOLDER: &str = "src/say/texts";
/// The language that texts are generated from, then the one that must have the same keys.
const LANGUAGES: [&str; 2] = ["fr", "en"];

type Outcome<T> = Result<T, Box<dyn Error>>;
/// Texts by key, by group.
type Groups = BTreeMap<String, BTreeMap<String, String>>;

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={FOLDER}");
    let [french, english] = [texts(LANGUAGES[0])?, texts(LANGUAGES[1])?];
    let target = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(target.join("texts.rs"), code(&french, &english)?)?;
    Ok(())
}

/// All texts of a language.
fn texts(language: &str) -> Outcome<Groups> {
    let mut all = Groups::new();
    let ending = format!(".{language}.json");
    for entry in fs::read_dir(FOLDER)? {
        let path = entry?.path();
        if !path.to_string_lossy().ends_with(&ending) {
            continue;
        }
        for (group, texts) in groups(&path)? {
            if all.insert(group.clone(), texts).is_some() {
                return Err(
                    format!("{}: the group `{group}` stands in another file too", path.display()).into()
                );
            }
        }
    }
    Ok(all)
}

fn groups(path: &Path) -> Outcome<Groups> {
    let wrong = |what: &str| format!("{}: {what}", path.display());
    let Value::Object(groups) = serde_json::from_str(&fs::read_to_string(path)?)? else {
        return Err(wrong("not an object").into());
    };
    let mut found = Groups::new();
    for (group, texts) in groups {
        let Value::Object(texts) = texts else { return Err(wrong(&format!("`{group}` is no group")).into()) };
        let mut of_group = BTreeMap::new();
        for (key, text) in texts {
            let Value::String(text) = text else {
                return Err(wrong(&format!("`{group}.{key}` is no text")).into());
            };
            of_group.insert(key, text);
        }
        found.insert(group, of_group);
    }
    Ok(found)
}

/// A module per group, a function or a structure per text.
fn code(french: &Groups, english: &Groups) -> Outcome<String> {
    let mut code = String::new();
    same(french.keys(), english.keys(), "the groups")?;
    for (group, texts) in french {
        let others = &english[group];
        same(texts.keys(), others.keys(), &format!("the keys of `{group}`"))?;
        writeln!(code, "/// Texts `{group}`.\npub mod {group} {{")?;
        for (key, text) in texts {
            let both = [text.as_str(), others[key].as_str()].map(pieces);
            let [(french, values), (english, others)] = both;
            same(values.iter(), others.iter(), &format!("the values of `{group}.{key}`"))?;
            if values.is_empty() {
                writeln!(
                    code,
                    "/// `{key}`.\npub fn {key}(locale: crate::say::Locale) -> &'static str {{ locale.pick({french:?}, {english:?}) }}"
                )?;
            } else {
                structure(&mut code, key, &values, [&french, &english])?;
            }
        }
        writeln!(code, "}}")?;
    }
    Ok(code)
}

fn structure(code: &mut String, key: &str, values: &BTreeSet<String>, texts: [&str; 2]) -> Outcome<()> {
    let [french, english] = texts;
    let types: Vec<String> = (0..values.len()).map(|place| format!("V{place}")).collect();
    let fields = values.iter().zip(&types).map(|(value, of)| format!("/// `{value}`.\npub {value}: {of},"));
    let fields: Vec<String> = fields.collect();
    let bounds: Vec<String> = types.iter().map(|of| format!("{of}: std::fmt::Display")).collect();
    let given: Vec<String> = values.iter().map(|value| format!("&self.{value}")).collect();
    let (types, bounds) = (types.join(", "), bounds.join(", "));
    writeln!(code, "/// `{key}`.\npub struct {key}<{types}> {{ {} }}", fields.join("\n"))?;
    writeln!(
        code,
        "impl<{bounds}> {key}<{types}> {{\n/// The text.\npub fn text(&self, locale: crate::say::Locale) -> String {{ \
         crate::say::fill(locale.pick({french:?}, {english:?}), &[{}]) }}\n}}",
        given.join(", ")
    )?;
    Ok(())
}

/// A text with its values replaced by numbers, in the order of their names, each between two characters that no text
/// has; and the names.
fn pieces(text: &str) -> (String, BTreeSet<String>) {
    let parts: Vec<(&str, &str)> =
        text.split("{{").skip(1).filter_map(|part| part.split_once("}}")).collect();
    let names: BTreeSet<String> = parts.iter().map(|(name, _)| name.trim().to_owned()).collect();
    let mut numbered = text.split("{{").next().unwrap_or_default().to_owned();
    for (name, rest) in parts {
        let place = names.iter().position(|known| known == name.trim()).unwrap_or_default();
        numbered.extend(["\u{1}", &place.to_string(), "\u{1}", rest]);
    }
    (numbered, names)
}

/// Fails with the names that only one of the languages has.
fn same<'a>(
    french: impl Iterator<Item = &'a String>,
    english: impl Iterator<Item = &'a String>,
    what: &str,
) -> Outcome<()> {
    let (french, english): (BTreeSet<_>, BTreeSet<_>) = (french.collect(), english.collect());
    let alone: Vec<_> = french.symmetric_difference(&english).collect();
    if alone.is_empty() {
        Ok(())
    } else {
        Err(format!("{what} differ between the languages: {alone:?}").into())
    }
}
