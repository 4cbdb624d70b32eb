//! Stages and moments that were read from a source or typed, still without identifiers.

use super::Codebook;

/// Stages and moments that are to join a codebook, still without identifiers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// In journey order.
    pub moments: Vec<DraftMoment>,
}

impl Draft {
    /// How many moments of the draft a codebook has already, in the same stage.
    pub fn known_in(&self, codebook: &Codebook) -> usize {
        let known = |new: &&DraftMoment| codebook.find_in(Some(&new.stage), &new.name).is_some();
        self.moments.iter().filter(known).count()
    }
}

/// One moment of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftMoment {
    /// The name of its stage.
    pub stage: String,
    /// Its name.
    pub name: String,
    /// Its definition: what belongs to it and what does not.
    pub definition: String,
    /// Words by which candidates are found.
    pub keywords: Vec<String>,
}
