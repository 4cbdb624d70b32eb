//! The plan of a project, made in small steps.

use std::collections::{BTreeMap, btree_map};

use crate::model::{MomentId, Project, Respondent, Response, ResponseId, Side, Verbatim, VerbatimId};

use crate::analysis::rated::Questions;

use super::{
    BUDGET_OF_FILTERS, Filter, Masked, Plan, Suppression,
    candidates::Combinations,
    count,
    people::{Atoms, Contribution, Contributors, Signature},
    threshold,
};

/// Responses or verbatims that are read in one step: well below a millisecond's work.
const STEP: usize = 256;

/// A plan in the making.
pub struct Planning<'a> {
    project: &'a Project,
    responses: btree_map::Iter<'a, ResponseId, Response>,
    verbatims: btree_map::Values<'a, VerbatimId, Verbatim>,
    combinations: Combinations<'a>,
    names: BTreeMap<Respondent<'a>, u32>,
    questions: Questions<'a>,
    /// Employees' responses, ascending, each with its person and its combination.
    given: Vec<(ResponseId, u32, u32)>,
    /// Contributions to each closed question, by the question's place.
    ratings: Vec<(usize, Contribution)>,
    /// Those to the question that is read.
    rated: Vec<Contribution>,
    coded: Vec<Contribution>,
    mentions: BTreeMap<MomentId, Vec<Contribution>>,
    filters: Vec<Filter>,
    filters_of: Vec<Signature>,
    moments: BTreeMap<MomentId, Contributors>,
    suppression: Option<Suppression>,
    decisions: Vec<Result<(), Masked>>,
}

impl<'a> Planning<'a> {
    /// A plan of which nothing is read yet.
    pub fn new(project: &'a Project) -> Self {
        Self {
            project,
            responses: project.responses.iter(),
            verbatims: project.verbatims.values(),
            combinations: Combinations::default(),
            names: BTreeMap::new(),
            questions: Questions::default(),
            given: Vec::new(),
            ratings: Vec::new(),
            rated: Vec::new(),
            coded: Vec::new(),
            mentions: BTreeMap::new(),
            filters: Vec::new(),
            filters_of: Vec::new(),
            moments: BTreeMap::new(),
            suppression: None,
            decisions: Vec::new(),
        }
    }

    /// Does one step; returns the plan after the last.
    pub fn step(&mut self) -> Option<Plan> {
        if self.responses.len() > 0 {
            self.read_responses();
        } else if self.questions.count_next() {
            return None;
        } else if self.filters.is_empty() {
            self.filters = self.combinations.candidates();
            self.filters_of = self.combinations.filters_of_each(&self.filters);
            self.keep_rated();
            if !self.project.settings.protect_small_groups {
                let filters = std::mem::take(&mut self.filters);
                let (refused, moments) = (BTreeMap::new(), BTreeMap::new());
                return Some(Plan { filters, waves: self.waves(), refused, moments });
            }
        } else if self.verbatims.len() > 0 {
            self.read_verbatims();
        } else if let Some((moment, mut mentions)) = self.mentions.pop_first() {
            self.moments.insert(moment, Contributors::new(&mut mentions, &self.rated, &self.filters_of));
        } else if let Some(suppression) = &mut self.suppression {
            if self.decisions.len() == self.filters.len() {
                return Some(self.end());
            }
            self.decisions.push(suppression.next(self.decisions.len(), Ok(())));
        } else {
            let coded = Atoms::new(&mut self.coded, &self.filters_of);
            let open = vec![Ok(()); self.filters.len()];
            self.suppression =
                Some(Suppression::new(&open, &coded, threshold(self.project), BUDGET_OF_FILTERS));
        }
        None
    }

    fn read_responses(&mut self) {
        for (id, response) in self.responses.by_ref().take(STEP) {
            let combination = self.combinations.add(response);
            if response.side == Side::Employee {
                let next = count(self.names.len());
                let person = *self.names.entry(Project::respondent(*id, response)).or_insert(next);
                self.given.push((*id, person, combination));
                self.questions.add(*id, response);
                let contribution = Contribution { person, combination, valued: false };
                let places = response.ratings.iter().filter_map(|r| self.questions.place(Side::Employee, r));
                self.ratings.extend(places.map(|place| (place, contribution)));
            }
        }
    }

    /// Keeps the contributions to the question that is read.
    fn keep_rated(&mut self) {
        let chosen = self.questions.chosen(self.project, Side::Employee);
        let ratings = std::mem::take(&mut self.ratings).into_iter();
        self.rated = ratings
            .filter(|(place, _)| Some(*place) == chosen)
            .map(|(_, contribution)| contribution)
            .collect();
        self.rated.sort_unstable();
    }

    fn read_verbatims(&mut self) {
        for verbatim in self.verbatims.by_ref().take(STEP) {
            let Some(decision) = self.project.decision(verbatim) else { continue };
            let Ok(at) = self.given.binary_search_by_key(&verbatim.response, |(id, ..)| *id) else {
                continue;
            };
            let (_, person, combination) = self.given[at];
            self.coded.push(Contribution { person, combination, valued: false });
            for coding in decision.codings() {
                let contribution = Contribution { person, combination, valued: coding.valence.is_some() };
                self.mentions.entry(coding.moment).or_default().push(contribution);
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
        let moments = moments
            .into_iter()
            .map(|(moment, contributors)| (moment, contributors.restricted_to(&places)))
            .collect();
        Plan { filters, waves: self.waves(), refused, moments }
    }

    fn waves(&self) -> Vec<String> {
        self.project.waves().into_iter().map(str::to_owned).collect()
    }
}
