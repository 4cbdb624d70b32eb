//! Keys that work everywhere, and the last words of a page that broke.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Moves the focus; false if there is no such element.
pub fn focus(selector: &str) -> bool {
    let element = document().query_selector(selector).ok().flatten();
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Whether the key goes into a field, where letters are text and Ctrl+Z is the field's own.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let types = |input: &HtmlInputElement| {
        !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "file" | "range" | "color")
    };
    match target.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => target.dyn_ref::<HtmlInputElement>().is_none_or(types),
        _ => target.is_content_editable(),
    }
}

/// Whether Enter already means something to the element that has the focus. A toggle has the space bar for
/// itself, so that whoever clicked one may go on with Enter.
pub fn is_on_control(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| {
        let control = matches!(target.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "INPUT");
        control && !target.has_attribute("aria-pressed")
    })
}

/// After a panic nothing of the page can be trusted but the page's own words: say that the stored work is
/// untouched and offer to start again.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(root) = document().document_element() {
            // The style sheet shows the prepared sentence; failing that, the console has it.
            drop(root.set_attribute("data-broken", ""));
        }
    }));
}
