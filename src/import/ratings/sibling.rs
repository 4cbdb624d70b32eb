//! A column of words that names the numbers of another: "Note" 1 beside "Libellé" Excellent.

use std::collections::BTreeMap;

use crate::import::scale::verbal::{self, Verbal};
use crate::import::table::Table;
use crate::import::values;

/// The most rows that are read.
const ROWS: usize = 1000;
/// The fewest numbers with a name that show a direction.
const FEW: usize = 3;
/// The fewest rows with both a number and a name.
const BOTH: usize = 8;

/// The scale of the numbers by their names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::import) struct Named {
    /// Whether the lowest number has the best name.
    pub reversed: bool,
    /// The number of steps, if the numbers go from 1 to it.
    pub steps: Option<f64>,
}

/// The scale of the numbers of a column by the words of another one: each number has one name, and the names are in the
/// order of the numbers, or in the reverse order.
pub(in crate::import) fn named(table: &Table, column: usize, steps: &[(usize, Verbal)]) -> Option<Named> {
    if steps.iter().any(|(of, _)| *of == column) {
        return None;
    }
    steps.iter().find_map(|(labels, verbal)| by(table, column, *labels, verbal))
}

fn by(table: &Table, column: usize, labels: usize, verbal: &Verbal) -> Option<Named> {
    let (scale, meanings) = verbal::scale(verbal, &verbal::sizes(std::iter::once(verbal), verbal))?;
    let places: BTreeMap<&str, f64> =
        meanings.iter().filter_map(|meaning| Some((meaning.cell.as_str(), meaning.value?))).collect();
    let mut names: Vec<(f64, f64)> = Vec::new();
    let mut both = 0;
    for row in 0..table.rows().min(ROWS) {
        let number = values::rating(table.cell(row, column)).map(|written| written.value);
        let place = places.get(table.cell(row, labels).trim());
        let (Some(number), Some(place)) = (number, place) else { continue };
        both += 1;
        match names.iter().find(|(known, _)| (known - number).abs() < 1e-9) {
            Some((_, known)) if (known - place).abs() > 1e-9 => return None,
            Some(_) => {}
            None => names.push((number, *place)),
        }
    }
    names.sort_by(|a, b| a.0.total_cmp(&b.0));
    if names.len() < FEW || both < BOTH {
        return None;
    }
    let is = |ordered: fn(f64, f64) -> bool| names.windows(2).all(|pair| ordered(pair[0].1, pair[1].1));
    let reversed = if is(|a, b| a < b) {
        false
    } else if is(|a, b| a > b) {
        true
    } else {
        return None;
    };
    let top = scale.ends().1;
    let fits = names.iter().all(|(number, _)| number.fract() == 0.0 && (1.0..=top).contains(number));
    Some(Named { reversed, steps: fits.then_some(top) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::ratings;
    use crate::import::text::{Options, TextError, open};

    const LABELS: [&str; 4] = ["Excellent", "Bon", "Moyen", "Médiocre"];

    fn found(number: impl Fn(usize) -> usize) -> Result<(Option<Named>, bool), TextError> {
        let rows: Vec<String> = (0..20).map(|row| format!("{};{}", number(row), LABELS[row % 4])).collect();
        let text = format!("Note;Libellé de la note\n{}\n", rows.join("\n"));
        let (table, _) = open(text, Options { header_rows: Some(1), ..Options::default() })?;
        let rating = ratings::column(&table, 0);
        Ok((named(&table, 0, &ratings::steps(&table)), rating.scale.is_reversed()))
    }

    #[test]
    fn names_decide_which_number_is_the_best() -> Result<(), TextError> {
        let named = |reversed| Some(Named { reversed, steps: Some(4.0) });
        assert_eq!(found(|row| row % 4 + 1)?, (named(true), true));
        assert_eq!(found(|row| 4 - row % 4)?, (named(false), false));
        // The steps of another question are no names.
        assert_eq!(found(|row| row % 3 + 1)?, (None, false));
        assert_eq!(found(|row| [1, 3, 2, 4][row % 4])?, (None, false));
        Ok(())
    }
}
