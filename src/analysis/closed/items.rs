//! The closed questions of a project.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Answer, Estimate, Filter, Proportion, units::count};
use crate::model::{MomentId, Project, Rating, Respondent, Scale, Side};

use super::{Answers, Unavailable, boxes, nps, nps::Nps};

/// One closed question, asked of one side on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The side that answered it.
    pub side: Side,
    /// The question, which is the name of its column.
    pub name: String,
    /// The answers, one per respondent.
    pub answers: Answers,
}

/// The figures of one question. A figure that does not fit its scale is a reason.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// How many answered (n).
    pub respondents: u32,
    /// Their mean, on the question's own scale.
    pub mean: Result<Answer, Unavailable>,
    /// Net promoter score.
    pub nps: Result<Nps, Unavailable>,
    /// Customer satisfaction: the top two of five.
    pub csat: Result<Estimate<Proportion>, Unavailable>,
    /// Customer effort 2.0: the top three of seven.
    pub ces: Result<Estimate<Proportion>, Unavailable>,
    /// Percent favourable of an agreement item: the steps above the middle.
    pub favourable: Result<Estimate<Proportion>, Unavailable>,
    /// The top boxes of its scale, whatever it measures.
    pub top: Result<Estimate<Proportion>, Unavailable>,
}

impl Item {
    /// The figures of its answers.
    pub fn figures(&self) -> Figures {
        let answers = &self.answers;
        Figures {
            respondents: answers.respondents(),
            mean: answers.mean().ok_or(Unavailable::NoAnswers),
            nps: nps::of(answers),
            csat: boxes::csat(answers),
            ces: boxes::ces(answers),
            favourable: boxes::favourable(answers),
            top: boxes::top(answers),
        }
    }
}

/// Ratings of equal keys are answers to one question: side, name, what the scale measures, whether it is reversed, and
/// its ends bit by bit.
type Key<'a> = (Side, &'a str, u8, bool, [u64; 2]);

/// One question with each answer and its respondent.
struct Asked<'a> {
    side: Side,
    name: &'a str,
    scale: Scale,
    given: Vec<(Respondent<'a>, f64)>,
}

/// The closed questions of the responses that the filter holds, in order of first occurrence.
///
/// One item per side, name and scale: a question asked on 1–5 in one file and on 0–10 in another is two, and so is one
/// whose 1 is the worst in one file and the best in another. The unit is the respondent: several answers of one person
/// to one item are one answer, their mean. A response needs no verbatim and no coding to count. The order of the
/// responses changes no bit of a figure.
///
/// ```
/// use reflet::analysis::{Filter, closed::items};
/// # use reflet::model::*;
/// # let mut project = Project::default();
/// # for (id, person, value) in [(1, "anne", 9.0), (2, "bruno", 3.0), (3, "anne", 8.0)] {
/// #     let rating = Rating::new("NPS".into(), value, Scale::NPS).unwrap();
/// #     let response = Response { side: Side::Client, source: SourceKey::Id(id.to_string()), wave: None, date: None,
/// #         respondent: Some(person.into()), segments: Default::default(), ratings: vec![rating] };
/// #     project.responses.insert(ResponseId(id), response);
/// # }
/// // Anne answered 9 and later 8, Bruno 3.
/// let item = &items(&project, &Filter::default())[0];
/// let figures = item.figures();
/// assert_eq!((figures.respondents, figures.mean.unwrap().0), (2, 5.75));
/// assert_eq!(figures.nps.unwrap().score.value.0, -50.0);
/// ```
pub fn items(project: &Project, filter: &Filter) -> Vec<Item> {
    items_of(project, filter, |_| true)
}

/// The same items, answered by the respondents for whom `such` holds alone: for instance those who cite a moment
/// ([`citing`]).
///
/// An item that none of them answered stays, without answers, so that the lists of several moments match.
pub fn items_of<'a>(
    project: &'a Project,
    filter: &Filter,
    such: impl Fn(&Respondent<'a>) -> bool,
) -> Vec<Item> {
    let mut asked: Vec<Asked<'a>> = Vec::new();
    let mut places: BTreeMap<Key<'a>, usize> = BTreeMap::new();
    for (id, response) in project.responses.iter().filter(|(_, response)| filter.holds(response)) {
        let person = Project::respondent(*id, response);
        let counts = such(&person);
        for rating in &response.ratings {
            let place = *places.entry(key(response.side, rating)).or_insert_with(|| {
                let (name, scale) = (rating.name.as_str(), rating.scale());
                asked.push(Asked { side: response.side, name, scale, given: Vec::new() });
                asked.len() - 1
            });
            if counts {
                asked[place].given.push((person.clone(), rating.value()));
            }
        }
    }
    asked.into_iter().map(Asked::item).collect()
}

/// The respondents who cite a moment in a response that the filter holds, as the project's coder coded it.
pub fn citing<'a>(project: &'a Project, filter: &Filter, moment: MomentId) -> BTreeSet<Respondent<'a>> {
    let cites = |verbatim| {
        let codings = project.decision(verbatim).map_or(&[][..], |decision| decision.codings());
        codings.iter().any(|coding| coding.moment == moment)
    };
    let such = project.verbatims.values().filter(|verbatim| cites(verbatim));
    let responses = such.filter_map(|verbatim| {
        let response = project.responses.get(&verbatim.response)?;
        filter.holds(response).then(|| Project::respondent(verbatim.response, response))
    });
    responses.collect()
}

fn key(side: Side, rating: &Rating) -> Key<'_> {
    let scale = rating.scale();
    let (min, max) = scale.ends();
    // Adding 0 turns −0 into 0, which is the same end.
    let ends = [min, max].map(|end| (end + 0.0).to_bits());
    (side, &rating.name, scale.kind as u8, scale.is_reversed(), ends)
}

impl Asked<'_> {
    fn item(mut self) -> Item {
        // Sorted before they are added, so that their order changes no bit.
        self.given.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let people = self.given.chunk_by(|a, b| a.0 == b.0);
        let mean = |same: &[(Respondent, f64)]| {
            Answer(same.iter().map(|(_, value)| value).sum::<f64>() / f64::from(count(same.len())))
        };
        let answers = Answers::new(self.scale, people.map(mean).collect());
        Item { side: self.side, name: self.name.to_owned(), answers }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::model::{
        Coding, Decision, Prompt, Response, ResponseId, Scale, SourceKey, Verbatim, VerbatimId,
    };

    fn project(answers: &[(Side, &str, &str, f64, Scale)]) -> Project {
        let mut project = Project::default();
        for (number, (side, person, name, value, scale)) in (1..).zip(answers) {
            let rating = Rating::new((*name).to_owned(), *value, *scale).unwrap();
            let response = Response {
                side: *side,
                source: SourceKey::Id(number.to_string()),
                respondent: Some((*person).to_owned()),
                wave: Some(if number % 2 == 0 { "even" } else { "odd" }.to_owned()),
                date: None,
                segments: BTreeMap::new(),
                ratings: vec![rating],
            };
            project.responses.insert(ResponseId(number), response);
        }
        project
    }

    #[test]
    fn one_item_per_side_name_and_scale_in_order_of_occurrence() {
        let project = project(&[
            (Side::Employee, "a", "Z", 9.0, Scale::NPS),
            (Side::Client, "a", "Z", 9.0, Scale::NPS),
            (Side::Employee, "b", "A", 3.0, Scale::CSAT),
            (Side::Employee, "c", "Z", 3.0, Scale::CSAT),
            (Side::Employee, "d", "Z", 8.0, Scale::NPS),
            (Side::Employee, "d", "Z", 3.0, Scale::custom(1.0, 5.0).unwrap()),
            (Side::Employee, "e", "Z", 3.0, Scale::CSAT.turned()),
        ]);
        let found = items(&project, &Filter::default());
        let names: Vec<_> =
            found.iter().map(|i| (i.side, i.name.as_str(), i.answers.respondents())).collect();
        let (e, c) = (Side::Employee, Side::Client);
        assert_eq!(names, [(e, "Z", 2), (c, "Z", 1), (e, "A", 1), (e, "Z", 1), (e, "Z", 1), (e, "Z", 1)]);
    }

    #[test]
    fn a_person_counts_once_and_only_inside_the_filter() {
        let answers = [("a", 9.0), ("a", 8.0), ("b", 10.0), ("b", 2.0)];
        let project = project(&answers.map(|(person, value)| (Side::Client, person, "N", value, Scale::NPS)));
        let found = items(&project, &Filter::default());
        assert_eq!(found[0].answers.values, [(Answer(6.0), 1), (Answer(8.5), 1)]);
        let odd = items(&project, &Filter { wave: Some("odd".into()), segment: None });
        assert_eq!(odd[0].answers.values, [(Answer(9.0), 1), (Answer(10.0), 1)]);
        let other = items(&project, &Filter { wave: Some("never".into()), segment: None });
        assert!(other.is_empty());
    }

    #[test]
    fn items_of_the_respondents_who_cite_a_moment() {
        let answers = [("a", 9.0), ("b", 8.0), ("a", 1.0)];
        let mut project =
            project(&answers.map(|(person, value)| (Side::Client, person, "N", value, Scale::NPS)));
        let moment = project.codebook.add("Visit", "Welcome");
        let decision = Decision::Codings(vec![Coding::of(moment)]);
        let verbatim = Verbatim {
            response: ResponseId(3),
            prompt: Prompt::Unknown,
            text: String::new(),
            decisions: [(project.settings.coder, decision)].into(),
        };
        project.verbatims.insert(VerbatimId(1), verbatim);
        let filter = Filter::default();
        let values = |moment| {
            let who = citing(&project, &filter, moment);
            let found = items_of(&project, &filter, |person| who.contains(person));
            found.into_iter().map(|item| item.answers.values).collect::<Vec<_>>()
        };
        assert_eq!(values(moment), [vec![(Answer(5.0), 1)]], "all answers of who cites it anywhere");
        assert_eq!(values(moment.next()), [Vec::new()], "the question stays, with nobody");
    }
}
