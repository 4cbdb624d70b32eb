//! Responses read from a source and ready to join a project, with names instead of identifiers.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::{Effort, Prompt, Rating, Score, Side, SourceKey, Values};

/// Responses that join a project in one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// Stages and moments that come with the responses; those of the project stay as they are.
    pub codebook: Draft,
    /// The responses, in the order of the source.
    pub responses: Vec<NewResponse>,
    /// The source, for the project's list of imports; an import without one is not listed.
    pub origin: Option<ImportOrigin>,
}

/// The source of an import, and its time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOrigin {
    /// The name of a file; empty for a paste.
    pub source: String,
    /// The time of the import, as the importing page writes it.
    pub when: String,
}

impl Imported {
    /// How many people gave these responses: responses of one side with one respondent identifier count once.
    pub fn people(&self) -> usize {
        Side::BOTH.into_iter().map(|side| self.people_of(side)).sum()
    }

    /// How many people of one side.
    pub fn people_of(&self, side: Side) -> usize {
        let own = || self.responses.iter().filter(|new| new.side == side);
        let named: BTreeSet<&str> = own().filter_map(|new| new.respondent.as_deref()).collect();
        named.len() + own().filter(|new| new.respondent.is_none()).count()
    }
}

/// One response. If the project already has its source key on that side, only its new codings join.
#[derive(Clone, Debug, PartialEq)]
pub struct NewResponse {
    /// Whose view it is.
    pub side: Side,
    /// How a later import recognises it.
    pub source: SourceKey,
    /// The respondent's identifier, trimmed.
    pub respondent: Option<String>,
    /// The collection period.
    pub wave: Option<String>,
    /// The date, as the source wrote it.
    pub date: Option<String>,
    /// Other attributes by column name.
    pub segments: BTreeMap<String, Values>,
    /// Closed answers.
    pub ratings: Vec<Rating>,
    /// Open answers, empty ones left out.
    pub verbatims: Vec<NewVerbatim>,
}

/// One open answer.
#[derive(Clone, Debug, PartialEq)]
pub struct NewVerbatim {
    /// The question that it answers.
    pub prompt: Prompt,
    /// The text, unchanged.
    pub text: String,
    /// Codings that came with it.
    pub codings: Vec<NewCoding>,
    /// The coders who decided *no moment*, as in [`NewCoding::coder`]; none of them has a coding on it.
    pub no_moment: Vec<Option<String>>,
}

/// A coding by names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCoding {
    /// The stage's name, if the source gave one.
    pub stage: Option<String>,
    /// The moment's name.
    pub moment: String,
    /// The valence; none where the coder gave none.
    pub valence: Option<Score>,
    /// The effort that the moment cost, 0…3.
    pub effort: Option<Effort>,
    /// The coder's name; the coder whose codings are read if absent.
    pub coder: Option<String>,
}
