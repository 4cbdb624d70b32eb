//! The columns of all elements, in the order of their first occurrence.

use std::collections::HashMap;

use super::JsonError;
use super::flat::Pairs;
use super::rows::Header;
use crate::import::grid::{GridError, MAX_COLUMNS};

/// The names of columns with their places, and a buffer for the current row.
#[derive(Default)]
pub(super) struct Columns {
    names: Vec<String>,
    places: HashMap<String, usize>,
    cells: Vec<String>,
}

impl Columns {
    /// Adds the columns of a row.
    pub(super) fn meet(&mut self, row: &Pairs) -> Result<(), JsonError> {
        for (name, _) in row {
            if !self.places.contains_key(name) {
                if self.names.len() >= MAX_COLUMNS {
                    return Err(GridError::TooManyColumns { row_number: 1 }.into());
                }
                self.places.insert(name.clone(), self.names.len());
                self.names.push(name.clone());
            }
        }
        Ok(())
    }

    /// Whether no row had a cell.
    pub(super) const fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The first row of the grid, unless the source has it.
    pub(super) fn header(&self, header: Header) -> Option<impl Iterator<Item = &str>> {
        let title = move |name: &'_ String| if header == Header::Names { name.len() } else { 0 };
        (header != Header::InSource).then(|| self.names.iter().map(move |name| &name[..title(name)]))
    }

    /// The cells of a row, as many as there are columns; two cells of one column are joined.
    pub(super) fn cells(&mut self, row: Pairs) -> impl Iterator<Item = &str> {
        self.cells.clear();
        self.cells.resize(self.names.len(), String::new());
        for (name, value) in row {
            if let Some(cell) = self.places.get(&name).and_then(|place| self.cells.get_mut(*place)) {
                if cell.is_empty() {
                    *cell = value;
                } else if !value.is_empty() {
                    cell.push_str("; ");
                    cell.push_str(&value);
                }
            }
        }
        self.cells.iter().map(String::as_str)
    }
}
