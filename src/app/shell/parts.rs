//! Code that is fetched when it is first needed.
//!
//! What only a function marked `wasm_split` reaches is cut off into a file of its own when the page is built. Such a
//! function returns what shows a part, not the part: views are made where the page waits for them, not where a file
//! arrives.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

/// Shows a part of the page, in the owner that calls it.
pub type Show = fn() -> AnyView;

/// What shows a part, once its code is here; an error if the file with the code does not come.
pub type Loading = Pin<Box<dyn Future<Output = Result<Show, SplitLoaderError>>>>;

/// Fetches the code of a part. After an error, the next call tries again.
pub type Load = fn() -> Loading;

/// Whether all parts have been asked for: those that came are shown at once.
static ALL_FETCHED: AtomicBool = AtomicBool::new(false);

/// Remembers that all parts have been asked for.
pub fn remember_all_fetched() {
    ALL_FETCHED.store(true, Ordering::Relaxed);
}

/// Whether all parts have been asked for.
pub fn are_all_fetched() -> bool {
    ALL_FETCHED.load(Ordering::Relaxed)
}

/// Lets the parts find the module that they belong to, under the name that `xtask/src/parts.rs` gives to their loader.
pub fn link() {
    // Nothing refuses a new property of the global object.
    drop(js_sys::Reflect::set(&js_sys::global(), &"refletExports".into(), &wasm_bindgen::exports()));
}

/// What fetches a part: `load!(function, module, show)`, where `show` makes the view and all that only it reaches is cut
/// off into the file of that module.
macro_rules! load {
    ($function:ident, $module:ident, $show:expr) => {{
        #[allow(clippy::unnecessary_wraps, reason = "a part that may not arrive must return a result")]
        #[leptos::wasm_split::wasm_split($module, wasm_split_path = leptos::wasm_split, fallible)]
        fn $function() -> Result<$crate::app::shell::parts::Show, leptos::wasm_split::SplitLoaderError> {
            Ok($show)
        }
        Box::pin($function())
    }};
}
pub(crate) use load;
