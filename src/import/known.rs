//! The responses and decisions that a project has already, by source key.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::imported::NewCoding;
use crate::model::{Decision, MomentId, Project, Response, ResponseId, Side, SourceKey, Verbatim};

/// A source key that borrows its identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key<'a> {
    Id(Side, &'a str),
    /// An identifier that another wave of the project has already, because numbers begin again in each wave.
    InWave(Side, &'a str, &'a str),
    Content(Side, u64, u32),
}

impl<'a> Key<'a> {
    /// The key of a response within a scope; `None` if its identifier is of another scope.
    fn of(response: &'a Response, scope: Option<&str>) -> Option<Self> {
        Some(match &response.source {
            SourceKey::Id(id) => Self::Id(response.side, without(scope, id)?),
            SourceKey::Content { hash, ordinal } => Self::Content(response.side, *hash, *ordinal),
        })
    }
}

/// The stored form of an identifier that is unique in its wave only.
fn in_wave(id: &str, wave: &str) -> String {
    format!("{id} ({wave})")
}

/// An identifier with its scope.
pub(super) fn within<'a>(scope: Option<&str>, id: &'a str) -> Cow<'a, str> {
    scope.map_or(Cow::Borrowed(id), |scope| Cow::Owned(format!("{scope}{BEHIND_SCOPE}{id}")))
}

/// An identifier without its scope.
fn without<'a>(scope: Option<&str>, id: &'a str) -> Option<&'a str> {
    match scope {
        Some(scope) => id.strip_prefix(scope)?.strip_prefix(BEHIND_SCOPE),
        None => Some(id),
    }
}

const BEHIND_SCOPE: &str = " / ";

/// The project by source key.
pub(super) struct Known<'p> {
    project: &'p Project,
    scope: Option<&'p str>,
    responses: HashMap<Key<'p>, ResponseId>,
    verbatims: HashMap<ResponseId, Vec<&'p Verbatim>>,
    /// Cache of the moments by stage and name.
    moments: HashMap<(Option<String>, String), Option<MomentId>>,
    /// The wave of all rows of the import.
    wave: Option<&'p str>,
}

impl<'p> Known<'p> {
    /// The project by the keys of an import: within that scope, and with all rows of that wave, or with waves of their
    /// own.
    pub(super) fn new(project: &'p Project, scope: Option<&'p str>, wave: Option<&'p str>) -> Self {
        let key = |(id, response): (&ResponseId, &'p Response)| Some((Key::of(response, scope)?, *id));
        let mut responses: HashMap<Key, ResponseId> = project.responses.iter().filter_map(key).collect();
        if let Some(wave) = wave {
            let ending = in_wave("", wave);
            for (id, response) in &project.responses {
                if let SourceKey::Id(key) = &response.source
                    && let Some(own) = without(scope, key).and_then(|key| key.strip_suffix(&ending))
                {
                    responses.insert(Key::InWave(response.side, own, wave), *id);
                }
            }
        }
        let mut verbatims: HashMap<ResponseId, Vec<&Verbatim>> = HashMap::new();
        for verbatim in project.verbatims.values() {
            verbatims.entry(verbatim.response).or_default().push(verbatim);
        }
        Self { project, scope, wave, responses, verbatims, moments: HashMap::new() }
    }

    /// The side and the key in the form of the model.
    pub(super) fn own(&self, key: Key) -> (Side, SourceKey) {
        match key {
            Key::Id(side, id) => (side, SourceKey::Id(within(self.scope, id).into_owned())),
            Key::InWave(side, id, wave) => {
                (side, SourceKey::Id(within(self.scope, &in_wave(id, wave)).into_owned()))
            }
            Key::Content(side, hash, ordinal) => (side, SourceKey::Content { hash, ordinal }),
        }
    }

    /// The key of an identifier: within the wave of the import if the project has the identifier from another wave.
    pub(super) fn key(&self, side: Side, id: &'p str) -> Key<'p> {
        let key = Key::Id(side, id);
        let known = self.id(key).and_then(|id| self.response(id)).and_then(|known| known.wave.as_deref());
        match (self.wave, known) {
            (Some(wave), Some(known)) if wave != known => Key::InWave(side, id, wave),
            _ => key,
        }
    }

    pub(super) fn id(&self, key: Key) -> Option<ResponseId> {
        self.responses.get(&key).copied()
    }

    pub(super) fn response(&self, id: ResponseId) -> Option<&'p Response> {
        self.project.responses.get(&id)
    }

    /// The verbatims of a response, in the order in which they came.
    pub(super) fn verbatims(&self, id: ResponseId) -> &[&'p Verbatim] {
        self.verbatims.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The decision of the coder of that name about a verbatim.
    pub(super) fn decision(&self, verbatim: &'p Verbatim, coder: Option<&str>) -> Option<&'p Decision> {
        let coder = match coder {
            Some(name) => self.project.coder_named(name)?,
            None => self.project.settings.coder,
        };
        verbatim.decision(coder)
    }

    /// The coding of the same moment among those of a decision.
    pub(super) fn same_coding(
        &mut self,
        decision: &'p Decision,
        coding: &NewCoding,
    ) -> Option<&'p crate::model::Coding> {
        let moment = self.moment(coding);
        decision.codings().iter().find(|known| Some(known.moment) == moment)
    }

    /// The moment of the codebook for a coding: of its stage or, if that has none of its name, of any stage.
    fn moment(&mut self, coding: &NewCoding) -> Option<MomentId> {
        let codebook = &self.project.codebook;
        let name = (coding.stage.clone(), coding.moment.clone());
        *self.moments.entry(name).or_insert_with_key(|(stage, moment)| {
            codebook.find_in(stage.as_deref(), moment).or_else(|| codebook.find_in(None, moment))
        })
    }

    /// Whether two codings are of one moment by one coder, so that a verbatim can have only one of them.
    pub(super) fn are_one(&mut self, a: &NewCoding, b: &NewCoding) -> bool {
        let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
        // A coding without stage matches the name in any stage.
        let same_stage = a.stage.as_deref().zip(b.stage.as_deref()).is_none_or(|(a, b)| same(a, b));
        a.coder == b.coder
            && same(&a.moment, &b.moment)
            && (same_stage || self.moment(a).is_some_and(|moment| self.moment(b) == Some(moment)))
    }
}
