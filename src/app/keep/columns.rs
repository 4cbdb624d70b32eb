//! Which column was what in tables imported before, by the columns that they have.

use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

use crate::app::browser::storage;
use crate::import::Table;
use crate::import::doubt::{Doubt, DoubtKind};
use crate::import::recipe::{Recipe, signature};

const KEY: &str = "reflet:columns";

/// How many kinds of table are remembered; the latest ones.
const MOST: usize = 30;

/// What was said of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Said {
    /// Which column was what.
    pub recipe: Recipe,
    /// What was in doubt and nobody settled, by the names of the columns: it is asked again.
    open: Vec<(DoubtKind, Option<String>)>,
}

impl Said {
    /// Whether that was in doubt, and nobody settled it.
    pub fn leaves_open(&self, kind: DoubtKind, column: Option<usize>, table: &Table) -> bool {
        self.open.contains(&(kind, name(table, column)))
    }

    /// Whether nothing was left in doubt.
    pub fn is_settled(&self) -> bool {
        self.open.is_empty()
    }
}

fn name(table: &Table, column: Option<usize>) -> Option<String> {
    table.names().get(column?).cloned()
}

/// What was said of the last table with these columns.
pub fn recall(table: &Table) -> Option<Said> {
    let signature = signature(table)?;
    all().into_iter().find(|(known, _)| *known == signature).map(|(_, said)| said)
}

/// Remembers what was said of a table, and what is in doubt all the same.
pub fn remember(table: &Table, recipe: Recipe, open: &[Doubt]) {
    let Some(signature) = signature(table).filter(|_| storage::available()) else { return };
    let open = open.iter().map(|doubt| (doubt.kind, name(table, doubt.column))).collect();
    let mut all = all();
    all.retain(|(known, _)| *known != signature);
    all.truncate(MOST - 1);
    all.insert(0, (signature, Said { recipe, open }));
    // A convenience: where storage is full, the next table is guessed as the first one was.
    drop(LocalStorage::set(KEY, all));
}

/// Forgets all tables.
pub fn forget() {
    if storage::available() {
        LocalStorage::delete(KEY);
    }
}

fn all() -> Vec<(String, Said)> {
    if !storage::available() {
        return Vec::new();
    }
    // What another version has written there is no loss.
    LocalStorage::get(KEY).unwrap_or_default()
}
