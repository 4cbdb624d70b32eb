//! Any bytes as an archive, all of it inflated.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflet::import::archive::{Archive, MAX_INFLATED};

fuzz_target!(|data: &[u8]| {
    let Ok(mut archive) = Archive::open(data.to_vec()) else { return };
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    let mut inflated = 0;
    for name in names.iter().take(50) {
        if let Ok(Some(bytes)) = archive.read(name) {
            inflated += bytes.len();
        }
    }
    assert!(inflated as u64 <= MAX_INFLATED);
});
