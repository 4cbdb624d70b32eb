//! Tables as a person pastes them, for tests of sentences.

use crate::import::source::{Wish, of_paste};
use crate::import::{Mapping, Outcome, Table, guess, read};
use crate::model::Project;

/// The table of a paste whose first row names the columns.
#[allow(clippy::unwrap_used, reason = "a test may fail")]
pub fn table(paste: &str) -> Table {
    of_paste(paste.to_owned(), Wish::default(), &mut |_| {}).unwrap().table(None, Some(1))
}

/// A paste with its likeliest columns, and what would become of it in an empty project.
pub fn read_as_guessed(paste: &str) -> (Table, Mapping, Outcome) {
    let table = table(paste);
    let mapping = guess::mapping(&table);
    let outcome = read(&table, &mapping, &Project::default());
    (table, mapping, outcome)
}
