//! Changes that carry their own inverse.

use std::mem::swap;

use super::ProjectParts;
use crate::model::{
    Codebook, Coder, CoderId, Decision, Import, Project, Response, ResponseId, Scale, Settings, Surveys,
    Verbatim, VerbatimId,
};

/// One place of the project and the value that it does *not* hold at present.
///
/// Swapping the two carries the edit out; swapping again takes it back. So an edit copies nothing else, and
/// undoing is exact by construction.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The project's name.
    Name(String),
    /// All stages and moments.
    Codebook(Codebook),
    /// The coders.
    Coders(Vec<Coder>),
    /// The settings.
    Settings(Settings),
    /// Benchmarks and pairs of closed questions.
    Surveys(Surveys),
    /// The waves that the user has put in order.
    WaveOrder(Vec<String>),
    /// The list of imports.
    Imports(Vec<Import>),
    /// The wave of a response.
    Wave(ResponseId, Option<String>),
    /// A response, or its absence.
    Response(ResponseId, Option<Box<Response>>),
    /// Scales of ratings, each with its response and its place there.
    Scales(Vec<(ResponseId, usize, Scale)>),
    /// A verbatim, or its absence.
    Verbatim(VerbatimId, Option<Box<Verbatim>>),
    /// The decision of one coder about one verbatim.
    Decision(VerbatimId, CoderId, Option<Decision>),
}

/// The kind of a change, to name it beside *undo*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// The project was renamed.
    Rename,
    /// Settings changed.
    Settings,
    /// Benchmarks or pairs of closed questions changed, or the question that the mirror reads.
    Surveys,
    /// The scale of a closed question changed its best end or what it measures.
    Scale,
    /// Stages or moments changed.
    Codebook,
    /// A verbatim was coded.
    Coding(VerbatimId),
    /// Several verbatims were marked as *no moment*.
    NoMoment,
    /// Responses were imported.
    Import,
    /// An import was removed, with all that it brought.
    RemoveImport,
    /// Waves were renamed, grouped or put in order.
    Waves,
    /// A person was erased, for good.
    Erase,
}

/// A change that was carried out: its kind, and the parts of the project that it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// The kind of the change.
    pub kind: ChangeKind,
    /// The parts that changed.
    pub parts: ProjectParts,
}

/// Edits that belong together: one step of undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    kind: ChangeKind,
    edits: Vec<Edit>,
}

impl Change {
    /// A change made of these edits, carried out in this order.
    pub fn new(kind: ChangeKind, edits: Vec<Edit>) -> Self {
        Self { kind, edits }
    }

    /// The kind of the change.
    pub fn kind(&self) -> ChangeKind {
        self.kind
    }

    /// Whether the change cannot be undone: the history keeps neither it nor what came before.
    pub fn is_final(&self) -> bool {
        self.kind == ChangeKind::Erase
    }

    /// Whether carrying it out would leave the project as it is.
    pub fn is_idle(&self, project: &Project) -> bool {
        self.edits.iter().all(|edit| edit.is_idle(project))
    }

    /// The parts of a project that carrying it out would change.
    pub fn parts(&self, project: &Project) -> ProjectParts {
        self.edits.iter().filter(|edit| !edit.is_idle(project)).map(Edit::parts).collect()
    }

    /// Takes in a change that was carried out after this one, so that both are one step.
    pub fn join(&mut self, later: Self) {
        // Undo takes the later edits back first.
        self.edits.splice(..0, later.edits);
    }

    /// Carries the change out and becomes its own inverse.
    pub fn swap(&mut self, project: &mut Project) -> Done {
        let done = Done { kind: self.kind, parts: self.parts(project) };
        for edit in &mut self.edits {
            edit.swap(project);
        }
        self.edits.reverse();
        done
    }
}

impl Edit {
    fn is_idle(&self, project: &Project) -> bool {
        match self {
            Self::Name(name) => *name == project.name,
            Self::Codebook(codebook) => *codebook == project.codebook,
            Self::Coders(coders) => *coders == project.coders,
            Self::Settings(settings) => *settings == project.settings,
            Self::Surveys(surveys) => *surveys == project.surveys,
            Self::WaveOrder(order) => *order == project.wave_order,
            Self::Imports(imports) => *imports == project.imports,
            Self::Wave(id, wave) => project.responses.get(id).is_none_or(|response| response.wave == *wave),
            Self::Response(id, response) => response.as_deref() == project.responses.get(id),
            Self::Scales(scales) => scales.iter().all(|(id, place, scale)| {
                let rating = project.responses.get(id).and_then(|response| response.ratings.get(*place));
                rating.is_none_or(|rating| rating.scale() == *scale)
            }),
            Self::Verbatim(id, verbatim) => verbatim.as_deref() == project.verbatims.get(id),
            Self::Decision(id, coder, decision) => {
                project.verbatims.get(id).is_none_or(|v| v.decision(*coder) == decision.as_ref())
            }
        }
    }

    fn swap(&mut self, project: &mut Project) {
        match self {
            Self::Name(name) => swap(name, &mut project.name),
            Self::Codebook(codebook) => swap(codebook, &mut project.codebook),
            Self::Coders(coders) => swap(coders, &mut project.coders),
            Self::Settings(settings) => swap(settings, &mut project.settings),
            Self::Surveys(surveys) => swap(surveys, &mut project.surveys),
            Self::WaveOrder(order) => swap(order, &mut project.wave_order),
            Self::Imports(imports) => swap(imports, &mut project.imports),
            Self::Wave(id, wave) => {
                if let Some(response) = project.responses.get_mut(id) {
                    swap(wave, &mut response.wave);
                }
            }
            Self::Response(id, response) => {
                let former = project.responses.remove(id).map(Box::new);
                if let Some(response) = std::mem::replace(response, former) {
                    project.responses.insert(*id, *response);
                }
            }
            Self::Scales(scales) => {
                for (id, place, scale) in scales {
                    let response = project.responses.get_mut(id);
                    if let Some(rating) = response.and_then(|response| response.ratings.get_mut(*place)) {
                        rating.swap_scale(scale);
                    }
                }
            }
            Self::Verbatim(id, verbatim) => {
                let former = project.verbatims.remove(id).map(Box::new);
                if let Some(verbatim) = std::mem::replace(verbatim, former) {
                    project.verbatims.insert(*id, *verbatim);
                }
            }
            Self::Decision(id, coder, decision) => {
                if let Some(verbatim) = project.verbatims.get_mut(id) {
                    let former = verbatim.decisions.remove(coder);
                    if let Some(decision) = std::mem::replace(decision, former) {
                        verbatim.decisions.insert(*coder, decision);
                    }
                }
            }
        }
    }
}
