//! How far a large source is read.

use crate::import::Progress;
use crate::say::{Locale, text};

/// How much of the work the reading of the bytes is.
const READING: f64 = 0.2;

/// How much of the work is done, 0…1: reading the file is a part of it, cutting its text the other.
pub fn share(progress: Progress, total: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "files are below 2^53 bytes")]
    let bytes = (progress.bytes as f64 / total.max(1) as f64).min(1.0);
    if progress.rows == 0 { bytes * READING } else { READING + bytes * (1.0 - READING) }
}

/// How far a large source is read.
pub fn reading(locale: Locale, name: Option<String>, progress: Progress, total: usize) -> String {
    let name = name.unwrap_or_else(|| the_paste(locale));
    text!(
        locale,
        import.reading,
        name = name,
        rows = locale.count(progress.rows),
        bytes = megabytes(locale, progress.bytes),
        total = megabytes(locale, total)
    )
}

/// A size in megabytes.
pub fn megabytes(locale: Locale, bytes: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "a size for the eye")]
    locale.number(bytes as f64 / 1e6, 1)
}

/// What stands for the name of a paste.
pub fn the_paste(locale: Locale) -> String {
    text!(locale, import.the_paste).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_the_text_comes_after_reading_its_bytes() {
        let share = |(rows, bytes)| Locale::English.percent(share(Progress { rows, bytes }, 100), 0);
        assert_eq!([(0, 0), (0, 50), (0, 100)].map(share), ["0%", "10%", "20%"]);
        assert_eq!([(9, 0), (9, 50), (9, 130)].map(share), ["20%", "60%", "100%"]);
    }

    #[test]
    fn sizes_are_in_millions_of_bytes() {
        let progress = Progress { rows: 12_000, bytes: 3_250_000 };
        assert_eq!(
            reading(Locale::English, Some("T1.csv".to_owned()), progress, 40_000_000),
            "Reading “T1.csv”: 3.3 of 40.0 MB, rows: 12,000"
        );
        assert!(reading(Locale::French, None, progress, 40_000_000).contains("3,3"));
        assert_eq!(the_paste(Locale::English), "the pasted text");
    }
}
