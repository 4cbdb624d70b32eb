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

pub fn violations(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.holds)(&file.path)) {
        let lines = file.code().filter(|(_, line)| line.contains(rule.word));
        found.extend(
            lines.map(|(number, _)| format!("{}:{number}: `{}`: {}", file.path, rule.word, rule.reason)),
        );
    }
    let lines = file.text.lines().count();
    if lines > LINES {
        found.push(format!(
            "{}: {lines} lines, {LINES} are allowed: it is about more than one thing",
            file.path
        ));
    }
    found
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
