//! The list of imports, so that each can be removed as a whole.

use std::ops::Range;

use super::{ImportId, ResponseId, VerbatimId};

/// One import: its source, and the responses and verbatims that it brought.
///
/// An import gives its responses and verbatims consecutive identifiers, so that two ranges name them and a response
/// carries no mark. What is removed later leaves a gap in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its identifier.
    pub id: ImportId,
    /// The name of the imported file; empty for a paste.
    pub source: String,
    /// The time of the import, as the importing page writes it.
    pub when: String,
    /// The responses that it brought.
    pub responses: Range<ResponseId>,
    /// The verbatims that it brought, also those of responses that were there before.
    pub verbatims: Range<VerbatimId>,
    /// How many codings it brought, also those on verbatims that were there before.
    pub codings: u32,
}
