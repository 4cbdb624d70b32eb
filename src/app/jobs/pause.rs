//! Letting the browser do its own work between two slices of ours.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Comes back after the browser had its turn.
pub async fn yield_to_browser() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        if window().set_timeout_with_callback(&resolve).is_err() {
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    });
    // A promise that nothing rejects.
    drop(JsFuture::from(turn).await);
}

/// Comes back after the browser has drawn what was changed, or soon where it draws nothing: behind another tab.
pub async fn drawn() {
    /// Milliseconds.
    const SOON: i32 = 100;
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        let window = window();
        let later = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, SOON);
        if window.request_animation_frame(&resolve).is_err() && later.is_err() {
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    });
    // A promise that nothing rejects.
    drop(JsFuture::from(frame).await);
    // A frame begins before it is drawn.
    yield_to_browser().await;
}
