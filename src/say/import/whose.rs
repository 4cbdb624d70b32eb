//! Whose answers they are, and what says so.

use super::columns::name;
use crate::import::guess::Because;
use crate::import::{Mapping, SideSource, Table, TextColumn};
use crate::model::Side;
use crate::say::{Locale, side, text};

/// What says whose answers they are, where no column does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Source {
    /// What the table says; none once the user has said it.
    pub because: Option<Because>,
    /// Whether the user said it of the last table like this one.
    pub is_recalled: bool,
}

/// The sides, and what says so.
pub fn whose(locale: Locale, mapping: &Mapping, table: &Table, source: Source) -> String {
    let side = match &mapping.side {
        SideSource::Column { column, .. } => {
            return text!(locale, import.because_column, name = name(table, Some(*column)));
        }
        SideSource::Fixed(side) => *side,
    };
    let sides = sides(mapping, side);
    let sides: Vec<&str> = sides.into_iter().map(|side| side::name(locale, side)).collect();
    format!("{}, {}", sides.join(" · "), why(locale, table, source))
}

/// The sides of the texts, each by itself or by that of all rows.
fn sides(mapping: &Mapping, of_all: Side) -> Vec<Side> {
    let of = |text: &TextColumn| text.side.unwrap_or(of_all);
    let has = |wanted: &Side| mapping.texts.iter().any(|text| of(text) == *wanted);
    if Side::BOTH.iter().all(has) {
        return Side::BOTH.to_vec();
    }
    vec![mapping.texts.first().map_or(of_all, of)]
}

fn why(locale: Locale, table: &Table, source: Source) -> String {
    match source.because {
        None if source.is_recalled => text!(locale, import.because_recalled).to_owned(),
        None => text!(locale, import.because_said).to_owned(),
        Some(Because::Column(column)) => {
            text!(locale, import.because_column, name = name(table, Some(column)))
        }
        Some(Because::Question(column)) => {
            text!(locale, import.because_question, name = name(table, Some(column)))
        }
        Some(Because::Respondent(column)) => {
            text!(locale, import.because_respondent, name = name(table, Some(column)))
        }
        Some(Because::Title) => text!(locale, import.because_title).to_owned(),
        Some(Because::Conflict | Because::Nothing) => text!(locale, import.because_nothing).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::Prompt;
    use crate::say::import::tables::table;

    fn said(locale: Locale, sides: &[Option<Side>], because: Option<Because>, is_recalled: bool) -> String {
        let text = |(column, side): (usize, &Option<Side>)| TextColumn {
            column,
            prompt: Prompt::Unknown,
            side: *side,
            title: None,
        };
        let mapping = Mapping {
            side: SideSource::Fixed(Side::Employee),
            texts: sides.iter().enumerate().map(text).collect(),
            ..Mapping::default()
        };
        whose(locale, &mapping, &table("Avis;Autre\na;b\n"), Source { because, is_recalled })
    }

    #[test]
    fn the_sides_come_with_what_says_them() {
        let english = |sides: &[Option<Side>], because| said(Locale::English, sides, because, false);
        assert_eq!(english(&[None], None), "Employees, as you said");
        assert_eq!(
            english(&[None, Some(Side::Client)], Some(Because::Title)),
            "Clients · Employees, by the name of the file or sheet"
        );
        assert_eq!(
            english(&[Some(Side::Client)], Some(Because::Question(0))),
            "Clients, by the question “Avis”"
        );
        assert_eq!(english(&[], Some(Because::Conflict)), "Employees, nothing says so: please check");
        assert_eq!(said(Locale::English, &[None], None, true), "Employees, as last time");
        assert_eq!(said(Locale::French, &[None], None, false), "Collaborateurs, comme vous l’avez dit");
    }

    #[test]
    fn a_column_says_it_alone() {
        let side = SideSource::Column { column: 1, values: BTreeMap::new() };
        let mapping = Mapping { side, ..Mapping::default() };
        let said = whose(Locale::English, &mapping, &table("Avis;Profil\na;b\n"), Source::default());
        assert_eq!(said, "by the column “Profil”");
    }
}
