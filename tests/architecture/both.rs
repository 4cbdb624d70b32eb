//! What runs natively and in a browser. The runner of WebAssembly takes a target without tests for a good one, and leaves out
//! each test without the mark: so both are looked for here.

use crate::source::File;

/// In two halves, so that this file does not find itself.
const RUNS_IN_BROWSER: &str = concat!("wasm_bindgen_test_", "configure!");
const MARK: &str = "#[cfg_attr(target_arch = \"wasm32\", wasm_bindgen_test::wasm_bindgen_test)]";
const NATIVE_ALONE: &str = "#![cfg(not(target_arch = \"wasm32\"))]";

/// Tests of the targets for a browser that do not run there, and targets that the runner does not name.
pub fn violations(tests: &[File], runner: &File) -> Vec<String> {
    let targets = targets(tests);
    let mut found: Vec<String> =
        tests.iter().filter(|file| targets.contains(&target(&file.path))).flat_map(unmarked).collect();
    let unnamed = targets.iter().filter(|target| !runner.text.contains(&format!("\"{target}\"")));
    found.extend(unnamed.map(|target| format!("{}: runs no `{target}` in a browser", runner.path)));
    if targets.is_empty() {
        found.push("no test runs in a browser".to_owned());
    }
    found
}

/// The targets that say that they run in a browser.
fn targets(tests: &[File]) -> Vec<&str> {
    let marked = tests.iter().filter(|file| file.text.contains(RUNS_IN_BROWSER));
    marked.map(|file| target(&file.path)).collect()
}

/// `tests/reference/main.rs` is of `reference`, and `tests/results.rs` is `results`.
fn target(path: &str) -> &str {
    let inside = path.strip_prefix("tests/").unwrap_or(path);
    inside.split(['/', '.']).next().unwrap_or(inside)
}

fn unmarked(file: &File) -> Vec<String> {
    if file.text.contains(NATIVE_ALONE) {
        return Vec::new();
    }
    let lines: Vec<&str> = file.text.lines().map(str::trim).collect();
    let tests = lines.iter().enumerate().filter(|(_, line)| **line == "#[test]");
    tests
        .filter(|(at, _)| *at == 0 || lines[at - 1] != MARK)
        .map(|(at, _)| format!("{}:{}: this test does not run in a browser", file.path, at + 1))
        .collect()
}
