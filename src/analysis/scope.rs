//! One pass over a project: the respondents in scope, and the moments that they cite.

use std::collections::{BTreeMap, btree_map};

use crate::model::{
    Decision, Effort, LevelSource, MomentId, Project, Prompt, Question, Respondent, Response, ResponseId,
    Score, Side, Verbatim, VerbatimId,
};

use super::{Filter, people::People, rated::Questions};

/// Responses or verbatims that are read in one step: well below a millisecond's work.
const STEP: usize = 256;

/// The part of a project that a filter holds, with people and moments as small numbers.
#[derive(Default)]
pub(super) struct Scope<'a> {
    /// By side, as in [`Side::BOTH`].
    pub sides: [Tally; 2],
    /// By moment and side.
    pub mentions: Vec<[Vec<Mention>; 2]>,
    /// By person: the mean of their ratings in answer to `rated`, on the valence scale.
    pub ratings: Vec<Option<f64>>,
    /// By side: the closed question that is read.
    pub rated: [Option<Question>; 2],
    /// By person: how many moments they have a level for.
    pub moments: Vec<u32>,
    /// Whether levels are means of valences or of ratings.
    pub levels: LevelSource,
    /// By person, ascending: their names.
    pub people: Vec<Respondent<'a>>,
    /// By person: their side, if any of their verbatims is coded.
    pub coded: Vec<Option<Side>>,
    /// Ascending by response, each with its person.
    pub responses: Vec<(ResponseId, u32, Side)>,
}

/// The counts of one side.
#[derive(Default)]
pub(super) struct Tally {
    pub respondents: u32,
    pub verbatims: u32,
    pub coded: u32,
    pub prompts: [u32; 4],
}

/// One coding of one verbatim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mention {
    pub person: u32,
    pub valence: Option<Score>,
    pub effort: Option<Effort>,
}

impl Filter {
    /// Whether the filter holds a response.
    pub fn holds(&self, response: &Response) -> bool {
        let wave = self.wave.as_ref().is_none_or(|wave| response.wave.as_ref() == Some(wave));
        let segment = |(name, value): &(String, String)| {
            response.segments.get(name).is_some_and(|values| values.contains(value))
        };
        wave && self.segment.as_ref().is_none_or(segment)
    }
}

/// A scope in the making.
pub(super) struct Scoping<'a> {
    project: &'a Project,
    filter: &'a Filter,
    responses: btree_map::Iter<'a, ResponseId, Response>,
    verbatims: btree_map::Values<'a, VerbatimId, Verbatim>,
    places: BTreeMap<MomentId, u32>,
    people: People<'a>,
    questions: Questions<'a>,
    scope: Scope<'a>,
    phase: Phase,
}

/// What the next step reads.
#[derive(Clone, Copy)]
enum Phase {
    Responses,
    /// The people of one closed question.
    Question,
    Verbatims,
    /// The mentions of the moment at that place.
    Moment(usize),
}

impl<'a> Scoping<'a> {
    /// A scope of which nothing is read yet.
    pub fn new(project: &'a Project, filter: &'a Filter) -> Self {
        // Collected into a map, they would be sorted first.
        let mut places = BTreeMap::new();
        places.extend(project.codebook.moments().zip(0..).map(|((_, moment), place)| (moment.id, place)));
        let mentions = vec![Default::default(); places.len()];
        Self {
            project,
            filter,
            responses: project.responses.iter(),
            verbatims: project.verbatims.values(),
            places,
            people: People::default(),
            questions: Questions::default(),
            scope: Scope { mentions, levels: project.settings.levels, ..Scope::default() },
            phase: Phase::Responses,
        }
    }

    /// Does one step; returns the scope after the last.
    pub fn step(&mut self) -> Option<Scope<'a>> {
        match self.phase {
            Phase::Responses => {
                for (id, response) in self.responses.by_ref().take(STEP) {
                    // Also outside the filter, so that every filter reads the same question.
                    self.questions.add(*id, response);
                    if self.filter.holds(response) {
                        self.people.add(*id, response, &self.questions);
                    }
                }
                if self.responses.len() == 0 {
                    self.phase = Phase::Question;
                }
            }
            Phase::Question => {
                if !self.questions.count_next() {
                    self.number();
                    self.phase = Phase::Verbatims;
                }
            }
            Phase::Verbatims => {
                for verbatim in self.verbatims.by_ref().take(STEP) {
                    let Some(who) = self.people.of(verbatim.response) else { continue };
                    self.scope.add(who, verbatim, self.project.decision(verbatim), &self.places);
                }
                if self.verbatims.len() == 0 {
                    self.scope.count();
                    self.phase = Phase::Moment(0);
                }
            }
            Phase::Moment(place) if place < self.scope.mentions.len() => {
                self.scope.sort(place);
                self.phase = Phase::Moment(place + 1);
            }
            Phase::Moment(_) => {
                self.scope.responses = self.people.take();
                return Some(std::mem::take(&mut self.scope));
            }
        }
        None
    }

    fn number(&mut self) {
        self.scope.people = self.people.number();
        let people = self.scope.people.len();
        let chosen = Side::BOTH.map(|side| self.questions.chosen(self.project, side));
        self.scope.rated = chosen.map(|place| self.questions.question(place?));
        self.scope.ratings = self.people.ratings(people, chosen);
        self.scope.moments = vec![0; people];
        self.scope.coded = vec![None; people];
    }
}

impl Scope<'_> {
    fn add(
        &mut self,
        (person, side): (u32, Side),
        verbatim: &Verbatim,
        decision: Option<&Decision>,
        places: &BTreeMap<MomentId, u32>,
    ) {
        self.sides[side as usize].add(verbatim, decision);
        let Some(decision) = decision else { return };
        self.coded[person as usize] = Some(side);
        for coding in decision.codings() {
            if let Some(place) = places.get(&coding.moment) {
                let mention = Mention { person, valence: coding.valence, effort: coding.effort };
                self.mentions[*place as usize][side as usize].push(mention);
            }
        }
    }

    fn count(&mut self) {
        for side in self.coded.iter().flatten() {
            self.sides[*side as usize].respondents += 1;
        }
    }

    /// Sorts the mentions of the moment at that place by person, and counts the moment for each person who has a level
    /// for it.
    fn sort(&mut self, place: usize) {
        for mentions in &mut self.mentions[place] {
            mentions.sort_unstable();
            for same in mentions.chunk_by(|a, b| a.person == b.person) {
                let person = same[0].person as usize;
                let has_level = match self.levels {
                    LevelSource::Valence => same.iter().any(|mention| mention.valence.is_some()),
                    LevelSource::Rating => self.ratings[person].is_some(),
                };
                self.moments[person] += u32::from(has_level);
            }
        }
    }

    /// Over the respondents of a side, the sum of their numbers of moments with a level, and of the squares of these
    /// numbers.
    pub fn all_moments(&self, side: Side) -> (f64, f64) {
        let people = self.coded.iter().zip(&self.moments).filter(|(coded, _)| **coded == Some(side));
        people
            .map(|(_, moments)| f64::from(*moments))
            .fold((0.0, 0.0), |(sum, squares), moments| (sum + moments, squares + moments * moments))
    }

    /// The mentions of the moment at that place of the journey by that side, sorted by person.
    pub fn mentions(&self, moment: u32, side: Side) -> &[Mention] {
        self.mentions.get(moment as usize).map_or(&[], |sides| &sides[side as usize])
    }
}

impl Tally {
    fn add(&mut self, verbatim: &Verbatim, decision: Option<&Decision>) {
        self.verbatims += 1;
        if decision.is_some() {
            self.coded += 1;
            let prompt = match verbatim.prompt {
                Prompt::Positive => 0,
                Prompt::Negative => 1,
                Prompt::Neutral => 2,
                Prompt::Unknown => 3,
            };
            self.prompts[prompt] += 1;
        }
    }
}
