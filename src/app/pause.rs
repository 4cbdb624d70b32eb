//! Letting the browser do its own work between two slices of ours.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Comes back after the browser had its turn.
pub async fn breathe() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        if window().set_timeout_with_callback(&resolve).is_err() {
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    });
    // A promise that nothing rejects.
    drop(JsFuture::from(turn).await);
}
