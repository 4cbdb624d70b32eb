//! What one side tells, person by person: for draws of whole respondents, and for what goes with a rating.

use reflet_resample::people::Mention;

use crate::model::{LevelSource, Question, Side};

use super::{measures::RespondentMeasures, scope::Scope, units::count};

/// The respondents of one side, numbered from 0 in the order of their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    /// Moment by moment, ascending by respondent: who tells of it.
    pub by_moment: Vec<Mention>,
    /// The mean rating of each respondent in answer to the question below, on the valence scale; those who tell of no
    /// moment are among them.
    pub ratings: Vec<Option<f64>>,
    /// The closed question that is read ([`rated::question`](super::rated::question)).
    pub question: Option<Question>,
}

impl Mentions {
    /// How many respondents there are (N).
    pub fn respondents(&self) -> u32 {
        count(self.ratings.len())
    }

    /// Those who tell of the moment at that place.
    pub fn of(&self, place: u32) -> &[Mention] {
        let start = self.by_moment.partition_point(|mention| mention.place < place);
        let rest = &self.by_moment[start..];
        &rest[..rest.partition_point(|mention| mention.place == place)]
    }

    /// Adds what people tell of the moment at that place; places come in ascending order.
    pub(super) fn add(&mut self, place: u32, by_respondent: &[RespondentMeasures], source: LevelSource) {
        let mention = |respondent: &RespondentMeasures| Mention {
            person: respondent.person,
            place,
            value: respondent.level(source),
        };
        self.by_moment.extend(by_respondent.iter().map(mention));
    }

    /// Numbers the people of that side alone.
    pub(super) fn number(&mut self, scope: &Scope, side: Side) {
        self.question.clone_from(&scope.rated[side as usize]);
        let mut numbers = vec![0; scope.coded.len()];
        for (person, _) in scope.coded.iter().enumerate().filter(|(_, coded)| **coded == Some(side)) {
            numbers[person] = self.respondents();
            self.ratings.push(scope.ratings[person]);
        }
        for mention in &mut self.by_moment {
            mention.person = numbers[mention.person as usize];
        }
    }
}
