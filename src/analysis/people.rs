//! The respondents in scope, numbered from 0.

use std::collections::BTreeMap;

use crate::model::{Project, Respondent, Response, ResponseId, Side};

use super::{rated::Questions, units::count};

/// Collects the respondents, response by response.
#[derive(Default)]
pub(super) struct People<'a> {
    /// Ascending by response, each with its person.
    responses: Vec<(ResponseId, u32, Side)>,
    /// Each respondent's number, in order of occurrence.
    known: BTreeMap<Respondent<'a>, u32>,
    /// Each rescaled rating, after its person and its question.
    ratings: Vec<(u32, u32, f64)>,
}

impl<'a> People<'a> {
    /// Adds a response; to be called in ascending order. `questions` holds its questions already.
    pub fn add(&mut self, id: ResponseId, response: &'a Response, questions: &Questions) {
        let next = count(self.known.len());
        let person = *self.known.entry(Project::respondent(id, response)).or_insert(next);
        self.responses.push((id, person, response.side));
        self.ratings.extend(response.ratings.iter().filter_map(|rating| {
            Some((person, count(questions.place(response.side, rating)?), rating.rescaled()))
        }));
    }

    /// Renumbers the people by name, whatever their order of occurrence, and returns the names by number.
    pub fn number(&mut self) -> Vec<Respondent<'a>> {
        let mut numbers = vec![0; self.known.len()];
        let known = std::mem::take(&mut self.known).into_iter();
        let names = known
            .zip(0..)
            .map(|((name, came), number)| {
                numbers[came as usize] = number;
                name
            })
            .collect();
        for person in self
            .responses
            .iter_mut()
            .map(|(_, person, _)| person)
            .chain(self.ratings.iter_mut().map(|r| &mut r.0))
        {
            *person = numbers[*person as usize];
        }
        names
    }

    /// The person of a response; none if it is out of scope.
    pub fn of(&self, response: ResponseId) -> Option<(u32, Side)> {
        let index = self.responses.binary_search_by_key(&response, |(id, ..)| *id).ok()?;
        let (_, person, side) = self.responses[index];
        Some((person, side))
    }

    /// Moves out all responses with their persons, ascending by response.
    pub fn take(&mut self) -> Vec<(ResponseId, u32, Side)> {
        std::mem::take(&mut self.responses)
    }

    /// The mean rescaled rating of each of `people` people, in answer to these questions, one of each side. Ratings are
    /// sorted before they are added, so that the order of the responses changes no bit.
    pub fn ratings(&self, people: usize, questions: [Option<usize>; 2]) -> Vec<Option<f64>> {
        let questions = questions.map(|place| place.map(count));
        let mut given = vec![Vec::new(); people];
        for (person, question, rating) in &self.ratings {
            if questions.contains(&Some(*question)) {
                given[*person as usize].push(*rating);
            }
        }
        given.into_iter().map(mean).collect()
    }
}

fn mean(mut ratings: Vec<f64>) -> Option<f64> {
    ratings.sort_unstable_by(f64::total_cmp);
    (!ratings.is_empty()).then(|| ratings.iter().sum::<f64>() / f64::from(count(ratings.len())))
}
