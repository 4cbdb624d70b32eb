//! One pass over a project: who is in scope, and who cites what.

use std::collections::BTreeMap;

use crate::model::{
    Decision, Effort, LevelSource, MomentId, Project, Prompt, Respondent, Response, ResponseId, Score, Side,
    Verbatim,
};

use super::{Filter, units::count};

/// What a filter leaves of a project, with people and moments as small numbers.
pub(super) struct Scope<'a> {
    /// By side, as in [`Side::BOTH`].
    pub sides: [Tally; 2],
    /// Sorted by moment, side and person.
    pub mentions: Vec<Mention>,
    /// By person: the mean of their ratings, on the valence scale.
    pub ratings: Vec<Option<f64>>,
    /// By person: how many moments they have a level for.
    pub moments: Vec<u32>,
    /// What levels are made of.
    pub levels: LevelSource,
    /// By person, ascending: who they are.
    pub people: Vec<Respondent<'a>>,
    /// By person: their side, if any of their verbatims is coded.
    pub coded: Vec<Option<Side>>,
}

/// What is counted for one side.
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
    /// Place of the moment in the journey.
    pub moment: u32,
    pub side: Side,
    pub person: u32,
    pub valence: Option<Score>,
    pub effort: Option<Effort>,
}

impl Filter {
    /// Whether a response is read.
    pub fn holds(&self, response: &Response) -> bool {
        let wave = self.wave.as_ref().is_none_or(|wave| response.wave.as_ref() == Some(wave));
        let segment = |(name, value): &(String, String)| response.segments.get(name) == Some(value);
        wave && self.segment.as_ref().is_none_or(segment)
    }
}

impl<'a> Scope<'a> {
    /// Reads the project once.
    pub fn new(project: &'a Project, filter: &Filter) -> Self {
        let mut people = People::new(project, filter);
        let mut scope = Self {
            sides: Default::default(),
            mentions: Vec::new(),
            ratings: people.ratings(project),
            moments: vec![0; people.names.len()],
            levels: project.settings.levels,
            coded: vec![None; people.names.len()],
            people: std::mem::take(&mut people.names),
        };
        let places: BTreeMap<MomentId, u32> =
            project.codebook.moments().zip(0..).map(|((_, moment), place)| (moment.id, place)).collect();
        for verbatim in project.verbatims.values() {
            let Some((person, side)) = people.of(verbatim.response) else { continue };
            let decision = project.decision(verbatim);
            scope.sides[side as usize].add(verbatim, decision);
            if let Some(decision) = decision {
                scope.coded[person as usize] = Some(side);
                scope.mentions.extend(decision.codings().iter().filter_map(|coding| {
                    let moment = *places.get(&coding.moment)?;
                    Some(Mention { moment, side, person, valence: coding.valence, effort: coding.effort })
                }));
            }
        }
        for side in scope.coded.iter().flatten() {
            scope.sides[*side as usize].respondents += 1;
        }
        scope.mentions.sort_unstable();
        scope.count_moments();
        scope
    }

    fn count_moments(&mut self) {
        for same in self.mentions.chunk_by(|a, b| (a.moment, a.person) == (b.moment, b.person)) {
            let person = same[0].person as usize;
            let has_level = match self.levels {
                LevelSource::Valence => same.iter().any(|mention| mention.valence.is_some()),
                LevelSource::Rating => self.ratings[person].is_some(),
            };
            self.moments[person] += u32::from(has_level);
        }
    }

    /// Over the respondents of a side, the sum of their numbers of moments, and of the squares of these numbers.
    pub fn all_moments(&self, side: Side) -> (f64, f64) {
        let mut people: Vec<u32> = self
            .mentions
            .iter()
            .filter(|mention| mention.side == side)
            .map(|mention| mention.person)
            .collect();
        people.sort_unstable();
        people.dedup();
        people
            .into_iter()
            .map(|person| f64::from(self.moments[person as usize]))
            .fold((0.0, 0.0), |(sum, squares), moments| (sum + moments, squares + moments * moments))
    }

    /// The mentions of the moment at that place of the journey by that side, sorted by person.
    pub fn mentions(&self, moment: u32, side: Side) -> &[Mention] {
        let key = |mention: &Mention| (mention.moment, mention.side);
        let start = self.mentions.partition_point(|mention| key(mention) < (moment, side));
        let rest = &self.mentions[start..];
        &rest[..rest.partition_point(|mention| key(mention) == (moment, side))]
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

/// The people behind the responses in scope, numbered.
struct People<'a> {
    /// Ascending by response.
    by_response: Vec<(ResponseId, u32, Side)>,
    /// Ascending, by number.
    names: Vec<Respondent<'a>>,
}

impl<'a> People<'a> {
    fn new(project: &'a Project, filter: &Filter) -> Self {
        let mut responses: Vec<(Respondent, ResponseId, Side)> = project
            .responses
            .iter()
            .filter(|(_, response)| filter.holds(response))
            .map(|(id, response)| (Project::respondent(*id, response), *id, response.side))
            .collect();
        responses.sort_unstable();
        let people = responses.chunk_by(|a, b| a.0 == b.0);
        let names = people.clone().map(|same| same[0].0.clone()).collect();
        let mut by_response: Vec<_> =
            people.zip(0..).flat_map(|(same, person)| same.iter().map(move |r| (r.1, person, r.2))).collect();
        by_response.sort_unstable();
        Self { by_response, names }
    }

    /// Who gave that response; none if it is out of scope.
    fn of(&self, response: ResponseId) -> Option<(u32, Side)> {
        let index = self.by_response.binary_search_by_key(&response, |(id, ..)| *id).ok()?;
        let (_, person, side) = self.by_response[index];
        Some((person, side))
    }

    /// The mean rescaled rating of each person's responses; sorted before they are added, so that the order
    /// of the responses changes no bit of it.
    fn ratings(&self, project: &Project) -> Vec<Option<f64>> {
        let mut given: Vec<(u32, f64)> = self
            .by_response
            .iter()
            .filter_map(|(id, person, _)| Some((*person, project.responses.get(id)?)))
            .flat_map(|(person, response)| response.ratings.iter().map(move |r| (person, r.rescaled())))
            .collect();
        given.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut means = vec![None; self.names.len()];
        for same in given.chunk_by(|a, b| a.0 == b.0) {
            let sum: f64 = same.iter().map(|(_, rating)| rating).sum();
            means[same[0].0 as usize] = Some(sum / f64::from(count(same.len())));
        }
        means
    }
}
