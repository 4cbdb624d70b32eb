//! Adds what was read from a source.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::imported::{ImportOrigin, Imported, NewCoding, NewResponse, NewVerbatim};
use crate::model::{
    Codebook, Coder, CoderId, Coding, Decision, Import, MomentId, Origin, Project, Response, ResponseId,
    Settings, Side, SourceKey, Verbatim, VerbatimId,
};

use super::{Change, ChangeKind, CommandError, Edit};

/// The stage of moments that come without one.
const NO_STAGE: &str = "—";

pub fn plan(project: &Project, imported: Imported) -> Result<Change, CommandError> {
    if project.origin == Origin::Sample && !project.responses.is_empty() {
        return Err(CommandError::Sample);
    }
    let mut joining = Joining::new(project);
    super::codebook::join(&mut joining.codebook, &imported.codebook);
    for response in imported.responses {
        joining.add(response);
    }
    Ok(joining.into_change(imported.origin))
}

/// The parts of the project that the import changes, as they will be.
struct Joining<'a> {
    project: &'a Project,
    known: BTreeMap<(Side, &'a SourceKey), ResponseId>,
    verbatims_of: BTreeMap<ResponseId, Vec<VerbatimId>>,
    codebook: Codebook,
    coders: Vec<Coder>,
    /// The coders of the imported codings.
    came: BTreeSet<CoderId>,
    codings: u32,
    next_response: ResponseId,
    next_verbatim: VerbatimId,
    edits: Vec<Edit>,
}

impl<'a> Joining<'a> {
    fn new(project: &'a Project) -> Self {
        let mut verbatims_of = BTreeMap::<_, Vec<_>>::new();
        for (id, verbatim) in &project.verbatims {
            verbatims_of.entry(verbatim.response).or_default().push(*id);
        }
        Self {
            project,
            known: project.responses.iter().map(|(id, r)| ((r.side, &r.source), *id)).collect(),
            verbatims_of,
            codebook: project.codebook.clone(),
            coders: project.coders.clone(),
            came: BTreeSet::new(),
            codings: 0,
            next_response: project.free_response_id(),
            next_verbatim: project.free_verbatim_id(),
            edits: Vec::new(),
        }
    }

    fn add(&mut self, new: NewResponse) {
        match self.known.get(&(new.side, &new.source)) {
            Some(id) => self.merge(*id, new),
            None => self.join(new),
        }
    }

    fn join(&mut self, new: NewResponse) {
        let id = self.next_response;
        self.next_response = id.next();
        let response = Response {
            side: new.side,
            source: new.source,
            respondent: new.respondent,
            wave: new.wave,
            date: new.date,
            segments: new.segments,
            ratings: new.ratings,
        };
        self.edits.push(Edit::Response(id, Some(Box::new(response))));
        self.answers(id, new.verbatims);
    }

    fn answers(&mut self, response: ResponseId, answers: Vec<NewVerbatim>) {
        for NewVerbatim { prompt, text, codings, no_moment } in answers {
            let mut decisions = BTreeMap::new();
            self.decide(&mut decisions, codings, no_moment);
            let verbatim = Verbatim { response, prompt, text, decisions };
            self.edits.push(Edit::Verbatim(self.next_verbatim, Some(Box::new(verbatim))));
            self.next_verbatim = self.next_verbatim.next();
        }
    }

    /// A response of the project keeps all that it has, and its verbatims of the same text gain the new codings. A
    /// response without verbatims, as one with a rating alone, gets the new verbatims.
    fn merge(&mut self, id: ResponseId, new: NewResponse) {
        let project = self.project;
        let known = self.verbatims_of.get(&id).cloned().unwrap_or_default();
        if known.is_empty() {
            self.answers(id, new.verbatims);
            return;
        }
        for answer in new.verbatims {
            let found = known.iter().find_map(|verbatim_id| {
                let verbatim = project.verbatims.get(verbatim_id)?;
                (verbatim.text == answer.text).then_some((*verbatim_id, verbatim))
            });
            let Some((verbatim_id, verbatim)) = found else { continue };
            let mut decisions = verbatim.decisions.clone();
            self.decide(&mut decisions, answer.codings, answer.no_moment);
            for (coder, decision) in decisions {
                if verbatim.decision(coder) != Some(&decision) {
                    self.edits.push(Edit::Decision(verbatim_id, coder, Some(decision)));
                }
            }
        }
    }

    /// Adds each coding whose moment its coder has not put on yet. Earlier decisions, *no moment* included, stay.
    fn decide(
        &mut self,
        decisions: &mut BTreeMap<CoderId, Decision>,
        codings: Vec<NewCoding>,
        no_moment: Vec<Option<String>>,
    ) {
        for new in codings {
            let coder = self.coder(new.coder.as_deref());
            self.came.insert(coder);
            if decisions.get(&coder) == Some(&Decision::NoMoment) {
                continue;
            }
            let moment = self.moment(&new);
            let mut of_coder = decisions.get(&coder).map(|d| d.codings().to_vec()).unwrap_or_default();
            if of_coder.iter().all(|coding| coding.moment != moment) {
                of_coder.push(Coding { valence: new.valence, effort: new.effort, ..Coding::of(moment) });
                self.codings += 1;
            }
            decisions.insert(coder, Decision::Codings(of_coder));
        }
        for name in no_moment {
            let coder = self.coder(name.as_deref());
            self.came.insert(coder);
            decisions.entry(coder).or_insert(Decision::NoMoment);
        }
    }

    /// The moment of that name in that stage; else an earlier moment of the project with that name; else a new one.
    fn moment(&mut self, new: &NewCoding) -> MomentId {
        let stage = new.stage.as_deref().unwrap_or(NO_STAGE);
        self.codebook
            .find_in(new.stage.as_deref(), &new.moment)
            .or_else(|| self.project.codebook.find_in(None, &new.moment))
            .unwrap_or_else(|| self.codebook.add(stage, &new.moment))
    }

    fn coder(&mut self, name: Option<&str>) -> CoderId {
        let Some(name) = name else { return self.project.settings.coder };
        if let Some(known) = self.coders.iter().find(|coder| coder.name == name) {
            return known.id;
        }
        let id = self.coders.iter().map(|coder| coder.id.next()).max().unwrap_or(CoderId(1));
        self.coders.push(Coder { id, name: name.to_owned() });
        id
    }

    /// Reads the codings of the coder of the import, if there is exactly one and the coder read until now has none.
    fn settings(&self) -> Option<Settings> {
        let settings = self.project.settings;
        let [coder] = *self.came.iter().collect::<Vec<_>>() else { return None };
        let is_read = |verbatim: &Verbatim| verbatim.decision(settings.coder).is_some();
        let reads_nothing = *coder != settings.coder && !self.project.verbatims.values().any(is_read);
        reads_nothing.then_some(Settings { coder: *coder, ..settings })
    }

    /// The list of imports with this one, if it brings something.
    fn imports(&self, origin: ImportOrigin) -> Option<Vec<Import>> {
        let (first, first_verbatim) = (self.project.free_response_id(), self.project.free_verbatim_id());
        let import = Import {
            id: self.project.free_import_id(),
            source: origin.source,
            when: origin.when,
            responses: first..self.next_response,
            verbatims: first_verbatim..self.next_verbatim,
            codings: self.codings,
        };
        let brings = !import.responses.is_empty() || !import.verbatims.is_empty() || import.codings > 0;
        brings.then(|| self.project.imports.iter().cloned().chain([import]).collect())
    }

    fn into_change(self, origin: Option<ImportOrigin>) -> Change {
        let settings = self.settings();
        let imports = origin.and_then(|origin| self.imports(origin));
        let mut edits = self.edits;
        edits.push(Edit::Coders(self.coders));
        edits.push(Edit::Codebook(self.codebook));
        edits.extend(settings.map(Edit::Settings));
        edits.extend(imports.map(Edit::Imports));
        Change::new(ChangeKind::Import, edits)
    }
}
