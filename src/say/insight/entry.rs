//! One figure, and how it came about.

use crate::analysis::Undefined;
use crate::say::{Locale, text, undefined};

/// One figure: its name, and sentences that say how it comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name of the figure.
    pub name: String,
    /// What was put into which formula.
    pub sentences: Vec<String>,
}

pub(super) fn entry(name: &str, sentences: Vec<String>) -> Entry {
    Entry { name: name.to_owned(), sentences }
}

pub(super) fn plain<T>(
    locale: Locale,
    value: Result<T, Undefined>,
    text: impl FnOnce(T) -> String,
) -> String {
    match value {
        Ok(value) => text(value),
        Err(reason) => text!(locale, explain.undefined, reason = undefined::reason(locale, reason)),
    }
}
