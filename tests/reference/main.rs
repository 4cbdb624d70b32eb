//! Published or independently computed numbers, each with its tolerance and its source.
//!
//! The same cases run natively and in a browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod agreement;
mod bootstrap;
mod closed;
mod compare;
mod frequencies;
mod groups;
mod levels;
mod mirror;
mod project;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Fails unless a number is the published one.
fn assert_close(found: f64, published: f64, tolerance: f64, source: &str) {
    assert!((found - published).abs() <= tolerance, "{found} instead of {published} ± {tolerance}: {source}");
}
