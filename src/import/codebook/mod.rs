//! Codebooks of other programs → [`Draft`]: tables, and the exchange format of REFI-QDA.

use serde::{Deserialize, Serialize};

mod format;
pub mod qdc;
mod rows;
pub(super) mod tree;

pub use format::{Format, format};
pub use rows::read;

use crate::model::draft::Draft;

/// The result of reading a codebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// Its stages and moments, in their order.
    pub draft: Draft,
    /// The parts of the codebook that are not in the draft.
    pub notes: Vec<Note>,
}

/// A part of a codebook for which a draft has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// Codes without a name.
    Nameless {
        /// Their number.
        count: usize,
    },
    /// Moments that their stage has already, ignoring the case of names.
    Repeated {
        /// Their number.
        count: usize,
    },
    /// Codes that only group others and have a definition, for which a stage has no place.
    StageDefinitions {
        /// Their number.
        count: usize,
    },
    /// Codes that are there to group others, and group none.
    EmptyStages {
        /// Their number.
        count: usize,
    },
    /// Codes in more than one group; the first group is their stage.
    SeveralGroups {
        /// Their number.
        count: usize,
    },
}
