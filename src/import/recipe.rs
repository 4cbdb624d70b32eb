//! A mapping as it is remembered for the next table with the same columns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::dates::Period;
use super::guess;
use super::identity::Fnv;
use super::mapping::{Mapping, Meaning, RatingColumn, SideSource, TextColumn};
use super::table::Table;
use crate::model::{Prompt, Scale, ScaleKind, Side};

/// What identifies tables with the same columns in the same order.
///
/// None without headers: a table of that width is nothing to know again.
pub fn signature(table: &Table) -> Option<String> {
    if table.headers().iter().all(String::is_empty) {
        return None;
    }
    let mut fnv = Fnv::new();
    for header in table.headers() {
        fnv.bytes(header.as_bytes());
        fnv.bytes(&[0xff]);
    }
    Some(format!("{:016x}", fnv.value()))
}

/// A column of ratings in plain words and numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct RatingRecipe {
    column: usize,
    kind: String,
    ends: (f64, f64),
    reversed: bool,
    meanings: Vec<Meaning>,
}

/// A mapping in plain words and numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    texts: Vec<(usize, String, Option<String>)>,
    side: Option<String>,
    side_column: Option<usize>,
    side_values: BTreeMap<String, String>,
    single: BTreeMap<String, usize>,
    wave_by: Option<Period>,
    ratings: Vec<RatingRecipe>,
    segments: Vec<usize>,
    /// Columns of texts, each with that of its titles.
    #[serde(default)]
    titles: BTreeMap<usize, usize>,
}

impl Recipe {
    /// What is to be remembered of a mapping.
    pub fn of(mapping: &Mapping) -> Self {
        let single = mapping.single().into_iter();
        let single = single.filter_map(|(role, column)| Some((role.id().to_owned(), column?))).collect();
        let (side, side_column, side_values) = match &mapping.side {
            SideSource::Fixed(side) => (Some(named(*side).to_owned()), None, BTreeMap::new()),
            SideSource::Column { column, values } => {
                let values = values.iter().map(|(value, side)| (value.clone(), named(*side).to_owned()));
                (None, Some(*column), values.collect())
            }
        };
        let text = |text: &TextColumn| {
            (text.column, asked(text.prompt).to_owned(), text.side.map(|side| named(side).to_owned()))
        };
        Self {
            texts: mapping.texts.iter().map(text).collect(),
            side,
            side_column,
            side_values,
            single,
            wave_by: mapping.wave_by,
            ratings: mapping.ratings.iter().map(RatingRecipe::of).collect(),
            segments: mapping.segments.clone(),
            titles: mapping.texts.iter().filter_map(|text| Some((text.column, text.title?))).collect(),
        }
    }

    /// The same for other people's answers: files of clients and files of employees often have the same columns.
    #[must_use]
    pub fn for_either_side(self) -> Self {
        Self { side: None, ..self }
    }

    /// The mapping, for a table that has all its columns; none if what was remembered means nothing.
    pub fn mapping(&self, table: &Table) -> Option<Mapping> {
        let values = |(value, side): (&String, &String)| Some((value.clone(), of_name(side)?));
        let side = match (self.side_column, &self.side) {
            (Some(column), _) => {
                SideSource::Column { column, values: self.side_values.iter().filter_map(values).collect() }
            }
            (None, Some(side)) => SideSource::Fixed(of_name(side)?),
            (None, None) => guess::mapping(table).side,
        };
        let text = |(column, prompt, side): &(usize, String, Option<String>)| TextColumn {
            column: *column,
            prompt: of_question(prompt),
            side: side.as_deref().and_then(of_name),
            title: self.titles.get(column).copied(),
        };
        let mut mapping = Mapping {
            texts: self.texts.iter().map(text).collect(),
            side,
            ratings: self.ratings.iter().map(RatingRecipe::column).collect::<Option<_>>()?,
            wave_by: self.wave_by,
            segments: self.segments.clone(),
            ..Mapping::default()
        };
        for (role, place) in mapping.single_mut() {
            *place = self.single.get(role.id()).copied();
        }
        mapping.columns().iter().all(|column| *column < table.columns()).then_some(mapping)
    }
}

impl RatingRecipe {
    fn of(rating: &RatingColumn) -> Self {
        Self {
            column: rating.column,
            kind: super::scale::id(rating.scale.kind).to_owned(),
            ends: rating.scale.ends(),
            reversed: rating.scale.is_reversed(),
            meanings: rating.meanings.clone(),
        }
    }

    fn column(&self) -> Option<RatingColumn> {
        let scale = Scale::new(of_kind(&self.kind), self.ends.0, self.ends.1).ok()?;
        let scale = if self.reversed { scale.turned() } else { scale };
        Some(RatingColumn { column: self.column, scale, meanings: self.meanings.clone() })
    }
}

const fn named(side: Side) -> &'static str {
    match side {
        Side::Client => "client",
        Side::Employee => "employee",
    }
}

fn of_name(name: &str) -> Option<Side> {
    Side::BOTH.into_iter().find(|side| named(*side) == name)
}

const fn asked(prompt: Prompt) -> &'static str {
    match prompt {
        Prompt::Positive => "positive",
        Prompt::Negative => "negative",
        Prompt::Neutral => "neutral",
        Prompt::Unknown => "unknown",
    }
}

fn of_question(name: &str) -> Prompt {
    let prompts = [Prompt::Positive, Prompt::Negative, Prompt::Neutral];
    prompts.into_iter().find(|prompt| asked(*prompt) == name).unwrap_or_default()
}

fn of_kind(name: &str) -> ScaleKind {
    let kinds = [ScaleKind::Nps, ScaleKind::Csat, ScaleKind::Ces, ScaleKind::Agreement];
    kinds.into_iter().find(|kind| super::scale::id(*kind) == name).unwrap_or(ScaleKind::Custom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text;

    #[test]
    fn a_mapping_comes_back_for_the_same_columns_only() -> Result<(), text::TextError> {
        let source = "id;qui;date;note;plu;déplu;canal\n1;siège;2025-05-03;4/5;Le calme des lieux;Rien du tout ici;Web\n";
        let (table, _) = text::open(source, text::Options::default())?;
        let mut mapping = guess::mapping(&table);
        mapping.side =
            SideSource::Column { column: 1, values: [("siege".to_owned(), Side::Employee)].into() };
        mapping.wave = Some(2);
        mapping.wave_by = Some(Period::Quarter);
        mapping.segments = vec![6];
        mapping.texts[0].title = Some(0);
        let recipe = Recipe::of(&mapping);
        assert_eq!(recipe.mapping(&table), Some(mapping));
        let written = serde_json::to_string(&recipe).ok().and_then(|json| serde_json::from_str(&json).ok());
        assert_eq!(written, Some(recipe.clone()));
        let (narrow, _) = text::open("id;texte\n1;Bien\n", text::Options::default())?;
        assert_eq!(recipe.mapping(&narrow), None);
        assert_ne!(signature(&table), signature(&narrow));
        let (bare, _) = text::open("8;Bien\n9;Mal\n", text::Options::default())?;
        assert_eq!(signature(&bare), None);
        Ok(())
    }
}
