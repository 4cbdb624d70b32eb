//! The starter codebooks are complete, and the same in both languages.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

type Row = [String; 4];

fn rows(name: &str, language: &str) -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/codebooks");
    let mut reader = csv::Reader::from_path(folder.join(format!("{name}.{language}.csv"))).unwrap();
    let rows = reader.records().map(|record| record.unwrap());
    rows.map(|record| [0, 1, 2, 3].map(|cell| record[cell].to_owned())).collect()
}

#[test]
fn every_moment_is_defined_in_both_languages() {
    for name in ["bank", "shop", "telecom", "hotel", "b2b"] {
        let (french, english) = (rows(name, "fr"), rows(name, "en"));
        assert!(french.len() >= 18, "{name}");
        assert_eq!(french.len(), english.len(), "{name}");
        for (a, b) in french.iter().zip(&english) {
            for [stage, moment, definition, keywords] in [a, b] {
                assert!(!stage.is_empty() && !moment.is_empty(), "{name} {moment}");
                assert!(definition.split_whitespace().count() >= 12, "{name} {moment}");
                assert!(
                    keywords.split('|').filter(|word| !word.trim().is_empty()).count() >= 6,
                    "{name} {moment}"
                );
            }
        }
        for language in [&french, &english] {
            let names: BTreeSet<&str> = language.iter().map(|[_, moment, ..]| moment.as_str()).collect();
            assert_eq!(names.len(), language.len(), "{name}: a moment occurs twice");
        }
        let stages = |rows: &[Row]| rows.chunk_by(|a, b| a[0] == b[0]).map(<[Row]>::len).collect::<Vec<_>>();
        assert_eq!(stages(&french), stages(&english), "{name}: stages differ");
    }
}
