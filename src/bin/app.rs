//! The page's entry point.

fn main() {
    console_error_panic_hook::set_once();
    let body = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.body());
    if let Some(body) = body {
        body.append_with_str_1("Reflet").unwrap_or_default();
    }
}
