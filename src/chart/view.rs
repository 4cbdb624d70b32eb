//! What the caller says about a picture: its width, how levels are read, its words.

use crate::model::{MomentId, Reading, Threshold};

use super::Theme;

/// The pictures of one mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Along the journey.
    Mirror,
    /// The six zones.
    Zones,
}

/// How a picture is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// In pixels; taken as at least 280.
    pub width: f64,
    /// What levels are measured from.
    pub reading: Reading,
    /// What types measure levels from.
    pub types: Reading,
    /// Clients at or above it are delighted.
    pub client_threshold: Threshold,
    /// Employees at or above it are engaged.
    pub employee_threshold: Threshold,
    /// Respondents with a valence below which data are drawn as thin.
    pub minimum: u32,
    /// Its colours.
    pub theme: &'a Theme,
    /// Its words.
    pub words: &'a Words,
    /// The texts around it, in what leaves the page.
    pub frame: Option<&'a Frame>,
}

/// The texts around an exported picture, so that it explains itself; an empty one takes no room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// What the picture says.
    pub title: String,
    /// How many respondents, when, which reading.
    pub subtitle: String,
    /// Where it comes from.
    pub footer: String,
}

/// Every word of a picture: the core has none of its own.
#[derive(Clone, Debug)]
pub struct Words {
    /// The clients.
    pub client: String,
    /// What the clients' level is called.
    pub client_level: String,
    /// The employees.
    pub employee: String,
    /// What the employees' level is called.
    pub employee_level: String,
    /// The six types, in their order.
    pub types: [String; 6],
    /// Moments without a type.
    pub unclassified: String,
    /// Dissatisfied, delighted.
    pub client_states: [String; 2],
    /// Frustrated, indifferent, engaged.
    pub employee_states: [String; 3],
    /// What the area of a bubble shows.
    pub frequency: String,
    /// What the strength of a fill shows.
    pub intensity: String,
    /// What a whisker shows.
    pub interval: String,
    /// What a hollow, dashed mark shows.
    pub thin: String,
    /// What a small tick at the mirror line shows.
    pub without_level: String,
    /// Under the six zones: which moments are not there; empty if all are.
    pub note: String,
    /// A proportion, 0…1, as it is shown.
    pub percent: fn(f64) -> String,
    /// A level, −100…+100, as it is shown.
    pub level: fn(f64) -> String,
}

/// A moment's name, wherever the codebook lacks it, is empty rather than an error.
pub(super) fn name_of(codebook: &crate::model::Codebook, id: MomentId) -> String {
    codebook.moment(id).map(|moment| super::text::clean(moment.name.trim())).unwrap_or_default()
}
