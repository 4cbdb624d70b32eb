//! What a coded table decides beside its codings.

use crate::import::Report;
use crate::say::{Locale, text};

/// Those counts, and after them how many texts speak of no moment and how many nobody has decided on.
pub fn after(locale: Locale, counts: String, report: &Report) -> String {
    let mut words = vec![counts];
    if report.no_moment > 0 {
        words.push(text!(locale, import.no_moments, count = locale.count(report.no_moment)));
    }
    if report.uncoded > 0 {
        words.push(text!(locale, import.uncoded, count = locale.count(report.uncoded)));
    }
    words.join(" ")
}
