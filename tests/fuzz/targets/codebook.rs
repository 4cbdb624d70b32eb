//! Any text as a codebook: the exchange format, and tables in every way.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflet::import::codebook::{format, qdc, read};
use reflet::import::text::{Options, open};
use reflet_fuzz::whole;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    if qdc::is_qdc(&text) {
        let _ = qdc::read(&text);
    }
    let Ok((table, _)) = open(text.as_ref(), Options::default()) else { return };
    whole(table.grid());
    if let Some(found) = format(table.grid()) {
        let codes = read(table.grid(), found);
        assert!(codes.draft.moments.len() <= table.grid().rows());
        assert!(codes.draft.moments.iter().all(|moment| !moment.name.trim().is_empty()));
    }
});
