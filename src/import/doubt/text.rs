//! Doubts whether a column holds answers.

use super::{Doubt, DoubtKind, Reading};
use crate::import::choices::Segment;
use crate::import::guess::columns::Columns;
use crate::import::guess::names::{self, folded};
use crate::import::mapping::Mapping;
use crate::import::matching::mentions;
use crate::import::ratings;
use crate::import::scale::verbal;
use crate::import::vocabulary::Role;

/// Doubts columns that look like answers and have another role, and texts that look like something else.
pub(super) fn doubts(columns: &Columns, mapping: &Mapping) -> Vec<Doubt> {
    let roles = mapping.columns();
    let readings = |column: usize| {
        let readings = if mapping.texts.iter().any(|text| text.column == column) {
            text_or(columns, column)
        } else if mapping.segments.iter().any(|segment| segment.columns().any(|of| of == column)) {
            segment_or(columns, mapping, column)
        } else if roles.contains(&column) {
            None
        } else {
            left_out_or(columns, column).or_else(|| group_or(columns, column))
        };
        Some(Doubt { kind: DoubtKind::Text, column: Some(column), readings: readings? })
    };
    (0..columns.headers.len()).filter_map(readings).collect()
}

/// The readings of a doubtful text: a fifth of it numbers or codes, one answer by all, few answers repeated often, or
/// texts of the company.
fn text_or(columns: &Columns, column: usize) -> Option<Vec<Reading>> {
    let content = &columns.profiles[column].content;
    let is_bare = content.bare * 5 >= content.cells.max(1);
    let is_one = content.distinct == 1 && content.cells > 2;
    let is_chosen = content.cells >= 10 && (content.is_chosen() || content.is_repeated());
    let is_of_the_house = columns.is_of_the_house(column);
    let rest = [Reading::Text(column), Reading::LeftOut(column)].into_iter();
    let as_segment = (is_one || is_chosen).then_some(Reading::Segment(column));
    (is_bare || is_one || is_chosen || is_of_the_house).then(|| rest.chain(as_segment).collect())
}

/// The readings of a doubtful group: numbers may be a rating, and so may unknown words below a header that asks for
/// one; cells below a header for answers may be answers.
fn segment_or(columns: &Columns, mapping: &Mapping, column: usize) -> Option<Vec<Reading>> {
    let alone = mapping.segments.contains(&Segment::Column(column));
    if alone && columns.is_coded_group(column) {
        let readings = [Reading::Segment(column), Reading::LeftOut(column)];
        return Some(readings.into_iter().chain(rated(columns, column)).collect());
    }
    if alone && may_be_steps(columns, column) {
        let rating = Reading::Rating(ratings::column(columns.table, column));
        return Some(vec![Reading::Segment(column), rating, Reading::LeftOut(column)]);
    }
    let is_asked = || columns.is_of_a_pair(column) && !columns.is_never_text(column);
    (alone && (names_answers(columns, column) || is_asked()))
        .then(|| vec![Reading::Segment(column), Reading::Text(column), Reading::LeftOut(column)])
}

/// Whether few different words are below a header that asks for a rating: "Nul", "Bof", "Top".
fn may_be_steps(columns: &Columns, column: usize) -> bool {
    let profile = &columns.profiles[column];
    (3..=7).contains(&profile.distinct)
        && profile.longest <= 40
        && profile.numeric == 0
        && verbal::asks_for_rating(&columns.table.headers()[column])
}

/// The readings of a column of few numbers, or of a choice that some ticked: left out, or a group.
fn group_or(columns: &Columns, column: usize) -> Option<Vec<Reading>> {
    let (header, profile) = (&columns.headers[column], &columns.profiles[column]);
    let ticked = is_a_choice(columns, column) && profile.filled > 1;
    let few = columns.is_of_few_numbers(column) && !ratings::is_counted(header)
        || columns.is_of_few_words(column) && !names::is_about(header);
    let is_of_others = header.is_empty()
        || names::is_a_reply(header)
        || names::is_a_persons_name(header)
        || names::counts_votes(header)
        || columns.is_of_people(column);
    (!is_of_others && (few || ticked)).then(|| {
        let readings = [Reading::LeftOut(column)].into_iter().chain(rated(columns, column));
        readings.chain([Reading::Segment(column)]).collect()
    })
}

/// A column of few numbers as a rating, if none is above 10.
fn rated(columns: &Columns, column: usize) -> Option<Reading> {
    let rating = ratings::column(columns.table, column);
    let is_numbered = mentions(&columns.headers[column], "version");
    (columns.is_of_few_numbers(column) && rating.scale.ends().1 <= 10.0 && !is_numbered)
        .then_some(Reading::Rating(rating))
}

/// The readings of a column that is left out although its header names answers, or its cells read like answers.
fn left_out_or(columns: &Columns, column: usize) -> Option<Vec<Reading>> {
    let profile = &columns.profiles[column];
    let header = &columns.headers[column];
    if profile.filled == 0
        || profile.is_numeric()
        || names::is_a_reply(header)
        || is_a_choice(columns, column)
    {
        return None;
    }
    let is_one = profile.distinct == 1 && profile.filled > 2;
    let doubtful = if names::is_a_title(header) {
        columns.is_a_title(column) && !profile.is_constant()
    } else if columns.is_never_text(column) {
        // Short codes below a header for answers.
        columns.is_called(Role::Text, column)
    } else {
        let own_words =
            profile.is_prose() && !profile.content.is_of_names() && !columns.is_of_choices(column);
        // "How was the shop?", and all say "fine".
        let is_asked =
            is_one && columns.table.headers()[column].contains('?') && !is_yes_or_no(columns, column);
        own_words || names_answers(columns, column) || names::is_other(header) || is_asked
    };
    let readings = vec![Reading::LeftOut(column), Reading::Text(column)];
    doubtful.then(|| readings.into_iter().chain(is_one.then_some(Reading::Segment(column))).collect())
}

/// Whether all filled cells repeat the header: a choice that was ticked.
fn is_a_choice(columns: &Columns, column: usize) -> bool {
    let (header, profile) = (&columns.headers[column], &columns.profiles[column]);
    let cell =
        (0..profile.rows).map(|row| columns.table.cell(row, column).trim()).find(|cell| !cell.is_empty());
    profile.distinct == 1 && cell.is_some_and(|cell| header.ends_with(&folded(cell)))
}

/// Whether the first cell with content is a yes or a no, which stands for all where all are the same.
fn is_yes_or_no(columns: &Columns, column: usize) -> bool {
    let mut cells = (0..columns.profiles[column].rows).map(|row| folded(columns.table.cell(row, column)));
    cells
        .find(|cell| !cell.is_empty())
        .is_some_and(|cell| matches!(cell.split(' ').next(), Some("yes" | "no" | "oui" | "non" | "i" | "j")))
}

/// Whether the header has a word for answers and the column can hold texts.
fn names_answers(columns: &Columns, column: usize) -> bool {
    columns.names_answers(column) && !columns.is_never_text(column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::guess;
    use crate::import::text::{Options, TextError, open};

    fn readings(header: &str, cell: impl Fn(usize) -> String) -> Result<Vec<Vec<Reading>>, TextError> {
        let rows: Vec<String> = (0..30)
            .map(|row| format!("{row};{};Une attente bien trop longue, numéro {row}", cell(row)))
            .collect();
        let (table, _) = open(format!("id;{header};commentaire\n{}\n", rows.join("\n")), Options::default())?;
        let mapping = guess::mapping(&table);
        Ok(doubts(&Columns::new(&table), &mapping).into_iter().map(|doubt| doubt.readings).collect())
    }

    #[test]
    fn columns_that_may_hold_answers_are_doubted() -> Result<(), TextError> {
        let (text, left_out, segment) = (Reading::Text(1), Reading::LeftOut(1), Reading::Segment(1));
        let one = readings("Remarque sur l'accueil", |_| "Bien".to_owned())?;
        assert_eq!(one, [vec![left_out.clone(), text.clone(), segment.clone()]]);
        let few = readings("Remarque sur l'accueil", |row| ["Bien", "Mal"][row % 2].to_owned())?;
        assert_eq!(few, [vec![segment, text.clone(), left_out.clone()]]);
        let codes = readings("avis", |row| format!("Q{row}"))?;
        assert_eq!(codes, [vec![left_out, text]]);
        let plain = readings("Remarque sur l'accueil", |row| format!("Un accueil à revoir {row}"))?;
        assert_eq!(plain, Vec::<Vec<Reading>>::new());
        assert_eq!(readings("agence", |row| format!("Agence {}", row % 4))?, Vec::<Vec<Reading>>::new());
        Ok(())
    }
}
