//! The decision of a coder about a verbatim.

use super::{Effort, MomentId, Score};

/// One moment put on a verbatim by one coder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// The moment.
    pub moment: MomentId,
    /// The valence. A coding without one counts for frequency, not for level.
    pub valence: Option<Score>,
    /// The part of the text that concerns the moment; all of it if absent.
    pub span: Option<Span>,
    /// The effort that the moment cost.
    pub effort: Option<Effort>,
    /// A note of the coder.
    pub memo: String,
}

impl Coding {
    /// A coding with nothing but its moment.
    pub fn of(moment: MomentId) -> Self {
        Self { moment, valence: None, span: None, effort: None, memo: String::new() }
    }
}

/// A part of a text in bytes, end exclusive, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

/// The decision of one coder about one verbatim. A verbatim without a decision is *not coded*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// No moment of the codebook applies.
    NoMoment,
    /// The moments that apply: at least one, each at most once.
    Codings(Vec<Coding>),
}

impl Decision {
    /// The codings; none for *no moment*.
    pub fn codings(&self) -> &[Coding] {
        match self {
            Self::NoMoment => &[],
            Self::Codings(codings) => codings,
        }
    }

    /// The decision made of these codings; `None` for an empty list.
    pub fn from_codings(codings: Vec<Coding>) -> Option<Self> {
        (!codings.is_empty()).then_some(Self::Codings(codings))
    }
}
