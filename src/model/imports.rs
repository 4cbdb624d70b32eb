//! What a project remembers of each import, so that it can be taken out again as a whole.

use std::ops::Range;

use super::{ImportId, ResponseId, VerbatimId};

/// One import: what it was, and what it brought.
///
/// An import gives its responses and verbatims identifiers that follow each other, so that two ranges say which they
/// are, and no response has to say it. What has been removed since leaves a gap in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its identifier.
    pub id: ImportId,
    /// What was imported: the name of a file; empty for a paste.
    pub source: String,
    /// When, as whoever imported wrote it.
    pub when: String,
    /// The responses that it brought.
    pub responses: Range<ResponseId>,
    /// The verbatims that it brought, also those of responses that were there before.
    pub verbatims: Range<VerbatimId>,
    /// How many codings it brought, also those on verbatims that were there before.
    pub codings: u32,
}
