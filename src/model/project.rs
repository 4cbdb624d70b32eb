//! A project: everything that one study holds.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Codebook, CoderId, Decision, Import, ImportId, Response, ResponseId, Settings, Side, Surveys, Verbatim,
    VerbatimId, by_time,
};
use crate::order::sorted;

/// One study.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// The name that the user gave; may be empty.
    pub name: String,
    /// Its origin: real data never join a sample.
    pub origin: Origin,
    /// Stages and moments.
    pub codebook: Codebook,
    /// Who codes; the owner first.
    pub coders: Vec<Coder>,
    /// Choices that change what the mirror shows.
    pub settings: Settings,
    /// Benchmarks and pairs of closed questions.
    pub surveys: Surveys,
    /// The waves that the user has put in order, from the first to the last.
    pub wave_order: Vec<String>,
    /// The imports, in the order in which they came. Older projects list none.
    pub imports: Vec<Import>,
    /// The responses, in the order in which they came.
    pub responses: BTreeMap<ResponseId, Response>,
    /// The verbatims, in the order in which they came.
    pub verbatims: BTreeMap<VerbatimId, Verbatim>,
}

/// Where a project comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The user's own work.
    #[default]
    Own,
    /// A sample that Reflet ships.
    Sample,
}

/// Somebody who codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coder {
    /// Its identifier.
    pub id: CoderId,
    /// Its name; empty for an owner who gave none.
    pub name: String,
}

/// A person, scoped by side: client 17 and employee 17 are two people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Respondent<'a> {
    /// A person with an identifier of the source.
    Named(Side, &'a str),
    /// A person without an identifier, who counts as one per response.
    Anonymous(ResponseId),
}

impl Default for Project {
    fn default() -> Self {
        let settings = Settings::default();
        Self {
            name: String::new(),
            origin: Origin::Own,
            codebook: Codebook::default(),
            coders: vec![Coder { id: settings.coder, name: String::new() }],
            settings,
            surveys: Surveys::default(),
            wave_order: Vec::new(),
            imports: Vec::new(),
            responses: BTreeMap::new(),
            verbatims: BTreeMap::new(),
        }
    }
}

impl Project {
    /// The response that a verbatim belongs to.
    pub fn response_of(&self, verbatim: &Verbatim) -> Option<&Response> {
        self.responses.get(&verbatim.response)
    }

    /// The respondent who gave a response.
    pub fn respondent(id: ResponseId, response: &Response) -> Respondent<'_> {
        response
            .respondent
            .as_deref()
            .map_or(Respondent::Anonymous(id), |name| Respondent::Named(response.side, name))
    }

    /// The decision about a verbatim of the coder whose codings are read.
    pub fn decision<'a>(&self, verbatim: &'a Verbatim) -> Option<&'a Decision> {
        verbatim.decision(self.settings.coder)
    }

    /// How many verbatims have a decision of the coder whose codings are read.
    pub fn coded(&self) -> usize {
        self.verbatims.values().filter(|verbatim| self.decision(verbatim).is_some()).count()
    }

    /// The coders with decisions, in the order of the project, each with the number of verbatims that they decided on.
    pub fn deciders(&self) -> Vec<(&Coder, usize)> {
        let mut counts = BTreeMap::<CoderId, usize>::new();
        for coder in self.verbatims.values().flat_map(|verbatim| verbatim.decisions.keys()) {
            *counts.entry(*coder).or_default() += 1;
        }
        let decided = |coder| counts.get(&coder).copied();
        self.coders.iter().filter_map(|coder| Some((coder, decided(coder.id)?))).collect()
    }

    /// Whether anybody answered a closed question.
    pub fn has_ratings(&self) -> bool {
        self.responses.values().any(|response| !response.ratings.is_empty())
    }

    /// The waves that occur: those that the user has put in order, then the others by [`by_time`].
    pub fn waves(&self) -> Vec<&str> {
        let waves = self.responses.values().filter_map(|response| response.wave.as_deref());
        let mut different = BTreeSet::new();
        different.extend(waves);
        let place = |wave: &str| {
            self.wave_order.iter().position(|known| known == wave).unwrap_or(self.wave_order.len())
        };
        sorted(different.into_iter().collect(), |a, b| place(a).cmp(&place(b)).then_with(|| by_time(a, b)))
    }

    /// An identifier above all of responses, including responses of an import that are removed since.
    pub fn free_response_id(&self) -> ResponseId {
        let free = self.responses.keys().next_back().map_or(ResponseId(1), |id| id.next());
        self.imports.iter().fold(free, |free, import| free.max(import.responses.end))
    }

    /// An identifier above all of verbatims, including verbatims of an import that are removed since.
    pub fn free_verbatim_id(&self) -> VerbatimId {
        let free = self.verbatims.keys().next_back().map_or(VerbatimId(1), |id| id.next());
        self.imports.iter().fold(free, |free, import| free.max(import.verbatims.end))
    }

    /// An identifier above all of imports.
    pub fn free_import_id(&self) -> ImportId {
        self.imports.iter().map(|import| import.id.next()).max().unwrap_or(ImportId(1))
    }

    /// The coder of that name.
    pub fn coder_named(&self, name: &str) -> Option<CoderId> {
        self.coders.iter().find(|coder| coder.name == name).map(|coder| coder.id)
    }
}
