//! Any bytes as an archive with a project of REFI-QDA, and as the project and a text in an archive.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflet::import::qda::{is_project, read};
use reflet::import::source::of_archive;
use reflet_fuzz::{archive, every_row_has_one_fate};

fuzz_target!(|data: &[u8]| {
    let own = is_project(data);
    let bytes = if own {
        data.to_vec()
    } else {
        let text = data.get(data.len() / 2..).unwrap_or_default();
        archive(&[("project.qde", data), ("Sources/a.txt", text)])
    };
    let _ = read(bytes.clone());
    if let Ok(source) = of_archive(bytes, Default::default(), &mut |_| {}) {
        every_row_has_one_fate(&source);
    }
});
