//! Unknown words as steps, for a column that the user takes for a rating.

use crate::import::mapping::{Meaning, RatingColumn};
use crate::import::scale::no_answer;
use crate::import::table::Table;
use crate::import::values;
use crate::model::Scale;

/// The most different words of such a column.
const MOST: usize = 11;

/// A step for each word in the order of its first row, for the user to put in order; `None` for numbers, for one word
/// and for too many.
pub(super) fn steps(table: &Table, column: usize) -> Option<RatingColumn> {
    let mut cells: Vec<&str> = Vec::new();
    for cell in (0..table.rows()).map(|row| table.cell(row, column).trim()) {
        if cell.is_empty() || cells.contains(&cell) {
            continue;
        }
        if cells.len() > MOST || values::rating(cell).is_some() {
            return None;
        }
        cells.push(cell);
    }
    let (silent, answers): (Vec<&str>, Vec<&str>) =
        cells.into_iter().partition(|cell| no_answer::is_no_answer(cell));
    if !(2..=MOST).contains(&answers.len()) {
        return None;
    }
    let mut place = 0.0;
    let mut meanings: Vec<Meaning> = answers
        .into_iter()
        .map(|cell| {
            place += 1.0;
            Meaning { cell: cell.to_owned(), value: Some(place) }
        })
        .collect();
    meanings.extend(silent.into_iter().map(|cell| Meaning { cell: cell.to_owned(), value: None }));
    Some(RatingColumn { column, scale: Scale::custom(1.0, place).ok()?, meanings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text::{Options, TextError, open};

    type Steps = Vec<(String, Option<f64>)>;

    #[test]
    fn each_word_is_a_step() -> Result<(), TextError> {
        let found = |cells: &[&str]| -> Result<Option<Steps>, TextError> {
            let text = format!("Accueil\n{}\n", cells.join("\n"));
            let (table, _) = open(text, Options { header_rows: Some(1), ..Options::default() })?;
            let steps = steps(&table, 0);
            Ok(steps.map(|rating| rating.meanings.into_iter().map(|m| (m.cell, m.value)).collect()))
        };
        let step = |cell: &str, value| (cell.to_owned(), value);
        assert_eq!(
            found(&["Limpide", "Trouble", "Limpide", "NSP"])?,
            Some(vec![step("Limpide", Some(1.0)), step("Trouble", Some(2.0)), step("NSP", None)])
        );
        assert_eq!(found(&["4", "5", "Trouble"])?, None);
        assert_eq!(found(&["Limpide"])?, None);
        Ok(())
    }
}
