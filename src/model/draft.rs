//! Stages and moments that were read from a source or typed, still without identifiers.

/// Stages and moments that are to join a codebook, still without identifiers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// In journey order.
    pub moments: Vec<DraftMoment>,
}

/// One moment of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftMoment {
    /// The name of its stage.
    pub stage: String,
    /// Its name.
    pub name: String,
    /// What belongs to it and what does not.
    pub definition: String,
    /// Words by which candidates are found.
    pub keywords: Vec<String>,
}
