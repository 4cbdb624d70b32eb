//! What may be written where.

use crate::source::File;

/// A word, the places where it may stand, and why nowhere else.
struct Rule {
    word: &'static str,
    holds: fn(&str) -> bool,
    reason: &'static str,
}

const RULES: [Rule; 8] = [
    Rule {
        word: "serde",
        holds: in_model,
        reason: "the saved format is not the model: it has its own types in `format`",
    },
    browser("web_sys"),
    browser("js_sys"),
    browser("wasm_bindgen"),
    browser("leptos"),
    browser("gloo"),
    browser("plotters_canvas"),
    Rule {
        word: "inner_html",
        holds: |_| true,
        reason: "text is put on the page as text, so that nobody's answer can be markup",
    },
];

/// Longer than this, a file is about more than one thing.
const LINES: usize = 400;

const fn browser(word: &'static str) -> Rule {
    Rule { word, holds: in_core, reason: "the core knows no browser" }
}

fn in_model(path: &str) -> bool {
    path.starts_with("src/model")
}

fn in_core(path: &str) -> bool {
    !["src/app/", "src/app.rs", "src/bin/"].iter().any(|shell| path.starts_with(shell))
}

/// Every word that stands where it may not.
pub fn violations(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.holds)(&file.path)) {
        let lines = file.code().filter(|(_, line)| line.contains(rule.word));
        found.extend(
            lines.map(|(number, _)| format!("{}:{number}: `{}`: {}", file.path, rule.word, rule.reason)),
        );
    }
    found
}

/// The rules that hold of none of these files: their folder has another name.
pub fn idle(files: &[File]) -> Vec<String> {
    let idle = RULES.iter().filter(|rule| !files.iter().any(|file| (rule.holds)(&file.path)));
    idle.map(|rule| format!("the rule of `{}` holds of no file", rule.word)).collect()
}

/// A file that is about more than one thing.
pub fn too_long(file: &File) -> Vec<String> {
    let lines = file.text.lines().count();
    if lines <= LINES {
        return Vec::new();
    }
    vec![format!("{}: {lines} lines, {LINES} are allowed: it is about more than one thing", file.path)]
}

/// The packages, by their manifests, that none of these files belongs to.
pub fn unread(manifests: &[File], files: &[File]) -> Vec<String> {
    let folder = |manifest: &File| manifest.path.trim_end_matches("Cargo.toml").to_owned();
    let folders: Vec<String> =
        manifests.iter().filter(|it| it.path.ends_with("Cargo.toml")).map(folder).collect();
    // The innermost folder with a manifest is the package.
    let package =
        |file: &File| folders.iter().filter(|it| file.path.starts_with(*it)).max_by_key(|it| it.len());
    let unread = folders.iter().filter(|folder| !files.iter().any(|file| package(file) == Some(*folder)));
    unread.map(|folder| format!("{folder}Cargo.toml: no file of this package was read")).collect()
}

/// Mentions of the folder beside the clone: what is needed from it comes through `REFLET_REAL_DATA`.
pub fn outside(file: &File) -> Vec<String> {
    // In two halves, so that this file does not find itself.
    let names = [concat!("sha", "red/data"), concat!("sha", "red/design"), concat!("/sha", "red/")];
    let lines = file.text.lines().enumerate();
    lines
        .filter(|(_, line)| names.iter().any(|name| line.contains(name)))
        .map(|(index, _)| format!("{}:{}: a folder outside the repository", file.path, index + 1))
        .collect()
}
