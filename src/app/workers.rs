//! Workers that run the page's own compiled module.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlMetaElement, Url, Worker, WorkerOptions, WorkerType};

use js_sys::Array;

/// Starts one. Its name says what it is to do.
///
/// # Errors
/// If the browser refuses to.
pub fn start(name: &str) -> Result<Worker, JsValue> {
    let glue = glue().ok_or_else(|| JsValue::from("reflet:start"))?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(name);
    // The glue's name has a hash, so that no old script stays in a cache beside a new page.
    let version = glue.rsplit('/').next().unwrap_or_default();
    let worker = Worker::new_with_options(&format!("reader.js?{version}"), &options)?;
    worker.post_message(&Array::of2(&glue.into(), &wasm_bindgen::module()))?;
    Ok(worker)
}

/// Where the page's own glue is, as the build left it in the page.
fn glue() -> Option<String> {
    let meta = document().query_selector("meta[name='reflet:start']").ok().flatten()?;
    let name = meta.dyn_into::<HtmlMetaElement>().ok()?.get_attribute("data-js")?;
    Some(Url::new_with_base(&name, &document().base_uri().ok().flatten()?).ok()?.href())
}
