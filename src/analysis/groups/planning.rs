//! Which filters are offered, found step by step.

use std::collections::{BTreeMap, btree_map};

use crate::model::{MomentId, Project, Respondent, Response, ResponseId, Side, Verbatim, VerbatimId};

use crate::analysis::rated::Questions;

use super::{
    EFFORT_OF_FILTERS, Filter, Masked, Plan, Suppression,
    candidates::Kinds,
    count,
    people::{Citing, Deed, Signature, Sizes},
    threshold,
};

/// Responses or verbatims that are read in one step: well below a millisecond's work.
const STEP: usize = 256;

/// A plan on its way.
pub struct Planning<'a> {
    project: &'a Project,
    responses: btree_map::Iter<'a, ResponseId, Response>,
    verbatims: btree_map::Values<'a, VerbatimId, Verbatim>,
    kinds: Kinds<'a>,
    names: BTreeMap<Respondent<'a>, u32>,
    questions: Questions<'a>,
    /// Employees' responses, ascending: who gave them, and their kind.
    given: Vec<(ResponseId, u32, u32)>,
    /// Who gave a rating, each with the closed question that it answers; the one that is read alone, once all are known.
    ratings: Vec<(usize, Deed)>,
    rated: Vec<Deed>,
    coded: Vec<Deed>,
    mentions: BTreeMap<MomentId, Vec<Deed>>,
    filters: Vec<Filter>,
    held: Vec<Signature>,
    moments: BTreeMap<MomentId, Citing>,
    suppression: Option<Suppression>,
    decisions: Vec<Result<(), Masked>>,
}

impl<'a> Planning<'a> {
    /// Nothing read yet.
    pub fn new(project: &'a Project) -> Self {
        Self {
            project,
            responses: project.responses.iter(),
            verbatims: project.verbatims.values(),
            kinds: Kinds::default(),
            names: BTreeMap::new(),
            questions: Questions::default(),
            given: Vec::new(),
            ratings: Vec::new(),
            rated: Vec::new(),
            coded: Vec::new(),
            mentions: BTreeMap::new(),
            filters: Vec::new(),
            held: Vec::new(),
            moments: BTreeMap::new(),
            suppression: None,
            decisions: Vec::new(),
        }
    }

    /// Does a little; gives the plan once all is done.
    pub fn step(&mut self) -> Option<Plan> {
        if self.responses.len() > 0 {
            self.read_responses();
        } else if self.questions.count_next() {
            return None;
        } else if self.filters.is_empty() {
            self.filters = self.kinds.candidates();
            self.held = self.kinds.held(&self.filters);
            self.keep_rated();
            if !self.project.settings.protect_small_groups {
                let filters = std::mem::take(&mut self.filters);
                let (refused, moments) = (BTreeMap::new(), BTreeMap::new());
                return Some(Plan { filters, waves: self.waves(), refused, moments });
            }
        } else if self.verbatims.len() > 0 {
            self.read_verbatims();
        } else if let Some((moment, mut mentions)) = self.mentions.pop_first() {
            self.moments.insert(moment, Citing::new(&mut mentions, &self.rated, &self.held));
        } else if let Some(suppression) = &mut self.suppression {
            if self.decisions.len() == self.filters.len() {
                return Some(self.end());
            }
            self.decisions.push(suppression.next(self.decisions.len(), Ok(())));
        } else {
            let coded = Sizes::new(&mut self.coded, &self.held);
            let open = vec![Ok(()); self.filters.len()];
            self.suppression =
                Some(Suppression::new(&open, &coded, threshold(self.project), EFFORT_OF_FILTERS));
        }
        None
    }

    fn read_responses(&mut self) {
        for (id, response) in self.responses.by_ref().take(STEP) {
            let kind = self.kinds.add(response);
            if response.side == Side::Employee {
                let next = count(self.names.len());
                let person = *self.names.entry(Project::respondent(*id, response)).or_insert(next);
                self.given.push((*id, person, kind));
                self.questions.add(*id, response);
                let deed = Deed { person, kind, valued: false };
                let places = response.ratings.iter().filter_map(|r| self.questions.place(Side::Employee, r));
                self.ratings.extend(places.map(|place| (place, deed)));
            }
        }
    }

    /// Keeps who answered the question that is read.
    fn keep_rated(&mut self) {
        let read = self.questions.chosen(self.project, Side::Employee);
        let ratings = std::mem::take(&mut self.ratings).into_iter();
        self.rated = ratings.filter(|(place, _)| Some(*place) == read).map(|(_, deed)| deed).collect();
        self.rated.sort_unstable();
    }

    fn read_verbatims(&mut self) {
        for verbatim in self.verbatims.by_ref().take(STEP) {
            let Some(decision) = self.project.decision(verbatim) else { continue };
            let Ok(at) = self.given.binary_search_by_key(&verbatim.response, |(id, ..)| *id) else {
                continue;
            };
            let (_, person, kind) = self.given[at];
            self.coded.push(Deed { person, kind, valued: false });
            for coding in decision.codings() {
                let deed = Deed { person, kind, valued: coding.valence.is_some() };
                self.mentions.entry(coding.moment).or_default().push(deed);
            }
        }
    }

    fn end(&mut self) -> Plan {
        let (mut filters, mut refused, mut places) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        for ((filter, decision), place) in
            std::mem::take(&mut self.filters).into_iter().zip(std::mem::take(&mut self.decisions)).zip(0..)
        {
            match decision {
                Ok(()) => {
                    places.insert(place, count(filters.len()));
                    filters.push(filter);
                }
                Err(masked) => drop(refused.insert(filter, masked)),
            }
        }
        let moments = std::mem::take(&mut self.moments);
        let moments = moments.into_iter().map(|(moment, citing)| (moment, citing.among(&places))).collect();
        Plan { filters, waves: self.waves(), refused, moments }
    }

    fn waves(&self) -> Vec<String> {
        self.project.waves().into_iter().map(str::to_owned).collect()
    }
}
