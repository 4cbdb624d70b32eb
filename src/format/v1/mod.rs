//! Version 1 of the project file. Its JSON Schema is `public/schema/project-1.json`.
//!
//! Frozen once released: a change to these types is a new version.

mod from_model;
mod imports;
mod surveys;
mod to_model;
mod values;

use serde::{Deserialize, Serialize};

use imports::Import;
use surveys::Surveys;
use values::Segments;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    format: String,
    version: u32,
    #[serde(default)]
    name: String,
    #[serde(default)]
    origin: Origin,
    #[serde(default)]
    settings: Settings,
    #[serde(default)]
    coders: Vec<Coder>,
    #[serde(default)]
    codebook: Vec<Stage>,
    #[serde(default, skip_serializing_if = "Surveys::is_empty")]
    surveys: Surveys,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wave_order: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    imports: Vec<Import>,
    #[serde(default)]
    responses: Vec<Response>,
    #[serde(default)]
    verbatims: Vec<Verbatim>,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Origin {
    #[default]
    Own,
    Sample,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Settings {
    client_threshold: f64,
    employee_threshold: f64,
    minimum: u32,
    seed: u64,
    resamples: u32,
    types: Reading,
    levels: LevelSource,
    silence: bool,
    protect_small_groups: bool,
    #[serde(skip_serializing_if = "usual_group")]
    small_group: u32,
    coder: u32,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reading {
    Absolute,
    Relative,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LevelSource {
    Valence,
    Rating,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Coder {
    id: u32,
    #[serde(default)]
    name: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    id: u32,
    name: String,
    #[serde(default)]
    moments: Vec<Moment>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Moment {
    id: u32,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    definition: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    color: Option<[u8; 3]>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Response {
    id: u32,
    side: Side,
    source: Source,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    respondent: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wave: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(default, skip_serializing_if = "Segments::is_empty")]
    segments: Segments,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ratings: Vec<Rating>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Side {
    Client,
    Employee,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Source {
    Id(String),
    /// The hash as sixteen hexadecimal digits: JSON numbers of many programs end at 2⁵³.
    Content {
        hash: String,
        ordinal: u32,
    },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rating {
    #[serde(default)]
    name: String,
    value: f64,
    kind: ScaleKind,
    min: f64,
    max: f64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    reversed: bool,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ScaleKind {
    Nps,
    Csat,
    Ces,
    Agreement,
    Custom,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Verbatim {
    id: u32,
    response: u32,
    #[serde(default)]
    prompt: Prompt,
    text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<Decision>,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Prompt {
    Positive,
    Negative,
    Neutral,
    #[default]
    Unknown,
}

/// The decision of a coder. No codings means *no moment*.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Decision {
    coder: u32,
    codings: Vec<Coding>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Coding {
    moment: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    valence: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    span: Option<[u32; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    effort: Option<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    memo: String,
}

/// Whether the minimum is the default. It is then left out, so that such files keep their bytes and older versions of
/// Reflet can read them.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn usual_group(people: &u32) -> bool {
    *people == crate::model::SmallGroup::DEFAULT.get()
}

impl Default for Settings {
    fn default() -> Self {
        Self::of(crate::model::Settings::default())
    }
}
