//! What those who cite a moment answered to one question: what its rating is made of.

use crate::analysis::{Filter, Proportion};
use crate::model::{MomentId, Project, Question, Side};

use super::{boxes, citing, items_of, nps, nps::Nps};

/// The figure that a question has for a few of its respondents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answered {
    /// A net promoter score.
    Net(Nps),
    /// The share of the boxes that its scale counts.
    Boxes {
        /// How many are in them.
        people: u32,
        /// Of how many.
        all: u32,
        /// The share.
        share: Proportion,
    },
}

/// What the people of a side who cite a moment answered to that question; none if none of them answered it.
///
/// A net promoter score where the scale is one; else the boxes of effort, else the top boxes, which are those of satisfaction
/// on its scale.
pub fn behind(
    project: &Project,
    filter: &Filter,
    moment: MomentId,
    (side, question): (Side, &Question),
) -> Option<Answered> {
    let who = citing(project, filter, moment);
    let mut items = items_of(project, filter, |person| who.contains(person)).into_iter();
    let wanted = |item: &super::Item| {
        (item.side, item.name.as_str(), item.answers.scale) == (side, &question.name, question.scale)
    };
    let answers = items.find(wanted)?.answers;
    if let Ok(net) = nps::of(&answers) {
        return Some(Answered::Net(net));
    }
    let scale = answers.scale;
    let lowest = boxes::ces_from(scale).unwrap_or(boxes::top_from(scale));
    let share = boxes::share(&answers, lowest).ok()?.value;
    Some(Answered::Boxes { people: answers.at_least(lowest), all: answers.respondents(), share })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::model::{
        Coding, Decision, Prompt, Rating, Response, ResponseId, Scale, SourceKey, Verbatim, VerbatimId,
    };

    /// Clients who all cite a moment but the last, and what they answered.
    fn asked(scale: Scale, answers: &[f64]) -> (Project, MomentId, Question) {
        let mut project = Project::default();
        let moment = project.codebook.add("Visit", "Welcome");
        for (id, answer) in (1..).zip(answers) {
            let response = Response {
                side: Side::Client,
                source: SourceKey::Id(id.to_string()),
                respondent: None,
                wave: None,
                date: None,
                segments: std::collections::BTreeMap::new(),
                ratings: vec![Rating::new("Q".into(), *answer, scale).unwrap()],
            };
            project.responses.insert(ResponseId(id), response);
            let cites = (id as usize) < answers.len();
            let decision =
                if cites { Decision::Codings(vec![Coding::of(moment)]) } else { Decision::NoMoment };
            let verbatim = Verbatim {
                response: ResponseId(id),
                prompt: Prompt::Unknown,
                text: String::new(),
                decisions: [(project.settings.coder, decision)].into(),
            };
            project.verbatims.insert(VerbatimId(id), verbatim);
        }
        (project, moment, Question { name: "Q".into(), scale })
    }

    fn found((project, moment, question): &(Project, MomentId, Question), side: Side) -> Option<Answered> {
        behind(project, &Filter::default(), *moment, (side, question))
    }

    #[test]
    fn a_recommendation_has_a_net_score() {
        let asked = asked(Scale::NPS, &[10.0, 9.0, 7.0, 0.0]);
        let Some(Answered::Net(nps)) = found(&asked, Side::Client) else { panic!("no net score") };
        assert_eq!((nps.split.promoters, nps.split.passives, nps.split.detractors), (2, 1, 0));
        assert_eq!(found(&asked, Side::Employee), None);
    }

    #[test]
    fn other_scales_have_boxes() {
        let boxes = |people, all, share| Some(Answered::Boxes { people, all, share: Proportion(share) });
        assert_eq!(found(&asked(Scale::CSAT, &[5.0, 4.0, 3.0, 1.0, 5.0]), Side::Client), boxes(2, 4, 0.5));
        assert_eq!(found(&asked(Scale::CES, &[7.0, 5.0, 4.0, 1.0, 7.0]), Side::Client), boxes(2, 4, 0.5));
        let own = Scale::custom(0.0, 10.0).unwrap();
        assert_eq!(found(&asked(own, &[8.0, 7.0, 7.0, 1.0, 9.0]), Side::Client), boxes(1, 4, 0.25));
        assert_eq!(found(&asked(own, &[8.0]), Side::Client), None, "who cites it has not answered");
    }
}
