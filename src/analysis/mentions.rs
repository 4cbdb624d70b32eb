//! The mentions of one side, person by person: for draws of whole respondents, and for associations with the rating.

use reflet_resample::people::Mention;

use crate::model::{LevelSource, Question, Side};

use super::{measures::RespondentMeasures, scope::Scope, units::count};

/// The mentions and ratings of one side's respondents, who are numbered from 0 in the order of their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    /// Moment by moment, ascending by respondent: the respondents who cite it.
    pub by_moment: Vec<Mention>,
    /// The mean rating of each respondent in answer to `question`, on the valence scale; also of those who cite no
    /// moment.
    pub ratings: Vec<Option<f64>>,
    /// The closed question that is read ([`rated::question`](super::rated::question)).
    pub question: Option<Question>,
}

impl Mentions {
    /// How many respondents there are (N).
    pub fn respondents(&self) -> u32 {
        count(self.ratings.len())
    }

    /// The respondents who cite the moment at that place.
    pub fn of(&self, place: u32) -> &[Mention] {
        let start = self.by_moment.partition_point(|mention| mention.place < place);
        let rest = &self.by_moment[start..];
        &rest[..rest.partition_point(|mention| mention.place == place)]
    }

    /// Adds the respondents who cite the moment at that place; to be called in ascending order of places.
    pub(super) fn add(&mut self, place: u32, by_respondent: &[RespondentMeasures], source: LevelSource) {
        let mention = |respondent: &RespondentMeasures| Mention {
            person: respondent.person,
            place,
            value: respondent.level(source),
        };
        self.by_moment.extend(by_respondent.iter().map(mention));
    }

    /// Renumbers the people of that side from 0, and adds their ratings.
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
