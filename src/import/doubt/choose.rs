//! Applies the reading that the user chooses to a mapping.

use super::Reading;
use crate::import::choices::{self, Segment};
use crate::import::guess;
use crate::import::mapping::{Mapping, SideSource};
use crate::import::table::Table;

impl Reading {
    /// Applies the reading to the mapping. A reading about the source or its layout changes nothing here.
    pub fn apply(&self, table: &Table, mapping: &mut Mapping) {
        match self {
            Self::Rating(rating) => {
                free(mapping, rating.column);
                mapping.ratings.push(rating.clone());
                mapping.ratings.sort_by_key(|rating| rating.column);
            }
            Self::Text(column) => {
                free(mapping, *column);
                mapping.texts.push(guess::text_column(table, *column));
                mapping.texts.sort_by_key(|text| text.column);
            }
            Self::Segment(column) => {
                free(mapping, *column);
                mapping.segments.push(Segment::Column(*column));
                choices::in_order(&mut mapping.segments);
            }
            Self::LeftOut(column) => free(mapping, *column),
            Self::Respondent(column) => {
                if let Some(column) = column {
                    free(mapping, *column);
                }
                mapping.respondent = *column;
            }
            Self::Themes(columns) => {
                for column in columns {
                    free(mapping, *column);
                }
                mapping.themes.clone_from(columns);
            }
            Self::Side(side) => mapping.side = SideSource::Fixed(*side),
            Self::HeaderRows(_) | Self::Rejoined(_) | Self::Plain(_) => {}
        }
    }
}

/// Takes every role from a column.
fn free(mapping: &mut Mapping, column: usize) {
    mapping.texts.retain(|text| text.column != column);
    mapping.ratings.retain(|rating| rating.column != column);
    mapping.segments.retain(|segment| segment.columns().all(|of| of != column));
    mapping.themes.retain(|theme| *theme != column);
    for (_, place) in mapping.single_mut() {
        place.take_if(|taken| *taken == column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text::{Options, TextError, open};

    #[test]
    fn a_column_has_one_role_at_a_time() -> Result<(), TextError> {
        let (table, _) = open("id;note;avis\n1;8;Bien reçu\n2;9;Trop long\n", Options::default())?;
        let mut mapping = guess::mapping(&table);
        let rating = mapping.ratings[0].clone();
        Reading::Text(1).apply(&table, &mut mapping);
        assert_eq!((mapping.ratings.len(), mapping.texts.len()), (0, 2));
        Reading::Rating(rating.clone()).apply(&table, &mut mapping);
        assert_eq!((mapping.ratings.len(), mapping.texts.len()), (1, 1));
        Reading::Segment(1).apply(&table, &mut mapping);
        Reading::LeftOut(1).apply(&table, &mut mapping);
        assert_eq!((mapping.ratings.len(), mapping.segments.len()), (0, 0));
        Reading::Respondent(Some(0)).apply(&table, &mut mapping);
        assert_eq!((mapping.id, mapping.respondent), (None, Some(0)));
        Ok(())
    }
}
