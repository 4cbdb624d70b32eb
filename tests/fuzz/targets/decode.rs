//! Any bytes in any encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflet::import::Encoding;
use reflet::import::decode::decode;
use reflet_fuzz::wished;

fuzz_target!(|data: &[u8]| {
    let (bytes, wish) = wished(data);
    let Ok(read) = decode(bytes, wish.encoding) else { return };
    assert!(wish.encoding.is_none_or(|wished| wished == read.encoding));
    let text = read.text.as_str();
    assert_eq!(std::str::from_utf8(read.text.bytes()), Ok(text));
    assert!(text.matches('\u{fffd}').count() >= read.broken);
    if read.encoding == Encoding::Utf8 {
        let lossy = String::from_utf8_lossy(bytes);
        assert_eq!(text, lossy.strip_prefix('\u{feff}').unwrap_or(&lossy));
    }
});
