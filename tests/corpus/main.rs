//! Files as real tools write them, each with its oddity in its name and what a person expects of it beside it: natively
//! and, with `cargo xtask test --wasm`, in a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod exchange;
mod files;
mod folders;
mod large;
mod meaning;
mod sheets;
mod text;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

use files::File;
use serde_json::Value;

/// Reads every file and says of all of them at once what is not as expected.
fn each(files: &[File], differences: impl Fn(&File, &Value) -> Vec<String>) {
    let mut wrong = Vec::new();
    for file in files {
        let expected =
            serde_json::from_str(file.expected).unwrap_or_else(|error| panic!("{}: {error}", file.name));
        wrong.extend(
            differences(file, &expected).into_iter().map(|difference| format!("{}: {difference}", file.name)),
        );
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}

/// The parts that are expected and are otherwise, and those that are there and not expected.
fn differences(read: &Value, expected: &Value, optional: &[&str]) -> Vec<String> {
    let (Some(read), Some(expected)) = (read.as_object(), expected.as_object()) else {
        return vec![format!("{read} is not {expected}")];
    };
    let keys = read.keys().chain(expected.keys().filter(|key| !read.contains_key(*key)));
    let wanted = keys.filter(|key| expected.contains_key(*key) || !optional.contains(&key.as_str()));
    let (mut found, none) = (Vec::new(), Value::Null);
    for key in wanted {
        let [read, expected] = [read, expected].map(|parts| parts.get(key).unwrap_or(&none));
        if read != expected {
            found.push(format!("{key}\n    read     {read}\n    expected {expected}"));
        }
    }
    found
}
