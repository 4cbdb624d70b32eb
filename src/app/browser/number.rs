//! Numbers as the browser reads them.

use wasm_bindgen::JsValue;

/// The number that a text is; NaN if it is none. Rust's own reader brings ten kilobytes of powers along, which do not
/// compress.
pub fn number(text: &str) -> f64 {
    JsValue::from(text).unchecked_into_f64()
}
