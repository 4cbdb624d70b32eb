//! Responses and the verbatims that they own.

use std::collections::BTreeMap;

use super::{CoderId, Decision, ResponseId, Values};

/// Whose view it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The company's clients.
    Client,
    /// The company's employees.
    Employee,
}

impl Side {
    /// Both sides, clients first.
    pub const BOTH: [Self; 2] = [Self::Client, Self::Employee];
}

/// The question that a verbatim answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Prompt {
    /// It asked for the best ("the most positive interaction").
    Positive,
    /// It asked for the worst ("the most frustrating interaction").
    Negative,
    /// It asked for neither.
    Neutral,
    /// The source does not state what it asked for.
    #[default]
    Unknown,
}

/// The key that recognises a response when its file is imported again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKey {
    /// The identifier that the source gave.
    Id(String),
    /// A hash of its mapped cells, and which of the equal rows of its file it is, from 0.
    Content {
        /// FNV-1a, 64 bits.
        hash: u64,
        /// 0 for the first of the equal rows.
        ordinal: u32,
    },
}

/// One row of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Whose view it is.
    pub side: Side,
    /// How a later import recognises it.
    pub source: SourceKey,
    /// The respondent's identifier inside the side, trimmed. Without one, the response is the respondent.
    pub respondent: Option<String>,
    /// The collection period.
    pub wave: Option<String>,
    /// The date, as the source wrote it.
    pub date: Option<String>,
    /// Other attributes by column name.
    pub segments: BTreeMap<String, Values>,
    /// Closed answers.
    pub ratings: Vec<Rating>,
}

/// One open answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Verbatim {
    /// The response that it belongs to.
    pub response: ResponseId,
    /// The question that it answers.
    pub prompt: Prompt,
    /// The text, unchanged.
    pub text: String,
    /// The decision of each coder.
    pub decisions: BTreeMap<CoderId, Decision>,
}

/// A closed answer, inside its scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// The question, from the column's name.
    pub name: String,
    value: f64,
    scale: Scale,
}

/// The ends of a rating, and what it measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// What it measures.
    pub kind: ScaleKind,
    min: f64,
    max: f64,
    reversed: bool,
}

/// What a rating measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleKind {
    /// Net promoter score, 0–10.
    Nps,
    /// Customer satisfaction, 1–5.
    Csat,
    /// Customer effort, 1–7.
    Ces,
    /// Agreement with a statement, in steps from 1.
    Agreement,
    /// Anything else.
    Custom,
}

/// Why a rating or a scale is invalid.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ScaleError {
    /// The ends are not two finite numbers in order.
    #[error("a scale from {0} to {1}")]
    Ends(f64, f64),
    /// The value is outside its scale.
    #[error("{value} outside {min} to {max}")]
    Outside {
        /// The value given.
        value: f64,
        /// Lower end of the scale.
        min: f64,
        /// Upper end of the scale.
        max: f64,
    },
}

impl Scale {
    /// Net promoter score, 0–10.
    pub const NPS: Self = Self { kind: ScaleKind::Nps, min: 0.0, max: 10.0, reversed: false };
    /// Customer satisfaction, 1–5.
    pub const CSAT: Self = Self { kind: ScaleKind::Csat, min: 1.0, max: 5.0, reversed: false };
    /// Customer effort, 1–7.
    pub const CES: Self = Self { kind: ScaleKind::Ces, min: 1.0, max: 7.0, reversed: false };

    /// A custom scale with these ends.
    ///
    /// # Errors
    /// Unless both ends are finite and `min < max`.
    pub fn custom(min: f64, max: f64) -> Result<Self, ScaleError> {
        Self::new(ScaleKind::Custom, min, max)
    }

    /// A scale of that kind.
    ///
    /// # Errors
    /// Unless both ends are finite and `min < max`.
    pub fn new(kind: ScaleKind, min: f64, max: f64) -> Result<Self, ScaleError> {
        if min.is_finite() && max.is_finite() && min < max {
            Ok(Self { kind, min, max, reversed: false })
        } else {
            Err(ScaleError::Ends(min, max))
        }
    }

    /// The lower and the upper end; [`Scale::best`] is the better one of them.
    pub const fn ends(self) -> (f64, f64) {
        (self.min, self.max)
    }

    /// Whether the lowest number is the best answer, as where 1 is "very satisfied".
    pub const fn is_reversed(self) -> bool {
        self.reversed
    }

    /// The scale with the other end as the best. Answers keep their numbers; turning twice is the identity.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self { reversed: !self.reversed, ..self }
    }

    /// The end that is the best answer.
    ///
    /// ```
    /// use reflet::model::Scale;
    /// assert_eq!([Scale::CSAT, Scale::CSAT.turned()].map(Scale::best), [5.0, 1.0]);
    /// ```
    pub const fn best(self) -> f64 {
        if self.reversed { self.min } else { self.max }
    }

    /// The number of whole steps, both ends included.
    ///
    /// ```
    /// use reflet::model::Scale;
    /// assert_eq!([Scale::NPS, Scale::CSAT].map(Scale::steps), [11.0, 5.0]);
    /// ```
    pub fn steps(self) -> f64 {
        self.max - self.min + 1.0
    }

    /// The answer on the same scale with its highest number as the best: the answer itself unless the scale is
    /// reversed.
    ///
    /// ```
    /// use reflet::model::Scale;
    /// assert_eq!(Scale::CSAT.upright(2.0), 2.0);
    /// assert_eq!(Scale::CSAT.turned().upright(2.0), 4.0);
    /// ```
    pub fn upright(self, value: f64) -> f64 {
        if self.reversed { self.min + self.max - value } else { value }
    }
}

impl Rating {
    /// A rating, checked against its scale.
    ///
    /// # Errors
    /// If the value is outside the scale or not a number.
    pub fn new(name: String, value: f64, scale: Scale) -> Result<Self, ScaleError> {
        if value >= scale.min && value <= scale.max {
            Ok(Self { name, value, scale })
        } else {
            Err(ScaleError::Outside { value, min: scale.min, max: scale.max })
        }
    }

    /// The value, on its own scale.
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// The scale.
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// Swaps the scale of the rating with `scale`, to change what it measures and its best end. A scale with other ends
    /// leaves both unchanged, because the value would have another place on it.
    pub fn swap_scale(&mut self, scale: &mut Scale) {
        if scale.ends() == self.scale.ends() {
            std::mem::swap(scale, &mut self.scale);
        }
    }

    /// The value moved to the valence scale: the worst end becomes −2, the best +2.
    ///
    /// ```
    /// use reflet::model::{Rating, Scale};
    /// let seven = Rating::new("NPS".into(), 7.5, Scale::NPS)?;
    /// assert_eq!(seven.rescaled(), 1.0);
    /// # Ok::<(), reflet::model::ScaleError>(())
    /// ```
    pub fn rescaled(&self) -> f64 {
        (self.scale.upright(self.value) - self.scale.min) / (self.scale.max - self.scale.min) * 4.0 - 2.0
    }
}

impl Verbatim {
    /// The decision of a coder.
    pub fn decision(&self, coder: CoderId) -> Option<&Decision> {
        self.decisions.get(&coder)
    }
}
