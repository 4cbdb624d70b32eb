//! The settings of a picture: its width, the reading of levels, its words.

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

impl PictureKind {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Mirror, Self::Zones];

    /// Its name in the page's markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Mirror => "mirror",
            Self::Zones => "zones",
        }
    }
}

/// The settings of a picture.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// In pixels; taken as at least 280.
    pub width: f64,
    /// The reading of the levels shown.
    pub reading: Reading,
    /// The reading of the types.
    pub types: Reading,
    /// Clients at or above it are delighted.
    pub client_threshold: Threshold,
    /// Employees at or above it are engaged.
    pub employee_threshold: Threshold,
    /// The fewest respondents with a valence for a mark that is not drawn as thin.
    pub minimum: u32,
    /// Its colours.
    pub theme: &'a Theme,
    /// Its words.
    pub words: &'a Words,
    /// The texts around an exported picture.
    pub frame: Option<&'a Frame>,
}

/// The texts around an exported picture, so that it explains itself; an empty one takes no room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The title.
    pub title: String,
    /// How many respondents, when, which reading.
    pub subtitle: String,
    /// The source.
    pub footer: String,
}

/// All words of a picture; the core has none of its own.
#[derive(Clone, Debug)]
pub struct Words {
    /// The clients.
    pub client: String,
    /// The name of the clients' level.
    pub client_level: String,
    /// The employees.
    pub employee: String,
    /// The name of the employees' level.
    pub employee_level: String,
    /// The six types, in their order.
    pub types: [String; 6],
    /// Moments without a type.
    pub unclassified: String,
    /// Dissatisfied, delighted.
    pub client_states: [String; 2],
    /// Frustrated, indifferent, engaged.
    pub employee_states: [String; 3],
    /// The meaning of the area of a bubble.
    pub frequency: String,
    /// The meaning of the strength of a fill.
    pub intensity: String,
    /// The meaning of a whisker.
    pub interval: String,
    /// The meaning of a hollow, dashed mark.
    pub thin: String,
    /// The meaning of a small tick at the mirror line.
    pub without_level: String,
    /// The note under the six zones on the moments that are missing; empty if none is.
    pub note: String,
    /// A proportion, 0…1, as it is shown.
    pub percent: fn(f64) -> String,
    /// A level, −100…+100, as it is shown.
    pub level: fn(f64) -> String,
}

/// The name of a moment; empty if it is not in the codebook.
pub(super) fn name_of(codebook: &crate::model::Codebook, id: MomentId) -> String {
    codebook.moment(id).map(|moment| super::text::clean(moment.name.trim())).unwrap_or_default()
}
