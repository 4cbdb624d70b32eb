//! Doubts whether equal identifiers mean one person.

use super::{Doubt, DoubtKind, Reading};
use crate::import::guess::columns::Columns;
use crate::import::mapping::Mapping;

/// The fewest rows for a judgement about the number of people.
const FEW: usize = 6;

/// Doubts identifiers that a spreadsheet has rounded, and those that would make few people of many different answers.
pub(super) fn doubts(columns: &Columns, mapping: &Mapping) -> Vec<Doubt> {
    let used = |column: usize| mapping.respondent == Some(column);
    let alone = |column: usize| vec![Reading::Respondent(None), Reading::Respondent(Some(column))];
    let readings = |column: usize| {
        if used(column) {
            return (is_damaged(columns, column) || makes_few(columns, mapping, column))
                .then(|| vec![Reading::Respondent(Some(column)), Reading::Respondent(None)]);
        }
        let nobody = mapping.respondent.is_none() && mapping.id != Some(column) && mapping.moment.is_none();
        let doubtful = is_damaged(columns, column) || repeats(columns, column) && is_coded(columns, column);
        let is_rated = mapping.ratings.iter().any(|rating| rating.column == column);
        (nobody && !is_rated && columns.is_of_people(column) && doubtful).then(|| alone(column))
    };
    let doubt = |column: usize| {
        Some(Doubt { kind: DoubtKind::People, column: Some(column), readings: readings(column)? })
    };
    (0..columns.headers.len()).filter_map(doubt).collect()
}

fn is_damaged(columns: &Columns, column: usize) -> bool {
    columns.profiles[column].content.is_damaged()
}

/// Whether the cells of a column are identifiers rather than names.
fn is_coded(columns: &Columns, column: usize) -> bool {
    columns.profiles[column].content.is_bare()
}

fn repeats(columns: &Columns, column: usize) -> bool {
    let profile = &columns.profiles[column];
    profile.filled >= FEW && profile.distinct > 1 && profile.distinct * 2 <= profile.filled
}

/// Whether many answers would be of few people, and neither waves, days nor codings explain it.
fn makes_few(columns: &Columns, mapping: &Mapping, column: usize) -> bool {
    let explained = [mapping.wave, mapping.date, mapping.moment, mapping.prompt].iter().any(Option::is_some);
    let people = columns.profiles[column].distinct;
    let differ =
        |text: usize| columns.profiles.get(text).is_some_and(|profile| profile.content.distinct > people);
    !explained && repeats(columns, column) && mapping.texts.iter().any(|text| differ(text.column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::guess;
    use crate::import::text::{Options, TextError, open};

    fn found(header: &str, id: impl Fn(usize) -> String) -> Result<(Option<usize>, Vec<Doubt>), TextError> {
        let rows: Vec<String> =
            (0..30).map(|row| format!("{};Une attente bien trop longue, numéro {row}", id(row))).collect();
        let text = format!("{header};commentaire\n{}\n", rows.join("\n"));
        let (table, _) = open(text, Options::default())?;
        let mapping = guess::mapping(&table);
        Ok((mapping.respondent.or(mapping.id), doubts(&Columns::new(&table), &mapping)))
    }

    #[test]
    fn rounded_identifiers_are_doubted() -> Result<(), TextError> {
        let alone = [Reading::Respondent(None), Reading::Respondent(Some(0))];
        for header in ["Respondent ID", "N° client", "id", "matricule"] {
            for number in ["3,30E+12", "3.30E+12", "3300000000000"] {
                let (people, doubts) = found(header, |row| number.replacen('0', &(row % 10).to_string(), 1))?;
                assert_eq!(people, None, "{header} {number}");
                let readings = doubts.first().map(|doubt| doubt.readings.clone()).unwrap_or_default();
                assert_eq!(readings, alone, "{header} {number}");
            }
        }
        Ok(())
    }

    #[test]
    fn thirty_answers_of_ten_people_are_doubted() -> Result<(), TextError> {
        let (people, doubts) = found("N° client", |row| format!("C{:02}", row % 10))?;
        assert_eq!(people, Some(0));
        assert_eq!(doubts[0].readings, [Reading::Respondent(Some(0)), Reading::Respondent(None)]);
        let (people, doubts) = found("N° client", |row| format!("C{row:02}"))?;
        assert_eq!((people, doubts), (Some(0), Vec::new()));
        let (people, doubts) = found("agent", |row| format!("A{row:02}"))?;
        assert_eq!((people, doubts), (Some(0), Vec::new()));
        let (people, doubts) = found("agent", |row| format!("A{:02}", row % 10))?;
        assert_eq!((people, doubts.len()), (None, 1));
        let (people, doubts) =
            found("N° client;vague", |row| format!("C{:02};{}", row % 10, 2020 + row / 10))?;
        assert_eq!((people, doubts), (Some(0), Vec::new()));
        Ok(())
    }
}
