//! Which column was what in tables imported before, by the columns that they have.

use gloo_storage::{LocalStorage, Storage};

use super::storage;
use crate::import::Table;
use crate::import::recipe::{Recipe, signature};

const KEY: &str = "reflet:columns";

/// How many kinds of table are remembered; the latest ones.
const MOST: usize = 30;

type Remembered = Vec<(String, Recipe)>;

/// What was said of the last table with these columns.
pub fn recall(table: &Table) -> Option<Recipe> {
    let signature = signature(table)?;
    all().into_iter().find(|(known, _)| *known == signature).map(|(_, recipe)| recipe)
}

/// Remembers what was said of a table.
pub fn remember(table: &Table, recipe: Recipe) {
    let Some(signature) = signature(table).filter(|_| storage::available()) else { return };
    let mut all = all();
    all.retain(|(known, _)| *known != signature);
    all.truncate(MOST - 1);
    all.insert(0, (signature, recipe));
    // A convenience: where storage is full, the next table is guessed as the first one was.
    drop(LocalStorage::set(KEY, all));
}

fn all() -> Remembered {
    if !storage::available() {
        return Vec::new();
    }
    // What another version has written there is no loss.
    LocalStorage::get(KEY).unwrap_or_default()
}
