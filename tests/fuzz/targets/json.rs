//! Any text as JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflet::import::json;
use reflet::import::source::of_paste;
use reflet_fuzz::{every_row_has_one_fate, whole};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).into_owned();
    if let Ok(opened) = json::read(&text) {
        whole(&opened.grid);
    }
    if json::is_json(&text)
        && let Ok(source) = of_paste(text, Default::default(), &mut |_| {})
    {
        every_row_has_one_fate(&source);
    }
});
