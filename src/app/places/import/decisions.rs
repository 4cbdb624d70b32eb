//! What a coded table decides beside its codings, in words.

use crate::app::shell::language::{Language, tr};
use crate::import::Report;

/// Those counts, and after them how many texts speak of no moment and how many nobody has decided on.
pub fn after(language: Language, counts: String, report: &Report) -> String {
    let mut words = vec![counts];
    if report.no_moment > 0 {
        words.push(tr!(language, import.no_moments, count = language.count(report.no_moment)));
    }
    if report.uncoded > 0 {
        words.push(tr!(language, import.uncoded, count = language.count(report.uncoded)));
    }
    words.join(" ")
}
