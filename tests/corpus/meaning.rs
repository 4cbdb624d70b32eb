//! Which column was taken for what, what says whose answers they are, and what is in doubt, in the names of columns.

use reflet::import::doubt::{Doubt, Reading, doubts};
use reflet::import::guess::{Because, side};
use reflet::import::{Mapping, Meaning, RatingColumn, Segment, SideSource, Table, guess, read, scale};
use reflet::model::{Project, Prompt, Scale, ScaleKind, Side};
use serde_json::{Map, Value, json};

/// What each file may say beside its mapping.
pub const OPTIONAL: [&str; 4] = ["names", "because", "doubts", "meanings"];

/// What a table is understood as.
pub fn of(table: &Table) -> Map<String, Value> {
    let mapping = guess::mapping(table);
    every_row_has_a_fate(table, &mapping);
    let doubts: Vec<String> = doubts(table, &mapping).iter().map(|doubt| doubted(table, doubt)).collect();
    let mut told = Map::new();
    told.insert("because".to_owned(), because(table, side(table, &mapping, &[]).because).into());
    told.insert("doubts".to_owned(), json!(doubts));
    told.insert("mapping".to_owned(), roles(table, &mapping));
    told.insert("meanings".to_owned(), meanings(table, &mapping));
    told
}

fn every_row_has_a_fate(table: &Table, mapping: &Mapping) {
    let report = read(table, mapping, &Project::default()).report;
    assert_eq!(report.read, table.rows());
    assert_eq!(report.read, report.kept + report.rejected + report.duplicate);
}

fn name(table: &Table, column: usize) -> String {
    table.names()[column].clone()
}

fn because(table: &Table, because: Because) -> String {
    match because {
        Because::Column(column) => format!("column: {}", name(table, column)),
        Because::Question(column) => format!("question: {}", name(table, column)),
        Because::Respondent(column) => format!("respondent: {}", name(table, column)),
        Because::Title => "title".to_owned(),
        Because::Conflict => "conflict".to_owned(),
        Because::Nothing => "nothing".to_owned(),
    }
}

/// "text: Remarque: left out | text | segment", what holds first.
fn doubted(table: &Table, doubt: &Doubt) -> String {
    let reading = |reading: &Reading| match reading {
        Reading::HeaderRows(rows) => rows.to_string(),
        Reading::Text(_) => "text".to_owned(),
        Reading::Segment(_) => "segment".to_owned(),
        Reading::LeftOut(_) => "left out".to_owned(),
        Reading::Respondent(Some(_)) => "respondent".to_owned(),
        Reading::Respondent(None) => "nobody".to_owned(),
        Reading::Themes(columns) if columns.is_empty() => "no themes".to_owned(),
        Reading::Themes(_) => "themes".to_owned(),
        Reading::Rating(rating) => scale_in_words(rating.scale),
        other => format!("{other:?}"),
    };
    let readings: Vec<String> = doubt.readings.iter().map(reading).collect();
    let about = doubt.column.map_or_else(String::new, |column| format!("{}: ", name(table, column)));
    format!("{}: {about}{}", doubt.kind.id(), readings.join(" | "))
}

/// The steps of each rating in words, the lowest first, behind those that are no answer a dash: "1: Jamais".
fn meanings(table: &Table, mapping: &Mapping) -> Value {
    let step = |meaning: &Meaning| {
        let place = meaning.value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        format!("{place}: {}", meaning.cell)
    };
    let steps = |rating: &RatingColumn| rating.meanings.iter().map(step).collect::<Value>();
    let said = mapping.ratings.iter().filter(|rating| !rating.meanings.is_empty());
    said.map(|rating| (name(table, rating.column), steps(rating))).collect::<Map<String, Value>>().into()
}

/// A mapping in the names of columns, roles that no column has left out.
fn roles(table: &Table, mapping: &Mapping) -> Value {
    let name = |column: usize| name(table, column);
    let mut roles = Map::new();
    let texts = mapping.texts.iter().map(|text| {
        let title = text.title.map_or_else(String::new, |title| format!("{} + ", name(title)));
        let prompt = match text.prompt {
            Prompt::Unknown => String::new(),
            prompt => format!(": {prompt:?}").to_lowercase(),
        };
        let side = text.side.map_or_else(String::new, |side| format!(": {}", word(side)));
        format!("{title}{}{prompt}{side}", name(text.column))
    });
    roles.insert("text".to_owned(), texts.collect());
    let side = match &mapping.side {
        SideSource::Fixed(side) => word(*side).to_owned(),
        SideSource::Column { column, .. } => format!("= {}", name(*column)),
    };
    roles.insert("side".to_owned(), side.into());
    let rating = |rating: &RatingColumn| format!("{}: {}", name(rating.column), scale_in_words(rating.scale));
    let ratings: Vec<String> = mapping.ratings.iter().map(rating).collect();
    match &ratings[..] {
        [] => {}
        [rating] => {
            roles.insert("rating".to_owned(), rating.clone().into());
        }
        several => {
            roles.insert("rating".to_owned(), several.into());
        }
    }
    for (role, column) in [
        ("id", mapping.id),
        ("respondent", mapping.respondent),
        ("wave", mapping.wave),
        ("date", mapping.date),
        ("stage", mapping.stage),
        ("moment", mapping.moment),
        ("valence", mapping.valence),
        ("effort", mapping.effort),
        ("coder", mapping.coder),
        ("prompt", mapping.prompt),
    ] {
        roles.extend(column.map(|column| (role.to_owned(), name(column).into())));
    }
    if !mapping.segments.is_empty() {
        // Beside a question of several choices stand the choices.
        let segment = |segment: &Segment| {
            let (name, choices) = (segment.name(table), segment.choices(table));
            let choices = choices.join(" | ");
            if choices.is_empty() { name.to_owned() } else { format!("{name}: {choices}") }
        };
        roles.insert("segments".to_owned(), mapping.segments.iter().map(segment).collect());
    }
    roles.into()
}

fn word(side: Side) -> &'static str {
    match side {
        Side::Client => "client",
        Side::Employee => "employee",
    }
}

fn scale_in_words(scale: Scale) -> String {
    let (low, high) = scale.ends();
    let has_ends = matches!(scale.kind, ScaleKind::Custom | ScaleKind::Agreement);
    let ends = if has_ends { format!(" {low}-{high}") } else { String::new() };
    let turned = if scale.is_reversed() { ", reversed" } else { "" };
    format!("{}{ends}{turned}", scale::id(scale.kind))
}
