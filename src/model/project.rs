//! A project: everything that one study holds.

use std::collections::BTreeMap;

use super::{
    Codebook, CoderId, Decision, Response, ResponseId, Settings, Side, Surveys, Verbatim, VerbatimId,
};

/// One study.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// The name that the user gave; may be empty.
    pub name: String,
    /// Where it comes from: real data never land in a sample.
    pub origin: Origin,
    /// Stages and moments.
    pub codebook: Codebook,
    /// Who codes; the owner first.
    pub coders: Vec<Coder>,
    /// Choices that change what the mirror shows.
    pub settings: Settings,
    /// Benchmarks and pairs of closed questions.
    pub surveys: Surveys,
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
    /// Its name; empty for an owner who never said.
    pub name: String,
}

/// A person, scoped by side: client 17 and employee 17 are two people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Respondent<'a> {
    /// Known by an identifier of the source.
    Named(Side, &'a str),
    /// Known by nothing but the response.
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

    /// Who gave that response.
    pub fn respondent(id: ResponseId, response: &Response) -> Respondent<'_> {
        response
            .respondent
            .as_deref()
            .map_or(Respondent::Anonymous(id), |name| Respondent::Named(response.side, name))
    }

    /// What the coder whose codings are read decided about that verbatim.
    pub fn decision<'a>(&self, verbatim: &'a Verbatim) -> Option<&'a Decision> {
        verbatim.decision(self.settings.coder)
    }

    /// How many verbatims have a decision of the coder whose codings are read.
    pub fn coded(&self) -> usize {
        self.verbatims.values().filter(|verbatim| self.decision(verbatim).is_some()).count()
    }

    /// Whether anybody answered a closed question.
    pub fn has_ratings(&self) -> bool {
        self.responses.values().any(|response| !response.ratings.is_empty())
    }

    /// The waves that occur, in alphabetical order.
    pub fn waves(&self) -> Vec<&str> {
        let mut waves: Vec<&str> =
            self.responses.values().filter_map(|response| response.wave.as_deref()).collect();
        waves.sort_unstable();
        waves.dedup();
        waves
    }

    /// An identifier after every response's.
    pub fn free_response_id(&self) -> ResponseId {
        self.responses.keys().next_back().map_or(ResponseId(1), |id| id.next())
    }

    /// An identifier after every verbatim's.
    pub fn free_verbatim_id(&self) -> VerbatimId {
        self.verbatims.keys().next_back().map_or(VerbatimId(1), |id| id.next())
    }

    /// The coder of that name.
    pub fn coder_named(&self, name: &str) -> Option<CoderId> {
        self.coders.iter().find(|coder| coder.name == name).map(|coder| coder.id)
    }
}
