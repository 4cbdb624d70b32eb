//! Doubts whether the first row names the columns.

use super::{Doubt, DoubtKind, Reading};
use crate::import::table::Table;

/// The doubt about a first row that may be names or answers.
pub(super) fn doubt(table: &Table) -> Option<Doubt> {
    let layout = table.layout();
    let other = layout.otherwise(table.grid()).filter(|other| *other != layout.header_rows)?;
    let readings = vec![Reading::HeaderRows(layout.header_rows), Reading::HeaderRows(other)];
    Some(Doubt { kind: DoubtKind::Header, column: None, readings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text::{Options, TextError, open};

    #[test]
    fn the_present_reading_comes_first() -> Result<(), TextError> {
        let readings = |header_rows: Option<usize>| -> Result<Vec<Reading>, TextError> {
            let (table, _) = open("2023;2024\n1;2\n3;4\n", Options { header_rows, ..Options::default() })?;
            Ok(doubt(&table).map(|doubt| doubt.readings).unwrap_or_default())
        };
        assert_eq!(readings(None)?, [Reading::HeaderRows(0), Reading::HeaderRows(1)]);
        assert_eq!(readings(Some(1))?, [Reading::HeaderRows(1), Reading::HeaderRows(0)]);
        let (sure, _) = open("id;texte\n1;Bien\n", Options::default())?;
        assert_eq!(doubt(&sure), None);
        Ok(())
    }
}
