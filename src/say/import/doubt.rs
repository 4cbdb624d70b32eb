//! What may be understood in more than one way: the question, and its readings.

use super::columns::name;
use super::rating;
use crate::import::doubt::{Doubt, DoubtKind, Reading};
use crate::import::{Note, Table};
use crate::say::{Locale, side, text};

/// What is asked.
pub fn question(locale: Locale, doubt: &Doubt, table: &Table) -> String {
    let name = name(table, doubt.column);
    let counted =
        |is: fn(&Note) -> Option<usize>| locale.count(table.notes().iter().find_map(is).unwrap_or_default());
    match doubt.kind {
        DoubtKind::Header => text!(locale, doubt.header).to_owned(),
        DoubtKind::Direction => text!(locale, doubt.direction, name = name),
        DoubtKind::People => text!(locale, doubt.people, name = name),
        DoubtKind::Separator => {
            let torn = counted(|note| if let Note::Torn(torn) = note { Some(torn.count) } else { None });
            text!(locale, doubt.separator, count = torn)
        }
        DoubtKind::Markup => {
            let cells =
                counted(|note| if let Note::Markup { count, .. } = note { Some(*count) } else { None });
            text!(locale, doubt.markup, count = cells)
        }
        DoubtKind::Scale => text!(locale, doubt.scale, name = name),
        DoubtKind::Text => text!(locale, doubt.text, name = name),
        DoubtKind::Side => text!(locale, doubt.side).to_owned(),
        DoubtKind::Themes => {
            let themes = doubt.readings.iter().find_map(|reading| match reading {
                Reading::Themes(columns) if !columns.is_empty() => Some(columns),
                _ => None,
            });
            let names: Vec<&str> = themes
                .into_iter()
                .flatten()
                .map(|column| super::columns::name(table, Some(*column)))
                .collect();
            text!(locale, doubt.themes, names = names.join(", "))
        }
    }
}

/// A doubt that nobody settled, with the reading that holds.
pub fn unsettled(locale: Locale, doubt: &Doubt, table: &Table) -> String {
    let held = doubt.holds().map(|held| reading(locale, doubt.kind, held, table)).unwrap_or_default();
    format!("{} → {held}", question(locale, doubt, table))
}

/// One of the answers.
pub fn reading(locale: Locale, kind: DoubtKind, reading: &Reading, table: &Table) -> String {
    match reading {
        Reading::HeaderRows(0) => text!(locale, doubt.header_no).to_owned(),
        Reading::HeaderRows(1) => text!(locale, doubt.header_yes).to_owned(),
        Reading::HeaderRows(rows) => text!(locale, doubt.header_rows, count = *rows),
        Reading::Rating(rating) => rating::as_reading(locale, rating, kind),
        Reading::Text(_) => text!(locale, doubt.as_text).to_owned(),
        Reading::Segment(_) => text!(locale, doubt.as_segment).to_owned(),
        Reading::LeftOut(_) => text!(locale, doubt.as_left_out).to_owned(),
        Reading::Respondent(None) => text!(locale, doubt.people_none).to_owned(),
        Reading::Respondent(column) => text!(locale, doubt.people_column, name = name(table, *column)),
        Reading::Themes(columns) if columns.is_empty() => text!(locale, doubt.as_before).to_owned(),
        Reading::Themes(_) => text!(locale, doubt.as_themes).to_owned(),
        Reading::Side(side) => text!(locale, doubt.side_is, side = side::name(locale, *side)),
        Reading::Rejoined(Some(_)) => text!(locale, doubt.separator_join).to_owned(),
        Reading::Rejoined(None) => text!(locale, doubt.separator_keep).to_owned(),
        Reading::Plain(true) => text!(locale, doubt.markup_plain).to_owned(),
        Reading::Plain(false) => text!(locale, doubt.markup_keep).to_owned(),
    }
}

/// What a repair would change.
pub fn example(doubt: &Doubt, table: &Table) -> Option<(String, String)> {
    table.notes().iter().find_map(|note| match (doubt.kind, note) {
        (DoubtKind::Separator, Note::Torn(torn)) => {
            let example = torn.examples.first()?;
            Some((example.before.join(" ¦ "), example.after.clone()))
        }
        (DoubtKind::Markup, Note::Markup { before, after, .. }) => Some((before.clone(), after.clone())),
        _ => None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::import::doubt::of_source;
    use crate::import::source::Wish;
    use crate::import::torn::{Example, Torn};
    use crate::say::import::tables::table;

    #[test]
    fn a_doubt_has_a_question_and_says_what_was_taken() {
        let table = table("It took three calls\nA warm welcome\n");
        let readings = vec![Reading::HeaderRows(0), Reading::HeaderRows(1)];
        let header = Doubt { kind: DoubtKind::Header, column: None, readings };
        let question = "Does the first row name the columns?";
        assert_eq!(super::question(Locale::English, &header, &table), question);
        let taken = format!("{question} → No, it is an answer already");
        assert_eq!(unsettled(Locale::English, &header, &table), taken);
    }

    #[test]
    fn a_torn_text_is_counted_and_shown_before_and_after() {
        let table = table("id,text\n1,nice people\n");
        let torn = Example {
            before: vec!["nice".to_owned(), " but slow".to_owned()],
            after: "nice, but slow".to_owned(),
        };
        let found = Torn { column: 1, count: 1200, first: 3, examples: vec![torn] };
        let table = Table::of(Arc::clone(table.grid()), table.layout(), vec![Note::Torn(found)]);
        let open = of_source(table.notes(), &Wish::default());
        let torn = open.iter().find(|doubt| doubt.kind == DoubtKind::Separator).unwrap();
        assert_eq!(question(Locale::English, torn, &table), "Texts cut by a separator, rows: 1,200.");
        let shown = ("nice ¦  but slow".to_owned(), "nice, but slow".to_owned());
        assert_eq!(example(torn, &table), Some(shown));
        let join = reading(Locale::English, torn.kind, &torn.readings[0], &table);
        assert_eq!(join, "Join these texts again");
    }

    #[test]
    fn readings_name_what_they_are_about() {
        let table = table("Avis;Prix\na;b\n");
        let said = |reading: &Reading| super::reading(Locale::English, DoubtKind::Themes, reading, &table);
        assert_eq!(said(&Reading::Respondent(Some(1))), "The same “Prix” is the same person");
        assert_eq!(said(&Reading::HeaderRows(2)), "Header rows: 2");
        let themes = Reading::Themes(vec![0, 1]);
        assert_eq!(
            [said(&themes), said(&Reading::Themes(Vec::new()))],
            ["Yes, they are codings", "No, leave them so"]
        );
        let doubt = Doubt {
            kind: DoubtKind::Themes,
            column: None,
            readings: vec![Reading::Themes(Vec::new()), themes],
        };
        assert!(question(Locale::English, &doubt, &table).ends_with("? Avis, Prix"));
        assert!(question(Locale::French, &doubt, &table).ends_with("Avis, Prix"));
    }
}
