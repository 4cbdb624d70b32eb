//! Codebooks of other programs → [`Draft`]: tables, and the exchange format of REFI-QDA.

use serde::{Deserialize, Serialize};

mod format;
pub mod qdc;
mod rows;
pub(super) mod tree;

pub use format::{Format, format};
pub use rows::read;

use crate::model::draft::Draft;

/// A codebook that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// Its stages and moments, in their order.
    pub draft: Draft,
    /// What is not in the draft.
    pub notes: Vec<Note>,
}

/// Something of a codebook that a draft has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// Codes without a name.
    Nameless {
        /// How many.
        count: usize,
    },
    /// Moments that their stage has already, whatever the case of their names.
    Repeated {
        /// How many.
        count: usize,
    },
    /// Codes that only hold others and have a definition of their own, which no stage has.
    StageDefinitions {
        /// How many.
        count: usize,
    },
    /// Codes that only hold others and hold none.
    EmptyStages {
        /// How many.
        count: usize,
    },
    /// Codes in more than one group; the first is their stage.
    SeveralGroups {
        /// How many.
        count: usize,
    },
}
