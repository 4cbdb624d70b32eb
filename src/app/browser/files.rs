//! Files out of the page and into it.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

pub use crate::say::file_name::stem as file_stem;

/// Offers text as a download.
///
/// # Errors
/// In the browser's words.
pub fn download_text(name: &str, mime: &str, text: &str) -> Result<(), String> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|e| words(&e))?;
    download(name, &blob)
}

/// Offers a blob as a download.
///
/// # Errors
/// In the browser's words.
pub fn download(name: &str, blob: &Blob) -> Result<(), String> {
    let url = Url::create_object_url_with_blob(blob).map_err(|e| words(&e))?;
    let anchor = document().create_element("a").map_err(|e| words(&e))?;
    let anchor: HtmlAnchorElement = anchor.dyn_into().map_err(|_| "a".to_owned())?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the blob after the click; it is let go of once that must be over.
    set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_mins(1));
    Ok(())
}

/// The bytes of a file that the user chose.
///
/// # Errors
/// In the browser's words.
pub async fn read(file: &File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|e| words(&e))?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The same file in memory, which stays readable when the one on the disk is moved or deleted.
///
/// # Errors
/// In the browser's words.
pub async fn kept(file: &File) -> Result<File, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|e| words(&e))?;
    File::new_with_buffer_source_sequence(&js_sys::Array::of1(&buffer), &file.name()).map_err(|e| words(&e))
}

/// The text of one of the page's own files, by its path beside the page.
///
/// # Errors
/// In the browser's words, or the status of the answer.
pub async fn fetch(path: &str) -> Result<String, String> {
    let answer = JsFuture::from(window().fetch_with_str(path)).await.map_err(|e| words(&e))?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| path.to_owned())?;
    if !answer.ok() {
        return Err(answer.status().to_string());
    }
    let text = JsFuture::from(answer.text().map_err(|e| words(&e))?).await.map_err(|e| words(&e))?;
    text.as_string().ok_or_else(|| path.to_owned())
}

fn words(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}
