//! One figure in words, and how sure it is.

use crate::analysis::Estimate;
use crate::say::{Locale, text, undefined};

/// One figure in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// For style sheets and tests.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// How sure it is, and what it is made of.
    pub notes: Vec<String>,
    /// What was put into which formula.
    pub how: Vec<String>,
}

/// The ends of an interval in words, or why there is none.
pub fn range<T: Copy>(locale: Locale, estimate: &Estimate<T>, show: impl Fn(T) -> String) -> String {
    match estimate.interval {
        Ok(ends) => text!(locale, surveys.between, low = show(ends.low), high = show(ends.high)),
        Err(reason) => undefined::reason(locale, reason).to_owned(),
    }
}
