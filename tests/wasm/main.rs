//! What only a browser can show, and the numbers of the core as WebAssembly computes them.
//! Run by `cargo xtask test --wasm`; natively there is nothing here.
#![cfg(target_family = "wasm")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_tests_run_in_a_page() {
    assert!(web_sys::window().is_some());
}
