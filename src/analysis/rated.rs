//! Which closed question of a side the mirror reads: only one, because a mean over different questions means nothing.

use std::collections::BTreeMap;

use crate::model::{Project, Question, Rating, Respondent, Response, ResponseId, Scale, Side};

use super::units::count;

/// The closed questions of both sides: collected response by response, then their people counted question by question.
#[derive(Default)]
pub(super) struct Questions<'a> {
    /// In order of occurrence.
    asked: Vec<Asked<'a>>,
    /// How many of them have their people counted.
    counted: usize,
}

/// One question, and who answered it.
struct Asked<'a> {
    side: Side,
    name: &'a str,
    scale: Scale,
    respondents: Vec<Respondent<'a>>,
    people: u32,
}

impl<'a> Questions<'a> {
    /// Adds the ratings of a response.
    pub fn add(&mut self, id: ResponseId, response: &'a Response) {
        for rating in &response.ratings {
            let place = self.place(response.side, rating).unwrap_or_else(|| {
                let (side, name, scale) = (response.side, rating.name.as_str(), rating.scale());
                self.asked.push(Asked { side, name, scale, respondents: Vec::new(), people: 0 });
                self.asked.len() - 1
            });
            self.asked[place].respondents.push(Project::respondent(id, response));
        }
    }

    /// The place of the question that a rating answers.
    pub fn place(&self, side: Side, rating: &Rating) -> Option<usize> {
        let matches =
            |asked: &Asked| asked.side == side && asked.scale == rating.scale() && asked.name == rating.name;
        self.asked.iter().position(matches)
    }

    /// Counts the people of one more question; false once there is none left.
    pub fn count_next(&mut self) -> bool {
        let Some(next) = self.asked.get(self.counted) else { return false };
        // The only question of a side is chosen whatever its count, so answers may stand for people.
        let is_alone = self.asked.iter().filter(|asked| asked.side == next.side).count() == 1;
        let asked = &mut self.asked[self.counted];
        let respondents = std::mem::take(&mut asked.respondents);
        asked.people = if is_alone {
            count(respondents.len())
        } else {
            let mut people = BTreeMap::new();
            for person in respondents {
                people.entry(person).or_insert(0_u32);
            }
            count(people.len())
        };
        self.counted += 1;
        true
    }

    /// The place of the question that the mirror reads, once all are counted: the one that the user chose, if anybody
    /// answered it; else the one that most people answered, the first in order of occurrence among equals.
    pub fn chosen(&self, project: &Project, side: Side) -> Option<usize> {
        let own = || self.asked.iter().enumerate().filter(|(_, asked)| asked.side == side);
        let wanted = project.surveys.mirrored(side);
        let wanted = wanted.and_then(|wanted| own().find(|(_, asked)| asked.matches(wanted)));
        // `max_by_key` takes the last of equals: in reverse, the first.
        let most = || own().rev().max_by_key(|(_, asked)| asked.people);
        wanted.or_else(most).map(|(place, _)| place)
    }

    /// The question at that place.
    pub fn question(&self, place: usize) -> Option<Question> {
        let asked = self.asked.get(place)?;
        Some(Question { name: asked.name.to_owned(), scale: asked.scale })
    }
}

impl Asked<'_> {
    fn matches(&self, question: &Question) -> bool {
        self.name == question.name && self.scale == question.scale
    }
}

/// The closed question of a side that the mirror reads, whatever the filter; none if the side has no ratings.
///
/// It is the one that the user chose ([`Surveys::mirrored`](crate::model::Surveys::mirrored)). Without a choice, or when
/// nobody answers that question any more, it is the one that most respondents answered, the first in order of occurrence
/// among equals.
///
/// ```
/// use reflet::{analysis::rated, model::*};
/// # let mut project = Project::default();
/// # for (id, person, name) in [(1, "a", "Pace"), (2, "a", "Pace"), (3, "a", "Pay"), (4, "b", "Pay")] {
/// #     let rating = Rating::new(name.into(), 3.0, Scale::CSAT).unwrap();
/// #     let response = Response { side: Side::Employee, source: SourceKey::Id(id.to_string()), wave: None, date: None,
/// #         respondent: Some(person.into()), segments: Default::default(), ratings: vec![rating] };
/// #     project.responses.insert(ResponseId(id), response);
/// # }
/// // One person answered "Pace" twice, two people answered "Pay".
/// let question = |project: &Project| rated::question(project, Side::Employee).map(|question| question.name);
/// assert_eq!(question(&project).as_deref(), Some("Pay"));
/// project.surveys.mirror(Side::Employee, Some(Question { name: "Pace".into(), scale: Scale::CSAT }));
/// assert_eq!(question(&project).as_deref(), Some("Pace"));
/// project.surveys.mirror(Side::Employee, Some(Question { name: "Gone".into(), scale: Scale::CSAT }));
/// assert_eq!(question(&project).as_deref(), Some("Pay"));
/// ```
pub fn question(project: &Project, side: Side) -> Option<Question> {
    let mut questions = Questions::default();
    for (id, response) in project.responses.iter().filter(|(_, response)| response.side == side) {
        questions.add(*id, response);
    }
    while questions.count_next() {}
    questions.question(questions.chosen(project, side)?)
}
