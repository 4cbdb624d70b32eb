//! Any bytes as a text, in any encoding and with any separator.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflet::import::source::of_bytes;
use reflet_fuzz::{every_row_has_one_fate, wished};

fuzz_target!(|data: &[u8]| {
    let (bytes, wish) = wished(data);
    if let Ok(source) = of_bytes(bytes.to_vec(), wish, &mut |_| {}) {
        every_row_has_one_fate(&source);
    }
});
