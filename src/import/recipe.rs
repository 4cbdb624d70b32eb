//! The stored form of a mapping, for the next table with the same columns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::choices::{Between, Choice, Segment, in_order};
use super::dates::Period;
use super::guess;
use super::identity::Fnv;
use super::mapping::{Mapping, Meaning, RatingColumn, SideSource, TextColumn};
use super::table::Table;
use crate::model::{Prompt, Scale, ScaleError, ScaleKind, Side};

/// The signature of tables with the same columns in the same order.
///
/// `None` without headers: a number of columns identifies no table.
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
pub(super) struct RatingRecipe {
    column: usize,
    kind: String,
    ends: (f64, f64),
    reversed: bool,
    meanings: Vec<Meaning>,
}

/// A mapping in plain words and numbers.
///
/// It includes the side and the wave of all rows, where no column has them. Another table with the same columns may
/// have others, so the caller shows that they are recalled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    texts: Vec<(usize, String, Option<String>)>,
    side: Option<String>,
    side_column: Option<usize>,
    side_values: BTreeMap<String, String>,
    single: BTreeMap<String, usize>,
    wave_by: Option<Period>,
    ratings: Vec<RatingColumn>,
    #[serde(default)]
    wave_fixed: Option<String>,
    #[serde(default)]
    themes: Vec<usize>,
    segments: Vec<usize>,
    /// Columns whose cells list several choices, each with its separator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lists: Vec<(usize, String)>,
    /// Questions of one column per choice, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<(String, Vec<(usize, String)>)>,
    /// Columns of texts, each with the column of its titles.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    titles: BTreeMap<usize, usize>,
}

impl Recipe {
    /// The stored form of a mapping.
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
        let (mut segments, mut lists, mut questions) = (Vec::new(), Vec::new(), Vec::new());
        for segment in &mapping.segments {
            match segment {
                Segment::Column(column) => segments.push(*column),
                Segment::Cells { column, between } => lists.push((*column, between.id().to_owned())),
                Segment::Columns { name, choices } => {
                    let choices = choices.iter().map(|choice| (choice.column, choice.name.clone()));
                    questions.push((name.clone(), choices.collect()));
                }
            }
        }
        Self {
            texts: mapping.texts.iter().map(text).collect(),
            side,
            side_column,
            side_values,
            single,
            wave_by: mapping.wave_by,
            wave_fixed: mapping.wave_fixed.clone(),
            themes: mapping.themes.clone(),
            ratings: mapping.ratings.clone(),
            segments,
            lists,
            questions,
            titles: mapping.texts.iter().filter_map(|text| Some((text.column, text.title?))).collect(),
        }
    }

    /// The segments, sorted by their first columns like those of a guess.
    fn segments(&self) -> Vec<Segment> {
        let list = |(column, between): &(usize, String)| {
            let between = Between::ALL.into_iter().find(|one| one.id() == between)?;
            Some(Segment::Cells { column: *column, between })
        };
        let question = |(name, choices): &(String, Vec<(usize, String)>)| {
            let choices = choices.iter().map(|(column, name)| Choice { column: *column, name: name.clone() });
            Segment::Columns { name: name.clone(), choices: choices.collect() }
        };
        let mut segments: Vec<Segment> = self.segments.iter().copied().map(Segment::Column).collect();
        segments.extend(self.lists.iter().filter_map(list));
        segments.extend(self.questions.iter().map(question));
        in_order(&mut segments);
        segments
    }

    /// The mapping, for a table that has all its columns; `None` if the stored values are invalid.
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
            ratings: self.ratings.clone(),
            wave_by: self.wave_by,
            wave_fixed: self.wave_fixed.clone(),
            themes: self.themes.clone(),
            segments: self.segments(),
            ..Mapping::default()
        };
        for (role, place) in mapping.single_mut() {
            *place = self.single.get(role.id()).copied();
        }
        mapping.columns().iter().all(|column| *column < table.columns()).then_some(mapping)
    }
}

impl From<RatingColumn> for RatingRecipe {
    fn from(RatingColumn { column, scale, meanings }: RatingColumn) -> Self {
        let kind = super::scale::id(scale.kind).to_owned();
        Self { column, kind, ends: scale.ends(), reversed: scale.is_reversed(), meanings }
    }
}

impl TryFrom<RatingRecipe> for RatingColumn {
    type Error = ScaleError;

    fn try_from(recipe: RatingRecipe) -> Result<Self, ScaleError> {
        let scale = Scale::new(of_kind(&recipe.kind), recipe.ends.0, recipe.ends.1)?;
        let scale = if recipe.reversed { scale.turned() } else { scale };
        Ok(Self { column: recipe.column, scale, meanings: recipe.meanings })
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
    fn the_side_and_the_wave_of_all_rows_are_recalled() -> Result<(), text::TextError> {
        let (table, _) = text::open("id;texte\n1;Bien\n", text::Options::default())?;
        let mut mapping = guess::mapping(&table);
        mapping.side = SideSource::Fixed(Side::Employee);
        mapping.wave_fixed = Some("2026".to_owned());
        let recipe = Recipe::of(&mapping);
        assert_eq!(recipe.mapping(&table), Some(mapping));
        // Earlier versions stored neither.
        let before = r#"{"texts":[],"side":null,"side_column":null,"side_values":{},"single":{},"wave_by":null,
            "rating":null,"segments":[]}"#;
        let before: Option<Recipe> = serde_json::from_str(before).ok();
        assert_eq!(before.and_then(|recipe| recipe.wave_fixed), None);
        Ok(())
    }

    #[test]
    fn a_mapping_comes_back_for_the_same_columns_only() -> Result<(), text::TextError> {
        let source = "id;qui;date;note;plu;déplu;canal\n1;siège;2025-05-03;4/5;Le calme des lieux;Rien du tout ici;Web\n";
        let (table, _) = text::open(source, text::Options::default())?;
        let mut mapping = guess::mapping(&table);
        mapping.side =
            SideSource::Column { column: 1, values: [("siege".to_owned(), Side::Employee)].into() };
        mapping.wave = Some(2);
        mapping.wave_by = Some(Period::Quarter);
        mapping.segments = vec![
            Segment::Columns { name: "q".into(), choices: vec![Choice { column: 0, name: "a".into() }] },
            Segment::Cells { column: 5, between: Between::Comma },
        ];
        mapping.themes = vec![6];
        mapping.texts[0].title = Some(0);
        let recipe = Recipe::of(&mapping);
        assert_eq!(recipe.mapping(&table), Some(mapping));
        let written = serde_json::to_string(&recipe).ok().and_then(|json| serde_json::from_str(&json).ok());
        assert_eq!(written, Some(recipe.clone()));
        // The form of versions without choices.
        let plain = Mapping { segments: vec![Segment::Column(6)], texts: Vec::new(), ..Mapping::default() };
        let written = serde_json::to_string(&Recipe::of(&plain)).unwrap_or_default();
        assert!(written.ends_with("\"segments\":[6]}"), "{written}");
        let (narrow, _) = text::open("id;texte\n1;Bien\n", text::Options::default())?;
        assert_eq!(recipe.mapping(&narrow), None);
        assert_ne!(signature(&table), signature(&narrow));
        let (bare, _) = text::open("8;Bien\n9;Mal\n", text::Options::default())?;
        assert_eq!(signature(&bare), None);
        Ok(())
    }
}
